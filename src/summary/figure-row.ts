import type { RawValue } from "../cells";
import { heightFor, type SheetDraft } from "../layout";
import { isOpen, valueOf, type Finding, type Return } from "../return";
import { readKeys, type SummaryColumn, type SummaryTable } from "../template";

import { isFilled, type SummaryRow } from "./collection";
import {
  PLACES,
  formatOfColumn,
  isFigureColumn,
  placeInTable,
  rowFormulaOfEntries,
  type GradeOf,
} from "./columns";
import type { FactPlaces } from "./fact-places";
import { linkedWords } from "./link-formula";
import { stateOf } from "./marks/state-cells";
import { saysNothingAtAll } from "./returned-file";
import { expressionIn, workedOutIn } from "./worked-out";

export const ROW_WIDTHS = { code: 7, name: 47, open: 14 } as const;

/** One organisation's row of a table of figures; its code leads to where they stand among the facts. */
export function drawOrganisation(
  draft: SheetDraft,
  one: SummaryRow,
  table: SummaryTable,
  row: number,
  placeOf: FactPlaces,
  grade: GradeOf | null = null,
): void {
  const { code, name } = one.organisation;
  draft.set(row, PLACES.name, { value: name, role: "label" });
  const heights = [heightFor(name, ROW_WIDTHS.name - 2)];
  draft.row(row, { height: Math.max(...heights) });
  if (!isFilled(one)) {
    draft.set(row, PLACES.code, { value: code, role: "label" });
    draft.set(row, PLACES.open, { value: missingWords(one), role: "missing" });
    table.columns.forEach((_, at) => {
      draft.set(row, PLACES.firstValue + at, { role: "missing" });
    });
    return;
  }
  const target = linkTarget(one, one.counted.reading.found, table, placeOf);
  draft.set(row, PLACES.code, linkedWords(code, target));
  const { found, findings } = one.counted.reading;
  const open = openWords(findings);
  draft.set(row, PLACES.open, {
    value: saysNothingAtAll(one.counted) ? `${open} Nothing to report` : open,
    role: "label",
  });
  table.columns.forEach((column, at) => {
    const place = PLACES.firstValue + at;
    const figures = isFigureColumn(column);
    const look = { role: figures ? ("figure" as const) : ("label" as const), format: formatOfColumn(column) };
    if (column.source.kind === "formula") {
      draft.set(row, place, { formula: rowFormulaOfEntries(column.source.expression, table, row), ...look });
      return;
    }
    if (column.source.kind === "rated") {
      const formula = grade?.(placeInTable(table, column.source.of, row)) ?? '""';
      draft.set(row, place, { formula, role: "mark" });
      return;
    }
    const value = valueIn(found, column.source);
    if (table.states) {
      draft.set(row, place, { value: stateOf(value, table.states)?.sign ?? null, role: "mark" });
      return;
    }
    // What is no number is no figure of a total; the finding about it says so.
    draft.set(row, place, { value: figures && typeof value !== "number" ? null : value, ...look });
    if (typeof value === "string") heights.push(heightFor(value, draft.width(place) - 2));
  });
  draft.row(row, { height: Math.max(...heights) });
}

/** Why a row has no figures. */
export function missingWords({ state, status }: SummaryRow): string {
  return state === "refused" ? "Refused" : status === "blank" ? "Sent blank" : "Not received";
}

/** What a column takes of one return. */
export function valueIn(
  found: Return,
  source: Exclude<SummaryColumn["source"], { readonly kind: "formula" | "rated" }>,
): RawValue {
  const { fields } = found.template;
  if (source.kind === "value") {
    const field = fields.get(source.key);
    return field ? valueOf(found, field) : null;
  }
  if (source.kind === "works_out") return workedOutIn(found, source.formula);
  const counted = [...fields.values()].filter(
    (field) =>
      field.block === source.list && field.column === source.column && valueOf(found, field) !== null,
  );
  return counted.length;
}

/** The first of the table's figures of this organisation; the others stand below it. */
function linkTarget(
  one: SummaryRow,
  found: Return,
  table: SummaryTable,
  placeOf: FactPlaces,
): string | undefined {
  const of = (key: string) => placeOf(one.organisation.code, one.template, key);
  for (const { source } of table.columns) {
    if (source.kind === "value") return of(source.key);
    if (source.kind !== "works_out") continue;
    for (const key of readKeys(expressionIn(found, source.formula))) {
      const place = of(key);
      if (place !== undefined) return place;
    }
  }
  return undefined;
}

/** How much of a return is still to be put right or explained, so that nobody takes its figures for settled. */
function openWords(findings: readonly Finding[]): string {
  const open = (level: Finding["level"]) =>
    findings.filter((finding) => finding.level === level && isOpen(finding)).length;
  const parts = [
    open("fix") > 0 ? `✖ ${open("fix")}` : "",
    open("explain") > 0 ? `▲ ${open("explain")}` : "",
  ];
  return parts.filter((part) => part !== "").join(" ") || "✔";
}
