import { formatAddress, parseAddress, type RawValue, type WorkbookCells } from "../../src/cells";
import { layoutTemplate, planTemplate } from "../../src/layout";
import { findingsOf, valueOf, type Finding, type Return } from "../../src/return";
import type { Template } from "../../src/template";
import { COMMUNITY, communityEntries, communityRow, type CommunityRow } from "../support/commissioner-return";
import { layoutCells } from "../support/layout-cells";
import { returnIn } from "../support/saved";

import { put, type Edit } from "./edits";
import { ALONE, year } from "./provider";

/** The shipped commissioner return and workbooks of it, laid out but never written. */
export const template: Template = year.templates.get("commissioner")!;
const plan = planTemplate(template);

export const COMMUNITY_SHEET = "Community";

export function workbookWith(
  changes: Readonly<Record<string, RawValue>> = {},
  community: readonly CommunityRow[] = COMMUNITY,
): WorkbookCells {
  const all = new Map([...communityEntries(community), ...Object.entries(changes)]);
  const entries = new Map([...all].filter(([, value]) => value !== null));
  return layoutCells(layoutTemplate(template, { entries, prefilled: new Set(), organisation: null }));
}

export const foundIn = (workbook: WorkbookCells): Return => returnIn(workbook, year);
export const findingsIn = (workbook: WorkbookCells): readonly Finding[] =>
  findingsOf(foundIn(workbook), ALONE);

export function addressOf(key: string) {
  return plan.placeOf.get(key)!.address;
}

export function placeOf(key: string): { readonly sheet: string; readonly cell: string } {
  return { sheet: plan.placeOf.get(key)!.sheet, cell: formatAddress(addressOf(key)) };
}

/** Row of a provider as the workbook is drawn, which counts from 1. */
export const rowOf = (provider: number): number =>
  addressOf(`community.r${String(provider).padStart(2, "0")}[code]`).row;

/** How many rows the list is drawn with. */
export const ROWS = plan.sheets.flatMap(({ blocks }) => blocks).find(({ block }) => block.id === "community")!
  .block.lines.length;

export const columnOf = (column: string): number => addressOf(`community.r01[${column}]`).column;

/** Types what is entered of a provider into a row of the sheet. */
export const typeRow = (row: number, provider: CommunityRow): readonly Edit[] =>
  [...communityRow(provider)].map(([column, value]) =>
    put(COMMUNITY_SHEET, formatAddress({ row, column: columnOf(column) }), { value }),
  );

/** What counts under a key, by the return's own template. */
export function counted(found: Return, key: string): RawValue {
  return valueOf(found, found.template.fields.get(key)!);
}

/** The cell beside or above another. */
export function cellFrom(cell: string, rows: number, columns: number): string {
  const { row, column } = parseAddress(cell)!;
  return formatAddress({ row: row + rows, column: column + columns });
}
