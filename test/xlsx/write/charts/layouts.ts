import { parseAddress, type RawValue } from "../../../../src/cells";
import {
  SheetDraft,
  calculated,
  type ChartCells,
  type ChartKind,
  type ChartLook,
  type Layout,
} from "../../../../src/layout";

export const FIGURES = "Figures & more";
export const CHARTS = "Charts";
export const NAMES = ["North Hospitals", "South & West PCT", "Åsgård <East>", "Care Trust"] as const;
export const PLANNED = [120, 80, 240.5, 60] as const;
export const EXPECTED = [100, 150, 200, 0] as const;

const at = (range: string): ChartCells => ({ sheet: FIGURES, range });
export const MESSAGE = "2 of 4 plan more than is expected";

/** One chart of a kind over its area: title in A1, names in A3 to A6, figures in B and C under their heads. */
function drawn(
  draft: SheetDraft,
  kind: ChartKind,
  looks: readonly [ChartLook, ChartLook],
  top: number,
): void {
  draft.chart({
    kind,
    title: at("A1"),
    says: `Planned & expected, “${kind}”:\nNorth 120 > 100`,
    area: { top, bottom: top + 13, left: 2, right: 8 },
    categories: at("A3:A6"),
    series: [
      { name: at("B2"), figures: at("B3:B6"), look: looks[0] },
      { name: at("C2"), figures: at("C3:C6"), look: looks[1] },
    ],
    format: "money",
  });
}

const rest = {
  portrait: true,
  freeze: { rows: 0, columns: 0 },
  protected: false,
  titleRows: [1, 1] as const,
  footer: "",
};

/** A sheet of figures, and one with a chart of each kind, formats with conditions, validations and a protection. */
export function charted(kinds: readonly ChartKind[], planned: readonly RawValue[] = PLANNED): Layout {
  const figures = new SheetDraft(FIGURES);
  figures.set(1, 1, { formula: '"2 of "&COUNTA(A3:A6)&" plan more than is expected"', role: "block_title" });
  figures.set(2, 2, { value: "Planned", role: "head" });
  figures.set(2, 3, { value: "Expected", role: "head" });
  NAMES.forEach((name, row) => {
    figures.set(row + 3, 1, { value: name, role: "label" });
    figures.set(row + 3, 2, { value: planned[row] ?? null, role: "figure", format: "money" });
    figures.set(row + 3, 3, { value: EXPECTED[row] ?? 0, role: "figure", format: "money" });
  });
  const charts = new SheetDraft(CHARTS);
  kinds.forEach((kind, place) => {
    drawn(charts, kind, ["accent", "quiet"], 3 + place * 15);
  });
  const last = 3 + kinds.length * 15;
  charts.set(last, 1, { value: 3, role: "input", format: "whole" });
  charts.mark({ top: last, bottom: last, left: 1, right: 1 }, `A${last}>2`, "fix");
  charts.validate({
    range: `A${last}`,
    test: { kind: "whole", least: 0, most: 9 },
    promptTitle: "A number",
    prompt: "Enter <extLst> or a number.",
    error: "0 to 9",
  });
  return calculated({
    title: "Charts",
    sheets: [
      charts.sheet({ ...rest, protected: true, pageBreaks: [3 + 15 * 3], columnBreaks: [12] }),
      figures.sheet(rest),
    ],
  });
}

export const rowOf = (address: string) => parseAddress(address)?.row ?? 0;
