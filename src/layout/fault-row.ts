import { formatAddress, quoteSheet } from "../cells";
import type { EntryFault } from "../template";

import type { ChecksPlan, Plan } from "./plan";
import type { Formulas } from "./rule-row";
import { STATE_CODES, quoted } from "./state-formulas";
import { faultTally, markTally } from "./tally";

/** A check of every entry of a kind: how many cells of which sheets it concerns, from what each sheet counts of its marks. */
export function faultFormulas(fault: EntryFault, checks: ChecksPlan, plan: Plan): Formulas {
  const on = checks.sheet.name;
  const counts = plan.sheets.map((sheetPlan) => {
    const count = faultTally(fault, sheetPlan, plan, on);
    const untouched = fault === "blank" ? `+${markTally("untouched", sheetPlan, plan, on)}` : "";
    return { sheetPlan, count: `${count}${untouched}` };
  });
  const names = counts.map(
    ({ sheetPlan, count }) => `IF(${count}>0,${quoted(`  ${sheetPlan.sheet.name} (`)}&(${count})&")","")`,
  );
  const target = counts.reduceRight(
    (otherwise, { sheetPlan, count }) => {
      const first = formatAddress({ row: sheetPlan.firstLine, column: sheetPlan.firstValueColumn });
      return `IF(${count}>0,${quoted(`#${quoteSheet(sheetPlan.sheet.name)}!${first}`)},${otherwise})`;
    },
    quoted(`#${quoteSheet(plan.sheets[0]?.sheet.name ?? checks.sheet.name)}!A1`),
  );
  const where = counts.reduceRight(
    (otherwise, { sheetPlan, count }) => `IF(${count}>0,${quoted(sheetPlan.sheet.name)},${otherwise})`,
    '""',
  );
  return {
    longest: 60,
    state: `IF(${counts.map(({ count }) => count).join("+")}>0,${STATE_CODES.fails},${STATE_CODES.holds})`,
    found: `"Cells concerned:"&${names.join("&")}`,
    link: `HYPERLINK(${target},${where})`,
  };
}
