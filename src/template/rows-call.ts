import type { BinaryOperator, Expression } from "../formula";

import type { KeyReference } from "./key";
import { blockNamed, listColumn, resolve, Unresolved, type Known, type Standpoint } from "./resolve";
import type { FieldExpression, ValueBlock } from "./template";

/** Functions that a test of rows may use; AND, OR and NOT are written as products and sums, which Excel works out row by row. */
const TESTS: ReadonlySet<string> = new Set(["AND", "OR", "NOT", "ISBLANK"]);

/**
 * COUNTROWS(list, test) and SUMROWS(list[column], test) as SUMPRODUCT over whole columns, which any Excel works out. In the test
 * `[@column]` is the list's own column. A row whose first entered column is blank is none.
 */
export function rowsCall(
  name: string,
  args: readonly Expression<KeyReference>[],
  from: Standpoint,
  known: Known,
): FieldExpression {
  const [over, test] = args;
  const counts = name === "COUNTROWS";
  if (over?.kind !== "reference" || over.to.kind !== (counts ? "rows" : "column") || !test) {
    throw new Unresolved(
      counts
        ? "COUNTROWS takes a list and a test, as in COUNTROWS(deployments, [@state]=…)."
        : "SUMROWS takes a column of a list and a test, as in SUMROWS(deployments[cost], [@state]=…).",
    );
  }
  const { to } = over;
  const block = blockNamed(to.block, known);
  if (block.kind !== "list") throw new Unresolved(`${to.block} is no list.`);
  const named: FieldExpression = {
    kind: "binary",
    operator: "<>",
    left: { kind: "reference", to: { keys: firstColumn(block, known) } },
    right: { kind: "text", value: "" },
  };
  const rows = binary(named, "*", rowTest(test, block, from, known));
  const column = to.kind === "column" ? listColumn(block, to.column, known) : null;
  return {
    kind: "call",
    name: "SUMPRODUCT",
    args: column === null ? [rows] : [rows, { kind: "reference", to: { keys: column } }],
  };
}

function firstColumn(block: ValueBlock, known: Known): readonly string[] {
  const first = block.columns.find(({ id }) =>
    block.lines.some((line) => known.origins.get(`${block.id}.${line.id}[${id}]`) === "entered"),
  );
  if (!first) throw new Unresolved(`Nothing is entered in ${block.id}.`);
  return listColumn(block, first.id, known);
}

/** The test as figures: other than 0 where it is true. */
function rowTest(
  test: Expression<KeyReference>,
  block: ValueBlock,
  from: Standpoint,
  known: Known,
): FieldExpression {
  const part = (one: Expression<KeyReference>) => rowTest(one, block, from, known);
  switch (test.kind) {
    case "reference":
      return test.to.kind === "same_line"
        ? { kind: "reference", to: { keys: listColumn(block, test.to.column, known) } }
        : resolve(test, from, known);
    case "negate":
    case "percent":
      return { kind: test.kind, of: part(test.of) };
    case "binary":
      return { ...test, left: part(test.left), right: part(test.right) };
    case "call": {
      if (!TESTS.has(test.name))
        throw new Unresolved(`${test.name} can't stand in a test of rows; ${[...TESTS].join(", ")} can.`);
      const parts = test.args.map(part);
      const [first] = parts;
      if (test.name === "ISBLANK" || !first) return { kind: "call", name: test.name, args: parts };
      if (test.name === "NOT") return binary({ kind: "number", value: 1 }, "-", first);
      if (test.name === "AND" || parts.length === 1)
        return parts.reduce((left, right) => binary(left, "*", right));
      // Never a lone truth value against 0: Excel takes even FALSE for more than any number.
      const either = parts.reduce((left, right) => binary(left, "+", right));
      return binary(either, ">", { kind: "number", value: 0 });
    }
    default:
      return test;
  }
}

function binary(left: FieldExpression, operator: BinaryOperator, right: FieldExpression): FieldExpression {
  return { kind: "binary", operator, left, right };
}
