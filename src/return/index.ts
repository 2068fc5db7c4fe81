/** Returned workbooks: every key found again, every rule worked out, everything that is to be said about them. */
export { findInTurn, findReturn, type FindResult } from "./find";
export { formulaNow } from "./kept-formula";
export type { Noticed } from "./noticed";
export { alike, byLevel, grouped, isOpen, type Finding, type Verdict } from "./finding";
export { findingsOf } from "./findings";
export type { Circumstances } from "./identity";
export { organisationOf, successorsOf } from "./organisation-of";
export {
  countedValue,
  foundText,
  foundValue,
  isBegun,
  statusOf,
  type FoundField,
  type Place,
  type Return,
  type ReturnStatus,
} from "./return";
export { nothingSaid, type NothingSaid } from "./nothing-said";
export { returnWith } from "./return-with";
export { stampOf, type Stamp } from "./stamp";
export { explanationKey, standingFinding } from "./standing";
export { entryFault, ruleOutcomes, workedOut, type Entries, type RuleOutcome, type RuleState } from "./state";
export { entriesFor } from "./prefill";
export { listsFrom, takenEntries, type Taken, type TakenFrom } from "./taken";
export { plainValue, valueOf, valuesOf, type ReturnValue } from "./values";
export { said, shown } from "./words";
export { worked, workedAgain, workedInTurn, type Worked } from "./worked";
export { withEntries, withTotals, type NewEntries } from "./with-entries";
