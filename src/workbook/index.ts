/** The one small interface of a workbook that is open before a person: in Excel, or in a test's memory. */
export type { CellsChange, Change, SheetsChange } from "./change";
export type { Entry, OpenWorkbook, Progress, PutResult, ShowResult, EnterResult } from "./open-workbook";
