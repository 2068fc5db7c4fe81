import { columnLetters, formatRectangle } from "../../cells";
import { SheetDraft, type LayoutSheet } from "../../layout";
import type { SummaryContracts } from "../../template";

import { isFilled, type Collection } from "../collection";
import { FIRST_ROW, drawFrame, finished, type Frame } from "../frame";
import { markLevels } from "../levels";
import type { ListCell, ListColumn } from "../list-sheet";
import { literal } from "../literal";
import { codesByRole } from "../role-words";
import { heldAgainstContracts, type ContractLine, type Contracted } from "./contracts";
import { areaOf, drawHeads, drawRow, type Rows } from "./draw-rows";
import { drawDeployments, quarterIn } from "./counted-deployments";
import { listIn } from "./planned";

const LIST: readonly ListColumn[] = [
  { label: "LSP", width: 20 },
  { label: "Product", width: 24 },
  { label: "Quarter", width: 14 },
  { label: "Contracted", width: 13, figure: "whole" },
  { label: "Planned", width: 13, figure: "whole" },
  { label: "Difference", width: 13, figure: "whole" },
  { label: "State", width: 34 },
  { label: "Organisations that plan them", width: 60 },
];
const [CONTRACTED, PLANNED, DIFFERENCE, STATE] = [4, 5, 6, 7];

/**
 * What the plans have going live from each LSP, by product and quarter, beside what is contracted; the totals of each LSP stand
 * above, the deployments that are counted below.
 */
export function contractsSheet(
  part: SummaryContracts,
  contracts: readonly Contracted[],
  frame: Frame,
): LayoutSheet {
  const lines = heldAgainstContracts(frame.collection, part, contracts);
  const draft = new SheetDraft(part.sheet);
  LIST.forEach(({ width }, at) => draft.column(at + 1, { width, hidden: false }));
  drawFrame(
    draft,
    frame,
    LIST.length,
    null,
    `${part.intro ?? ""} ${withoutReturns(frame.collection, part)}`.trim(),
  );
  draft.set(FIRST_ROW, 1, { value: "In all", role: "block_title" });
  draft.row(FIRST_ROW, { height: 22 });
  const lsps = [...new Set(lines.map(({ lsp }) => lsp))];
  const head = FIRST_ROW + lsps.length + 5;
  const list = { top: head + 1, bottom: head + Math.max(1, lines.length) };
  drawTotals(draft, lsps, list, part);
  draft.set(head - 1, 1, { value: "By product and quarter", role: "block_title" });
  draft.row(head - 1, { height: 22 });
  drawHeads(draft, LIST, head, { arrows: true });
  const counted = drawDeployments(draft, lines, list.bottom + 2);
  lines.forEach((line, at) => {
    drawRow(draft, LIST, cellsOf(line, part, counted), list.top + at);
  });
  if (lines.length === 0) drawRow(draft, LIST, ["None is contracted or planned."], list.top);
  markLevels(draft, { ...list, column: STATE });
  return finished(draft, frame, {
    freeze: { rows: 2, columns: 0 },
    filter: formatRectangle({ top: head, left: 1, bottom: list.bottom, right: LIST.length }),
  });
}

/**
 * Contracted and planned of each LSP, added up from the rows below, and of all. What falls in quarters of which the contracts say
 * nothing, or in none, is no more or less than is contracted: it stands beside.
 */
function drawTotals(
  draft: SheetDraft,
  lsps: readonly string[],
  list: Rows,
  { states }: SummaryContracts,
): void {
  const head = FIRST_ROW + 1;
  const columns: readonly ListColumn[] = [
    ...LIST.slice(0, DIFFERENCE).map((column, at) =>
      at === 1 || at === 2 ? { ...column, label: "" } : column,
    ),
    { label: "In other quarters or undated", width: 0, figure: "whole" },
  ];
  drawHeads(draft, columns, head, { arrows: false });
  const within = [states.outside, states.no_date]
    .map((words) => `*(${areaOf(STATE, list)}<>${literal(words)})`)
    .join("");
  const of = (column: number, which: string) => (row: number) =>
    `SUMPRODUCT((${areaOf(1, list)}=$A${row})${which},${areaOf(column, list)})`;
  const planned = of(PLANNED, within);
  const besides = (row: number) => `${of(PLANNED, "*1")(row)}-${columnLetters(PLANNED)}${row}`;
  lsps.forEach((lsp, at) => {
    const cells = [lsp, "", "", of(CONTRACTED, "*1"), planned, difference, besides];
    drawRow(draft, columns, cells, head + 1 + at, { text: "label", figure: "figure" });
  });
  const total = head + 1 + lsps.length;
  const down = (column: number): ListCell => {
    const above = formatRectangle({ top: head + 1, bottom: total - 1, left: column, right: column });
    return lsps.length === 0 ? 0 : () => `SUM(${above})`;
  };
  const sums = [CONTRACTED, PLANNED, DIFFERENCE, STATE].map(down);
  drawRow(draft, columns, ["Total", "", "", ...sums], total, { text: "total_label", figure: "figure_total" });
}

/** Planned less contracted; what is not contracted counts as nothing. */
function difference(row: number): string {
  return `${columnLetters(PLANNED)}${row}-${columnLetters(CONTRACTED)}${row}`;
}

function cellsOf(
  line: ContractLine,
  { states }: SummaryContracts,
  counted: Rows | null,
): readonly ListCell[] {
  const isCompared = line.state !== "outside" && line.state !== "no_date";
  const planned = (row: number) => {
    const same = [1, 2, 3].map(
      (column) => `(${counted ? areaOf(column, counted) : ""}=${columnLetters(column)}${row})`,
    );
    return `SUMPRODUCT(${same.join("*")})`;
  };
  return [
    line.lsp,
    line.product,
    quarterIn(line),
    line.contracted,
    counted ? planned : 0,
    isCompared ? difference : null,
    states[line.state],
    organisations(line),
  ];
}

/** "X01, X02 (2)" */
function organisations({ planned }: ContractLine): string {
  const counts = new Map<string, number>();
  for (const { by } of planned) counts.set(by.organisation.code, (counts.get(by.organisation.code) ?? 0) + 1);
  return [...counts].map(([code, count]) => (count === 1 ? code : `${code} (${count})`)).join(", ");
}

/** Whose deployments are not among the planned, since their return is not there. */
function withoutReturns(collection: Collection, { list }: SummaryContracts): string {
  const missing = collection.rows.filter((row) => !isFilled(row) && listIn(row.template, list));
  if (missing.length === 0) return "";
  return `Nothing is counted of returns that are not there: ${codesByRole(collection, missing)}.`;
}
