import { formatRectangle, quoteSheet, rectangles } from "../cells";
import { formatText, parts, writeFormula } from "../formula";
import {
  isFigure,
  neededKeys,
  type Field,
  type FieldExpression,
  type MessagePart,
  type Rule,
  type RuleCase,
} from "../template";
import {
  CHECKS_COLUMNS,
  NUMBER_COLUMN,
  fieldAreas,
  fieldCells,
  reference,
  translated,
  type Plan,
} from "./plan";

/** How a rule's state stands in a cell. */
export const STATE_CODES = { does_not_apply: 0, holds: 1, fails: 2, waits: 3 } as const;

/** The state of one case of a rule, for a cell on the sheet `on`. An error anywhere makes it wait. */
export function stateFormula(rule: Rule, one: RuleCase, plan: Plan, on: string): string {
  const silenced = rule.unless.map((code) => `${ruleState(code, plan, on)}=${STATE_CODES.fails}`);
  let formula = `IF(${translated(one.holds, plan, on)},${STATE_CODES.holds},${STATE_CODES.fails})`;
  formula = guarded(one.holds, formula, plan, on);
  if (silenced.length > 0) {
    const any = silenced.length === 1 ? silenced[0] : `OR(${silenced.join(",")})`;
    formula = `IF(${any},${STATE_CODES.does_not_apply},${formula})`;
  }
  if (one.when) {
    formula = `IF(${translated(one.when, plan, on)},${formula},${STATE_CODES.does_not_apply})`;
    formula = guarded(one.when, formula, plan, on);
  }
  if (one.row)
    formula = `IF(COUNTA(${fieldCells(one.row, plan, on)})=0,${STATE_CODES.does_not_apply},${formula})`;
  return `IFERROR(${formula},${STATE_CODES.waits})`;
}

/** Waits while a cell that the formula needs holds no answer of its kind. */
function guarded(expression: FieldExpression, formula: string, plan: Plan, on: string): string {
  const fields = [...neededKeys(expression)].map((key) => fieldOf(key, plan));
  if (fields.length === 0) return formula;
  const blankCounts = (field: Field) => field.source.kind === "entered" && field.source.answer === "zero";
  const cell = (field: Field) => fieldCells([field.key], plan, on);
  const figures = fields.filter((field) => isFigure(field));
  const parts: string[] = [];
  if (figures.length > 0)
    parts.push(
      `COUNT(${fieldCells(
        figures.map((field) => field.key),
        plan,
        on,
      )})`,
    );
  for (const area of fieldAreas(
    fields.filter((field) => !isFigure(field)).map((field) => field.key),
    plan,
    on,
  )) {
    // A column of a list would otherwise be written out cell by cell.
    parts.push(area.includes(":") ? `SUMPRODUCT(ISTEXT(${area})*1)` : `ISTEXT(${area})`);
  }
  for (const field of fields) if (blankCounts(field)) parts.push(`ISBLANK(${cell(field)})`);
  const wanted = wantedAnswers(fields, plan, on).join("+");
  // A lone truth value is made a number: Excel takes TRUE for more than any number, LibreOffice for 1.
  const count = figures.length > 0 || parts.length > 1 ? parts.join("+") : `0+${parts.join("+")}`;
  return `IF(${count}<${wanted},${STATE_CODES.waits},${formula})`;
}

/** How many answers these fields owe: one each, but in a list one for each row in which anything stands. */
function wantedAnswers(fields: readonly Field[], plan: Plan, on: string): readonly string[] {
  const single = fields.filter(({ row }) => row === null).length;
  const columns = new Map<string, Field[]>();
  const rows: string[] = [];
  for (const field of fields) {
    if (field.row === null) continue;
    if (!isOfList(field, plan)) {
      rows.push(`(COUNTA(${fieldCells(field.row, plan, on)})>0)*1`);
      continue;
    }
    const column = `${field.block} ${field.column}`;
    const known = columns.get(column);
    if (known) known.push(field);
    else columns.set(column, [field]);
  }
  // Columns of which the same rows are needed are asked together.
  const alike = new Map<
    string,
    { readonly list: string; readonly lines: readonly string[]; count: number }
  >();
  for (const [first, ...rest] of columns.values()) {
    if (!first) continue;
    const lines = [first, ...rest].map(({ line }) => line);
    const rows = `${first.block} ${lines[0]} ${lines.at(-1)} ${lines.length}`;
    const known = alike.get(rows);
    if (known) known.count += 1;
    else alike.set(rows, { list: first.block, lines, count: 1 });
  }
  const owed = [...alike.values()].map(
    ({ list, lines, count }) => `${count}*SUM(${begunCells(list, lines, plan, on)})`,
  );
  return [...(single > 0 ? [String(single)] : []), ...owed, ...rows];
}

function isOfList({ block }: Field, { sheets }: Plan): boolean {
  return sheets.some(({ blocks }) =>
    blocks.some((one) => one.block.id === block && one.begunColumn !== null),
  );
}

