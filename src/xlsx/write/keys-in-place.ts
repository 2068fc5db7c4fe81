/** One text of the workbook's common list, and a cell that refers to one. */
const TEXTS = /<si>(.*?)<\/si>/gs;
const REFERRED = / t="s"><v>(\d+)<\/v>/g;
/** A key, a code or an address: one word with a sign in it that is no letter. */
const KEY = /^<t>#?(?=[A-Za-z]*[0-9_.])[A-Za-z0-9_.]+<\/t>$/;

export interface SheetTexts {
  readonly sheets: ReadonlyMap<string, string>;
  readonly shared: string;
}

/**
 * Keys and codes written in their cells. Most stand in one cell alone, and a reference to a list of two thousand texts packs worse than
 * the key, which is like that of the row above.
 */
export function keysInPlace({ sheets, shared }: SheetTexts): SheetTexts {
  const texts = [...shared.matchAll(TEXTS)].map(([, text = ""]) => text);
  const newPlace = new Map<number, number>();
  texts.forEach((text, at) => {
    if (!KEY.test(text)) newPlace.set(at, newPlace.size);
  });
  let count = 0;
  const inPlace = (sheet: string) =>
    sheet.replace(REFERRED, (_, digits: string) => {
      const place = newPlace.get(Number(digits));
      if (place === undefined) return ` t="inlineStr"><is>${texts[Number(digits)] ?? ""}</is>`;
      count += 1;
      return ` t="s"><v>${place}</v>`;
    });
  const changed = new Map([...sheets].map(([name, sheet]) => [name, inPlace(sheet)]));
  const kept = texts.filter((_, at) => newPlace.has(at)).map((text) => `<si>${text}</si>`);
  const [head = ""] = /^.*?<sst[^>]*>/s.exec(shared) ?? [];
  const counted = head
    .replace(/ count="\d+"/, ` count="${count}"`)
    .replace(/ uniqueCount="\d+"/, ` uniqueCount="${kept.length}"`);
  return { sheets: changed, shared: `${counted}${kept.join("")}</sst>` };
}
