import { formatAddress, type RawValue, type Rectangle } from "../cells";
import { isFigure, type Field, type Line, type ValueType } from "../template";

import { SIGNS, checkFormula } from "./check-words";
import { drawContents } from "./contents";
import type { LayoutSheet } from "./layout";
import type { NumberFormat, StyleRole } from "./look";
import {
  CHECKS_COLUMNS,
  FIRST_VALUE_COLUMN,
  HEAD_ROWS,
  KEY_COLUMN,
  LABEL_COLUMN,
  NUMBER_COLUMN,
  fieldAt,
  translated,
  type BlockPlan,
  type Plan,
  type SheetPlan,
} from "./plan";
import { drawHead, footerOf } from "./sheet-head";
import { SheetDraft, heightFor } from "./sheet-draft";
import { MARKS, checksCell, markColumn, markFormula, stateFormula } from "./state-formulas";
import { validationOf } from "./validation";

const WIDTHS = {
  key: 3,
  number: 6,
  label: 44,
  formLabel: 42,
  value: 11,
  form: 46,
  text: 24,
  check: 46,
  hidden: 6,
} as const;

/** Room for two short lines of words in the Check cell: rows do not grow while Excel only recalculates. */
const LINE_HEIGHT = 25;

/** What a workbook is made with, besides the template. */
export interface Filling {
  /** Entries by key; cells without one are left blank. Keys of calculated fields are values typed over them. */
  readonly entries: ReadonlyMap<string, RawValue>;
  /** Keys that were put in for the organisation, shown as such. */
  readonly prefilled: ReadonlySet<string>;
  /** "R1A Example NHS Trust", for the foot of the page. */
  readonly organisation: string | null;
}

/** One sheet of values: heads, lines, input cells, hidden keys and states, Check cells. */
export function valueSheet(sheetPlan: SheetPlan, plan: Plan, filling: Filling): LayoutSheet {
  const { sheet, checkColumn } = sheetPlan;
  const draft = new SheetDraft(sheet.name);
  setWidths(draft, sheetPlan);
  const legendColumn = sheetPlan.blocks.every(({ block }) => block.kind === "table")
    ? FIRST_VALUE_COLUMN
    : LABEL_COLUMN + 1;
  drawHead(
    draft,
    {
      title: sheet.name,
      intro: sheet.intro,
      unit: sheetPlan.blocks.some(({ block }) => block.unit !== null) ? "£000" : null,
      lastColumn: checkColumn,
      legend: { firstColumn: legendColumn, roles: legendOf(sheetPlan, plan, filling) },
    },
    plan,
  );
  for (const blockPlan of sheetPlan.blocks) drawBlock(draft, blockPlan, sheetPlan, plan, filling);
  if (sheetPlan === plan.sheets[0]) drawContents(draft, plan, sheetPlan.lastRow + 2);
  markFaults(draft, sheetPlan);
  return draft.sheet({
    portrait: sheet.portrait,
    freeze: { rows: sheetPlan.frozenRows, columns: LABEL_COLUMN },
    protected: true,
    titleRows: [HEAD_ROWS.title, HEAD_ROWS.organisation],
    footer: footerOf(plan.template, filling.organisation),
  });
}

function setWidths(draft: SheetDraft, sheetPlan: SheetPlan): void {
  const { blocks, checkColumn, lastColumn } = sheetPlan;
  const forms = blocks.every(({ block }) => block.kind === "form");
  draft.column(KEY_COLUMN, { width: WIDTHS.key, hidden: true });
  draft.column(NUMBER_COLUMN, { width: forms ? 2 : WIDTHS.number, hidden: false });
  draft.column(LABEL_COLUMN, { width: forms ? WIDTHS.formLabel : WIDTHS.label, hidden: false });
  for (const { block, columnOf } of blocks) {
    for (const column of block.columns) {
      const at = columnOf.get(column.id) ?? 0;
      const usual = at === LABEL_COLUMN ? WIDTHS.label : block.kind === "form" ? WIDTHS.form : WIDTHS.value;
      const known = at === LABEL_COLUMN || at > sheetPlan.lastValueColumn ? 0 : knownWidth(draft, at);
      draft.column(at, { width: Math.max(known, column.width ?? usual), hidden: false });
    }
  }
  draft.column(checkColumn, { width: WIDTHS.check, hidden: false });
  for (let column = checkColumn + 1; column <= lastColumn; column += 1) {
    draft.column(column, { width: WIDTHS.hidden, hidden: true });
  }
}

const UNSET_WIDTH = 9;

function knownWidth(draft: SheetDraft, column: number): number {
  const width = draft.width(column);
  return width === UNSET_WIDTH ? 0 : width;
}

