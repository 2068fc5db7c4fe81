import type { SheetDraft } from "../../layout";

import type { ListColumn } from "../list-sheet";
import type { ContractLine } from "./contracts";
import { drawHeads, drawRow, type Rows } from "./draw-rows";
import { quarterWords } from "./quarter";

/** In the columns of the list that counts them: the first three say in which of its rows a deployment counts. */
const COLUMNS: readonly ListColumn[] = [
  { label: "LSP", width: 0 },
  { label: "Product", width: 0 },
  { label: "Quarter", width: 0 },
  { label: "Go-live", width: 0, figure: "date" },
  { label: "Code", width: 0 },
  { label: "Cell", width: 0 },
  { label: "Deployment", width: 0 },
  { label: "Sheet and file", width: 0 },
];

/** Every deployment that is counted, with its place, from this row on; says in which rows they stand, null where there is none. */
export function drawDeployments(
  draft: SheetDraft,
  lines: readonly ContractLine[],
  from: number,
): Rows | null {
  const rows = lines.flatMap((line) => line.planned.map((planned) => ({ line, planned })));
  if (rows.length === 0) return null;
  draft.set(from, 1, { value: "Deployments that are counted", role: "block_title" });
  draft.row(from, { height: 22 });
  drawHeads(draft, COLUMNS, from + 1, { arrows: false });
  const top = from + 2;
  rows.forEach(({ line, planned: { by, texts, goLive, place } }, at) => {
    const { organisation, counted } = by;
    const where = place
      ? [place.cell, texts.name, `${place.sheet} · ${counted.file}`]
      : [null, texts.name, counted.file];
    const cells = [line.lsp, line.product, quarterIn(line), goLive, organisation.code, ...where];
    drawRow(draft, COLUMNS, cells, top + at);
  });
  return { top, bottom: top + rows.length - 1 };
}

/** The quarter of a line, or that it has none. */
export function quarterIn({ quarter }: ContractLine): string {
  return quarter ? quarterWords(quarter) : "no date";
}
