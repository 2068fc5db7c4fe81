/** Sheets as plain data: a template, or a summary, becomes cells, formulas and looks. No library's objects, and no file. */
export { calculated } from "./calculate";
export {
  CHART_COLOURS,
  type ChartCells,
  type ChartKind,
  type ChartLook,
  type ChartSeries,
  type LayoutChart,
} from "./chart";
export { conditionalLooks } from "./conditional-looks";
export * from "./layout";
export { anchored, rowless } from "./row-wise";
export * from "./look";
export {
  CHECKS_COLUMNS,
  KEY_COLUMN,
  planTemplate,
  type BlockPlan,
  type ChecksPlan,
  type Plan,
  type SheetPlan,
} from "./plan";
export { breakPages, pagesOf, type Together } from "./pages";
export { footer, stampOf } from "./sheet-head";
export { SheetDraft, heightFor, type DraftCell } from "./sheet-draft";
export { STATE_CODES } from "./state-formulas";
export { layoutInTurn, layoutTemplate, type SheetsDrawn } from "./template-layout";
export { formatOf } from "./block-lines";
export { prefilledWith, type Filling } from "./filling";
