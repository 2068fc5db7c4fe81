import { formatAddress, formatRectangle } from "../cells";
import type { EntryFault } from "../template";

import { CHECKS_COLUMNS, type ChecksPlan, type Plan } from "./plan";
import type { Formulas } from "./rule-row";
import type { SheetDraft } from "./sheet-draft";
import { STATE_CODES } from "./state-formulas";
import { faultTallies, markTally } from "./tally";

/** A check of every entry of a kind: how many cells of which sheets it concerns, from the counts in its row. */
export function faultFormulas(row: number, { headRow }: ChecksPlan, plan: Plan): Formulas {
  const counts = plan.sheets.map((_, at) => {
    const column = CHECKS_COLUMNS.firstCount + at;
    return {
      count: formatAddress({ row, column }),
      name: formatAddress({ row: headRow, column }),
      cell: formatAddress({ row: headRow - 1, column }),
    };
  });
  const firstOf = (what: "name" | "cell") =>
    counts.reduceRight((otherwise, one) => `IF(${one.count}>0,${one[what]},${otherwise})`, '""');
  const names = counts.map(({ count, name }) => `IF(${count}>0,"  "&${name}&" ("&${count}&")","")`);
  const all = formatRectangle({
    top: row,
    bottom: row,
    left: CHECKS_COLUMNS.firstCount,
    right: CHECKS_COLUMNS.firstCount + plan.sheets.length - 1,
  });
  return {
    longest: 60,
    state: `IF(SUM(${all})>0,${STATE_CODES.fails},${STATE_CODES.holds})`,
    found: `"Cells concerned:"&${names.join("&")}`,
    sheet: { formula: firstOf("name") },
    cell: { formula: firstOf("cell") },
    linkSays: "sheet",
  };
}

/** Hidden beside the rows of faults: a column for each sheet, with its name, the first cell for entries, and how many have each fault. */
export function drawFaultCounts(draft: SheetDraft, checks: ChecksPlan, plan: Plan): void {
  const { headRow, rowOfFault, faults } = checks;
  plan.sheets.forEach((sheetPlan, at) => {
    const column = CHECKS_COLUMNS.firstCount + at;
    draft.column(column, { width: 6, hidden: true });
    const first = formatAddress({ row: sheetPlan.firstLine, column: sheetPlan.firstValueColumn });
    draft.set(headRow - 1, column, { value: first, role: "key" });
    draft.set(headRow, column, { value: sheetPlan.sheet.name, role: "key" });
    const tallies = faultTallies(sheetPlan, plan, draft.name);
    for (const [fault, row] of rowOfFault) {
      const number = formatAddress({ row, column: CHECKS_COLUMNS.number });
      draft.set(row, column, { formula: countOf(fault, `INDEX(${tallies},${number})`), role: "key" });
    }
    function countOf(fault: EntryFault, counted: string): string {
      return fault === "blank"
        ? `${counted}+${markTally("untouched", sheetPlan, plan, draft.name)}`
        : counted;
    }
  });
  for (const [fault, row] of rowOfFault)
    draft.set(row, CHECKS_COLUMNS.number, { value: faults.indexOf(fault) + 1, role: "key" });
}
