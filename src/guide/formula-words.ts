import type { BinaryOperator, Expression } from "../formula";
import {
  columnLabel,
  fieldKey,
  type Column,
  type Field,
  type KeyReference,
  type Template,
  type ValueBlock,
} from "../template";

import { blockNamed } from "./anchors";
import { shownDay } from "./field-words";

type Written = Expression<KeyReference>;

/** From where a formula is read: the return, and the block whose line `[@column]` means. */
export interface WordsGround {
  readonly template: Template;
  readonly block: ValueBlock | null;
}

/** A formula of a definition in words: the labels of what it names in single quotes, texts in double ones. */
export function formulaWords(expression: Written, ground: WordsGround): string {
  return words(expression, ground, 0);
}

/** The label of what a reference names, without quotes. */
export function labelOf(to: KeyReference, ground: WordsGround): string {
  return named(to, ground).replace(/^‘([^’]*)’$/, "$1");
}

/** Whether a formula gives a day. */
export function givesDay(expression: Written, ground: WordsGround): boolean {
  return expression.kind === "call"
    ? PLAIN_DAYS.has(expression.name) && expression.args.some((arg) => isDay(arg, ground))
    : isDay(expression, ground);
}

const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
  "=": 3,
  "<>": 3,
  "<": 3,
  "<=": 3,
  ">": 3,
  ">=": 3,
  "&": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
};
const OR = 1;
const AND = 2;

const FIGURES: ReadonlyMap<BinaryOperator, string> = new Map<BinaryOperator, string>([
  ["=", "is"],
  ["<>", "is not"],
  ["<", "is below"],
  ["<=", "is at most"],
  [">", "is above"],
  [">=", "is at least"],
  ["+", "+"],
  ["-", "−"],
  ["*", "×"],
  ["/", "÷"],
  ["&", "and then"],
]);
const DAYS: ReadonlyMap<BinaryOperator, string> = new Map<BinaryOperator, string>([
  ["<", "is before"],
  ["<=", "is by"],
  [">", "is after"],
  [">=", "is not before"],
]);

function words(expression: Written, ground: WordsGround, around: number): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value).replace("-", "−");
    case "text":
      return `“${expression.value}”`;
    case "truth":
      return expression.value ? "true" : "false";
    case "reference":
      return named(expression.to, ground);
    case "negate":
      return `−${words(expression.of, ground, 7)}`;
    case "percent":
      return `${words(expression.of, ground, 7)}%`;
    case "binary":
      return compared(expression, ground, around);
    case "call":
      return called(expression.name, expression.args, ground, around);
  }
}

function compared(
  { operator, left, right }: Extract<Written, { kind: "binary" }>,
  ground: WordsGround,
  around: number,
): string {
  const strength = STRENGTH[operator];
  const what = words(left, ground, strength);
  const nothing = right.kind === "text" && right.value === "";
  if (nothing && operator === "=") return `${what} is blank`;
  if (nothing && operator === "<>") return `${what} is filled in`;
  const days = isDay(left, ground) || isDay(right, ground);
  // A day that is not there counts as 0.
  if (days && right.kind === "number" && right.value === 0) {
    if (operator === "=") return `${what} is blank`;
    if (operator === ">" || operator === "<>") return `${what} is filled in`;
  }
  const between = (days ? DAYS.get(operator) : undefined) ?? FIGURES.get(operator) ?? operator;
  return bracketed(`${what} ${between} ${words(right, ground, strength + 1)}`, strength < around);
}

function isDay(expression: Written, ground: WordsGround): boolean {
  if (expression.kind !== "reference") return false;
  const { to } = expression;
  if (to.kind === "field" && to.block === "dates") return true;
  return fieldsOf(to, ground).some(({ type }) => type.kind === "date");
}

/** The fields that a reference means: one, or those of a whole column. */
function fieldsOf(to: KeyReference, { template, block }: WordsGround): readonly Field[] {
  if (to.kind === "field") {
    const of = { kind: to.column === null ? "form" : "table", id: to.block };
    const field = template.fields.get(fieldKey(of, to.line, to.column ?? ""));
    return field ? [field] : [];
  }
  const of = to.kind === "same_line" ? block : to.kind === "column" ? blockNamed(to.block, template) : null;
  if (of === null || (to.kind !== "same_line" && to.kind !== "column")) return [];
  return of.lines.flatMap(({ id }) => template.fields.get(fieldKey(of, id, to.column)) ?? []);
}

