/** Longer texts are remarks, not entries: nobody reads them as a value. */
const LONGEST = 100;

/** Any dash that is typed or pasted for a minus sign, as the inside of a character class; the long dash only stands alone. */
export const DASHES = "\\-\\u2010\\u2011\\u2012\\u2013\\u2212";

/**
 * A text as it was meant to be typed: every kind of space a plain one, none around, no apostrophe in front (which tells Excel to
 * keep a text). null where nothing is left, or too much to be a value. Tabs and line breaks inside stay: they part two things.
 */
export function typed(text: string): string | null {
  if (text.length > LONGEST) return null;
  const plain = text
    .replace(/\p{Zs}/gu, " ")
    .trim()
    .replace(/^['‘’]/, "")
    .trim();
  return plain === "" ? null : plain;
}
