/** What a strategic health authority learns from many returns: who has returned, what they add up to, what does not fit. */
export { earlierCounts } from "./beside/returns-rows";
export { FACT_COLUMNS, factsOf, type Fact } from "./facts";
export { readFacts, type FactsResult } from "./read-facts";
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
export type { Entered } from "./entered/entered";
export { keptIn, type Kept } from "./entered/kept";
export { readPrevious, type PreviousResult, type SummaryOf } from "./entered/read-previous";
export { withEntered } from "./explanations/with-verdicts";
export { reconciled, type DatabaseCommitment } from "./reconciled/commitments";
export { heldAgainstContracts, keyOf as contractKey, type Contracted } from "./reconciled/contracts";
export { readQuarter } from "./reconciled/quarter";
export { referenceKey } from "./reconciled/words";
export type { HeldAgainst } from "./reconciled/given";
export { layoutSummary, type SummaryParts } from "./summary-layout";
export * from "./national";
