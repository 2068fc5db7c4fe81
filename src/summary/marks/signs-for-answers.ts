import type { SummaryExpression, SummaryState } from "../../template";

/** `table.column` → the signs that stand in its cells for answers; columns without signs are not there. */
export type SignsOfColumns = ReadonlyMap<string, readonly SummaryState[]>;

/** A formula that counts answers by their words, counting the signs that stand in the cells for them. */
export function withSigns(expression: SummaryExpression, signs: SignsOfColumns): SummaryExpression {
  const inside = (part: SummaryExpression) => withSigns(part, signs);
  switch (expression.kind) {
    case "negate":
    case "percent":
      return { ...expression, of: inside(expression.of) };
    case "binary":
      return { ...expression, left: inside(expression.left), right: inside(expression.right) };
    case "call": {
      const args = expression.args.map(inside);
      const [cells, answer] = args;
      const states =
        cells?.kind === "reference" && cells.to.kind === "column"
          ? signs.get(`${cells.to.table}.${cells.to.column}`)
          : undefined;
      if (!states || answer?.kind !== "text") return { ...expression, args };
      const sign = states.find(({ is }) => is === answer.value)?.sign;
      return sign === undefined
        ? { ...expression, args }
        : { ...expression, args: args.map((arg) => (arg === answer ? { kind: "text", value: sign } : arg)) };
    }
    default:
      return expression;
  }
}
