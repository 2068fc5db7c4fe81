/**
 * Opens an Excel workbook that came from outside and gives its plain cells, or says in plain words why not.
 * Nothing in the file is trusted: not its name, its sizes, its parts nor its XML. Works on bytes alone, in
 * Node and in a browser.
 */
import type { WorkbookCells } from "../../cells";
import { checkFileSize, startMeter, USUAL_BUDGET, type ReadBudget } from "./budget";
import { checkFirstBytes } from "./first-bytes";
import { findMainParts } from "./main-part";
import { openPackage } from "./package";
import { readProperties } from "./properties";
import { Refusal, type ReadRefusal } from "./refusal";
import { readRelationships } from "./relationships";
import { readSheets } from "./sheets";
import { readListedWorkbook } from "./workbook";

export { USUAL_BUDGET, type ReadBudget } from "./budget";
export type { ReadRefusal, ReadRefusalKind } from "./refusal";

export type ReadResult =
  | { readonly kind: "read"; readonly workbook: WorkbookCells }
  | { readonly kind: "refused"; readonly refusal: ReadRefusal };

/** Reads a workbook from its bytes; the same bytes always give the same result. */
export function readWorkbook(bytes: Uint8Array, budget: ReadBudget = USUAL_BUDGET): ReadResult {
  try {
    return { kind: "read", workbook: openWorkbook(bytes, budget) };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { kind: "refused", refusal: { kind: fault.kind, message: fault.message } };
  }
}

function openWorkbook(bytes: Uint8Array, budget: ReadBudget): WorkbookCells {
  checkFileSize(bytes.length, budget);
  checkFirstBytes(bytes);
  const meter = startMeter(budget);
  const from = openPackage(bytes, meter);
  const main = findMainParts(from);
  const listed = readListedWorkbook(from, main.workbook);
  const sheets = readSheets(from, listed, readRelationships(from, main.workbook), meter);
  return { sheets, date1904: listed.date1904, ...readProperties(from, main.properties) };
}
