import { parts, type Expression } from "../../formula";
import type { SummaryExpression, SummaryReference, SummaryWords } from "../../template";

/** A figure in words has no more signs than this. */
const LONGEST_FIGURE = 11;

/** Sentences with figures in them as one formula. */
export function wordsExpression(words: readonly SummaryWords[]): SummaryExpression {
  const pieces = words.map((part): SummaryExpression => {
    if (part.kind === "text") return { kind: "text", value: part.text };
    if (part.format === null) return part.expression;
    const format: SummaryExpression = { kind: "text", value: part.format };
    return { kind: "call", name: "TEXT", args: [part.expression, format] };
  });
  return pieces.reduce((left, right) => ({ kind: "binary", operator: "&", left, right }));
}

/** As many letters as the sentences can have, for the room that they need. */
export function longestWords(words: readonly SummaryWords[]): number {
  return words.reduce(
    (sum, part) => sum + (part.kind === "text" ? part.text.length : longestOf(part.expression)),
    0,
  );
}

function longestOf(expression: Expression<SummaryReference>): number {
  const inside = parts(expression).map(longestOf);
  if (expression.kind === "text") return expression.value.length;
  if (expression.kind === "binary" && expression.operator === "&")
    return inside.reduce((sum, length) => sum + length, 0);
  return Math.max(LONGEST_FIGURE, ...inside);
}
