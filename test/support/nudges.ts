import type { RawValue } from "../../src/cells";
import { parts } from "../../src/formula";
import type { Field, FieldExpression } from "../../src/template";

/** What may be put into a field so that a rule with these literals comes near to its edge. */
export function nudges(
  field: Field,
  literals: readonly (string | number)[],
  others: readonly RawValue[],
): readonly RawValue[] {
  const { type } = field;
  const numbers = literals.filter((value) => typeof value === "number");
  const texts = literals.filter((value) => typeof value === "string" && value !== "");
  const alike = others.filter((value) => typeof value === (isWordy(field) ? "string" : "number"));
  switch (type.kind) {
    case "choice":
      return [...texts.filter((text) => type.choices.includes(String(text))), ...type.choices, 3, null];
    case "text":
      return [
        ...alike.filter((value) => typeof value === "string" && value.length <= type.most),
        "A. Person",
        "Somebody's own",
        7,
        null,
      ];
    case "code":
      return [...alike, "X77", 50, null];
    case "date": {
      const days = [...numbers, ...alike].filter(isDay);
      return [...days.flatMap((day) => [day, day + 1, day - 1]), 39_172, 39_539, 40_268, "soon", null];
    }
    case "percent": {
      const shares = [...numbers, ...alike].filter((value) => Number(value) >= 0 && Number(value) <= 1);
      return [...shares, 0, 0.1, 0.5, 0.9, 1, "tbc", null];
    }
    case "money":
    case "count": {
      const small = [...numbers, ...alike].filter((value) => typeof value === "number" && !isDay(value));
      const near = small.flatMap((value) => [
        Number(value),
        Number(value) + 1,
        Math.max(0, Number(value) - 1),
      ]);
      return [...near, 0, 1, 2, 50, "tbc", null];
    }
  }
}

export function isDay(value: RawValue): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 38_000 && value < 42_000;
}

function isWordy({ type }: Field): boolean {
  return type.kind === "text" || type.kind === "code" || type.kind === "choice";
}

export function literalsOf(expression: FieldExpression): readonly (string | number)[] {
  if (expression.kind === "number" || expression.kind === "text") return [expression.value];
  return parts(expression).flatMap(literalsOf);
}
