import { isCellError, type CellError } from "../cells";
import type { BinaryOperator, Expression } from "./expression";
import { FUNCTIONS } from "./functions";
import { sumProduct } from "./sum-product";
import {
  compare,
  finite,
  isArea,
  textOf,
  to15,
  toNumber,
  toTruth,
  type Area,
  type Operand,
  type Scalar,
} from "./value";

/** Gives the cells behind a reference, even where it is one: functions pass over text in cells that they refuse outright. */
export type Read<R> = (reference: R) => Area;

/** Works a formula out as Excel does. A lone reference to a blank cell gives blank; whoever shows it in a cell makes it 0. */
export function evaluate<R>(expression: Expression<R>, read: Read<R>): Scalar {
  const value = operand(expression, read);
  if (!isArea(value)) return value;
  const [row, more] = value.rows;
  return row?.length === 1 && !more ? (row[0] ?? null) : { error: "#VALUE!" };
}

function operand<R>(expression: Expression<R>, read: Read<R>): Operand {
  switch (expression.kind) {
    case "number":
    case "text":
    case "truth":
      return expression.value;
    case "reference":
      return read(expression.to);
    case "negate": {
      const value = toNumber(evaluate(expression.of, read));
      return isCellError(value) ? value : 0 - value;
    }
    case "percent": {
      const value = toNumber(evaluate(expression.of, read));
      return isCellError(value) ? value : value / 100;
    }
    case "binary":
      return binary(expression.operator, evaluate(expression.left, read), evaluate(expression.right, read));
    case "call":
      return call(expression.name, expression.args, read);
  }
}

function call<R>(name: string, args: readonly Expression<R>[], read: Read<R>): Operand {
  const [first, second, third] = args;
  if (name === "IF" && first && second) {
    const test = toTruth(evaluate(first, read));
    if (isCellError(test)) return test;
    return test ? operand(second, read) : third ? operand(third, read) : false;
  }
  if (name === "IFERROR" && first && second) {
    const value = operand(first, read);
    return isCellError(isArea(value) ? evaluate(first, read) : value) ? operand(second, read) : value;
  }
  if (name === "SUMPRODUCT") return sumProduct(args, read);
  const known = FUNCTIONS.get(name);
  if (!known) throw new Error(`evaluate: ${name} is no function of the language`);
  return known.run(args.map((arg) => operand(arg, read)));
}

/** Two values joined by an operator. */
export function binary(operator: BinaryOperator, left: Scalar, right: Scalar): Scalar {
  if (isCellError(left)) return left;
  if (isCellError(right)) return right;
  switch (operator) {
    case "&":
      return textOf(left) + textOf(right);
    case "=":
      return compare(left, right) === 0;
    case "<>":
      return compare(left, right) !== 0;
    case "<":
      return compare(left, right) < 0;
    case "<=":
      return compare(left, right) <= 0;
    case ">":
      return compare(left, right) > 0;
    case ">=":
      return compare(left, right) >= 0;
    default: {
      const a = toNumber(left);
      if (isCellError(a)) return a;
      const b = toNumber(right);
      return isCellError(b) ? b : arithmetic(operator, a, b);
    }
  }
}

function arithmetic(operator: "+" | "-" | "*" | "/", a: number, b: number): number | CellError {
  if (operator === "*") return finite(a * b);
  if (operator === "/") return b === 0 ? { error: "#DIV/0!" } : finite(a / b);
  const result = operator === "+" ? a + b : a - b;
  // Excel takes a difference that vanishes in fifteen digits for nothing.
  return to15(a) === to15(operator === "+" ? -b : b) ? 0 : finite(result);
}
