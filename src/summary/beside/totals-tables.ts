import { formatRectangle } from "../../cells";
import type { SheetDraft } from "../../layout";
import type { SummaryBeside } from "../../template";

import { markLevels } from "../levels";
import { AMOUNT, columnsOf, drawDifferences, drawHeads } from "./columns";
import { cellOf, type LineTotal } from "./organisations-table";

/** A line of totals: what it is called, and the total that it shows. */
export interface TotalLine {
  readonly number: number | null;
  readonly label: string;
  readonly total: LineTotal;
}

/** Title, two rows of heads, lines. */
export function heightOfTotals(lines: number, sums: boolean): number {
  return lines + 3 + (sums ? 1 : 0);
}

/** Totals that stand with their organisations elsewhere, one below another; with `sum`, also what they make together, under this name. */
export function drawTotals(
  draft: SheetDraft,
  beside: SummaryBeside,
  title: string,
  lines: readonly TotalLine[],
  from: number,
  sum: string | null = null,
): void {
  const at = columnsOf(beside);
  const first = drawHeads(draft, beside, title, ["No.", "Line", "Both years"], from);
  lines.forEach(({ number, label, total }, offset) => {
    const row = first + offset;
    draft.set(row, at.code, { value: number, role: "line_number" });
    draft.set(row, at.name, { value: label, role: "label" });
    draft.set(row, at.third, { value: `${total.both} of ${total.of}`, role: "label" });
    const isOpen = (column: number) => total.both > 0 && total.open[column] === true;
    for (const group of [at.earlier, at.now])
      beside.columns.forEach((_, column) => {
        const place = group + column;
        const drawn = isOpen(column) ? { formula: cellOf(total, place) } : {};
        const role = total.open[column] === true ? ("figure" as const) : ("missing" as const);
        draft.set(row, place, { ...drawn, role, format: AMOUNT });
      });
    drawDifferences(draft, beside, row, isOpen, "figure");
  });
  const end = first + lines.length;
  if (sum !== null) {
    draft.set(end, at.code, { role: "total_label" });
    draft.set(end, at.name, { value: sum, role: "total_label" });
    draft.set(end, at.third, { role: "total_label" });
    for (let place = at.earlier; place < at.difference; place += 1) {
      const above = { top: first, bottom: end - 1, left: place, right: place };
      draft.set(end, place, {
        formula: `SUM(${formatRectangle(above)})`,
        role: "figure_total",
        format: AMOUNT,
      });
    }
    drawDifferences(draft, beside, end, () => true, "figure_total");
  }
  markLevels(draft, { top: first, bottom: end, column: at.state });
}
