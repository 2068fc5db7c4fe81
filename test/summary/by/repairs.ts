import type { RawValue } from "../../../src/cells";
import { layoutTemplate } from "../../../src/layout";
import { findingsOf } from "../../../src/return";
import { collect, layoutSummary, readPrevious, withEntered, type ReturnFile } from "../../../src/summary";
import { readPlanningYear } from "../../../src/template";
import type { WorkbookCells } from "../../../src/cells";
import { layoutCells } from "../../support/layout-cells";
import { returnIn } from "../../support/saved";
import { yearFiles } from "../../support/shipped";
import { REGISTER, TEMPLATES, entriesOf } from "../wards";

/** The small year with repairs of its rooms, the share of beds that are taken in three months, and a summary of these. */
const REPAIRS = `
  - list: repairs
    title: Repairs
    row: Repair
    rows: 4
    columns:
      what: { label: What, type: text, most: 40 }
      room: { label: Room, type: text, answer: optional, most: 40, names: "beds[name]" }
      kind: { label: Kind, type: choice, list: levels }
      price: { label: Price, type: money, least: 0 }
  - months: taken
    title: Beds taken
    from: 2001-04
    each: { type: percent, decimals: 0, answer: optional, least: 0, most: 1 }
    lines:
      planned: { label: "Share of beds, planned" }
`;

export const SUMMARY = `title: Rooms and repairs
figures: []
sheets:
  - sheet: Rooms
    role: ward
    by:
      - table: by_state
        by: "beds[state]"
        title: Rooms by state
        head: State
        rest: No state
        total: All rooms
        columns:
          rooms: { label: Rooms, type: count, each: "=1" }
          beds: { label: Beds, type: count, each: "=[@number]" }
          cost: { label: Cost, type: money, each: "=[@cost]" }
          large: { label: Beds above ten, type: count, each: "=MAX([@number]-10,0)" }
          wards: { label: Wards with large rooms, type: count, organisations: large }
          share: { label: Share of cost, type: percent, decimals: 1, is: "=IF(by_state.cost>0,[@cost]/by_state.cost,0)" }
          lesser: { label: The lesser, type: count, adds: true, is: "=MIN([@beds],[@cost])", apart: { label: The lesser of all, says: "The lesser is added up region by region." } }
        organisations: { title: Ward by ward }
    tables:
      - { table: wards, title: All wards, columns: { next: { label: Next year, value: "money.all[next]" } } }
      - { table: rich, title: "Rich wards", only: "=money.all[next]>200", totals: false, columns: { next: { label: Next year, value: "money.all[next]" } } }
      - { table: poor, title: "Poor wards", only: "=money.all[next]<10", totals: false, columns: { next: { label: Next year, value: "money.all[next]" } } }
  - sheet: Repairs
    role: ward
    by:
      - table: by_room
        by: "beds[state]"
        list: repairs
        title: Repairs by the state of the room
        head: State of the room
        rest: No such room
        total: All repairs
        columns:
          price: { label: Price, type: money, each: "=[@price]" }
          high: { label: Grave ones, type: money, each: '=IF([@kind]="High",[@price],0)' }
          big: { label: In rooms of ten beds, type: money, each: "=IF(beds.number>=10,[@price],0)" }
    held:
      title: What the region has for repairs
      head: Money
      columns: { now: { label: Now } }
      lines:
        fund: { label: The region's fund, returns: { label: Repairs of rooms, by: { now: "=by_room.price" } } }
      words: { difference: Repairs less the fund, result: Is it used up?, reached: "✔ Used up", short: "▼ Some is left", unknown: "● Not entered" }
  - sheet: Lines
    role: ward
    by:
      - table: by_line
        lines: money
        title: Money by line
        head: Line
        total: All lines
        columns:
          next: { label: Next year, type: money, totals: next_year }
          known: { label: Known, type: text, is: '=IF(ISNUMBER([@next]),"yes","no")' }
      - table: by_level
        by: "cover[level]"
        title: Wards by level
        head: Level
        columns: { wards: { label: Wards, type: count, same: "levels[level]" } }
    tables:
      - { table: next_year, title: Next year by line, across: { table: money, column: next } }
      - { table: levels, title: Levels, totals: false, columns: { level: { label: Level, value: cover.level } } }
  - sheet: Taken
    role: ward
    tables:
      - table: taken
        title: Beds taken
        columns: { beds: { label: Beds, type: count, adds: true, works_out: "=SUM(beds[number])" } }
        across: { table: taken, line: planned, group: Share, width: 9 }
        mean: { says: "Mean, by beds", weight: beds, target: { says: Wanted, by: { may: 0.5 } }, rising: { from: apr, to: mar } }
      - table: taken_alike
        title: Beds taken, wards alike
        across: { table: taken, line: planned }
        mean: { says: Mean }
      - table: taken_large
        title: Beds taken, large wards
        only: "=SUM(beds[number])>10"
        across: { table: taken, line: planned }
        mean: { says: "Mean of these, by what is next", weight: next }
        columns: { next: { label: Next year, value: "money.all[next]" } }
`;

/** The same year with this summary; what is wrong with it is said line by line. */
export function yearWith(summary: string) {
  const files = yearFiles("2001-02", TEMPLATES);
  const beds = files.sheets.get("beds")!;
  const sheets = new Map([...files.sheets, ["beds", { ...beds, text: beds.text + REPAIRS }] as const]);
  return readPlanningYear(
    { ...files, sheets, obligations: null, summary: { name: "summary.yaml", text: summary } },
    { proven: true },
  );
}

const read = yearWith(SUMMARY);
if (read.kind !== "year") throw new Error(JSON.stringify(read.problems));
export const { year } = read;
const summary = year.summary!;

export type Repair = readonly [what: string, room: string | null, kind: string, price: RawValue];

export const repairs = (those: readonly Repair[]) =>
  Object.fromEntries(
    those.flatMap((one, at) =>
      ["what", "room", "kind", "price"].map((column, place) => [
        `repairs.r${String(at + 1).padStart(2, "0")}[${column}]`,
        one[place] ?? null,
      ]),
    ),
  );

export const taken = (shares: readonly (readonly [string, number])[]) =>
  Object.fromEntries(shares.map(([month, share]) => [`taken.planned[${month}]`, share]));

/** A ward's return as if its file had been read. */
export function ward(code: string, changes: Readonly<Record<string, RawValue>>): ReturnFile {
  const filling = {
    entries: entriesOf(code, "ward", changes),
    prefilled: new Set<string>(),
    organisation: null,
  };
  const found = returnIn(layoutCells(layoutTemplate(year.templates.get("ward")!, filling)), year);
  const file = `${code} ward.xlsx`;
  const findings = findingsOf(found, { register: REGISTER, fileName: file, day: null });
  return { file, sha256: `digest of ${file}`, modified: null, reading: { kind: "return", found, findings } };
}

export function made(files: readonly ReturnFile[], previous: WorkbookCells | null = null) {
  const fresh = collect(files, REGISTER, "Y01", year);
  if (!previous) return layoutSummary(fresh, summary);
  const sha = { code: "Y01", name: "Northern Region" };
  const result = readPrevious(previous, { sha, templates: [...year.templates.values()], summary });
  if (result.kind !== "entered") throw new Error(result.message);
  return layoutSummary(withEntered(fresh, result.entered), summary);
}
