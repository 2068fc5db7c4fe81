/** What a strategic health authority learns from many returns: who has returned, what they add up to, what does not fit. */
export { FACT_COLUMNS, factsOf, type Fact } from "./facts";
export { collect, type Collection, type ReturnFile, type ReturnedFile, type SummaryRow } from "./returned";
export { layoutSummary, type SummaryParts } from "./summary-layout";
