/** What a strategic health authority learns from many returns: who has returned, what they add up to, what does not fit. */
export { FACT_COLUMNS, factsOf, type Fact } from "./facts";
export { collect } from "./collect";
export {
  rolesFiled,
  rowsOfRole,
  type Arrivals,
  type Collection,
  type RowState,
  type SummaryRow,
  type Superseded,
} from "./collection";
export type { ReturnFile, ReturnedFile } from "./returned-file";
export { layoutSummary, type SummaryParts } from "./summary-layout";
