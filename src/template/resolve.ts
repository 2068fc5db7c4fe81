import { substitute, type Expression } from "../formula";

import { AREA_PARTS } from "./area-parts";
import { alongCall, looksAlong } from "./along";
import type { KeyReference } from "./key";
import { rowsCall } from "./rows-call";
import { fieldKey, type FieldExpression, type FieldReference, type ValueBlock } from "./template";

/** From where a formula looks: the line and column it stands for, where it has them. */
export interface Standpoint {
  readonly block: ValueBlock | null;
  readonly line: string | null;
  readonly column: string | null;
}

/** One sentence on why a formula's references can't be resolved. */
export class Unresolved extends Error {}

/** Where the value of a field comes from, as far as a formula that names it has to know. */
export type Origin = "entered" | "calculated" | "constant" | "closed";

/** The blocks and fields of a template, as far as they are known before formulas are. */
export interface Known {
  readonly blocks: ReadonlyMap<string, ValueBlock>;
  readonly origins: ReadonlyMap<string, Origin>;
  /** Days of the year by name, as Excel counts them. */
  readonly dates: ReadonlyMap<string, number>;
}

/** Under this name a formula finds the days of the year. */
const DATES = "dates";

const SPREADS: ReadonlyMap<string, string> = new Map([
  ["EVERY", "AND"],
  ["ANY", "OR"],
]);

/** A formula with its references turned into keys of fields that exist; throws Unresolved. Closed fields become 0. */
export function resolve(
  expression: Expression<KeyReference>,
  from: Standpoint,
  known: Known,
): FieldExpression {
  switch (expression.kind) {
    case "reference":
      return reference(expression.to, from, known, false);
    case "call": {
      const written = SPREADS.get(expression.name);
      if (written !== undefined) return spread(written, expression.args, from, known);
      if (expression.name === "COUNTROWS" || expression.name === "SUMROWS")
        return rowsCall(expression.name, expression.args, from, known);
      if (looksAlong(expression.name)) return alongCall(expression.name, expression.args, from, known);
      if (expression.name === "SUMPRODUCT")
        throw new Unresolved(
          "SUMPRODUCT is no function that a formula may use here: say COUNTROWS or SUMROWS.",
        );
      const areas = AREA_PARTS.get(expression.name) ?? 0;
      return {
        kind: "call",
        name: expression.name,
        args: expression.args.map((arg, at) =>
          arg.kind === "reference" ? reference(arg.to, from, known, at < areas) : resolve(arg, from, known),
        ),
      };
    }
    case "binary":
      return {
        ...expression,
        left: resolve(expression.left, from, known),
        right: resolve(expression.right, from, known),
      };
    case "negate":
    case "percent":
      return { kind: expression.kind, of: resolve(expression.of, from, known) };
    default:
      return expression;
  }
}

/** EVERY(lines, test) and ANY(lines, test), written out for each line. */
function spread(
  name: string,
  args: readonly Expression<KeyReference>[],
  from: Standpoint,
  known: Known,
): FieldExpression {
  const [over, test] = args;
  if (over?.kind !== "reference" || over.to.kind !== "lines" || !test) {
    throw new Unresolved("EVERY and ANY take lines, as in spend.first..last, and a test.");
  }
  const block = blockNamed(over.to.block, known);
  refuseRowsOfList(block);
  const lines = linesBetween(block, over.to.from, over.to.to).filter((line) =>
    hasEntries(block, line, known),
  );
  if (lines.length === 0)
    throw new Unresolved(`No line from ${over.to.from} to ${over.to.to} of ${block.id} has an entry.`);
  return {
    kind: "call",
    name,
    args: lines.map((line) => resolve(test, { block, line, column: from.column }, known)),
  };
}

function hasEntries(block: ValueBlock, line: string, known: Known): boolean {
  return block.columns.some((column) => known.origins.get(fieldKey(block, line, column.id)) === "entered");
}

function reference(to: KeyReference, from: Standpoint, known: Known, areaFits: boolean): FieldExpression {
  switch (to.kind) {
    case "field":
      return to.block === DATES ? dateNamed(to.line, known) : single(keyOf(to, known), known);
    case "same_column":
      if (from.column === null)
        throw new Unresolved(`${to.block}.${to.line}[@] has no column of its own here.`);
      return single(`${to.block}.${to.line}[${from.column}]`, known);
    case "same_line":
      if (from.block === null || from.line === null)
        throw new Unresolved(`[@${to.column}] has no line of its own here.`);
      return single(fieldKey(from.block, from.line, to.column), known);
    case "lines":
      throw new Unresolved(
        `${to.block}.${to.from}..${to.to} needs a column, unless it stands in EVERY or ANY.`,
      );
    case "across":
    case "same_line_across":
      refuseArea(areaFits);
      return { kind: "reference", to: { keys: acrossKeys(to, from, known) } };
    case "rows":
      throw new Unresolved(`${to.block} is no key by itself; only COUNTROWS takes a list by its name.`);
    case "span":
    case "column": {
      refuseArea(areaFits);
      const block = blockNamed(to.block, known);
      if (to.kind === "span") refuseRowsOfList(block);
      const lines =
        to.kind === "span" ? linesBetween(block, to.from, to.to) : block.lines.map((line) => line.id);
      const keys = lines.map((line) => fieldKey(block, line, to.column));
      if (block.kind === "list")
        return { kind: "reference", to: { keys: listColumn(block, to.column, known) } };
      for (const key of keys) single(key, known);
      const entered = keys.filter((key) => known.origins.get(key) === "entered");
      return entered.length === 0
        ? { kind: "number", value: 0 }
        : { kind: "reference", to: { keys: entered } };
    }
  }
}

