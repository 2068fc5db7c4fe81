import { formatAddress, isCellError, parseAddress, type RawValue } from "../../src/cells";
import { layoutTemplate, planTemplate, type Layout, type LayoutCell, type Plan } from "../../src/layout";
import type { Field, PlanningYear, Template } from "../../src/template";
import { LINES } from "../support/provider-return";

import { BLANK, cellAt, span, type Grid, type GridCell } from "./grid";
import type { Model } from "./model";

/** Columns in which every sheet has the hidden keys of its lines, their numbers and their words. */
export const KEY_COLUMN = 1;
export const NUMBER_COLUMN = 2;
export const LABEL_COLUMN = 3;

/** A field of the template, as the model knows it: by rows and columns of the first workbook. */
export interface Tracked {
  readonly field: Field;
  /** Identity of its row, and of the hidden row in which its block names its columns. */
  readonly row: string;
  readonly keyRow: string;
  /** Identity of its column. */
  readonly column: string;
  readonly lineLabel: string;
  readonly columnLabel: string;
  readonly blockTitle: string;
}

/** The workbook with which every sequence begins. */
export interface Start {
  readonly year: PlanningYear;
  readonly template: Template;
  readonly plan: Plan;
  readonly layout: Layout;
  readonly model: Model;
  readonly tracked: readonly Tracked[];
  /** What a person sees at the beginning of each line's row, number and words, by the identity of the row. */
  readonly labels: ReadonlyMap<string, string>;
}

/** A full provider return, every entry unlike every other, of which nothing is to be said. */
export function startWith(year: PlanningYear): Start {
  const template = year.templates.get("provider");
  if (!template) throw new Error("the planning year has no provider return");
  const entries = fullEntries(template);
  const plan = planTemplate(template);
  const layout = layoutTemplate(template, { entries, prefilled: new Set(), organisation: null });
  const model: Model = { sheets: layout.sheets.map(gridOf) };
  const tracked: Tracked[] = [];
  const labels = new Map<string, string>();
  for (const { sheet, blocks } of plan.sheets) {
    const grid = model.sheets.find(({ name }) => name === sheet.name);
    for (const { block, rowOf, columnOf, keyRow } of blocks) {
      for (const line of block.lines) {
        const row = rowOf.get(line.id) ?? 0;
        if (grid) labels.set(rowIdentity(sheet.name, row), seenLabel(grid, row));
        for (const column of block.columns) {
          const field = [...template.fields.values()].find(
            (one) => one.block === block.id && one.line === line.id && one.column === column.id,
          );
          if (!field) continue;
          tracked.push({
            field,
            row: rowIdentity(sheet.name, row),
            keyRow: rowIdentity(sheet.name, keyRow),
            column: columnIdentity(sheet.name, columnOf.get(column.id) ?? 0),
            lineLabel: line.label,
            columnLabel: column.label,
            blockTitle: block.title,
          });
        }
      }
    }
  }
  return { year, template, plan, layout, model, tracked, labels };
}

/** Number and words at the beginning of a row, where the columns that hold them still stand. */
export function seenLabel(grid: Grid, row: number): string {
  const parts = [NUMBER_COLUMN, LABEL_COLUMN].map((column) => {
    const at = grid.columns.findIndex((one) => one?.endsWith(`:${column}`));
    const { held } = cellAt(grid, row, at + 1);
    return at >= 0 && held?.kind === "entry" && !isCellError(held.value) ? String(held.value) : "";
  });
  return parts.join("|");
}

export function rowIdentity(sheet: string, row: number): string {
  return `${sheet}:${row}`;
}

export function columnIdentity(sheet: string, column: number): string {
  return `${sheet}:${column}`;
}

