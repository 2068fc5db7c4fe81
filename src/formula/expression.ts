/** The operators that the language has, with Excel's meaning. There is no power: Excel and LibreOffice read -a^2 alike, people do not. */
export type BinaryOperator = "+" | "-" | "*" | "/" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";

/**
 * A formula as a tree. What it refers to is the caller's: keys of a template in a rule, cells in a sheet.
 * One tree is evaluated by the engine and written out for Excel, so that both decide alike.
 */
export type Expression<R> =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "reference"; readonly to: R }
  | { readonly kind: "negate"; readonly of: Expression<R> }
  | { readonly kind: "percent"; readonly of: Expression<R> }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression<R>;
      readonly right: Expression<R>;
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression<R>[] };

/** The parts directly under an expression. */
export function parts<R>(expression: Expression<R>): readonly Expression<R>[] {
  switch (expression.kind) {
    case "negate":
    case "percent":
      return [expression.of];
    case "binary":
      return [expression.left, expression.right];
    case "call":
      return expression.args;
    default:
      return [];
  }
}

/** The same expression with every reference replaced by what `by` makes of it. */
export function substitute<R, S>(
  expression: Expression<R>,
  by: (reference: R) => Expression<S>,
): Expression<S> {
  switch (expression.kind) {
    case "reference":
      return by(expression.to);
    case "negate":
    case "percent":
      return { kind: expression.kind, of: substitute(expression.of, by) };
    case "binary":
      return {
        kind: "binary",
        operator: expression.operator,
        left: substitute(expression.left, by),
        right: substitute(expression.right, by),
      };
    case "call":
      return { kind: "call", name: expression.name, args: expression.args.map((arg) => substitute(arg, by)) };
    default:
      return expression;
  }
}

/** Everything that an expression refers to, from left to right. */
export function references<R>(expression: Expression<R>): readonly R[] {
  return expression.kind === "reference" ? [expression.to] : parts(expression).flatMap(references);
}
