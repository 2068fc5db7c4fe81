import { formatAddress, quoteSheet, rectangles, formatRectangle, type Address } from "../cells";
import { writeFormula } from "../formula";
import {
  ENTRY_FAULTS,
  entryTests,
  fieldKey,
  type EntryFault,
  type Field,
  type FieldExpression,
  type Rule,
  type Sheet,
  type Template,
  type ValueBlock,
} from "../template";

import { indexTemplate, type PlanIndex } from "./plan-index";
import { depthsOf, placeStates, type StatePlace } from "./state-places";

/** Columns that every sheet of a return has in the same place. */
export const KEY_COLUMN = 1;
export const NUMBER_COLUMN = 2;
export const LABEL_COLUMN = 3;
export const FIRST_VALUE_COLUMN = 4;

/** Rows of a sheet's head: two of the title band, the introduction, the legend. */
export const HEAD_ROWS = { title: 1, organisation: 2, intro: 3, legend: 4 } as const;
const FIRST_BLOCK_ROW = 6;

/** Where a block stands on its sheet. */
export interface BlockPlan {
  readonly block: ValueBlock;
  readonly titleRow: number;
  readonly introRow: number | null;
  readonly keyRow: number;
  readonly groupRow: number | null;
  readonly headRow: number;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly columnOf: ReadonlyMap<string, number>;
  /** For a list: the hidden column that says of each row whether anything stands in it. */
  readonly begunColumn: number | null;
  /** Where lines ask for explanations: the hidden column that repeats the state of the rule that each is about. */
  readonly aboutColumn: number | null;
  /** Where lines say that sheets have nothing to report: the hidden column that counts the entries that stand there all the same. */
  readonly countColumn: number | null;
  /** Where the states of a rule for each line stand, by its code. */
  readonly stateOf: ReadonlyMap<string, StatePlace>;
}

export interface SheetPlan {
  readonly sheet: Sheet;
  readonly blocks: readonly BlockPlan[];
  /** Rows that stay in sight: the first block's heads where they serve the whole sheet, else the title band alone. */
  readonly frozenRows: number;
  /** Where entries begin: a list's first column stands where other blocks have their labels. */
  readonly firstValueColumn: number;
  readonly lastValueColumn: number;
  /** Beside the name on a sheet of lists, whose rows are wider than a screen; else at the end of the line. */
  readonly checkColumn: number;
  /** The last column that is seen. */
  readonly lastShownColumn: number;
  readonly marks: MarksPlan;
  readonly tally: TallyPlan;
  readonly lastColumn: number;
  readonly firstLine: number;
  readonly lastRow: number;
}

/**
 * Where it stands, hidden, what is wrong with each value cell: in a cell each or, on a sheet with a list, as one sign each in few texts
 * a row, since sixty rows of thirty cells more would make a workbook half as large again. `letterColumn` has the sign of a row's first
 * fault.
 */
export type MarksPlan =
  | { readonly kind: "cells"; readonly firstColumn: number }
  | {
      readonly kind: "signs";
      readonly firstColumn: number;
      readonly texts: number;
      readonly letterColumn: number;
    };

/** A longer text would take more than Excel's 8,192 characters of formula. */
export const SIGNS_A_TEXT = 16;

/** The hidden cells that count the marks of a sheet; on a sheet with a list, `namesColumn` is where each key row names its value columns. */
export interface TallyPlan {
  readonly row: number;
  readonly firstColumn: number;
  /** Where the mark of untouched entries stands, on a sheet that may have nothing to report. */
  readonly nothingColumn: number;
  readonly namesColumn: number;
}

/** Where the states of the rules stand. */
export interface ChecksPlan {
  readonly sheet: Sheet;
  readonly headRow: number;
  readonly rows: readonly ChecksRow[];
  readonly rowOfRule: ReadonlyMap<string, number>;
  readonly faults: readonly EntryFault[];
  readonly rowOfFault: ReadonlyMap<EntryFault, number>;
  readonly lastRow: number;
}

export type ChecksRow =
  | { readonly kind: "heading"; readonly row: number; readonly text: string }
  | { readonly kind: "fault"; readonly row: number; readonly fault: EntryFault }
  | { readonly kind: "rule"; readonly row: number; readonly rule: Rule };

/** Columns of the Checks sheet. */
export const CHECKS_COLUMNS = {
  code: 2,
  title: 3,
  state: 4,
  found: 5,
  link: 6,
  fix: 7,
  source: 8,
  stateCode: 9,
  urgency: 10,
  /** Where a row's link leads, hidden: the name of the sheet, and the cell there. */
  sheet: 11,
  cell: 12,
  short: 13,
  /** Of a fault: its number among all, and behind it a column for each sheet, with how many entries there have it. */
  number: 14,
  firstCount: 15,
} as const;

/** What is to be done about a check, in the order of urgency; stands hidden beside its state. */
export const URGENCY = {
  fix: 1,
  explain: 2,
  note: 3,
  explained: 4,
  waits: 5,
  holds: 6,
  does_not_apply: 7,
} as const;

