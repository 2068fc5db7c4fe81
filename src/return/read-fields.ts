import { DAYS_BETWEEN_EPOCHS, formatAddress, type Cell, type RawValue, type WorkbookCells } from "../cells";
import { each, type InTurn } from "../in-turn";
import type { Field, Template } from "../template";

import { cellAt, crossing, type BlockPlace } from "./block-place";
import type { Noticed } from "./noticed";
import type { FoundField } from "./return";
import { tidied } from "./tidy";
import { shown } from "./words";
import { workedCell } from "./worked-cell";

export interface ReadFields {
  readonly fields: ReadonlyMap<string, FoundField>;
  /** Keys whose line or column is no longer in the workbook. */
  readonly lost: readonly string[];
  readonly noticed: readonly Noticed[];
}

/** Takes every field's value from where its line and column now cross. */
export function* readFields(
  workbook: WorkbookCells,
  template: Template,
  places: ReadonlyMap<string, BlockPlace>,
): InTurn<ReadFields> {
  const fields = new Map<string, FoundField>();
  const lost: string[] = [];
  const noticed: Noticed[] = [];
  const oldDates: { readonly sheet: string; readonly cell: string; readonly label: string }[] = [];
  const read = (field: Field) => {
    const place = places.get(field.block);
    const at = place && crossing(place, field.line, field.column);
    if (!place || !at) {
      // A sheet or block that is gone as a whole is told as one; a row of a list may be deleted.
      const rowIsGone = field.row !== null && !place?.rows.has(field.line);
      if (place && field.source.kind !== "closed" && !rowIsGone) lost.push(field.key);
      return;
    }
    const there = { sheet: place.sheet.sheet.name, cell: formatAddress(at) };
    const cell = cellAt(place, at);
    if (isDrawnLonger(field, cell)) return;
    const { formula, value: raw } = plain(cell);
    const entered = field.source.kind === "entered";
    let value = dated(raw, field, workbook.date1904);
    if (value !== raw) oldDates.push({ ...there, label: field.label });
    if (entered && formula !== null) {
      const worked = value ?? workedCell(workbook, there.sheet, formula) ?? null;
      value = worked;
      noticed.push({
        kind: worked === null ? "not_worked_out" : "formula_entered",
        facts: { label: field.label, formula: `=${formula}`, found: shown(worked, field) },
        sheet: there.sheet,
        cells: [there.cell],
        labels: [field.label],
      });
    }
    fields.set(field.key, {
      place: there,
      raw,
      value,
      formula,
      counts: entered ? countsAs(value, field) : value,
    });
  };
  yield* each(template.fields.values(), read);
  const [first] = oldDates;
  if (first) {
    noticed.push({
      kind: "dates_of_1904",
      facts: { sheet: first.sheet },
      sheet: first.sheet,
      cells: oldDates.filter(({ sheet }) => sheet === first.sheet).map(({ cell }) => cell),
      labels: oldDates.map(({ label }) => label),
    });
  }
  return { fields, lost: lostOf(lost, template, places), noticed };
}

/** Some programs write an error or a truth value that somebody entered as a formula of nothing else. */
function plain(cell: Cell | undefined): Cell {
  const { formula = null, value = null } = cell ?? {};
  if (formula === null) return { formula, value };
  if (/^#[A-Z0-9/]+[!?]?$/.test(formula)) return { formula: null, value: { error: formula } };
  const [, truth] = /^(TRUE|FALSE)(\(\))?$/i.exec(formula) ?? [];
  return truth === undefined ? { formula, value } : { formula: null, value: truth.toUpperCase() === "TRUE" };
}

/** Fields of a block of which nothing was found are lost with it, as long as something of their sheet is there. */
function lostOf(
  lost: readonly string[],
  template: Template,
  places: ReadonlyMap<string, BlockPlace>,
): readonly string[] {
  const gone = template.sheets.flatMap(({ blocks }) => {
    const own = blocks.filter(({ kind }) => kind !== "checks");
    const some = own.some(({ id }) => places.has(id));
    return some ? own.filter(({ id }) => !places.has(id)).map(({ id }) => id) : [];
  });
  const ofGone = [...template.fields.values()].filter(
    ({ block, source }) => gone.includes(block) && source.kind !== "closed",
  );
  return [...lost, ...ofGone.map(({ key }) => key)];
}

/** A row that was put into a list has none of the formulas of those that were drawn. */
function isDrawnLonger({ row, source }: Field, cell: Cell | undefined): boolean {
  return row !== null && source.kind === "calculated" && cell === undefined;
}

/** What an entry counts as in totals and facts: itself, or what an untidy one was surely meant to be. */
export function countsAs(value: RawValue, { type, source }: Field): RawValue {
  return tidied(value, type, source.kind === "entered" ? source.most : null)?.value ?? value;
}

/** Days of an older Macintosh workbook count from 1904; here all count from 1900. */
function dated(value: RawValue, field: Field, date1904: boolean): RawValue {
  return date1904 && field.type.kind === "date" && typeof value === "number"
    ? value + DAYS_BETWEEN_EPOCHS
    : value;
}
