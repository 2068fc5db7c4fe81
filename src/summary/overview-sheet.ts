import { SheetDraft, type LayoutSheet } from "../layout";
import type { SummaryTemplate } from "../template";

import { drawCharts } from "./charts/place-charts";
import type { PlannedChart } from "./charts/planned-charts";
import { isFilled, isSettled, rolesFiled, rowsOfRole, type Collection } from "./collection";
import { FIRST_ROW, drawFrame, finished, type Frame } from "./frame";
import { drawFigures } from "./overview-figures";
import { drawFindings } from "./overview-findings";
import { GRID, HALVES, drawGrid } from "./overview-grid";
import { drawReturns } from "./overview-returns";
import { someCodesByRole } from "./role-words";
import type { SummaryPlaces } from "./places";
import type { TotalCells } from "./total-rows";

export interface OverviewSheet {
  readonly sheet: LayoutSheet;
  /** Where it counts the returns of each role. */
  readonly returns: SummaryPlaces["returns"];
}

/** The page that is read first: what the returns add up to, who has returned, and what does not fit. */
export function overviewSheet(
  summary: SummaryTemplate,
  frame: Frame,
  totals: TotalCells,
  charts: readonly PlannedChart[],
): OverviewSheet {
  const draft = new SheetDraft("Overview");
  drawGrid(draft);
  const { collection } = frame;
  drawFrame(draft, frame, GRID.columns, null, `${covered(collection)}${unsettled(collection)}`);
  // Where everything is settled, the second line would only say the same again.
  const someOpen = collection.rows.some((row) => isFilled(row) && !isSettled(row));
  const figures = { all: totals.all, settled: someOpen ? totals.settled : null };
  let row = drawFigures(draft, summary.figures, figures, FIRST_ROW);
  const returns = new Map<string, string>();
  row = drawReturns(draft, collection, row, returns);
  const own = charts.filter(({ chart }) => chart.on === draft.name);
  row = drawCharts(draft, own, HALVES, row + 1);
  drawFindings(draft, collection, row, PAGE - heightAbove(draft, row));
  const look = { freeze: { rows: 2, columns: 0 }, portrait: true, pagesDown: 1 };
  return { sheet: finished(draft, frame, look), returns };
}

/** So many returns that are wrong are named above the figures. */
const MOST_NAMED = 16;
/** In points, as long a page as is as wide as the grid on A4. */
const PAGE = 1060;

function heightAbove(draft: SheetDraft, row: number): number {
  return Array.from({ length: row - 1 }, (_, above) => draft.heightOf(above + 1)).reduce(
    (sum, one) => sum + one,
    0,
  );
}

/** "These figures cover 21 of the 23 provider returns that are expected (91%) and 11 of the 12 commissioner returns (92%)." */
function covered(collection: Collection): string {
  const parts = rolesFiled(collection).map(({ role, roleLabel }, at) => {
    const rows = rowsOfRole(collection, role);
    const filled = rows.filter(isFilled).length;
    const share = Math.round((100 * filled) / Math.max(1, rows.length));
    const expected = at === 0 ? " that are expected" : "";
    return `${filled} of the ${rows.length} ${roleLabel} returns${expected} (${share}%)`;
  });
  return `These figures cover ${parts.join(" and ")}. What is missing is shown as missing and never counted as nothing.`;
}

/** Totals hold figures that are known to be wrong until they are put right: which ones is said beside the totals. */
function unsettled(collection: Collection): string {
  const wrong = collection.rows.filter(({ counted }) =>
    counted?.reading.findings.some(({ level }) => level === "fix"),
  );
  if (wrong.length === 0) return "";
  const words = wrong.length === 1 ? "One return has" : `${wrong.length} returns have`;
  return ` ${words} something to put right (${someCodesByRole(collection, wrong, MOST_NAMED)}); the totals hold their figures as they were sent.`;
}
