import { FONT } from "../../../layout";

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Names of Office's own vocabularies. */
export const VOCABULARY = {
  chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  drawing: "http://schemas.openxmlformats.org/drawingml/2006/main",
  sheetDrawing: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  relationship: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  relationships: "http://schemas.openxmlformats.org/package/2006/relationships",
} as const;

/** Signs that XML can't hold at all. */
// eslint-disable-next-line no-control-regex
const NEVER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as it stands in an element or in an attribute. */
export function escaped(text: string): string {
  return text
    .replace(NEVER, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}

export function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

/** A line of so many hundredths of a point. */
export function line(colour: string, hundredths: number): string {
  return `<a:ln w="${hundredths * 127}">${solid(colour)}</a:ln>`;
}

/** How letters look: size in points, colour. */
export function letters(size: number, colour: string, bold = false): string {
  const font = `<a:latin typeface="${FONT}"/><a:cs typeface="${FONT}"/>`;
  const look = `<a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${solid(colour)}${font}</a:defRPr>`;
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${look}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}
