import { formatAddress, type RawValue, type WorkbookCells } from "../../src/cells";
import { layoutTemplate, planTemplate } from "../../src/layout";
import { findingsOf, type Circumstances, type Finding, type Return } from "../../src/return";
import { layoutCells } from "../support/layout-cells";
import { ACUTE, spendEntries } from "../support/provider-return";
import { returnIn } from "../support/saved";
import { firstPart } from "../support/shipped";

/** The shipped provider return and workbooks of it, laid out but never written. */
export const year = firstPart();
export const template = year.templates.get("provider")!;
export const plan = planTemplate(template);
export const RIGHT: ReadonlyMap<string, RawValue> = spendEntries(ACUTE);
export const ALONE: Circumstances = { register: null, fileName: null, day: null };

/** The workbook of a right return with these changes; null takes an entry away. */
export function workbookWith(
  changes: Readonly<Record<string, RawValue>> = {},
  results: "right" | "none" = "right",
): WorkbookCells {
  const all = new Map([...RIGHT, ...Object.entries(changes)]);
  const entries = new Map([...all].filter(([, value]) => value !== null));
  return layoutCells(
    layoutTemplate(template, { entries, prefilled: new Set(), organisation: null }),
    results,
  );
}

export const blankWorkbook = layoutCells(layoutTemplate(template));
export const rightWorkbook = workbookWith();
export const foundIn = (workbook: WorkbookCells): Return => returnIn(workbook, year);

/** Everything that is said of a right return with these changes. */
export function findingsWith(
  changes: Readonly<Record<string, RawValue>>,
  circumstances = ALONE,
): readonly Finding[] {
  return findingsOf(foundIn(workbookWith(changes)), circumstances);
}

export function placeOf(key: string): { readonly sheet: string; readonly cell: string } {
  const { sheet, address } = plan.placeOf.get(key)!;
  return { sheet, cell: formatAddress(address) };
}
