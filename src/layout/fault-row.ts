import { formatAddress, formatRectangle, quoteSheet } from "../cells";
import type { EntryFault } from "../template";

import type { ChecksPlan, Plan } from "./plan";
import type { Formulas } from "./rule-row";
import { MARKS, STATE_CODES, marksOf, quoted } from "./state-formulas";

/** A check of every entry of a kind: how many cells of which sheets it concerns, counted from their marks. */
export function faultFormulas(fault: EntryFault, checks: ChecksPlan, plan: Plan): Formulas {
  const number = checks.faults.indexOf(fault) + 1;
  const counts = plan.sheets.map((sheetPlan) => {
    const range = `${quoteSheet(sheetPlan.sheet.name)}!${formatRectangle(marksOf(sheetPlan))}`;
    const untouched = fault === "blank" ? `+COUNTIF(${range},${MARKS.untouched})` : "";
    return { sheetPlan, count: `COUNTIF(${range},${number})${untouched}` };
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