/** Where everything of a template stands in a workbook that is made of it. */
export interface Plan {
  readonly template: Template;
  readonly sheets: readonly SheetPlan[];
  readonly checks: ChecksPlan | null;
  readonly placeOf: ReadonlyMap<string, { readonly sheet: string; readonly address: Address }>;
  readonly index: PlanIndex;
}

export function planTemplate(template: Template): Plan {
  const checksSheet = template.sheets.find((sheet) => sheet.blocks.some((block) => block.kind === "checks"));
  const sheets = template.sheets
    .filter((sheet) => sheet !== checksSheet)
    .map((sheet) => planSheet(sheet, template));
  const placeOf = new Map<string, { sheet: string; address: Address }>();
  const blockPlans = new Map(
    sheets.flatMap(({ sheet, blocks }) => blocks.map((plan) => [plan.block.id, { sheet, plan }] as const)),
  );
  for (const field of template.fields.values()) {
    const there = blockPlans.get(field.block);
    const row = there?.plan.rowOf.get(field.line);
    const column = there?.plan.columnOf.get(field.column);
    if (there && row !== undefined && column !== undefined)
      placeOf.set(field.key, { sheet: there.sheet.name, address: { row, column } });
  }
  const checks = checksSheet ? planChecks(checksSheet, template) : null;
  return { template, sheets, checks, placeOf, index: indexTemplate(template) };
}

function planSheet(sheet: Sheet, template: Template): SheetPlan {
  const placed = new Map<string, number>();
  let stray = 0;
  let row = FIRST_BLOCK_ROW;
  const listsOnly = sheet.blocks.every(({ kind }) => kind === "list");
  const drafts = sheet.blocks.flatMap((block) => {
    if (block.kind === "checks") return [];
    const columnOf = placeColumns(block, placed, listsOnly ? FIRST_VALUE_COLUMN + 1 : FIRST_VALUE_COLUMN);
    if (row > FIRST_BLOCK_ROW)
      stray += block.columns.filter((column) => !placed.has(column.under ?? column.id)).length;
    for (const [id, column] of columnOf) if (!placed.has(id)) placed.set(id, column);
    const titleRow = row;
    const introRow = block.intro === null ? null : titleRow + 1;
    const keyRow = (introRow ?? titleRow) + 1;
    const groupRow = block.columns.some((column) => column.group !== null) ? keyRow + 1 : null;
    const headRow = (groupRow ?? keyRow) + 1;
    const rowOf = new Map(block.lines.map((line, at) => [line.id, headRow + 1 + at]));
    row = headRow + block.lines.length + 2;
    return [{ block, titleRow, introRow, keyRow, groupRow, headRow, rowOf, columnOf }];
  });
  const hasList = sheet.blocks.some(({ kind }) => kind === "list");
  const firstValueColumn = hasList ? LABEL_COLUMN : FIRST_VALUE_COLUMN;
  const lastValueColumn = Math.max(...placed.values());
  const checkColumn = listsOnly ? FIRST_VALUE_COLUMN : lastValueColumn + 1;
  const lastShownColumn = Math.max(checkColumn, lastValueColumn);
  const values = lastValueColumn - firstValueColumn + 1;
  const marks = planMarks(lastShownColumn + 1, values, hasList);
  const firstStateColumn = marks.kind === "signs" ? marks.letterColumn + 1 : marks.firstColumn + values;
  let lastColumn = firstStateColumn - 1;
  const silencedBy = depthsOf(template.rules);
  const blocks = drafts.map((draft): BlockPlan => {
    const { block } = draft;
    const { stateOf, nextColumn } = placeStates(block, template.rules, silencedBy, firstStateColumn);
    const begunColumn = block.kind === "list" ? nextColumn : null;
    const aboutColumn = block.kind === "explanations" ? nextColumn : null;
    const countColumn = block.kind === "nothing" ? nextColumn : null;
    lastColumn = Math.max(lastColumn, begunColumn ?? aboutColumn ?? countColumn ?? nextColumn - 1);
    return { ...draft, begunColumn, aboutColumn, countColumn, stateOf };
  });
  const firstLine = (blocks[0]?.headRow ?? FIRST_BLOCK_ROW) + 1;
  const firstTally = lastColumn + 1;
  const nothingColumn = firstTally + ENTRY_FAULTS.length + OTHER_TALLIES;
  const namesColumn = nothingColumn + 1;
  lastColumn = hasList ? namesColumn + values - 1 : namesColumn - 1;
  const frozenRows = stray === 0 && blocks[0] ? blocks[0].headRow : HEAD_ROWS.organisation;
  return {
    sheet,
    blocks,
    frozenRows,
    firstValueColumn,
    lastValueColumn,
    checkColumn,
    lastShownColumn,
    marks,
    tally: {
      row: blocks[0]?.keyRow ?? FIRST_BLOCK_ROW,
      firstColumn: firstTally,
      nothingColumn,
      namesColumn,
    },
    lastColumn,
    firstLine,
    lastRow: row - 2,
  };
}

/** What is counted beside the faults. */
const OTHER_TALLIES = 3;

