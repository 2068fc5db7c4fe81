/** About how wide letters are, as parts of their size: a page that measures nothing has to reckon with what its reader's font needs. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;'|!()[\]]/u, 0.31],
  [/[mwMW%]/u, 0.86],
  [/[A-Z£&]/u, 0.69],
  [/\s/u, 0.29],
];
const USUAL = 0.61;

/** The width that a text needs at a size, rather too much than too little. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += WIDTHS.find(([of]) => of.test(sign))?.[1] ?? USUAL;
  return width * size;
}

/** A text in lines that are no wider than this, as far as its words allow it. */
export function inLines(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function widest(texts: readonly string[], size: number): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size)));
}
