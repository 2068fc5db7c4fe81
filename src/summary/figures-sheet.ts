import { formatAddress, formatRectangle, quoteSheet, rectangles, type RawValue } from "../cells";
import { writeFormula } from "../formula";
import { SheetDraft, formatOf, type LayoutSheet, type NumberFormat } from "../layout";
import { isOpen, valueOf, type Finding } from "../return";
import {
  type SummaryColumn,
  type SummaryExpression,
  type SummarySheet,
  type SummaryTable,
  type Template,
} from "../template";

import { FIRST_ROW, drawFrame, finished, type Frame } from "./frame";
import { markLevels } from "./levels";
import { isSettled, type SummaryRow } from "./returned";

const CODE = 1;
const NAME = 2;
const OPEN = 3;
const FIRST_VALUE = 4;
const WIDTHS = { code: 7, name: 40, open: 11, value: 11.5 } as const;
/** Lines of a printed page at the scale that these sheets come to. */
const PAGE_ROWS = 44;

/** Where the totals of a table's columns stand, for figures that are worked out from them; settled are those of returns with nothing left to put right or to explain. */
export interface TotalCells {
  readonly all: Map<string, string>;
  /** Empty where every return received is settled. */
  readonly settled: Map<string, string>;
}

/** A sheet of the summary: tables of organisations × columns, totals as formulas. A missing return is shown as missing, never as zero. */
export function figuresSheet(
  sheet: SummarySheet,
  template: Template,
  frame: Frame,
  totals: TotalCells,
): LayoutSheet {
  const draft = new SheetDraft(sheet.name);
  const most = Math.max(...sheet.tables.map((table) => table.columns.length));
  draft.column(CODE, { width: WIDTHS.code, hidden: false });
  draft.column(NAME, { width: WIDTHS.name, hidden: false });
  draft.column(OPEN, { width: WIDTHS.open, hidden: false });
  for (let at = 0; at < most; at += 1) {
    const width = Math.max(...sheet.tables.map((table) => table.columns[at]?.width ?? WIDTHS.value));
    draft.column(FIRST_VALUE + at, { width, hidden: false });
  }
  drawFrame(draft, frame, FIRST_VALUE + most - 1, "£000", sheet.intro);
  let row = FIRST_ROW;
  let pageFrom = 1;
  for (const table of sheet.tables) {
    const end = row + frame.collection.rows.length + 4;
    if (row > FIRST_ROW && end - pageFrom > PAGE_ROWS) {
      draft.breakBefore(row);
      pageFrom = row;
    }
    row = drawTable(draft, table, template, frame, row, totals) + 2;
  }
  return finished(draft, frame, { freeze: { rows: 2, columns: NAME } });
}

function drawTable(
  draft: SheetDraft,
  table: SummaryTable,
  template: Template,
  frame: Frame,
  from: number,
  totals: TotalCells,
): number {
  draft.set(from, CODE, { value: table.title, role: "block_title" });
  draft.row(from, { height: 22 });
  let row = from + 1;
  if (table.intro !== null) {
    draft.set(row, CODE, { value: table.intro, role: "block_title" });
    draft.merged(
      { top: row, bottom: row, left: CODE, right: FIRST_VALUE + table.columns.length - 1 },
      { value: table.intro, role: "block_intro" },
    );
    row += 1;
  }
  if (table.columns.some(({ group }) => group !== null)) {
    drawGroups(draft, table.columns, row);
    row += 1;
  }
  draft.set(row, CODE, { value: "Code", role: "head_text" });
  draft.set(row, NAME, { value: "Organisation", role: "head_text" });
  draft.set(row, OPEN, { value: "Open", role: "head_text" });
  table.columns.forEach((column, at) => {
    draft.set(row, FIRST_VALUE + at, { value: column.label, role: isWordy(column) ? "head_text" : "head" });
  });
  const longest = Math.max(...table.columns.map(({ label }) => Math.ceil(label.length / 11)));
  draft.row(row, { height: Math.max(18, Math.min(5, longest) * 13 + 5) });
  const first = row + 1;
  frame.collection.rows.forEach((one, at) => drawOrganisation(draft, one, table, template, first + at));
  const last = first + frame.collection.rows.length - 1;
  markLevels(draft, { top: first, bottom: last, column: OPEN });
  const drawn = totalRows(frame, first);
  for (const [at, total] of drawn.entries()) {
    drawTotals(draft, table, total);
    const into = at === 0 ? totals.all : totals.settled;
    table.columns.forEach((column, offset) => {
      const cell = formatAddress({ row: total.row, column: FIRST_VALUE + offset });
      into.set(`${table.id}.${column.id}`, `${quoteSheet(draft.name)}!${cell}`);
    });
  }
  return last + drawn.length;
}

function drawGroups(draft: SheetDraft, columns: readonly SummaryColumn[], row: number): void {
  let at = 0;
  while (at < columns.length) {
    const group = columns[at]?.group ?? null;
    let end = at;
    while (group !== null && columns[end + 1]?.group === group) end += 1;
    if (group !== null) {
      draft.merged(
        { top: row, bottom: row, left: FIRST_VALUE + at, right: FIRST_VALUE + end },
        { value: group, role: "group_head" },
      );
    }
    at = end + 1;
  }
}

