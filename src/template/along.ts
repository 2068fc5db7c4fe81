import type { BinaryOperator, Expression } from "../formula";

import type { KeyReference } from "./key";
import { acrossKeys, blockNamed, resolve, Unresolved, type Known, type Standpoint } from "./resolve";
import type { FieldExpression, ValueBlock } from "./template";

/** Functions that look along a line for the first column of which something is so. */
const ALONG: ReadonlySet<string> = new Set(["STEPBELOW", "STEPABOVE", "MISSINGIN", "BEHIND"]);

export function looksAlong(name: string): boolean {
  return ALONG.has(name);
}

type Arg = Expression<KeyReference> | undefined;

/**
 * The head of the first column of which something is so, an empty text where it is so of none; written out as IFs within each other:
 *
 * - STEPBELOW(cells, limit): it lies by less than the limit above the column before it; STEPABOVE: by more;
 * - MISSINGIN(cells): it is blank, and a later one is not;
 * - BEHIND(cells, others): it is filled in, and lower than the same column of the other line.
 */
export function alongCall(
  name: string,
  [over, second]: readonly Expression<KeyReference>[],
  from: Standpoint,
  known: Known,
): FieldExpression {
  const line = cellsAlong(name, over, from, known);
  if (name === "MISSINGIN") return firstHead(line, (at) => missing(line.keys, at));
  if (name === "BEHIND") {
    const others = cellsAlong(name, second, from, known);
    if (others.keys.length !== line.keys.length)
      throw new Unresolved("BEHIND takes two lines of the same columns.");
    return firstHead(line, (at) => behind(line.keys[at], others.keys[at]));
  }
  if (!second)
    throw new Unresolved(`${name} takes cells of a line and a limit, as in ${name}([@apr..mar],0).`);
  const limit = resolve(second, from, known);
  return firstHead(line, (at) =>
    step(line.keys[at - 1], line.keys[at], name === "STEPBELOW" ? "<" : ">", limit),
  );
}

interface Along {
  readonly keys: readonly string[];
  readonly block: ValueBlock;
}

function cellsAlong(name: string, over: Arg, from: Standpoint, known: Known): Along {
  const to = over?.kind === "reference" ? over.to : undefined;
  if (to?.kind !== "across" && to?.kind !== "same_line_across")
    throw new Unresolved(
      `${name} takes cells of a line, as in ${name}([@apr..mar]${name === "MISSINGIN" ? "" : ",0"}).`,
    );
  const block = to.kind === "across" ? blockNamed(to.block, known) : from.block;
  if (block === null) throw new Unresolved(`[@${to.from}..${to.to}] has no line of its own here.`);
  return { keys: acrossKeys(to, from, known), block };
}

function firstHead({ keys, block }: Along, test: (at: number) => FieldExpression | null): FieldExpression {
  return keys.reduceRight<FieldExpression>(
    (otherwise, key, at) => {
      const one = test(at);
      if (one === null) return otherwise;
      const head = block.columns.find(({ id }) => key.endsWith(`[${id}]`))?.label ?? key;
      return call("IF", one, { kind: "text", value: head }, otherwise);
    },
    { kind: "text", value: "" },
  );
}

/** Nothing is said of the first column, which has none before it. */
function step(
  before: string | undefined,
  key: string | undefined,
  operator: BinaryOperator,
  limit: FieldExpression,
): FieldExpression | null {
  if (before === undefined || key === undefined) return null;
  return binary(binary(cells([key]), "-", cells([before])), operator, limit);
}

function missing(keys: readonly string[], at: number): FieldExpression | null {
  const later = keys.slice(at + 1);
  const key = keys[at];
  if (key === undefined || later.length === 0) return null;
  const filled = binary(call("COUNTA", cells(later)), ">", { kind: "number", value: 0 });
  return call("AND", call("ISBLANK", cells([key])), filled);
}

function behind(key: string | undefined, other: string | undefined): FieldExpression | null {
  if (key === undefined || other === undefined) return null;
  return call("AND", call("NOT", call("ISBLANK", cells([key]))), binary(cells([key]), "<", cells([other])));
}

function cells(keys: readonly string[]): FieldExpression {
  return { kind: "reference", to: { keys } };
}

function call(name: string, ...args: readonly FieldExpression[]): FieldExpression {
  return { kind: "call", name, args };
}

function binary(left: FieldExpression, operator: BinaryOperator, right: FieldExpression): FieldExpression {
  return { kind: "binary", operator, left, right };
}