/** The hidden cells that say of these rows of a list whether anything stands in them. */
function begunCells(list: string, lines: readonly string[], plan: Plan, on: string): string {
  for (const { sheet, blocks } of plan.sheets) {
    for (const { block, rowOf, begunColumn } of blocks) {
      if (block.id !== list || begunColumn === null) continue;
      const cells = lines.map((line) => ({ row: rowOf.get(line) ?? 0, column: begunColumn }));
      const [only, more] = cells;
      if (only && !more) return reference(sheet.name, only, on);
      return rectangles(cells)
        .map((area) => (sheet.name === on ? "" : `${quoteSheet(sheet.name)}!`) + formatRectangle(area))
        .join(",");
    }
  }
  throw new Error(`begunCells: ${list} stands nowhere`);
}

function fieldOf(key: string, plan: Plan): Field {
  const field = plan.template.fields.get(key);
  if (!field) throw new Error(`fieldOf: no field ${key}`);
  return field;
}

/** The cell on the Checks sheet that holds a rule's state over all its lines. */
export function ruleState(code: string, plan: Plan, on: string): string {
  const row = plan.checks?.rowOfRule.get(code);
  if (!plan.checks || row === undefined) throw new Error(`ruleState: rule ${code} stands nowhere`);
  return reference(plan.checks.sheet.name, { row, column: CHECKS_COLUMNS.stateCode }, on);
}

/** The cell where the reason for an explain rule is entered; null where the return has no place for one. */
export function reasonCell(code: string, plan: Plan, on: string): string | null {
  const there = plan.index.reasonLines.get(code);
  const field = there && plan.index.fieldsOf(there.block, there.line.id)[0];
  return field ? fieldCells([field.key], plan, on) : null;
}

/** Where reasons are entered, and the codes of the rules that they are for, beside each other. */
export interface ReasonsPlace {
  readonly codes: string;
  readonly reasons: string;
}

/** Where the reason for an explain rule stands among all; null where the return has no place for one. */
export function reasonsPlace(code: string, plan: Plan, on: string): ReasonsPlace | null {
  const there = plan.index.reasonLines.get(code);
  const field = there && plan.index.fieldsOf(there.block, there.line.id)[0];
  for (const { sheet, blocks } of plan.sheets) {
    const blockPlan = blocks.find(({ block }) => block.id === there?.block);
    const column = field && blockPlan?.columnOf.get(field.column);
    if (!blockPlan || column === undefined) continue;
    const rows = [...blockPlan.rowOf.values()];
    const area = (of: number) =>
      (sheet.name === on ? "" : `${quoteSheet(sheet.name)}!`) +
      formatRectangle({ top: Math.min(...rows), left: of, bottom: Math.max(...rows), right: of });
    return { codes: area(NUMBER_COLUMN), reasons: area(column) };
  }
  return null;
}

/** A test for a formula: no reason is given for the rule; null where the return has no place for one. */
export function lacksReason(code: string, plan: Plan, on: string): string | null {
  const cell = reasonCell(code, plan, on);
  return cell === null ? null : `ISBLANK(${cell})`;
}

const DAY_FORMAT = "dd mmm yyyy";

/** A message as a formula that makes a text. Holes are shown in their formats. */
export function messageFormula(parts: readonly MessagePart[], plan: Plan, on: string): string {
  const pieces = withDaysAsWords(parts).map((part) => {
    if (part.kind === "text") return quoted(part.text);
    const { expression } = part;
    if (part.format !== null) {
      const formula = translated(expression, plan, on);
      const text = `TEXT(${formula},${quoted(part.format)})`;
      // TEXT shows a blank as a day of 1900.
      const shown = part.format === DAY_FORMAT ? `IF(${formula}=0,"–",${text})` : text;
      return divides(expression) ? `IFERROR(${shown},"–")` : shown;
    }
    return writeFormula(
      { kind: "binary", operator: "&", left: { kind: "text", value: "" }, right: expression },
      ({ keys }) => fieldCells(keys, plan, on),
    ).replace(/^""&/, "");
  });
  return pieces.join("&");
}

/** A day of the year is the same in every workbook: it is written as words, in one piece with those beside it. */
function withDaysAsWords(parts: readonly MessagePart[]): readonly MessagePart[] {
  const joined: MessagePart[] = [];
  for (const part of parts) {
    const text = part.kind === "text" ? part.text : constantText(part);
    const before = joined.at(-1);
    if (text === undefined) joined.push(part);
    else if (before?.kind === "text" && before.text.length + text.length <= LONGEST_TEXT)
      joined[joined.length - 1] = { kind: "text", text: before.text + text };
    else joined.push({ kind: "text", text });
  }
  return joined;
}

function constantText({ expression, format }: MessagePart & { readonly kind: "value" }): string | undefined {
  return format !== null && expression.kind === "number" ? formatText(expression.value, format) : undefined;
}

/** Excel refuses a longer text inside a formula. */
const LONGEST_TEXT = 255;

/** A quotient may have nothing to be divided by; the rest of the message is still said. */
function divides(expression: FieldExpression): boolean {
  return (expression.kind === "binary" && expression.operator === "/") || parts(expression).some(divides);
}

export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
