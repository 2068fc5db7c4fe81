/** What windows-1252 has at 0x80 to 0x9F; a gap stands for itself. Some versions of Node decode these wrongly, so it is done here. */
const FROM_0X80 = Array.from(
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
    "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178",
);

/** The text of a file: UTF-8, UTF-16 that says so by its byte order mark, otherwise windows-1252 as Excel saves a CSV. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

function windows1252(bytes: Uint8Array): string {
  const letters: string[] = [];
  for (const byte of bytes) letters.push(FROM_0X80[byte - 0x80] ?? String.fromCharCode(byte));
  return letters.join("");
}
