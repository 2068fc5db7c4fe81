import { formatRectangle, quoteSheet } from "../cells";
import { faultValue, markValue } from "./marks";
import { reference, type Plan, type SheetPlan, type TallyPlan } from "./plan";

/** The hidden cells of a sheet where its marks stand. */
function marksArea({ marks, firstLine, lastRow, firstValueColumn, lastValueColumn }: SheetPlan): string {
  const width = marks.kind === "signs" ? marks.texts : lastValueColumn - firstValueColumn + 1;
  const right = marks.firstColumn + width - 1;
  return formatRectangle({ top: firstLine, bottom: lastRow, left: marks.firstColumn, right });
}

/** What the hidden cells of a sheet count: each fault, then what is to be put right by a rule, explained, or not yet begun. */
const COUNTED = ["fix", "explain", "untouched"] as const;

/** The formulas that count the marks of a sheet, in the order of their cells. */
export function tallyFormulas(sheetPlan: SheetPlan, plan: Plan): readonly string[] {
  const area = marksArea(sheetPlan);
  const values = [
    ...(plan.checks?.faults ?? []).map((fault) => faultValue(fault, sheetPlan, plan)),
    ...COUNTED.map((mark) => markValue(mark, sheetPlan)),
  ];
  return values.map((value) =>
    sheetPlan.marks.kind === "signs"
      ? `SUMPRODUCT(LEN(${area})-LEN(SUBSTITUTE(${area},${value},"")))`
      : `COUNTIF(${area},${value})`,
  );
}

/** The hidden cells that count the faults of a sheet, in the order of the Checks sheet, in a formula on the sheet `on`. */
export function faultTallies({ sheet, tally }: SheetPlan, { checks }: Plan, on: string): string {
  return besideKeys(sheet.name, tally, checks?.faults.length ?? 0, on);
}

/** The hidden cell that counts another mark. */
export function markTally(
  mark: (typeof COUNTED)[number],
  sheetPlan: SheetPlan,
  { checks }: Plan,
  on: string,
): string {
  const column = sheetPlan.tally.firstColumn + (checks?.faults.length ?? 0) + COUNTED.indexOf(mark);
  return reference(sheetPlan.sheet.name, { row: sheetPlan.tally.row, column }, on);
}

/** The hidden cells that count all that is to be put right: every fault, and what a rule says. */
export function wrongTallies({ sheet, tally }: SheetPlan, { checks }: Plan, on: string): string {
  return besideKeys(sheet.name, tally, (checks?.faults.length ?? 0) + 1, on);
}

function besideKeys(sheet: string, { row, firstColumn }: TallyPlan, count: number, on: string): string {
  const area = formatRectangle({ top: row, bottom: row, left: firstColumn, right: firstColumn + count - 1 });
  return sheet === on ? area : `${quoteSheet(sheet)}!${area}`;
}