function refuseArea(areaFits: boolean): void {
  if (!areaFits)
    throw new Unresolved(`Several cells can stand only in ${[...AREA_PARTS.keys()].join(", ")}.`);
}

type Across = Extract<KeyReference, { kind: "across" | "same_line_across" }>;

/** The entered cells of a line from one column to another; throws Unresolved. */
export function acrossKeys(to: Across, from: Standpoint, known: Known): readonly string[] {
  const block = to.kind === "across" ? blockNamed(to.block, known) : from.block;
  const line = to.kind === "across" ? to.line : from.line;
  if (block === null || line === null)
    throw new Unresolved(`[@${to.from}..${to.to}] has no line of its own here.`);
  if (to.kind === "across") refuseRowsOfList(block);
  const ids = block.columns.map(({ id }) => id);
  const [first, last] = [ids.indexOf(to.from), ids.indexOf(to.to)];
  if (first < 0 || last < first)
    throw new Unresolved(`${block.id} has no columns from ${to.from} to ${to.to}.`);
  const keys = ids.slice(first, last + 1).map((id) => fieldKey(block, line, id));
  for (const key of keys) single(key, known);
  const entered = keys.filter((key) => known.origins.get(key) === "entered");
  if (entered.length === 0)
    throw new Unresolved(`Nothing is entered in ${block.id}.${line} from ${to.from} to ${to.to}.`);
  return entered;
}

/** The cells of a whole column of a list, which have to be entered; throws Unresolved. */
export function listColumn(block: ValueBlock, column: string, known: Known): readonly string[] {
  const ofBlock = columns.get(block) ?? new Map<string, readonly string[]>();
  const before = ofBlock.get(column);
  if (before) return before;
  const keys = block.lines.map((line) => fieldKey(block, line.id, column));
  for (const key of keys) single(key, known);
  if (keys.some((key) => known.origins.get(key) !== "entered"))
    throw new Unresolved(`${block.id}[${column}] is worked out: add up the columns that it is made of.`);
  columns.set(block, ofBlock.set(column, keys));
  return keys;
}

/** Every row of a list asks for the same columns: they are one and the same to whoever looks them up later. */
const columns = new WeakMap<ValueBlock, Map<string, readonly string[]>>();

function dateNamed(name: string, { dates }: Known): FieldExpression {
  const value = dates.get(name);
  if (value === undefined) throw new Unresolved(`There is no ${DATES}.${name} in this year.`);
  return { kind: "number", value };
}

/** A returned list may be longer than it was drawn, so nothing is said of some of its rows. */
function refuseRowsOfList(block: ValueBlock): void {
  if (block.kind !== "list") return;
  throw new Unresolved(`${block.id} is a list: name a whole column of it, ${block.id}[column].`);
}

function keyOf(to: Extract<KeyReference, { kind: "field" }>, known: Known): string {
  const block = blockNamed(to.block, known);
  if (to.column === null && block.kind !== "form")
    throw new Unresolved(`${to.block}.${to.line} needs a column.`);
  return to.column === null ? `${to.block}.${to.line}` : `${to.block}.${to.line}[${to.column}]`;
}

function single(key: string, known: Known): FieldExpression {
  const origin = known.origins.get(key);
  if (!origin) throw new Unresolved(`There is no ${key} in this return.`);
  return origin === "closed" ? { kind: "number", value: 0 } : { kind: "reference", to: { keys: [key] } };
}

export function blockNamed(id: string, known: Known): ValueBlock {
  const block = known.blocks.get(id);
  if (!block) throw new Unresolved(`There is no block ${id} in this return.`);
  return block;
}

function linesBetween(block: ValueBlock, from: string, to: string): readonly string[] {
  const ids = block.lines.map((line) => line.id);
  const [first, last] = [ids.indexOf(from), ids.indexOf(to)];
  if (first < 0) throw new Unresolved(`${block.id} has no line ${from}.`);
  if (last < 0) throw new Unresolved(`${block.id} has no line ${to}.`);
  if (last < first) throw new Unresolved(`In ${block.id}, line ${to} stands before ${from}.`);
  return ids.slice(first, last + 1);
}

/** The same formula, worked out from entered fields alone: calculated fields are put in, constants become figures. */
export function expand(
  expression: FieldExpression,
  formulaOf: (
    key: string,
  ) => FieldExpression | { readonly kind: "constant"; readonly value: string | number } | null,
  under: readonly string[] = [],
): FieldExpression {
  return substitute<FieldReference, FieldReference>(expression, (reference) => {
    const [key, more] = reference.keys;
    if (key === undefined || more !== undefined) return { kind: "reference", to: reference };
    const behind = formulaOf(key);
    if (behind === null) return { kind: "reference", to: reference };
    if (behind.kind === "constant") {
      return typeof behind.value === "number"
        ? { kind: "number", value: behind.value }
        : { kind: "text", value: behind.value };
    }
    if (under.includes(key))
      throw new Unresolved(`${[...under.slice(under.indexOf(key)), key].join(" needs ")}: a circle.`);
    return expand(behind, formulaOf, [...under, key]);
  });
}
