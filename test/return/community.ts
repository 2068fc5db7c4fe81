import { formatAddress } from "../../src/cells";
import { findingsOf, valuesOf, type Finding } from "../../src/return";
import type { CommunityRow } from "../support/commissioner-return";

import { COMMUNITY_SHEET as SHEET, ROWS, columnOf, counted, foundIn, workbookWith } from "./commissioner";
import { edited, type Edit } from "./edits";
import { ALONE } from "./provider";

/** The commissioner's community after edits: three providers, and a fourth that somebody may add. */
export { SHEET };
/** The number that the next row of the list gets. */
export const NEXT = ROWS + 1;
export const FOURTH: CommunityRow = {
  code: "X04",
  name: "Fellside NHS Foundation Trust",
  forecast: [900, 100],
  plan: [1_000, 120],
  uplift: 45,
  commitments: 15,
};
export const after = (...edits: readonly Edit[]) => foundIn(edited(workbookWith(), ...edits));
export const findingsAfter = (...edits: readonly Edit[]): readonly Finding[] =>
  findingsOf(after(...edits), ALONE);
export const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);
/** What was noticed, without the totals of the sheet, whose results in these workbooks are those from before the edit. */
export const said = (findings: readonly Finding[]) => findings.filter(({ code }) => code !== "AR07");
export const at = (row: number, column: string) => formatAddress({ row, column: columnOf(column) });
export const names = (...edits: readonly Edit[]) => {
  const found = after(...edits);
  return valuesOf(found).flatMap(({ key, value }) =>
    key.startsWith("community.") && key.endsWith("[code]") && value !== null
      ? [`${key.slice(10, 13)} ${value as string}`]
      : [],
  );
};

/** What the plans of the community rise by, and capital, as they count. */
export const sums = (...edits: readonly Edit[]) => {
  const found = after(...edits);
  return [
    counted(found, "health_community.rise[planned]"),
    counted(found, "health_community.capital[planned]"),
  ];
};
