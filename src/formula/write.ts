import type { BinaryOperator, Expression } from "./expression";

const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
};
const NEGATE = 6;
const PERCENT = 5;

/** A formula's text for Excel, without its equals sign and with no brackets that it does not need. `place` writes a reference. */
export function writeFormula<R>(expression: Expression<R>, place: (reference: R) => string): string {
  return written(expression, place, 0);
}

function written<R>(expression: Expression<R>, place: (reference: R) => string, around: number): string {
  switch (expression.kind) {
    case "number":
      return numberText(expression.value);
    case "text":
      return `"${expression.value.replaceAll('"', '""')}"`;
    case "truth":
      return expression.value ? "TRUE" : "FALSE";
    case "reference":
      return place(expression.to);
    case "negate":
      return bracketed(`-${written(expression.of, place, NEGATE)}`, NEGATE < around);
    case "percent":
      return bracketed(`${written(expression.of, place, PERCENT)}%`, PERCENT < around);
    case "binary": {
      const strength = STRENGTH[expression.operator];
      const left = written(expression.left, place, strength);
      const right = written(expression.right, place, strength + 1);
      return bracketed(`${left}${expression.operator}${right}`, strength < around);
    }
    case "call": {
      const [first, second, third] = expression.args;
      if (expression.name === "COUNTSAME" && first && second)
        return `SUMPRODUCT(${sameCells(first, second, place)})`;
      if (expression.name === "SUMSAME" && first && second && third)
        return `SUMPRODUCT(${sameCells(second, third, place)},${written(first, place, 0)})`;
      return `${expression.name}(${expression.args.map((arg) => written(arg, place, 0)).join(",")})`;
    }
  }
}

function sameCells<R>(cells: Expression<R>, value: Expression<R>, place: (reference: R) => string): string {
  return `(${written(cells, place, STRENGTH["="])}=${written(value, place, STRENGTH["="] + 1)})*1`;
}

function bracketed(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

/** A number as a formula holds it; never with an exponent, which not every reader of formulas takes. */
function numberText(value: number): string {
  const text = String(value);
  const [, sign = "", whole = "", decimals = "", exponent] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const digits = whole + decimals;
  const point = 1 + Number(exponent);
  return point > 0 ? sign + digits.padEnd(point, "0") : `${sign}0.${"0".repeat(-point)}${digits}`;
}