/** A column of numbers that differ from those of every other column by their last digit. */
const COLUMNS: readonly (readonly [column: string, first: number, step: number])[] = [
  ["forecast_revenue", 201, 20],
  ["forecast_capital", 32, 10],
  ["plan_revenue", 213, 20],
  ["plan_capital", 44, 10],
  ["memo_revenue", 105, 10],
  ["memo_capital", 16, 10],
];
const PURPOSES = ["completing", "deploying", "expectations", "starting", "benefits"];

/** Every entered field with an entry of its own. */
export function fullEntries(template: Template): ReadonlyMap<string, RawValue> {
  const entries = new Map<string, RawValue>([
    ["cover.org_code", "X01"],
    ["cover.org_name", "Example Hospital NHS Trust"],
    ["cover.org_type", "Acute trust"],
    ["cover.sha_code", "Q30"],
    ["filing.status", "Final"],
    ["filing.submission", 2],
    ["filing.fd_date", 39_156],
    ["filing.ce_date", 39_157],
  ]);
  const sums = new Map<string, number>();
  for (const [column, first, step] of COLUMNS) {
    LINES.forEach((line, at) => {
      const key = `spend.${line}[${column}]`;
      if (template.fields.get(key)?.source.kind !== "entered") return;
      const value = first + step * at;
      entries.set(key, value);
      sums.set(column, (sums.get(column) ?? 0) + value);
    });
  }
  for (const [column, first, step] of [
    ["plan_revenue", 307, 50] as const,
    ["plan_capital", 28, 30] as const,
  ]) {
    const values = PURPOSES.map((_, at) => first + step * at);
    PURPOSES.forEach((purpose, at) => entries.set(`purposes.${purpose}[${column}]`, values[at] ?? 0));
    const rest = (sums.get(column) ?? 0) - values.reduce((sum, value) => sum + value, 0);
    entries.set(`purposes.business[${column}]`, rest);
  }
  const others: readonly (readonly [string, number])[] = [
    ["spend.recharges[forecast_revenue]", -61],
    ["spend.recharges[forecast_capital]", -19],
    ["spend.recharges[plan_revenue]", -68],
    ["spend.recharges[plan_capital]", -14],
    ["context.turnover[forecast]", 178_400],
    ["context.turnover[plan]", 185_200],
    ["context.programme[forecast]", 7_900],
    ["context.programme[plan]", 8_200],
    ["context.wte[forecast]", 71],
    ["context.wte[plan]", 72.5],
    ["tariff.income[y2006]", 165_000],
    ["tariff.income[y2007]", 171_900],
    ["tariff.pbr[y2006]", 98_000],
    ["tariff.pbr[y2007]", 104_000],
    ["outturn.gross[revenue]", 2_002],
    ["outturn.gross[capital]", 401],
    ["outturn.recharges[revenue]", -71],
    ["outturn.recharges[capital]", -17],
  ];
  for (const [key, value] of others) entries.set(key, value);
  for (const { key, type, source } of template.fields.values()) {
    if (source.kind === "entered" && type.kind === "text" && !entries.has(key))
      entries.set(key, `Words ${key}`);
  }
  return entries;
}

function gridOf({ name, cells }: Layout["sheets"][number]): Grid {
  const addresses = [...cells.keys()].flatMap((text) => parseAddress(text) ?? []);
  const columns = span(1, Math.max(...addresses.map(({ column }) => column)));
  const rows = span(1, Math.max(...addresses.map(({ row }) => row)));
  return {
    name,
    hidden: false,
    columns: columns.map((column) => columnIdentity(name, column)),
    rows: rows.map((row) => ({
      identity: rowIdentity(name, row),
      cells: columns.map((column) => gridCell(cells.get(formatAddress({ row, column })))),
    })),
  };
}

function gridCell(cell: LayoutCell | undefined): GridCell {
  if (!cell) return BLANK;
  const format = cell.format === "text" ? "text" : cell.format.startsWith("percent") ? "percent" : "other";
  if (cell.formula !== null) return { held: { kind: "formula" }, format };
  return { held: cell.value === null ? null : { kind: "entry", value: cell.value }, format };
}
