import {
  DAYS_BETWEEN_EPOCHS,
  formatAddress,
  parseAddress,
  type Address,
  type RawValue,
  type SheetCells,
  type WorkbookCells,
} from "../cells";
import { fieldKey, type Field, type PlanningYear, type Template, type ValueBlock } from "../template";

import type { Doubled, FoundField, Place, Return } from "./return";

/** What a workbook says it is: the stamp that every sheet of a return carries. */
interface Stamp {
  readonly year: string;
  readonly role: string;
  readonly version: string;
}

export type FindResult =
  | { readonly kind: "return"; readonly found: Return }
  | {
      readonly kind: "refused";
      readonly code: "no_return" | "unknown_year" | "unknown_role";
      readonly message: string;
    };

/** Finds a return in a workbook: its template by the stamp, its fields by the hidden keys, never by where they should stand. */
export function findReturn(workbook: WorkbookCells, years: ReadonlyMap<string, PlanningYear>): FindResult {
  const sheets = workbook.sheets.map(indexed);
  const stamp = stampIn(sheets);
  if (!stamp) {
    const names = workbook.sheets.map((sheet) => sheet.name).slice(0, 5);
    return {
      kind: "refused",
      code: "no_return",
      message: `This workbook is not a return made by this program; its sheets are ${names.join(", ")}. Copy the figures into a workbook that was made for the organisation.`,
    };
  }
  const year = years.get(stamp.year);
  if (!year) {
    return {
      kind: "refused",
      code: "unknown_year",
      message: `This is a return for the planning year ${stamp.year}, which this version of the program does not know. It knows ${[...years.keys()].join(", ")}.`,
    };
  }
  const template = year.templates.get(stamp.role);
  if (!template) {
    return {
      kind: "refused",
      code: "unknown_role",
      message: `This is a ${stamp.role} return, which the planning year ${year.label} does not have.`,
    };
  }
  return { kind: "return", found: readFields(sheets, template, stamp.version, workbook.date1904) };
}

interface IndexedSheet {
  readonly sheet: SheetCells;
  /** Addresses of every text, from top to bottom. */
  readonly texts: ReadonlyMap<string, readonly Address[]>;
}

function indexed(sheet: SheetCells): IndexedSheet {
  const texts = new Map<string, Address[]>();
  for (const [text, cell] of sheet.cells) {
    if (typeof cell.value !== "string") continue;
    const address = parseAddress(text);
    if (!address) continue;
    const known = texts.get(cell.value);
    if (known) known.push(address);
    else texts.set(cell.value, [address]);
  }
  for (const addresses of texts.values()) addresses.sort((a, b) => a.row - b.row || a.column - b.column);
  return { sheet, texts };
}

function stampIn(sheets: readonly IndexedSheet[]): Stamp | null {
  for (const { texts } of sheets) {
    for (const text of texts.keys()) {
      const [, year, role, version] = /^imt\|([^|]{1,20})\|([^|]{1,40})\|([^|]{1,20})$/.exec(text) ?? [];
      if (year !== undefined && role !== undefined && version !== undefined) return { year, role, version };
    }
  }
  return null;
}

function readFields(
  sheets: readonly IndexedSheet[],
  template: Template,
  version: string,
  date1904: boolean,
): Return {
  const fields = new Map<string, FoundField>();
  const lost: string[] = [];
  const doubled: Doubled[] = [];
  for (const { blocks } of template.sheets) {
    for (const block of blocks)
      if (block.kind !== "checks") readBlock(block, sheets, template, { fields, lost, doubled, date1904 });
  }
  return { template, version, fields, lost, doubled };
}

interface Gathered {
  readonly fields: Map<string, FoundField>;
  readonly lost: string[];
  readonly doubled: Doubled[];
  readonly date1904: boolean;
}

function readBlock(
  block: ValueBlock,
  sheets: readonly IndexedSheet[],
  template: Template,
  into: Gathered,
): void {
  const anchors = sheets.flatMap((sheet) =>
    (sheet.texts.get(`#${block.id}`) ?? []).map((address) => ({ sheet, address })),
  );
  const [first, ...others] = anchors;
  if (first) noteDoubled(block.title, [first, ...others], into);
  const rows = new Map(block.lines.map((line) => [line.id, first ? rowsOf(block, line.id, first) : []]));
  const columns = new Map(
    block.columns.map((column) => [column.id, first ? columnsOf(column.id, first) : []]),
  );
  for (const line of block.lines) {
    const at = rows.get(line.id) ?? [];
    if (first)
      noteDoubled(
        line.label,
        at.map((row) => ({ sheet: first.sheet, address: { row, column: first.address.column } })),
        into,
      );
    for (const column of block.columns) {
      const field = template.fields.get(fieldKey(block, line.id, column.id));
      if (!field) continue;
      const [row] = at;
      const [place] = columns.get(column.id) ?? [];
      if (!first || row === undefined || place === undefined) {
        if (field.source.kind !== "closed") into.lost.push(field.key);
        continue;
      }
      const cell = formatAddress({ row, column: place });
      const found = first.sheet.sheet.cells.get(cell);
      into.fields.set(field.key, {
        place: { sheet: first.sheet.sheet.name, cell },
        value: dated(found?.value ?? null, field, into.date1904),
        formula: found?.formula ?? null,
      });
    }
  }
  for (const column of block.columns) {
    const at = columns.get(column.id) ?? [];
    if (first)
      noteDoubled(
        column.label,
        at.map((place) => ({ sheet: first.sheet, address: { row: first.address.row, column: place } })),
        into,
      );
  }
}

/** Days of an older Macintosh workbook count from 1904; here all count from 1900. */
function dated(value: RawValue, field: Field, date1904: boolean): RawValue {
  return date1904 && field.type.kind === "date" && typeof value === "number"
    ? value + DAYS_BETWEEN_EPOCHS
    : value;
}

interface Anchor {
  readonly sheet: IndexedSheet;
  readonly address: Address;
}

/** Rows whose key, in the anchor's column, is this line's. */
function rowsOf(block: ValueBlock, line: string, { sheet, address }: Anchor): readonly number[] {
  return (sheet.texts.get(`${block.id}.${line}`) ?? [])
    .filter(({ column }) => column === address.column)
    .map(({ row }) => row);
}

/** Columns whose key, in the anchor's row, is this one's. */
function columnsOf(column: string, { sheet, address }: Anchor): readonly number[] {
  return (sheet.texts.get(column) ?? []).filter(({ row }) => row === address.row).map((at) => at.column);
}

function noteDoubled(label: string, anchors: readonly Anchor[], into: Gathered): void {
  const [first, ...again] = anchors.map(({ sheet, address }): Place => ({
    sheet: sheet.sheet.name,
    cell: formatAddress(address),
  }));
  if (first && again.length > 0) into.doubled.push({ label, first, again });
}