function drawOrganisation(
  draft: SheetDraft,
  one: SummaryRow,
  table: SummaryTable,
  template: Template,
  row: number,
): void {
  draft.set(row, CODE, { value: one.organisation.code, role: "label" });
  draft.set(row, NAME, { value: one.organisation.name, role: "label" });
  draft.set(row, OPEN, { value: one.counted ? openWords(one.counted.reading.findings) : "", role: "label" });
  const found = one.counted?.reading.found;
  if (!found || one.status === "blank") {
    const words =
      one.state === "refused" ? "Refused" : one.status === "blank" ? "Sent blank" : "Not received";
    table.columns.forEach((_, at) =>
      draft.set(row, FIRST_VALUE + at, { value: at === 0 ? words : null, role: "missing" }),
    );
    return;
  }
  table.columns.forEach((column, at) => {
    const cell = { row, column: FIRST_VALUE + at };
    const look = {
      role: isWordy(column) ? ("text" as const) : ("figure" as const),
      format: formatOfColumn(column),
    };
    if (column.source.kind === "formula") {
      const formula = rowFormula(column.source.expression, table, row);
      draft.set(cell.row, cell.column, {
        formula: ofEntries(formula, column.source.expression, table, row),
        ...look,
      });
      return;
    }
    const field = template.fields.get(column.source.key);
    const value: RawValue = field ? valueOf(found, field) : null;
    // What is no number is no figure of a total; the finding about it says so.
    draft.set(cell.row, cell.column, {
      value: isFigureColumn(column) && typeof value !== "number" ? null : value,
      ...look,
    });
  });
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

/** A figure is worked out only where there is something to work it out from. */
function ofEntries(formula: string, expression: SummaryExpression, table: SummaryTable, row: number): string {
  const cells = [...new Set(referencesOf(expression))].map((column) => placeInRow(table, column, row));
  return cells.length === 0 ? formula : `IF(COUNT(${cells.join(",")})<${cells.length},"",${formula})`;
}

function referencesOf(expression: SummaryExpression): readonly string[] {
  const found: string[] = [];
  writeFormula(expression, (reference) => {
    if (reference.kind === "row") found.push(reference.column);
    return "0";
  });
  return found;
}

function rowFormula(expression: SummaryExpression, table: SummaryTable, row: number): string {
  return writeFormula(expression, (reference) => placeInRow(table, reference.column, row));
}

function placeInRow(table: SummaryTable, column: string, row: number): string {
  return formatAddress({ row, column: FIRST_VALUE + table.columns.findIndex(({ id }) => id === column) });
}

/** A total row: what it covers, in words, and the rows of organisations that it adds up. */
interface TotalRow {
  readonly words: string;
  readonly row: number;
  readonly of: readonly number[];
}

/** The total of all returns received and, where some have something to put right, of those with nothing left open. */
function totalRows({ collection }: Frame, first: number): readonly TotalRow[] {
  const { rows } = collection;
  const numbered = rows.map((one, at) => ({ one, row: first + at }));
  const counted = numbered.filter(({ one }) => one.counted !== null && one.status !== "blank");
  const settled = counted.filter(({ one }) => isSettled(one));
  const share = Math.round((100 * counted.length) / Math.max(1, rows.length));
  const end = first + rows.length;
  const all = {
    words: `Total of ${counted.length} returns received, of ${rows.length} (${share}%)`,
    row: end,
    of: counted.map(({ row }) => row),
  };
  if (settled.length === counted.length) return [all];
  const words = `Total of the ${settled.length} with nothing left open`;
  return [all, { words, row: end + 1, of: settled.map(({ row }) => row) }];
}

function drawTotals(draft: SheetDraft, table: SummaryTable, total: TotalRow): void {
  draft.set(total.row, CODE, { role: "total_label" });
  draft.set(total.row, NAME, { value: total.words, role: "total_label" });
  draft.set(total.row, OPEN, { role: "total_label" });
  table.columns.forEach((column, at) => {
    const place = FIRST_VALUE + at;
    const look = { role: "figure_total" as const, format: formatOfColumn(column) };
    if (column.source.kind === "formula") {
      draft.set(total.row, place, {
        formula: rowFormula(column.source.expression, table, total.row),
        ...look,
      });
    } else if (column.type.kind === "money" || column.type.kind === "count") {
      const cells = rectangles(total.of.map((row) => ({ row, column: place }))).map(formatRectangle);
      draft.set(total.row, place, cells.length > 0 ? { formula: `SUM(${cells.join(",")})`, ...look } : look);
    } else draft.set(total.row, place, look);
  });
}

function isFigureColumn(column: SummaryColumn): boolean {
  return ["money", "count", "percent", "date"].includes(column.type.kind);
}

function isWordy(column: SummaryColumn): boolean {
  return !isFigureColumn(column);
}

function formatOfColumn(column: SummaryColumn): NumberFormat {
  return isWordy(column) ? "general" : formatOf(column.type);
}
