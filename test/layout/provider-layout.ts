import { formatAddress, type RawValue } from "../../src/cells";
import { layoutTemplate, planTemplate, type Layout } from "../../src/layout";
import type { Field } from "../../src/template";
import { ACUTE, spendEntries } from "../support/provider-return";
import { firstPart } from "../support/shipped";

/** The shipped provider return, blank and filled in: made once for a whole test file. */
export const template = firstPart().templates.get("provider")!;
export const plan = planTemplate(template);
export const blank: Layout = layoutTemplate(template);
export const ENTRIES: ReadonlyMap<string, RawValue> = spendEntries(ACUTE);
export const filled: Layout = filledWith(ENTRIES);

export function filledWith(
  entries: ReadonlyMap<string, RawValue>,
  prefilled: readonly string[] = [],
  organisation: string | null = null,
): Layout {
  return layoutTemplate(template, { entries, prefilled: new Set(prefilled), organisation });
}

/** Sheets that hold values, with where everything stands on them. */
export const valueSheets = plan.sheets.map((sheetPlan) => ({
  sheetPlan,
  layoutSheet: blank.sheets.find(({ name }) => name === sheetPlan.sheet.name)!,
}));

export const checksSheet = blank.sheets.find(({ name }) => name === plan.checks!.sheet.name)!;

/** Where a key's cell was put. */
export function addressOf(key: string): { readonly sheet: string; readonly cell: string } {
  const place = plan.placeOf.get(key)!;
  return { sheet: place.sheet, cell: formatAddress(place.address) };
}

export function cellOf(layout: Layout, key: string) {
  const { sheet, cell } = addressOf(key);
  return layout.sheets.find(({ name }) => name === sheet)!.cells.get(cell)!;
}

export function fields(kind: Field["source"]["kind"]): readonly Field[] {
  return [...template.fields.values()].filter((field) => field.source.kind === kind);
}
