import { formatAddress, formatRectangle, quoteSheet } from "../cells";
import type { Field, Line, ValueType } from "../template";

import { checkFormula } from "./check-words";
import type { Filling } from "./filling";
import type { NumberFormat, StyleRole } from "./look";
import {
  CHECKS_COLUMNS,
  KEY_COLUMN,
  LABEL_COLUMN,
  NUMBER_COLUMN,
  SIGNS_A_TEXT,
  fieldAt,
  fieldCells,
  translated,
  type BlockPlan,
  type Plan,
  type SheetPlan,
} from "./plan";
import { heightFor, type SheetDraft } from "./sheet-draft";
import { MARK_SIGNS, letterFormula, markFormula } from "./marks";
import { entriesFormula } from "./nothing";
import { quoted, ruleState, stateFormula } from "./state-formulas";
import { validationOf } from "./validation";

/** Room for two short lines of words in the Check cell: rows do not grow while Excel only recalculates. */
const LINE_HEIGHT = 26;

/** One line of a block: key, number, label, its fields with their marks, the states of its rules, its Check cell. */
export function drawLine(
  draft: SheetDraft,
  line: Line,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
  filling: Filling,
): void {
  const { block, rowOf, columnOf, stateOf } = blockPlan;
  const on = sheetPlan.sheet.name;
  const row = rowOf.get(line.id) ?? 0;
  const label = line.total ? "total_label" : "label";
  draft.set(row, KEY_COLUMN, { value: `${block.id}.${line.id}`, role: "key" });
  if (block.kind !== "form")
    draft.set(row, NUMBER_COLUMN, {
      value: line.number ?? (line.about === null ? null : line.label),
      role: "line_number",
    });
  if (block.kind !== "list") draft.set(row, LABEL_COLUMN, { value: titleOf(line, plan), role: label });
  const textHeights: number[] = [];
  for (const column of block.columns) {
    const at = columnOf.get(column.id) ?? 0;
    if (column.shows === "state" && line.about !== null) {
      draft.set(row, at, {
        formula: besideCode(CHECKS_COLUMNS.state, row, plan),
        role: "calculated_text",
      });
    }
    const field = fieldAt(plan, block, line.id, column.id);
    if (!field) continue;
    if (field.type.kind === "text" && field.source.kind === "entered") {
      textHeights.push(heightFor("word ".repeat(field.type.most / 5), draft.width(at) - 2));
    }
    if (field.source.kind === "constant")
      textHeights.push(heightFor(String(field.source.value), draft.width(at) - 2));
    // What is said of a whole column bears the column's name, and is one validation.
    const ofLine = block.kind === "form" || (line.help !== null && field.help === line.help);
    const title = ofLine || column.label === "" ? line.label : column.label;
    drawField(draft, field, line, { row, column: at, title }, sheetPlan, plan, filling);
  }
  drawMarks(draft, line, blockPlan, sheetPlan, plan);
  if (blockPlan.aboutColumn !== null && line.about !== null)
    draft.set(row, blockPlan.aboutColumn, {
      formula: ruleState(line.about, plan, on),
      role: "key",
    });
  if (blockPlan.countColumn !== null)
    draft.set(row, blockPlan.countColumn, {
      formula: entriesFormula(line, blockPlan, plan, on),
      role: "key",
    });
  const states = new Map<number, string[]>();
  for (const rule of plan.template.rules) {
    const place = stateOf.get(rule.code);
    const one = plan.index.caseOf(rule, line.id);
    if (!place || !one) continue;
    const before = states.get(place.column) ?? [];
    if (place.at !== null && place.at !== before.length + 1)
      throw new Error(`drawLine: the state of ${rule.code} would not stand at its place`);
    states.set(place.column, [...before, stateFormula(rule, one, plan, on)]);
  }
  for (const [column, formulas] of states) {
    // A lone sign is made a text, since in figures COUNTIF does not seek a sign.
    const signs = block.kind === "list" && formulas.length === 1 ? ['""', ...formulas] : formulas;
    draft.set(row, column, { formula: signs.join("&"), role: "key" });
  }
  if (blockPlan.begunColumn !== null) {
    draft.set(row, blockPlan.begunColumn, { formula: begunFormula(line, blockPlan, plan, on), role: "key" });
  }
  draft.set(row, sheetPlan.checkColumn, {
    formula: checkFormula(line, blockPlan, sheetPlan, plan),
    role: "check",
  });
  draft.row(row, {
    height: Math.max(
      LINE_HEIGHT,
      block.kind === "list" ? 0 : heightFor(titleOf(line, plan), draft.width(LABEL_COLUMN) - 2),
      ...textHeights,
    ),
  });
}

/** What stands on the Checks sheet in the row of the rule whose code stands in this row. */
function besideCode(column: number, row: number, { checks }: Plan): string {
  if (!checks) throw new Error("besideCode: there is no sheet of checks");
  const { sheet, headRow: top, lastRow: bottom } = checks;
  const inColumn = (of: number) =>
    `${quoteSheet(sheet.name)}!${formatRectangle({ top, left: of, bottom, right: of })}`;
  const code = formatAddress({ row, column: NUMBER_COLUMN });
  return `INDEX(${inColumn(column)},MATCH(${code},${inColumn(CHECKS_COLUMNS.code)},0))`;
}

/** The hidden cells that say what is wrong with the value cells of a line. */
function drawMarks(
  draft: SheetDraft,
  line: Line,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
): void {
  const row = blockPlan.rowOf.get(line.id) ?? 0;
  const { marks, firstValueColumn } = sheetPlan;
  const marked = plan.index.fieldsOf(blockPlan.block.id, line.id).map((field) => ({
    at: (blockPlan.columnOf.get(field.column) ?? 0) - firstValueColumn,
    formula: markFormula(field, line, blockPlan, sheetPlan, plan),
  }));
  if (marks.kind === "cells") {
    for (const { at, formula } of marked) draft.set(row, marks.firstColumn + at, { formula, role: "key" });
    return;
  }
  for (let text = 0; text < marks.texts; text += 1) {
    const signs = Array.from({ length: SIGNS_A_TEXT }, (_, at) => {
      const one = marked.find((mark) => mark.at === text * SIGNS_A_TEXT + at);
      return one?.formula ?? quoted(MARK_SIGNS.none);
    });
    draft.set(row, marks.firstColumn + text, { formula: signs.join("&"), role: "key" });
  }
  draft.set(row, marks.letterColumn, { formula: letterFormula(row, sheetPlan), role: "key" });
}

/** 1 where anything is entered in a list's row, else 0. */
function begunFormula(line: Line, { block }: BlockPlan, plan: Plan, on: string): string {
  const row = block.columns.map((column) => fieldAt(plan, block, line.id, column.id)?.row).find(Boolean);
  return `IF(COUNTA(${fieldCells(row ?? [], plan, on)})>0,1,0)`;
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
  at: { readonly row: number; readonly column: number; readonly title: string },
  sheetPlan: SheetPlan,
  plan: Plan,
  filling: Filling,
): void {
  const format = formatOf(field.type);
  const wordy = format === "text" || format === "general";
  const given = filling.entries.get(field.key);
  const { source } = field;
  if (source.kind === "entered") {
    const words = wordy || format === "date";
    const role: StyleRole = filling.prefilled.has(field.key)
      ? words
        ? "prefilled"
        : "prefilled_figure"
      : words
        ? "input_text"
        : "input";
    draft.set(at.row, at.column, { value: given ?? null, role, format });
    const validation = validationOf(field, at.title);
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
