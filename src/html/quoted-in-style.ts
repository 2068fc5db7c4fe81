/** A text as a style quotes it: what is neither letter, digit nor blank is written by its number, so no sign can end the text or the style. */
export function quotedInStyle(text: string): string {
  const inside = text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
  return `"${inside}"`;
}
