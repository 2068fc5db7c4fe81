import { strFromU8, strToU8 } from "fflate";

import type { Layout } from "../../../layout";
import { chartPart } from "./chart-part";
import { drawingPart } from "./drawing-part";
import { drawnCells } from "./drawn-cells";
import { drawnChart } from "./drawn-chart";
import { withDrawing } from "./in-sheet";
import { relationships, withContent, type Related } from "./relationships";

const CONTENT_TYPES = "[Content_Types].xml";
/** No relationship of a sheet that exceljs writes has such a name. */
const DRAWING_ID = "drawing1";

/** The parts of a workbook with the charts of its sheets, which exceljs can't write; its sheets are numbered in the layout's order. */
export function withCharts(
  parts: ReadonlyMap<string, Uint8Array>,
  layout: Layout,
): ReadonlyMap<string, Uint8Array> {
  if (layout.sheets.every(({ charts }) => charts.length === 0)) return parts;
  const all = new Map(parts);
  const put = (name: string, text: string) => all.set(name, strToU8(text));
  const textOf = (name: string) => {
    const part = all.get(name);
    if (!part) throw new Error(`withCharts: the workbook has no ${name}`);
    return strFromU8(part);
  };
  const cellsOf = drawnCells(layout);
  const added: { readonly name: string; readonly kind: Related["kind"] }[] = [];
  const numberOf = (kind: Related["kind"]) => added.filter((one) => one.kind === kind).length + 1;
  layout.sheets.forEach(({ charts }, at) => {
    if (charts.length === 0) return;
    const drawing = `drawing${numberOf("drawing")}.xml`;
    const related = charts.map((chart, place): Related => {
      const name = `chart${numberOf("chart")}.xml`;
      put(`xl/charts/${name}`, chartPart(drawnChart(chart, cellsOf)));
      added.push({ name: `xl/charts/${name}`, kind: "chart" });
      return { id: `rId${place + 1}`, kind: "chart", target: `../charts/${name}` };
    });
    const lying = charts.map(({ area, says }, place) => ({ area, says, id: related[place]?.id ?? "" }));
    put(`xl/drawings/${drawing}`, drawingPart(lying));
    put(`xl/drawings/_rels/${drawing}.rels`, relationships(related));
    added.push({ name: `xl/drawings/${drawing}`, kind: "drawing" });
    const sheet = `sheet${at + 1}.xml`;
    put(`xl/worksheets/${sheet}`, withDrawing(textOf(`xl/worksheets/${sheet}`), DRAWING_ID));
    const rels = `xl/worksheets/_rels/${sheet}.rels`;
    const before = all.has(rels) ? textOf(rels) : "";
    put(rels, relationships([{ id: DRAWING_ID, kind: "drawing", target: `../drawings/${drawing}` }], before));
  });
  put(CONTENT_TYPES, withContent(textOf(CONTENT_TYPES), added));
  return all;
}
