import { parseAddress } from "../cells";
import type { ShowResult } from "../workbook";

import { asked } from "./asked";

/** Goes to a cell. Excel selects it reliably once its sheet is in front, so that is a request of its own. */
export async function showCell(name: string, cell: string): Promise<ShowResult> {
  if (!parseAddress(cell)) return { kind: "gone" };
  return asked(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("visibility");
    await context.sync();
    if (sheet.isNullObject) return { kind: "gone" };
    if (sheet.visibility !== "Visible") sheet.visibility = "Visible";
    sheet.activate();
    await context.sync();
    sheet.getRange(cell).select();
    await context.sync();
    return { kind: "shown" };
  });
}
