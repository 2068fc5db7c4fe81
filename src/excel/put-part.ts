/** A part of what is put into a sheet, which is never torn apart. Parts keep their order. */
export interface PutPart {
  /** About as many characters as it takes to ask for it. */
  readonly size: number;
  write(sheet: Excel.Worksheet): void;
}

/** What one action of the API takes besides its values. */
const ACTION = 250;

export function part(actions: number, characters: number, write: PutPart["write"]): PutPart {
  return { size: actions * ACTION + characters, write };
}

/**
 * As many characters go into one request. Excel on the web takes 5 MB, and a character may be three bytes.
 */
const MOST_CHARACTERS = 1_500_000;

/** Parts together as they are asked for: few requests, none too large. */
export function requestsOf(parts: readonly PutPart[]): readonly (readonly PutPart[])[] {
  const requests: PutPart[][] = [];
  let size = Infinity;
  for (const one of parts) {
    if (size + one.size > MOST_CHARACTERS) {
      requests.push([]);
      size = 0;
    }
    requests.at(-1)?.push(one);
    size += one.size;
  }
  return requests;
}