/** Colours that this sheet uses, each said once. */
function legendOf(
  sheetPlan: SheetPlan,
  plan: Plan,
  filling: Filling,
): readonly (readonly [StyleRole, string])[] {
  const names = new Set(sheetPlan.blocks.map(({ block }) => block.id));
  const kinds = new Set(
    [...plan.template.fields.values()]
      .filter((field) => names.has(field.block))
      .map((field) => field.source.kind),
  );
  const roles: (readonly [StyleRole, string])[] = [["input_text", "To enter"]];
  const here = [...filling.prefilled].some((key) => names.has(plan.template.fields.get(key)?.block ?? ""));
  if (here) roles.push(["prefilled", "Filled in for you"]);
  if (kinds.has("calculated") || kinds.has("constant")) roles.push(["calculated_text", "Worked out"]);
  if (kinds.has("closed")) roles.push(["closed", "Not used"]);
  return roles;
}

function drawBlock(
  draft: SheetDraft,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
  filling: Filling,
): void {
  const { block } = blockPlan;
  const right = sheetPlan.checkColumn;
  draft.set(blockPlan.titleRow, NUMBER_COLUMN, {
    value:
      block.unit === null || block.title.includes(block.unit)
        ? block.title
        : `${block.title} (${block.unit})`,
    role: "block_title",
  });
  draft.row(blockPlan.titleRow, { height: 22 });
  if (blockPlan.introRow !== null && block.intro !== null) {
    const area = { top: blockPlan.introRow, bottom: blockPlan.introRow, left: NUMBER_COLUMN, right };
    draft.merged(area, { value: block.intro, role: "block_intro" });
    draft.row(blockPlan.introRow, { height: heightFor(block.intro, draft.widthOf(area)) });
  }
  drawHeads(draft, blockPlan, sheetPlan, plan);
  for (const line of block.lines) drawLine(draft, line, blockPlan, sheetPlan, plan, filling);
}

function drawHeads(draft: SheetDraft, blockPlan: BlockPlan, sheetPlan: SheetPlan, plan: Plan): void {
  const { block, keyRow, groupRow, headRow, columnOf } = blockPlan;
  draft.row(keyRow, { hidden: true });
  draft.set(keyRow, KEY_COLUMN, { value: `#${block.id}`, role: "key" });
  const money = block.unit === "£000";
  for (const column of block.columns) {
    const at = columnOf.get(column.id) ?? 0;
    if (column.shows === "fields") draft.set(keyRow, at, { value: column.id, role: "key" });
    if (block.kind === "form") continue;
    const figures = block.lines.some((line) => {
      const field = fieldAt(plan, block, line.id, column.id);
      return field !== undefined && isFigure(field);
    });
    const text = figures && money ? `${column.label}\n£000` : column.label;
    draft.set(headRow, at, { value: text, role: figures ? "head" : "head_text" });
  }
  if (groupRow !== null) for (const area of groupsOf(blockPlan)) drawGroup(draft, area, groupRow);
  if (block.kind === "form") {
    draft.row(headRow, { height: 4 });
    return;
  }
  draft.fill({ top: headRow, bottom: headRow, left: NUMBER_COLUMN, right: LABEL_COLUMN }, "head_text");
  draft.set(headRow, sheetPlan.checkColumn, { value: "Check", role: "head_text" });
  draft.row(headRow, { height: money ? 30 : 18 });
}

