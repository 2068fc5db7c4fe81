import type { RawValue } from "../../../src/cells";
import type { Refusal } from "../excel-host";
import type { Workbook } from "../model/workbook";
import type { RequestLog } from "../request-log";
import type { Person } from "../user";
import type { WrittenSheets } from "./written-cells";

/** What the workbench's page has under the name `excel`, for tests and for whoever looks into it. */
export interface WorkbenchExcel {
  readonly workbook: Workbook;
  /** The user in front of the grid, and somebody else who has the workbook open. */
  readonly user: Person;
  readonly another: Person;
  readonly requests: RequestLog;
  /** Opens a workbook of these cells in place of the one that is open. */
  opens(sheets: WrittenSheets): void;
  /** Opens the add-in, where the page's address asks for that `later`. */
  openPane(address: string): void;
  /** Runs a command of the add-in. */
  pressRibbon(name: string): Promise<void>;
  /** Refuses requests that are still to come; null lets all that are left pass. */
  refuses(refusal: Refusal | null): void;
  /** Keeps the add-in waiting, behind so many of its requests that are still to come, until it is let go. */
  holds(after: number): void;
  letsGo(): void;
  /** How many requests of the add-in wait to be let go. */
  held(): number;
  /** The active cell. */
  selected(): { readonly sheet: string; readonly cell: string };
  /** What stands in a cell, "'IM&T spend'!G10". */
  value(place: string): RawValue;
  /** The workbook as an .xlsx file, in base64. */
  file(): Promise<string>;
}
