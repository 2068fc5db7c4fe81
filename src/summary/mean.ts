import { parseFormula, writeFormula, type Expression } from "../formula";

/** What a mean is worked out of: a rate of each return, and what it weighs. */
type MeanPart = "rates" | "weights";

/** How the mean of a rate is worked out, and what it rests on, in one tree for engine and workbook. */
export interface MeanRule {
  readonly mean: Expression<MeanPart>;
  /** The weights of the returns that have the rate, or how many have it. */
  readonly restsOn: Expression<MeanPart>;
}

/** Returns without the rate, or without a weight, are left out of both sums. */
export const WEIGHTED = ruleOf("SUMPRODUCT(weights,rates)", "SUMPRODUCT(ISNUMBER(rates)*1,weights)");
/** Each return counts alike. */
export const ALIKE = ruleOf("SUM(rates)", "COUNT(rates)");

/** Where the parts of a mean stand. */
export function writeMean(
  expression: Expression<MeanPart>,
  cells: Readonly<Record<MeanPart, string>>,
): string {
  return writeFormula(expression, (part) => cells[part]);
}

function ruleOf(sum: string, restsOn: string): MeanRule {
  return { mean: read(`=IF(${restsOn}=0,"",${sum}/${restsOn})`), restsOn: read(`=${restsOn}`) };
}

function read(formula: string): Expression<MeanPart> {
  const parsed = parseFormula<MeanPart>(formula, (name) =>
    name === "rates" || name === "weights"
      ? { kind: "reference", to: name }
      : { kind: "refused", message: `${name} is no part of a mean` },
  );
  if (parsed.kind === "refused") throw new Error(`ruleOf: ${parsed.message}`);
  return parsed.expression;
}
