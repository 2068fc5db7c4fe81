import { h, joined, type Markup } from "../html";
import { readKeys, type Field, type FieldExpression, type Template } from "../template";

import { formulaCode } from "./code";
import { shownValue } from "./field-words";

/** What a field that is looked up shows for each code of the year's table, codes with the same answer together. */
export function lookUpWords(field: Field, template: Template): Markup {
  const { source } = field;
  const formula = source.kind === "calculated" ? source.formula : null;
  const by = formula ? [...readKeys(formula)] : [];
  const codes = new Map<string, string[]>();
  for (const [code, value] of formula ? casesOf(formula) : []) {
    const shown = shownValue(value, field);
    codes.set(shown, [...(codes.get(shown) ?? []), code]);
  }
  return h(
    "div",
    {},
    "Looked up by ",
    by.map((key) => formulaCode(key, template)),
    ": ",
    joined(
      [...codes].map(([shown, those]) => [`${those.join(", ")} `, h("b", {}, shown)]),
      " · ",
    ),
  );
}

/** The cases of IFs within each other: code and value of each. */
function casesOf(formula: FieldExpression): readonly (readonly [string, string | number])[] {
  if (formula.kind !== "call" || formula.name !== "IF") return [];
  const [test, value, otherwise] = formula.args;
  if (test?.kind !== "binary" || !value || !otherwise) return [];
  const { right } = test;
  const given = value.kind === "text" || value.kind === "number" ? value.value : null;
  const code = right.kind === "text" || right.kind === "number" ? String(right.value) : null;
  return [...(given === null || code === null ? [] : [[code, given] as const]), ...casesOf(otherwise)];
}
