/// <reference types="office-js" />
import { codeOf } from "./fault";

export type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

const CELL_IS_EDITED = "InvalidOperationInCellEditMode";

/**
 * Runs a batch, after whoever is typing into a cell has finished. Not every Excel waits by itself; where one refuses because of that,
 * it is asked a second time. Nothing of a batch that is refused so has been done.
 */
export async function asked<T>(batch: Batch<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (problem) {
    if (codeOf(problem) !== CELL_IS_EDITED) throw problem;
    return await Excel.run({ delayForCellEdit: true }, batch);
  }
}

/** Whether this Excel has a requirement set, such as 1.17: all that is newer than 1.14 has to be asked for. */
export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}
