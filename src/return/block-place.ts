import { formatAddress, type Address } from "../cells";
import { rowNumber, type ValueBlock } from "../template";

import { tidyText, type SheetTexts } from "./sheet-texts";

/** Where a block was found: which rows its lines and which columns its columns now are. */
export interface BlockPlace {
  readonly block: ValueBlock;
  readonly sheet: SheetTexts;
  /** The column in which the lines' keys stand; null where none was left and lines were found by their words. */
  readonly keyColumn: number | null;
  /** The row in which the columns' keys stand. */
  readonly keyRow: number | null;
  /** Every row with a line's key, from top to bottom; the first of several is the line. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly columns: ReadonlyMap<string, readonly number[]>;
  /** Whether any of its own keys was left. */
  readonly isKeyed: boolean;
  /** Lines and columns whose keys are gone and that were found by their words. */
  readonly mended: readonly string[];
}

/** Every sheet on which a block's keys stand, the one that counts first: where several hold it, the one that bears its name. */
export function placesOfBlock(
  block: ValueBlock,
  sheetName: string,
  sheets: readonly SheetTexts[],
): readonly BlockPlace[] {
  const all = sheets.flatMap((sheet) => {
    const place = placeOn(block, sheet);
    return place ? [place] : [];
  });
  // Words alone are trusted only where no key of the block is left anywhere: other sheets use the same words.
  const keyed = all.filter(({ isKeyed }) => isKeyed);
  const found = keyed.length > 0 ? keyed : all;
  const half = block.lines.length / 2;
  const weight = ({ sheet, rows }: BlockPlace) =>
    (sheet.sheet.name === sheetName && rows.size >= half ? 1_000_000 : 0) + rows.size;
  return [...found].sort((a, b) => weight(b) - weight(a));
}

function placeOn(block: ValueBlock, sheet: SheetTexts): BlockPlace | null {
  const [anchor] = sheet.texts.get(`#${block.id}`) ?? [];
  const keyed = keysOf(block, sheet);
  const keyColumn = anchor?.column ?? mostFrequent([...keyed.values()].flat().map(({ column }) => column));
  const rows = new Map<string, readonly number[]>();
  for (const [line, addresses] of keyed) {
    const there = addresses.filter(({ column }) => column === keyColumn);
    // A key that was carried off into another column still says which row it is, as long as it is the only one.
    const at = there.length > 0 ? there : addresses.length === 1 ? addresses : [];
    if (at.length > 0)
      rows.set(
        line,
        at.map(({ row }) => row),
      );
  }
  const byWords = rowsByWords(block, sheet, rows);
  const isKeyed = anchor !== undefined || rows.size > 0;
  const listRow = isKeyed || block.kind !== "list" ? null : keyRowOfList(block, sheet);
  if (!isKeyed && listRow === null && byWords.size < Math.max(2, block.lines.length / 2)) return null;
  const first = Math.min(...[...rows.values(), ...byWords.values()].flat());
  const keyRow = anchor?.row ?? listRow ?? keyRowAbove(block, sheet, first);
  const columns = columnsIn(block, sheet, keyRow);
  const byHeads =
    columns.size === 0 && keyRow === null
      ? columnsByHeads(block, sheet, first)
      : new Map<string, readonly number[]>();
  if (!isKeyed && columns.size + byHeads.size === 0) return null;
  return {
    block,
    sheet,
    keyColumn: keyColumn ?? null,
    keyRow,
    rows: new Map([...rows, ...byWords]),
    columns: new Map([...columns, ...byHeads]),
    isKeyed,
    mended: [
      ...[...byWords.keys()].map((id) => block.lines.find((line) => line.id === id)?.label ?? id),
      ...[...byHeads.keys()].map((id) => block.columns.find((column) => column.id === id)?.label ?? id),
    ],
  };
}