function planMarks(firstColumn: number, values: number, hasList: boolean): MarksPlan {
  if (!hasList) return { kind: "cells", firstColumn };
  const texts = Math.ceil(values / SIGNS_A_TEXT);
  return { kind: "signs", firstColumn, texts, letterColumn: firstColumn + texts };
}

/** Columns from left to right; one that an earlier block has already, or that stands under one of its, shares its place. */
function placeColumns(
  block: ValueBlock,
  placed: ReadonlyMap<string, number>,
  first: number,
): ReadonlyMap<string, number> {
  const columnOf = new Map<string, number>();
  let next = first;
  for (const [at, column] of block.columns.entries()) {
    const labels = column.shows === "title" || (block.kind === "list" && at === 0);
    const place = labels ? LABEL_COLUMN : (placed.get(column.under ?? column.id) ?? next);
    columnOf.set(column.id, place);
    next = Math.max(next, place + 1);
  }
  return columnOf;
}

const CHECKS_HEAD_ROW = 7;

function planChecks(sheet: Sheet, template: Template): ChecksPlan {
  const possible = new Set<EntryFault>();
  for (const field of template.fields.values()) {
    const { before, filled } = entryTests(field);
    for (const { fault } of [...before, ...filled]) possible.add(fault);
  }
  const faults = ENTRY_FAULTS.filter((fault) => possible.has(fault));
  const rows: ChecksRow[] = [];
  let row = CHECKS_HEAD_ROW + 1;
  const add = (make: (row: number) => ChecksRow) => {
    rows.push(make(row));
    row += 1;
  };
  add((at) => ({ kind: "heading", row: at, text: "Every sheet" }));
  for (const fault of faults) add((at) => ({ kind: "fault", row: at, fault }));
  for (const { name } of template.sheets) {
    const rules = template.rules.filter((rule) => rule.sheet === name);
    if (rules.length === 0) continue;
    add((at) => ({ kind: "heading", row: at, text: name }));
    for (const rule of rules) add((at) => ({ kind: "rule", row: at, rule }));
  }
  const rowOfRule = new Map(
    rows.flatMap((one) => (one.kind === "rule" ? [[one.rule.code, one.row] as const] : [])),
  );
  const rowOfFault = new Map(
    rows.flatMap((one) => (one.kind === "fault" ? [[one.fault, one.row] as const] : [])),
  );
  return { sheet, headRow: CHECKS_HEAD_ROW, rows, rowOfRule, faults, rowOfFault, lastRow: row - 1 };
}

/** A cell's address in a formula that stands on the sheet `on`. */
export function reference(sheet: string, address: Address, on: string): string {
  return sheet === on ? formatAddress(address) : `${quoteSheet(sheet)}!${formatAddress(address)}`;
}

/** The cells of these fields in a formula on the sheet `on`, as few ranges as may be. */
export function fieldCells(keys: readonly string[], plan: Plan, on: string): string {
  return fieldAreas(keys, plan, on).join(",");
}

/** Whole columns come again in every row: where they stand is worked out once. */
const known = new WeakMap<Plan, WeakMap<readonly string[], Map<string, readonly string[]>>>();

/** The same, each range by itself. */
export function fieldAreas(keys: readonly string[], plan: Plan, on: string): readonly string[] {
  if (keys.length < 10) return areasOf(keys, plan, on);
  const ofPlan = known.get(plan) ?? new WeakMap<readonly string[], Map<string, readonly string[]>>();
  const ofKeys = ofPlan.get(keys) ?? new Map<string, readonly string[]>();
  const areas = ofKeys.get(on) ?? areasOf(keys, plan, on);
  known.set(plan, ofPlan.set(keys, ofKeys.set(on, areas)));
  return areas;
}

function areasOf(keys: readonly string[], plan: Plan, on: string): readonly string[] {
  const [only, more] = keys;
  if (only !== undefined && more === undefined) {
    const { sheet, address } = placeOf(only, plan);
    return [reference(sheet, address, on)];
  }
  const bySheet = new Map<string, Address[]>();
  for (const key of keys) {
    const place = placeOf(key, plan);
    const addresses = bySheet.get(place.sheet);
    if (addresses) addresses.push(place.address);
    else bySheet.set(place.sheet, [place.address]);
  }
  return [...bySheet].flatMap(([sheet, addresses]) =>
    rectangles(addresses).map(
      (area) => (sheet === on ? "" : `${quoteSheet(sheet)}!`) + formatRectangle(area),
    ),
  );
}

export function placeOf(key: string, plan: Plan): { readonly sheet: string; readonly address: Address } {
  const place = plan.placeOf.get(key);
  if (!place) throw new Error(`placeOf: ${key} stands nowhere`);
  return place;
}

/** A template's formula with the addresses of this plan, for a cell on the sheet `on`. */
export function translated(expression: FieldExpression, plan: Plan, on: string): string {
  return writeFormula(expression, ({ keys }) => fieldCells(keys, plan, on));
}

export function fieldAt(plan: Plan, block: ValueBlock, line: string, column: string): Field | undefined {
  return plan.template.fields.get(fieldKey(block, line, column));
}