interface Group {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

function groupsOf({ block, columnOf }: BlockPlan): readonly Group[] {
  const groups: Group[] = [];
  for (const column of block.columns) {
    const at = columnOf.get(column.id) ?? 0;
    const last = groups.at(-1);
    if (column.group === null) continue;
    if (last?.text === column.group && last.right === at - 1)
      groups[groups.length - 1] = { ...last, right: at };
    else groups.push({ text: column.group, left: at, right: at });
  }
  return groups;
}

function drawGroup(draft: SheetDraft, group: Group, row: number): void {
  draft.merged(
    { top: row, bottom: row, left: group.left, right: group.right },
    { value: group.text, role: "group_head" },
  );
}

function drawLine(
  draft: SheetDraft,
  line: Line,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
  filling: Filling,
): void {
  const { block, rowOf, columnOf, stateColumnOf } = blockPlan;
  const on = sheetPlan.sheet.name;
  const row = rowOf.get(line.id) ?? 0;
  const label = line.total ? "total_label" : "label";
  draft.set(row, KEY_COLUMN, { value: `${block.id}.${line.id}`, role: "key" });
  if (block.kind !== "form")
    draft.set(row, NUMBER_COLUMN, {
      value: line.number ?? (line.about === null ? null : line.label),
      role: "line_number",
    });
  draft.set(row, LABEL_COLUMN, { value: titleOf(line, plan), role: label });
  for (const column of block.columns) {
    const at = columnOf.get(column.id) ?? 0;
    if (column.shows === "state" && line.about !== null) {
      draft.set(row, at, {
        formula: checksCell(line.about, CHECKS_COLUMNS.state, plan, on),
        role: "calculated_text",
      });
    }
    const field = fieldAt(plan, block, line.id, column.id);
    if (!field) continue;
    drawField(draft, field, line, { row, column: at }, sheetPlan, plan, filling);
    draft.set(row, markColumn(at, sheetPlan), {
      formula: markFormula(field, line, blockPlan, sheetPlan, plan),
      role: "key",
    });
  }
  for (const rule of plan.template.rules) {
    const column = stateColumnOf.get(rule.code);
    const one = rule.cases.find((each) => each.line === line.id);
    if (column !== undefined && one)
      draft.set(row, column, { formula: stateFormula(rule, one, plan, on), role: "key" });
  }
  draft.set(row, sheetPlan.checkColumn, {
    formula: checkFormula(line, blockPlan, sheetPlan, plan),
    role: "check",
  });
  draft.row(row, {
    height: Math.max(LINE_HEIGHT, heightFor(titleOf(line, plan), draft.width(LABEL_COLUMN) - 2)),
  });
}

/** The words beside a line: its own, or what the rule expects that it is about. */
function titleOf(line: Line, plan: Plan): string {
  const rule = plan.template.rules.find(({ code }) => code === line.about);
  return rule ? rule.title : line.label;
}

function drawField(
  draft: SheetDraft,
  field: Field,
  line: Line,
  at: { readonly row: number; readonly column: number },
  sheetPlan: SheetPlan,
  plan: Plan,
  filling: Filling,
): void {
  const format = formatOf(field.type);
  const wordy = format === "text" || format === "general";
  const given = filling.entries.get(field.key);
  const { source } = field;
  if (source.kind === "entered") {
    const role = filling.prefilled.has(field.key)
      ? "prefilled"
      : wordy || format === "date"
        ? "input_text"
        : "input";
    draft.set(at.row, at.column, { value: given ?? null, role, format });
    const validation = validationOf(field, line.label);
    if (validation) draft.validate({ range: formatAddress(at), ...validation });
    return;
  }
  if (source.kind === "closed") {
    draft.set(at.row, at.column, { value: given ?? null, role: "closed" });
    return;
  }
  const role: StyleRole = wordy ? "calculated_text" : line.total ? "total" : "calculated";
  if (given !== undefined) draft.set(at.row, at.column, { value: given, role, format });
  else if (source.kind === "constant") draft.set(at.row, at.column, { value: source.value, role, format });
  else
    draft.set(at.row, at.column, {
      formula: translated(source.formula, plan, sheetPlan.sheet.name),
      role,
      format: wordy ? "general" : format,
    });
}

/** The number format of a type's cells. */
export function formatOf(type: ValueType): NumberFormat {
  switch (type.kind) {
    case "money":
      return "money";
    case "count":
      return type.decimals === 0 ? "whole" : type.decimals === 1 ? "decimal1" : "decimal2";
    case "percent":
      return type.decimals === 0 ? "percent0" : type.decimals === 1 ? "percent1" : "percent2";
    case "date":
      return "date";
    case "code":
    case "text":
    case "choice":
      return "text";
  }
}

/** The cell at fault takes colour by its hidden mark; the Check cell by the sign that it begins with. */
function markFaults(draft: SheetDraft, sheetPlan: SheetPlan): void {
  const { firstLine: top, lastRow: bottom, checkColumn, lastValueColumn } = sheetPlan;
  for (let column = FIRST_VALUE_COLUMN; column <= lastValueColumn; column += 1) {
    const mark = formatAddress({ row: top, column: markColumn(column, sheetPlan) });
    const area: Rectangle = { top, bottom, left: column, right: column };
    draft.mark(area, `OR(AND(${mark}>0,${mark}<=${MARKS.last_fault}),${mark}=${MARKS.fix})`, "fix");
    draft.mark(area, `${mark}=${MARKS.explain}`, "explain");
  }
  const check: Rectangle = { top, bottom, left: checkColumn, right: checkColumn };
  const begins = (sign: string) => `LEFT(${formatAddress({ row: top, column: checkColumn })},1)="${sign}"`;
  draft.mark(check, begins(SIGNS.fix), "fix");
  draft.mark(check, begins(SIGNS.explain), "explain");
  draft.mark(check, begins(SIGNS.good), "good");
  draft.mark(check, begins(SIGNS.untouched), "quiet");
}
