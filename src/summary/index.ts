/** What a strategic health authority learns from many returns: who has returned, what they add up to, what does not fit. */
export { earlierCounts } from "./beside/returns-rows";
export { FACT_COLUMNS, factsOf, type Fact } from "./facts";
export { readFacts, type FactsResult } from "./read-facts";
export { collect } from "./collect";
export {
  isVoluntary,
  rolesFiled,
  rowsOfRole,
  type Arrivals,
  type Collection,
  type RowState,
  type SummaryRow,
  type Superseded,
} from "./collection";
export type { ReturnFile, ReturnedFile } from "./returned-file";
export type { Changes } from "./changes/changes";
export type { PreviousSummary } from "./changes/previous-summary";
export { findingsInWords, returnsInWords } from "./changes/words";
export { dayWords } from "./day-words";
export { authoritySaid } from "./explanations/authority-said";
export type { Entered } from "./entered/entered";
export { keptIn, type Kept } from "./entered/kept";
export { readPrevious, type PreviousResult, type SummaryOf } from "./entered/read-previous";
export { withEntered } from "./explanations/with-verdicts";
export { reconciled, type DatabaseCommitment } from "./reconciled/commitments";
export { heldAgainstContracts, keyOf as contractKey, type Contracted } from "./reconciled/contracts";
export { readQuarter } from "./reconciled/quarter";
export { referenceKey } from "./reconciled/words";
export type { HeldAgainst } from "./reconciled/given";
export type { MadeOf, OtherFile } from "./sources/made-of";
export { WHERE_FROM } from "./figures-sheet";
export { layoutSummary, type SummaryParts } from "./summary-layout";
export * from "./national";
