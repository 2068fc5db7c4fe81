import type { ProtectionOption } from "../model/protection";
import type { Sheet } from "../model/sheet";
import { accessDenied } from "../protocol/errors";
import type { Cells } from "./cells";

/** Refuses to change what stands in locked cells of a protected sheet. */
export function guardContents({ sheet, areas }: Cells): void {
  if (sheet.protection && areas.some((area) => sheet.hasLocked(area)))
    throw accessDenied(`${sheet.name} is protected, and there are locked cells.`);
}

/** Refuses what a protected sheet does not allow. */
export function guardOption(sheet: Sheet, option: ProtectionOption): void {
  if (sheet.protection && !sheet.protection.options.has(option))
    throw accessDenied(`${sheet.name} is protected without ${option}.`);
}

/** Refuses what no protected sheet allows. */
export function guardSheet(sheet: Sheet): void {
  if (sheet.protection) throw accessDenied(`${sheet.name} is protected.`);
}
