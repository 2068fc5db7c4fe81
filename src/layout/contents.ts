import { quoteSheet } from "../cells";

import { SIGNS } from "./check-words";
import type { Together } from "./pages";
import {
  FIRST_VALUE_COLUMN,
  LABEL_COLUMN,
  NUMBER_COLUMN,
  reference,
  type Plan,
  type SheetPlan,
} from "./plan";
import type { SheetDraft } from "./sheet-draft";
import { quoted } from "./state-formulas";
import { markTally, wrongTallies } from "./tally";

/** Where the Checks sheet counts its states, for whoever repeats that line. */
export const TALLY = { row: 5, column: NUMBER_COLUMN } as const;

/** On the first sheet: a link to each sheet with what is still to be done there, and the count of all checks. Gives its rows. */
export function drawContents(draft: SheetDraft, plan: Plan, from: number): Together {
  draft.set(from, NUMBER_COLUMN, { value: "Sheets of this workbook", role: "block_title" });
  draft.row(from, { height: 22 });
  let row = from + 1;
  for (const sheetPlan of plan.sheets) {
    const name = sheetPlan.sheet.name;
    drawLink(draft, row, name, "A1");
    draft.set(row, FIRST_VALUE_COLUMN, {
      formula: toDo(sheetPlan, plan, draft.name),
      role: "calculated_text",
    });
    row += 1;
  }
  if (!plan.checks) return { from, to: row - 1 };
  drawLink(draft, row, plan.checks.sheet.name, "A1");
  draft.set(row, FIRST_VALUE_COLUMN, {
    formula: reference(plan.checks.sheet.name, TALLY, draft.name),
    role: "calculated_text",
  });
  draft.row(row, { height: 46 });
  return { from, to: row };
}

function drawLink(draft: SheetDraft, row: number, sheet: string, at: string): void {
  const formula = `HYPERLINK(${quoted(`#${quoteSheet(sheet)}!${at}`)},${quoted(sheet)})`;
  draft.set(row, LABEL_COLUMN, { formula, role: "contents_link" });
  draft.row(row, { height: 18 });
}

/** "○ 58 to fill in   ✖ 2 to put right", or that nothing is left. */
function toDo(sheetPlan: SheetPlan, plan: Plan, on: string): string {
  const empty = markTally("untouched", sheetPlan, plan, on);
  const explain = markTally("explain", sheetPlan, plan, on);
  const wrong = `SUM(${wrongTallies(sheetPlan, plan, on)})`;
  const part = (count: string, sign: string, words: string) =>
    `IF(${count}>0,${quoted(`${sign} `)}&${count}&IF(${count}=1," cell "," cells ")&${quoted(`${words}   `)},"")`;
  const parts = [
    part(empty, SIGNS.untouched, "to fill in"),
    part(wrong, SIGNS.fix, "to put right"),
    part(explain, SIGNS.explain, "to explain"),
  ];
  return `IF(${empty}+${wrong}+${explain}=0,${quoted(`${SIGNS.good} Nothing left to do`)},${parts.join("&")})`;
}
