import type { Cell } from "../cells";

import { asked } from "./asked";
import { codeOf } from "./fault";
import { addCells, CELL_FIELDS } from "./open-cells";
import {
  areSameSheets,
  LISTED_FIELDS,
  listedSheets,
  type ListedSheet,
  type ReadWorkbook,
} from "./open-sheets";

const TOO_LARGE: ReadonlySet<string> = new Set(["ResponsePayloadSizeLimitExceeded", "RangeExceedsLimit"]);
/** So often it is read again because sheets came or went meanwhile. */
const MOST_READINGS = 3;
/** As many cells are asked for at once where all of them together are too many. */
const CELLS_AT_ONCE = 20_000;

export function isTooLarge(problem: unknown): boolean {
  return TOO_LARGE.has(codeOf(problem) ?? "");
}

/** Everything that stands in the workbook, in two requests: its sheets, and what is used of each. */
export async function readWorkbook(): Promise<ReadWorkbook> {
  const { sheets, date1904 } = await asked(listed);
  return readSheets(sheets, date1904);
}

async function listed(context: Excel.RequestContext) {
  const { worksheets } = context.workbook;
  worksheets.load(LISTED_FIELDS);
  // Excel tells no add-in from when its days are counted, but works out a day: the second of 1904 is day 1 or day 1463.
  const day = context.workbook.functions.date(1904, 1, 2).load("value");
  await context.sync();
  return { sheets: listedSheets(worksheets), date1904: day.value === 1 };
}

/** The same where the sheets are known, in one request as long as they have not changed. */
export async function readSheets(sheets: readonly ListedSheet[], date1904: boolean): Promise<ReadWorkbook> {
  let known = sheets;
  for (let reading = 1; ; reading += 1) {
    const read = await readUsed(known);
    if (areSameSheets(known, read.sheets) || reading === MOST_READINGS)
      return { sheets: withCells(read), date1904 };
    known = read.sheets;
  }
}

interface UsedCells {
  readonly sheets: readonly ListedSheet[];
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
}

function withCells({ sheets, cells }: UsedCells): ReadWorkbook["sheets"] {
  return sheets.map((sheet) => ({ ...sheet, cells: cells.get(sheet.id) ?? new Map<string, Cell>() }));
}

async function readUsed(sheets: readonly ListedSheet[]): Promise<UsedCells> {
  try {
    return await asked((context) => readAtOnce(context, sheets));
  } catch (problem) {
    if (!isTooLarge(problem)) throw problem;
    return readInParts(sheets);
  }
}

async function readAtOnce(context: Excel.RequestContext, sheets: readonly ListedSheet[]): Promise<UsedCells> {
  const { worksheets } = context.workbook;
  const ranges = sheets.map(({ id }) => ({
    id,
    range: worksheets.getItemOrNullObject(id).getUsedRangeOrNullObject(true).load(CELL_FIELDS),
  }));
  worksheets.load(LISTED_FIELDS);
  await context.sync();
  const cells = new Map<string, ReadonlyMap<string, Cell>>();
  for (const { id, range } of ranges) {
    const ofSheet = new Map<string, Cell>();
    if (!range.isNullObject) addCells(range, ofSheet);
    cells.set(id, ofSheet);
  }
  return { sheets: listedSheets(worksheets), cells };
}

interface Rows {
  readonly id: string;
  /** Counted from 0, as Excel's API does. */
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** A workbook that does not travel at once: as many rows at a time as seem few enough, and half of them where even those are too many. */
async function readInParts(sheets: readonly ListedSheet[]): Promise<UsedCells> {
  const { now, used } = await asked((context) => measured(context, sheets));
  const cells = new Map<string, Map<string, Cell>>();
  const waiting = [...grouped(used.flatMap(inParts))].reverse();
  for (let rows = waiting.pop(); rows; rows = waiting.pop()) {
    try {
      await readRows(rows, cells);
    } catch (problem) {
      const halves = halved(rows);
      if (!isTooLarge(problem) || halves.length < 2) throw problem;
      waiting.push(...halves.reverse());
    }
  }
  return { sheets: now, cells };
}

async function measured(context: Excel.RequestContext, sheets: readonly ListedSheet[]) {
  const { worksheets } = context.workbook;
  const ranges = sheets.map(({ id }) => ({
    id,
    range: worksheets
      .getItemOrNullObject(id)
      .getUsedRangeOrNullObject(true)
      .load("rowIndex,columnIndex,rowCount,columnCount"),
  }));
  worksheets.load(LISTED_FIELDS);
  await context.sync();
  const used = ranges.flatMap(({ id, range }): Rows[] =>
    range.isNullObject
      ? []
      : [
          {
            id,
            top: range.rowIndex,
            left: range.columnIndex,
            height: range.rowCount,
            width: range.columnCount,
          },
        ],
  );
  return { now: listedSheets(worksheets), used };
}

function inParts(all: Rows): readonly Rows[] {
  const height = Math.max(1, Math.floor(CELLS_AT_ONCE / all.width));
  const parts: Rows[] = [];
  for (let done = 0; done < all.height; done += height)
    parts.push({ ...all, top: all.top + done, height: Math.min(height, all.height - done) });
  return parts;
}

function grouped(parts: readonly Rows[]): readonly (readonly Rows[])[] {
  const groups: Rows[][] = [];
  let count = Infinity;
  for (const part of parts) {
    const size = part.width * part.height;
    if (count + size > CELLS_AT_ONCE) {
      groups.push([]);
      count = 0;
    }
    groups.at(-1)?.push(part);
    count += size;
  }
  return groups;
}

/** What is asked for in two requests instead of one; one alone where it is a single row. */
function halved(rows: readonly Rows[]): (readonly Rows[])[] {
  const [only, ...others] = rows;
  if (!only) return [];
  const middle = Math.ceil((others.length > 0 ? rows.length : only.height) / 2);
  if (others.length > 0) return [rows.slice(0, middle), rows.slice(middle)];
  if (only.height === 1) return [rows];
  return [[{ ...only, height: middle }], [{ ...only, top: only.top + middle, height: only.height - middle }]];
}

function readRows(parts: readonly Rows[], cells: Map<string, Map<string, Cell>>): Promise<void> {
  return asked(async (context) => {
    const { worksheets } = context.workbook;
    const ranges = parts.map(({ id, top, left, height, width }) => ({
      id,
      range: worksheets.getItemOrNullObject(id).getRangeByIndexes(top, left, height, width).load(CELL_FIELDS),
    }));
    await context.sync();
    for (const { id, range } of ranges) {
      const ofSheet = cells.get(id) ?? new Map<string, Cell>();
      cells.set(id, ofSheet);
      if (!range.isNullObject) addCells(range, ofSheet);
    }
  });
}