function named(to: KeyReference, ground: WordsGround): string {
  const { template, block } = ground;
  switch (to.kind) {
    case "field": {
      const day = to.block === "dates" ? template.dates.get(to.line) : undefined;
      return day === undefined ? quoted(fieldsOf(to, ground)[0]?.label ?? to.line) : shownDay(day);
    }
    case "same_line":
      return quoted(columnNamed(block, to.column));
    case "same_column":
      return quoted(lineNamed(blockNamed(to.block, template), to.line));
    case "span":
      return `${quoted(columnNamed(blockNamed(to.block, template), to.column))} of ${linesNamed(to, template)}`;
    case "lines":
      return linesNamed(to, template);
    case "column": {
      const of = blockNamed(to.block, template);
      return `${quoted(columnNamed(of, to.column))} of ${of?.title ?? to.block}`;
    }
    case "rows":
      return blockNamed(to.block, template)?.title ?? to.block;
    case "across": {
      const of = blockNamed(to.block, template);
      return `${quoted(lineNamed(of, to.line))}, ${columnNamed(of, to.from)} to ${columnNamed(of, to.to)}`;
    }
    case "same_line_across":
      return `${quoted(columnNamed(block, to.from))} to ${quoted(columnNamed(block, to.to))}`;
  }
}

function quoted(label: string): string {
  return `‘${label}’`;
}

function columnNamed(block: ValueBlock | null, id: string): string {
  const column: Column | undefined = block?.columns.find((one) => one.id === id);
  return column ? columnLabel(column) : id;
}

function lineNamed(block: ValueBlock | null, id: string): string {
  const line = block?.lines.find((one) => one.id === id);
  return line ? [line.number, line.label].filter((part) => part !== null).join(" ") : id;
}

function linesNamed(
  to: { readonly block: string; readonly from: string; readonly to: string },
  of: Template,
) {
  const block = blockNamed(to.block, of);
  return `the lines ${quoted(lineNamed(block, to.from))} to ${quoted(lineNamed(block, to.to))}`;
}

function called(name: string, args: readonly Written[], ground: WordsGround, around: number): string {
  const part = (at: number, strength = 0, from = ground) => {
    const arg = args[at];
    return arg === undefined ? "" : words(arg, from, strength);
  };
  switch (name) {
    case "AND":
      return bracketed(args.map((arg) => words(arg, ground, AND)).join(" and "), AND < around);
    case "OR":
      return bracketed(args.map((arg) => words(arg, ground, AND + 1)).join(" or "), OR < around);
    case "NOT":
      return args[0]?.kind === "call" && args[0].name === "ISBLANK"
        ? `${called("", args[0].args, ground, STRENGTH["="])} is filled in`
        : `it is not so that ${part(0, AND + 1)}`;
    case "":
      return part(0, around);
    case "ISBLANK":
      return `${part(0, STRENGTH["="])} is blank`;
    case "IF":
      return bracketed(`${part(1)} where ${part(0, AND + 1)}, else ${part(2)}`, around > 0);
    case "EVERY":
      return bracketed(`for each of ${part(0)}: ${part(1, 0, within(args[0], ground))}`, around > 0);
    case "ANY":
      return bracketed(`for one of ${part(0)} at least: ${part(1, 0, within(args[0], ground))}`, around > 0);
    case "COUNTROWS":
      return `the number of rows of ${part(0)} with (${part(1, 0, within(args[0], ground))})`;
    case "SUMROWS":
      return `the sum of ${part(0)} over the rows with (${part(1, 0, within(args[0], ground))})`;
    case "COUNTSAME":
      return `how often ${part(1)} stands in ${part(0)}`;
    case "SUMSAME":
      return `${args[0] && isDay(args[0], ground) ? "" : "the sum of "}${part(0)} where ${part(2)} stands in ${part(1)}`;
    case "STEPBELOW":
    case "STEPABOVE":
      return `the first of ${part(0)} that lies by ${name === "STEPBELOW" ? "less" : "more"} than ${part(1)} above the one before`;
    case "MISSINGIN":
      return `the first of ${part(0)} that is blank before one that is not`;
    case "BEHIND":
      return `the first of ${part(0)} that is lower than its like in ${part(1)}`;
    case "TEXT":
    case "ROUND":
      return part(0, around);
    default: {
      const all = args.map((arg) => words(arg, ground, 0));
      const days = args.some((arg) => isDay(arg, ground));
      const plain = (days ? PLAIN_DAYS.get(name) : undefined) ?? PLAIN.get(name);
      return plain === undefined ? `${name}(${all.join(", ")})` : `${plain} ${all.join(" and ")}`;
    }
  }
}

const PLAIN: ReadonlyMap<string, string> = new Map([
  ["SUM", "the sum of"],
  ["MIN", "the lowest of"],
  ["MAX", "the highest of"],
  ["COUNT", "the number of answers in"],
  ["COUNTA", "the number of entries in"],
  ["ABS", "the size of"],
]);
const PLAIN_DAYS: ReadonlyMap<string, string> = new Map([
  ["MIN", "the earliest of"],
  ["MAX", "the latest of"],
]);

/** Inside a test of rows or lines, `[@column]` is the column of their own block. */
function within(over: Written | undefined, ground: WordsGround): WordsGround {
  const to = over?.kind === "reference" ? over.to : undefined;
  if (to?.kind !== "rows" && to?.kind !== "column" && to?.kind !== "lines") return ground;
  return { ...ground, block: blockNamed(to.block, ground.template) };
}

function bracketed(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}