/** Where the keys of the lines stand; a list may have more rows than it was drawn with. */
function keysOf(block: ValueBlock, sheet: SheetTexts): ReadonlyMap<string, readonly Address[]> {
  if (block.kind !== "list") {
    return new Map(
      block.lines.flatMap(({ id }) => {
        const addresses = sheet.texts.get(`${block.id}.${id}`);
        return addresses ? [[id, addresses] as const] : [];
      }),
    );
  }
  const start = `${block.id}.`;
  return new Map(
    [...sheet.texts].flatMap(([text, addresses]) =>
      text.startsWith(start) && rowNumber(text.slice(start.length)) !== undefined
        ? [[text.slice(start.length), addresses] as const]
        : [],
    ),
  );
}

function mostFrequent(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Rows between a block's heads and its first line, at most. */
const HEAD_HEIGHT = 8;

/** The nearest row above the first line in which keys of columns stand. */
function keyRowAbove(block: ValueBlock, sheet: SheetTexts, first: number): number | null {
  for (let row = first - 1; row >= Math.max(1, first - HEAD_HEIGHT); row -= 1) {
    const texts = new Set(sheet.rows.get(row)?.values());
    if (block.columns.some(({ id, shows }) => shows === "fields" && texts.has(id))) return row;
  }
  return null;
}

/** The row in which the keys of all columns of a list stand, where nothing else of it is left. */
function keyRowOfList(block: ValueBlock, sheet: SheetTexts): number | null {
  for (const [row, texts] of sheet.rows) {
    const there = new Set(texts.values());
    if (block.columns.every(({ id }) => there.has(id))) return row;
  }
  return null;
}

function columnsIn(
  block: ValueBlock,
  sheet: SheetTexts,
  keyRow: number | null,
): ReadonlyMap<string, readonly number[]> {
  return new Map(
    block.columns.flatMap(({ id }) => {
      const at = (sheet.texts.get(id) ?? []).filter(({ row }) => row === keyRow).map(({ column }) => column);
      return at.length > 0 ? [[id, at] as const] : [];
    }),
  );
}

/** Columns by their heads, where these still stand one after the other as they were drawn. */
function columnsByHeads(
  block: ValueBlock,
  sheet: SheetTexts,
  first: number,
): ReadonlyMap<string, readonly number[]> {
  const wanted = block.columns.filter(({ shows, label }) => shows === "fields" && label !== "");
  for (let row = first - 1; row >= Math.max(1, first - HEAD_HEIGHT) && wanted.length > 1; row -= 1) {
    const heads = [...(sheet.rows.get(row) ?? [])].sort(([a], [b]) => a - b);
    const found: [string, readonly number[]][] = [];
    for (const [column, text] of heads) {
      const next = wanted[found.length];
      if (next && (text === next.label || text === `${next.label} ${block.unit ?? ""}`))
        found.push([next.id, [column]]);
    }
    if (found.length === wanted.length) return new Map(found);
  }
  return new Map();
}

/** Lines whose keys are gone, by their words: only where these stand in one row alone, and no other line's key does. */
function rowsByWords(
  block: ValueBlock,
  sheet: SheetTexts,
  rows: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, readonly number[]> {
  if (block.kind === "list") return new Map();
  const taken = new Set([...rows.values()].flat());
  const keyed = (row: number) => [...(sheet.rows.get(row)?.values() ?? [])].some((text) => isKey(text));
  return new Map(
    block.lines.flatMap(({ id, label }) => {
      if (rows.has(id)) return [];
      const at = (sheet.texts.get(tidyText(label)) ?? []).map(({ row }) => row);
      const free = [...new Set(at)].filter((row) => !taken.has(row) && !keyed(row));
      return free.length === 1 ? [[id, free] as const] : [];
    }),
  );
}

/** True for the hidden keys of lines: a block's name and a line's, with a point between. */
function isKey(text: string): boolean {
  return /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/.test(text);
}

/** The row of a line and the column of a column; undefined where one of them is lost. */
export function crossing(place: BlockPlace, line: string, column: string): Address | undefined {
  const [row] = place.rows.get(line) ?? [];
  const [at] = place.columns.get(column) ?? [];
  return row === undefined || at === undefined ? undefined : { row, column: at };
}

export function cellAt(place: BlockPlace, address: Address) {
  return place.sheet.sheet.cells.get(formatAddress(address));
}
