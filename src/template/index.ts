/** Definitions of returns: read, checked for their meaning, refused by file and line. Knows no workbook and no file system. */
export { readPlanningYear, type YearFiles, type YearResult } from "./read";
export { LocatedSource, type DefinitionFile, type DefinitionProblem, type Path } from "./source";
export { STANDING_HOLES, type StandingHole } from "./standing";
export { entryTests, type EntryTest, type EntryTests } from "./entry";
export { asksForEntry, isFigure, neededKeys, readKeys } from "./reads";
export { rowId, rowNumber } from "./list-block";
export { formatOfField } from "./rules";
export { formulaOverReturn, type OverReturn } from "./over-return";
export { widened } from "./widen";
export { isAnothers } from "./anothers";
export { columnLabel } from "./blocks";
export { parseDefinitionFormula, type KeyReference } from "./key";
export { readMessage, type WrittenPart } from "./message";
export type { PlanningYear } from "./planning-year";
export { ASKS, AUTHORITY, type Ask, type Obligation } from "./obligations";
export { servedBy, unserved, type Service } from "./served";
export * from "./template";
export type * from "./summary-template";
