/** How many bytes an XML declaration with its encoding may take; it stands at the very beginning. */
const DECLARATION = 256;

/** Turns the bytes of an XML part, as they come, into text. Throws TypeError or RangeError where they are no text. */
export interface TextStream {
  push(piece: Uint8Array): string;
  end(): string;
}

export function startText(): TextStream {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let held: Uint8Array = new Uint8Array(0);
  return {
    push(piece) {
      if (decoder) return decoder.decode(piece, { stream: true });
      held = join(held, piece);
      if (held.length < DECLARATION) return "";
      decoder = decoderFor(held);
      return decoder.decode(held, { stream: true });
    },
    end() {
      return decoder ? decoder.decode() : decoderFor(held).decode(held);
    },
  };
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/** The decoder that the byte order mark, the first bytes or the declaration ask for, in that order. */
function decoderFor(bytes: Uint8Array): InstanceType<typeof TextDecoder> {
  return new TextDecoder(encodingOf(bytes), { fatal: true });
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const start = String.fromCharCode(...bytes.subarray(0, DECLARATION));
  const declared =
    /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(start)?.[1] ?? "utf-8";
  // Workbooks may only be UTF-8 or UTF-16. A UTF-16 declared over these bytes, one a letter, is a writer's slip.
  if (/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(declared)) return "utf-8";
  throw new RangeError(declared);
}
