import type { Rectangle } from "../../../cells";
import { HEAD, VOCABULARY, escaped } from "./markup";

/** A chart as it lies on a sheet. */
export interface Lying {
  readonly area: Rectangle;
  /** What somebody is told who does not see it. */
  readonly says: string;
  /** Its relationship in the drawing. */
  readonly id: string;
}

/** The drawing of a sheet: where each of its charts lies, and what it says. */
export function drawingPart(charts: readonly Lying[]): string {
  const names = [
    `xmlns:xdr="${VOCABULARY.sheetDrawing}"`,
    `xmlns:a="${VOCABULARY.drawing}"`,
    `xmlns:r="${VOCABULARY.relationship}"`,
    `xmlns:c="${VOCABULARY.chart}"`,
  ];
  return `${HEAD}<xdr:wsDr ${names.join(" ")}>${charts.map(anchored).join("")}</xdr:wsDr>`;
}

function anchored({ area, says, id }: Lying, at: number): string {
  const { top, left, bottom, right } = area;
  // The number 1 is the drawing's own.
  const name = `<xdr:cNvPr id="${at + 2}" name="Chart ${at + 1}" descr="${escaped(says)}"/>`;
  const frame = [
    `<xdr:nvGraphicFramePr>${name}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${VOCABULARY.chart}"><c:chart r:id="${id}"/></a:graphicData></a:graphic>`,
  ];
  const parts = [
    corner("from", left - 1, top - 1),
    corner("to", right, bottom),
    `<xdr:graphicFrame macro="">${frame.join("")}</xdr:graphicFrame>`,
    "<xdr:clientData/>",
  ];
  return `<xdr:twoCellAnchor>${parts.join("")}</xdr:twoCellAnchor>`;
}

/** Columns and rows are counted from 0 here. */
function corner(which: "from" | "to", column: number, row: number): string {
  return `<xdr:${which}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${which}>`;
}
