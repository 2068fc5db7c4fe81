/** The one small interface of a workbook that is open before a person: in Excel, or in a test's memory. */
export type { CellsChange, Change, SheetsChange } from "./change";
export type {
  Entry,
  EnterResult,
  FormulaEntry,
  OpenWorkbook,
  Progress,
  PutResult,
  ShowResult,
  ValueEntry,
} from "./open-workbook";
