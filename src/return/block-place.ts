import { formatAddress, type Address } from "../cells";
import { rowNumber, type ValueBlock } from "../template";

import { HEAD_HEIGHT, columnsByHeads, columnsByNeighbours, columnsIn } from "./block-columns";
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

/**
 * Where the blocks of one sheet stand, block by block, the place that counts first. Several sheets may hold them, where one was
 * copied: all are then read from the same one, the one that bears the name if half of their lines are there, else the fullest.
 */
export function placesOfBlocks(
  blocks: readonly ValueBlock[],
  sheetName: string,
  sheets: readonly SheetTexts[],
): readonly (readonly BlockPlace[])[] {
  const found = blocks.map((block) => placesOfBlock(block, sheets));
  const lines = blocks.reduce((sum, block) => sum + block.lines.length, 0);
  const weights = new Map<SheetTexts, number>();
  for (const { sheet, rows } of found.flat()) weights.set(sheet, (weights.get(sheet) ?? 0) + rows.size);
  const weight = ({ sheet }: BlockPlace) => {
    const own = weights.get(sheet) ?? 0;
    return own + (sheet.sheet.name === sheetName && own >= lines / 2 ? 1_000_000 : 0);
  };
  return found.map((places) => [...places].sort((a, b) => weight(b) - weight(a)));
}

/** Every sheet on which a block's keys stand. */
function placesOfBlock(block: ValueBlock, sheets: readonly SheetTexts[]): readonly BlockPlace[] {
  const all = sheets.flatMap((sheet) => {
    const place = placeOn(block, sheet);
    return place ? [place] : [];
  });
  // Words alone are trusted only where no key of the block is left anywhere: other sheets use the same words.
  const keyed = all.filter(({ isKeyed }) => isKeyed);
  return keyed.length > 0 ? keyed : all;
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
      : columnsByNeighbours(block, sheet, keyRow ?? 0, columns);
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

/** A row's number that is higher was never given by this program, and a list is not drawn as long for it. */
const HIGHEST_ROW = 500;

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
      text.startsWith(start) && (rowNumber(text.slice(start.length)) ?? Infinity) <= HIGHEST_ROW
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
