import { join } from "node:path";

import type { Cell, RawValue, WorkbookCells } from "../../src/cells";
import { parseAddress, formatAddress } from "../../src/cells";
import { layoutTemplate, type Layout, type Validation } from "../../src/layout";
import { findingsOf } from "../../src/return";
import {
  collect,
  layoutSummary,
  readPrevious,
  withEntered,
  type Collection,
  type Entered,
  type ReturnFile,
} from "../../src/summary";
import { registerOf } from "../return/registers";
import { layoutCells } from "../support/layout-cells";
import { returnIn } from "../support/saved";
import { planningYear } from "../support/shipped";

/** A small year with two roles, a list and an assurance: nothing of it is of any year that is shipped. */
export const TEMPLATES = join(__dirname, "..", "fixtures", "wards");
export const year = planningYear("2001-02", TEMPLATES);
export const summary = year.summary!;
const templates = [...year.templates.values()];

export const REGISTER_TEXT = `code,name,type,sha
Y01,Northern Region,Region,
Y02,Southern Region,Region,
W01,Ashmere Hospital,Hospital,Y01
W02,Wend Hospital,Hospital,Y01
W03,Fellside House,House,Y01
W04,Harrow Hospital,Hospital,Y01
V01,Far Hospital,Hospital,Y02
`;
export const REGISTER = registerOf(REGISTER_TEXT);

export type Changes = Readonly<Record<string, RawValue>>;

/** A return with nothing wrong in it: money rises from 180 to 200. */
export function entriesOf(code: string, role: "ward" | "office", changes: Changes = {}) {
  const all: Changes = {
    "cover.code": code,
    "cover.name": REGISTER.find(code)?.name ?? "Nobody",
    "cover.region": "Y01",
    "cover.status": "Provisional",
    "money.staff[last]": 100,
    "money.staff[next]": 110,
    "money.drugs[last]": 80,
    "money.drugs[next]": 90,
    ...(role === "ward" ? roomsOf([["Long room", "Open", 12, 300]]) : {}),
    ...changes,
  };
  return new Map(Object.entries(all).filter(([, value]) => value !== null));
}

/** Rooms in the list, from its first row on: name, state, beds, cost, day agreed. */
export function roomsOf(
  rooms: readonly (readonly [string, string, RawValue, RawValue, RawValue?])[],
): Changes {
  return Object.fromEntries(
    rooms.flatMap((room, at) =>
      ["name", "state", "number", "cost", "agreed"].map((column, place) => [
        `beds.r${String(at + 1).padStart(2, "0")}[${column}]`,
        room[place] ?? null,
      ]),
    ),
  );
}

/** A return as if its file had been read. */
export function sent(
  code: string,
  role: "ward" | "office" = "ward",
  changes: Changes = {},
  file = `${code} ${role}.xlsx`,
): ReturnFile {
  const template = year.templates.get(role)!;
  const filling = {
    entries: entriesOf(code, role, changes),
    prefilled: new Set<string>(),
    organisation: null,
  };
  const found = returnIn(layoutCells(layoutTemplate(template, filling)), year);
  const findings = findingsOf(found, { register: REGISTER, fileName: file, day: null });
  return {
    file,
    sha256: `digest of ${file}`,
    modified: null,
    reading: { kind: "return", found, findings },
  };
}

export function collected(files: readonly ReturnFile[]): Collection {
  return collect(files, REGISTER, "Y01", year);
}

export interface Made {
  readonly collection: Collection;
  readonly layout: Layout;
}

/** A summary of these returns, with what was entered in an earlier one. */
export function summaryOf(files: readonly ReturnFile[], previous: WorkbookCells | null = null): Made {
  const fresh = collected(files);
  const collection = previous ? withEntered(fresh, enteredIn(previous)) : fresh;
  return { collection, layout: layoutSummary(collection, summary).layout };
}

export const OF = { sha: { code: "Y01", name: "Northern Region" }, templates, summary };

/** What was entered in a summary, which has to be one of this authority. */
export function enteredIn(workbook: WorkbookCells): Entered {
  const result = readPrevious(workbook, OF);
  if (result.kind === "entered") return result.entered;
  throw new Error(result.message);
}

/** The cells of a summary with these entered, by sheet and address. */
export function entering(layout: Layout, entries: Readonly<Record<string, RawValue>>): WorkbookCells {
  const workbook = layoutCells(layout);
  const sheets = workbook.sheets.map((sheet) => {
    const cells = new Map<string, Cell>(sheet.cells);
    for (const [place, value] of Object.entries(entries)) {
      const [name, address] = place.split("!");
      if (name === sheet.name && value === null) cells.delete(address!);
      else if (name === sheet.name) cells.set(address!, { value, formula: null });
    }
    return { ...sheet, cells };
  });
  return { ...workbook, sheets };
}

/** The row in which a hidden key stands. */
export function rowWith(layout: Layout, sheet: string, key: string): number {
  const cells = layout.sheets.find(({ name }) => name === sheet)?.cells ?? new Map<string, never>();
  for (const [address, cell] of cells)
    if (cell.value === key && parseAddress(address)!.column === 1) return parseAddress(address)!.row;
  throw new Error(`${sheet} has no row ${key}`);
}

/** The column of a key in a sheet, by the hidden row that begins with the anchor. */
export function columnWith(layout: Layout, sheet: string, anchor: string, key: string): number {
  const row = rowWith(layout, sheet, anchor);
  const cells = layout.sheets.find(({ name }) => name === sheet)!.cells;
  for (const [address, cell] of cells) {
    const at = parseAddress(address)!;
    if (at.row === row && cell.value === key) return at.column;
  }
  throw new Error(`${sheet} has no column ${key}`);
}

export type Row = "verdicts" | "judgements" | "own_spend";
const SHEETS = { verdicts: "Explanations", judgements: "Assurance", own_spend: "Assurance" } as const;

/** Where an entry stands, "Explanations!I8", by its block, row and column. */
export function entryAt(layout: Layout, block: Row, key: string, column: string): string {
  const sheet = SHEETS[block];
  const at = {
    row: rowWith(layout, sheet, `${block}.${key}`),
    column: columnWith(layout, sheet, `#${block}`, column),
  };
  return `${sheet}!${formatAddress(at)}`;
}

/** What a summary's layout holds in an entry. */
export function entryIn(layout: Layout, block: Row, key: string, column: string): RawValue {
  const [sheet, address] = entryAt(layout, block, key, column).split("!");
  return layout.sheets.find(({ name }) => name === sheet)!.cells.get(address!)?.value ?? null;
}

/** Entries by block, row and column, for `entering`. */
export function placed(
  layout: Layout,
  entries: readonly (readonly [Row, string, string, RawValue])[],
): Readonly<Record<string, RawValue>> {
  return Object.fromEntries(
    entries.map(([block, key, column, value]) => [entryAt(layout, block, key, column), value]),
  );
}

/** What may be entered at a place, "Explanations!I8"; ranges of validations may hold several cells. */
export function validationAt(layout: Layout, place: string): Validation | undefined {
  const [name, address] = place.split("!");
  const at = parseAddress(address!)!;
  const { validations } = layout.sheets.find((sheet) => sheet.name === name)!;
  return validations.find(({ range }) => {
    const [from, to = from] = range.split(":").map((text) => parseAddress(text)!);
    return at.row >= from!.row && at.row <= to!.row && at.column >= from!.column && at.column <= to!.column;
  });
}
