import type { DraftCell } from "../layout";

/** A formula that shows a text and leads to a place: "#'Facts'!A6" of this workbook. */
export function linkFormula(target: string, words: string): string {
  return `HYPERLINK(${quoted(target)},${quoted(words)})`;
}

/** Words that lead to a place, or stand there alone where there is none. */
export function linkedWords(
  words: string,
  target: string | undefined,
  role: "link" | "contents_link" = "link",
): DraftCell {
  return target === undefined
    ? { value: words, role: "label" }
    : { formula: linkFormula(target, words), role };
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
