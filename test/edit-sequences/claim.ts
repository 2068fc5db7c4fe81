import { formatAddress, isCellError, parseAddress, type RawValue, type WorkbookCells } from "../../src/cells";
import { findReturn, findingsOf, valuesOf, type Finding, type Place } from "../../src/return";
import { ENTRY_FAULTS, RETURN_FAULTS, type Template } from "../../src/template";

import { BLANK, cellAt, type Grid, type GridCell } from "./grid";
import type { Model } from "./model";
import { seenLabel, type Start, type Tracked } from "./start";

/** What a program makes of a workbook: a value under every key, and what it says about it. */
export interface Reading {
  readonly value: (key: string) => RawValue;
  readonly place: (key: string) => Place | null;
  readonly findings: readonly Finding[];
}

/** A return as it is read; null where the workbook is refused as none. */
export function readingOf(workbook: WorkbookCells, { year }: Start): Reading | null {
  const result = findReturn(workbook, new Map([[year.id, year]]));
  if (result.kind === "refused") return null;
  const values = new Map(valuesOf(result.found).map((one) => [one.key, one]));
  return {
    value: (key) => values.get(key)?.value ?? null,
    place: (key) => values.get(key)?.place ?? null,
    findings: findingsOf(result.found, { register: null, fileName: null, day: null }),
  };
}

/** A place where a field's row and column cross, by the model, and what stands there. */
export interface Crossing {
  readonly place: Place;
  readonly cell: GridCell;
  /** True where the row shows number and words of another line. */
  readonly disguised: boolean;
}

export function crossings(model: Model, of: Tracked, start: Start): readonly Crossing[] {
  return model.sheets.flatMap((grid) => {
    const columns = grid.columns.flatMap((_, at) => (holdsColumn(at + 1, grid, of) ? [at + 1] : []));
    return grid.rows.flatMap(({ identity }, at) => {
      if (identity !== of.row) return [];
      const row = at + 1;
      const seen = seenLabel(grid, row);
      const own = seen === start.labels.get(of.row);
      const disguised = !own && [...start.labels.values()].includes(seen);
      return columns.map((column) => ({
        place: { sheet: grid.name, cell: formatAddress({ row, column }) },
        cell: cellAt(grid, row, column),
        disguised,
      }));
    });
  });
}

/**
 * A column is what the hidden row of keys says, because that may have been copied with it; where this says nothing, it is what
 * it was in the first workbook.
 */
function holdsColumn(column: number, grid: Grid, of: Tracked): boolean {
  const keyRow = grid.rows.findIndex(({ identity }) => identity === of.keyRow) + 1;
  const { held } = keyRow === 0 ? BLANK : cellAt(grid, keyRow, column);
  return held === null
    ? grid.columns[column - 1] === of.column
    : held.kind === "entry" && held.value === of.field.column;
}

export type Verdict =
  | { readonly kind: "followed" }
  | { readonly kind: "named"; readonly by: Finding }
  | { readonly kind: "wrong"; readonly says: string };

/** Holds one entered field of a reading against the model: its value is right, or something is said about it. */
export function verdict(
  of: Tracked,
  model: Model,
  saved: WorkbookCells,
  reading: Reading,
  start: Start,
): Verdict {
  const there = crossings(model, of, start);
  const value = reading.value(of.field.key);
  // One that stands in two places is followed only where both hold the same.
  if (there.length > 0 && there.every((one) => sameValue(value, expected(one, saved))))
    return { kind: "followed" };
  const by = reading.findings.find((finding) => names(finding, of, there, start.template));
  if (by) return { kind: "named", by };
  const wanted = there.map(
    (one) => `${JSON.stringify(expected(one, saved))} at ${one.place.sheet}!${one.place.cell}`,
  );
  const where = reading.place(of.field.key);
  const read = JSON.stringify(value) + (where === null ? "" : ` from ${where.sheet}!${where.cell}`);
  return {
    kind: "wrong",
    says: `${of.field.key} is ${read}, not ${wanted.join(" or ") || "anywhere"}, and nothing names it`,
  };
}

/** Says where a field's row shows number and words of another line, and nothing names the field; null where all is well. */
export function disguise(of: Tracked, model: Model, reading: Reading, start: Start): string | null {
  const there = crossings(model, of, start);
  const hidden = there.find(({ disguised }) => disguised);
  if (!hidden || reading.findings.some((finding) => names(finding, of, there, start.template))) return null;
  const { sheet, cell } = hidden.place;
  return `${of.field.key} is read from ${sheet}!${cell}, in a row that shows another line, and nothing names it`;
}

function expected({ cell, place }: Crossing, saved: WorkbookCells): RawValue {
  if (cell.held === null) return null;
  return cell.held.kind === "entry" ? cell.held.value : savedValue(saved, place);
}

/** What a cell of the saved workbook shows. */
export function savedValue(saved: WorkbookCells, { sheet, cell }: Place): RawValue {
  return saved.sheets.find(({ name }) => name === sheet)?.cells.get(cell)?.value ?? null;
}

export function sameValue(a: RawValue, b: RawValue): boolean {
  return isCellError(a) && isCellError(b) ? a.error === b.error : a === b;
}

const OF_VALUES: readonly string[] = [...ENTRY_FAULTS, "wrong_total", "total_of_lost", "nothing_entered"];

/** True where a finding names a field: itself, its cell, or, where something is lost or doubled, its line, column, block or sheet. */
export function names(
  finding: Finding,
  { field, lineLabel, columnLabel, blockTitle }: Tracked,
  there: readonly Crossing[],
  template: Template,
): boolean {
  const places = there.map(({ place }) => place);
  if (finding.labels.includes(field.label)) return true;
  if (places.some(({ sheet, cell }) => finding.sheet === sheet && finding.cells.includes(cell))) return true;
  const ofStructure = RETURN_FAULTS.some(
    (kind) => !OF_VALUES.includes(kind) && template.standing.get(kind)?.code === finding.code,
  );
  if (!ofStructure) return false;
  const sheets = new Set([field.sheet, ...places.map(({ sheet }) => sheet)]);
  const says = (text: string) => finding.labels.includes(text) || finding.message.includes(`“${text}”`);
  if ([...sheets].some((sheet) => says(sheet)) || says(blockTitle)) return true;
  if (!sheets.has(finding.sheet)) return false;
  // Two columns of a sheet may have one label; the cells then say which is meant.
  const columns = new Set(places.map(({ cell }) => parseAddress(cell)?.column));
  const meant =
    columns.size === 0 ||
    finding.cells.length === 0 ||
    finding.cells.some((cell) => columns.has(parseAddress(cell)?.column));
  return says(lineLabel) || (says(columnLabel) && meant);
}
