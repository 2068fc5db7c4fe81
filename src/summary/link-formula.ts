/** A formula that shows a text and leads to a place: "#'Facts'!A6" of this workbook. */
export function linkFormula(target: string, words: string): string {
  return `HYPERLINK(${quoted(target)},${quoted(words)})`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
