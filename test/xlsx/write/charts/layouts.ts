import type { RawValue } from "../../../../src/cells";
import {
  SheetDraft,
  calculated,
  type ChartCells,
  type ChartKind,
  type Layout,
  type LayoutSheet,
} from "../../../../src/layout";

export const FIGURES = "Figures & 'more' here";
export const NAMES = ["North Hospitals", "South & West PCT", "Åsgård <East>", "Care Trust"] as const;
export const PLANNED = [120, 80, 240.5, 60] as const;
export const EXPECTED = [100, 150, 200, 0] as const;
export const KINDS: readonly ChartKind[] = ["bars", "columns", "stacked_bars", "stacked_columns", "lines"];
export const MESSAGE = "4 of 4 are drawn";
export const SAYS = 'North & "South":\n120 > 100';
/** The cells over which every chart lies: B3 to H16. */
export const AREA = { top: 3, bottom: 16, left: 2, right: 8 } as const;

const at = (range: string): ChartCells => ({ sheet: FIGURES, range });
const REST = {
  portrait: true,
  freeze: { rows: 0, columns: 0 },
  protected: false,
  titleRows: [1, 1] as const,
  footer: "",
};

/** A chart of each kind on a sheet of its own, which is protected and has breaks, a validation and a format with a condition. */
export function charted(kinds = KINDS, planned: readonly RawValue[] = PLANNED): Layout {
  return calculated({
    title: "Charts",
    sheets: [...kinds.map(sheetWith), figures(planned)],
  });
}

/** The same workbook without its charts. */
export function bare(layout: Layout): Layout {
  return { ...layout, sheets: layout.sheets.map((sheet) => ({ ...sheet, charts: [] })) };
}

/** Message in A1, names in A3 to A6, figures in B and C under their heads. */
function figures(planned: readonly RawValue[]): LayoutSheet {
  const draft = new SheetDraft(FIGURES);
  draft.set(1, 1, { formula: 'COUNTA(A3:A6)&" of 4 are drawn"', role: "text" });
  draft.set(2, 2, { value: "Planned", role: "head" });
  draft.set(2, 3, { value: "Expected", role: "head" });
  NAMES.forEach((name, row) => {
    draft.set(row + 3, 1, { value: name, role: "label" });
    draft.set(row + 3, 2, { value: planned[row] ?? null, role: "figure", format: "money" });
    draft.set(row + 3, 3, { value: EXPECTED[row] ?? 0, role: "figure", format: "money" });
  });
  return draft.sheet(REST);
}

function sheetWith(kind: ChartKind): LayoutSheet {
  const draft = new SheetDraft(kind);
  draft.set(1, 1, { value: 3, role: "input", format: "whole" });
  draft.mark({ top: 1, bottom: 1, left: 1, right: 1 }, "A1>2", "note");
  draft.validate({
    range: "A1",
    test: { kind: "whole", least: 0, most: 9 },
    promptTitle: "A number",
    prompt: "Not </worksheet>, nor <extLst>: a number.",
    error: "0 to 9",
  });
  draft.chart({
    kind,
    title: at("A1"),
    says: SAYS,
    area: AREA,
    categories: at("A3:A6"),
    series: [
      { name: at("B2"), figures: at("B3:B6"), look: "accent" },
      { name: at("C2"), figures: at("C3:C6"), look: "explain" },
    ],
    format: "money",
  });
  return draft.sheet({ ...REST, protected: true, pageBreaks: [30], columnBreaks: [12], filter: "A1:A1" });
}
