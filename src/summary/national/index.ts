/** What the summaries of all authorities make together, rolled up by their facts. */
export { NATIONAL_FACT_COLUMNS, type NationalFact } from "./facts-sheet";
export { nationalOf, remarksOn, type Authority, type National, type NationalResult } from "./national";
export { NATIONAL, layoutNational, type NationalParts } from "./national-layout";
export { readSummary, type AuthoritySummary, type SummaryReading } from "./read-summary";
