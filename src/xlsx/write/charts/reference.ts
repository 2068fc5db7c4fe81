import { wordsOf, type DrawnCells } from "./drawn-cells";
import { escaped } from "./markup";

/** Words that stand in cells, with what they are now. */
export function wordsReference({ formula, values }: DrawnCells): string {
  const points = values.map((value, at) => point(at, wordsOf(value))).join("");
  const cache = `<c:strCache><c:ptCount val="${values.length}"/>${points}</c:strCache>`;
  return `<c:strRef><c:f>${escaped(formula)}</c:f>${cache}</c:strRef>`;
}

/** Figures that stand in cells, with what they are now; a cell without a figure is a gap. */
export function figuresReference({ formula, values }: DrawnCells, code: string): string {
  const points = values.map((value, at) => (typeof value === "number" ? point(at, String(value)) : ""));
  const cache = `<c:formatCode>${escaped(code)}</c:formatCode><c:ptCount val="${values.length}"/>${points.join("")}`;
  return `<c:numRef><c:f>${escaped(formula)}</c:f><c:numCache>${cache}</c:numCache></c:numRef>`;
}

function point(at: number, words: string): string {
  return `<c:pt idx="${at}"><c:v>${escaped(words)}</c:v></c:pt>`;
}
