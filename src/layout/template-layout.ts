import type { Template } from "../template";

import { calculated } from "./calculate";
import { checksSheet } from "./checks-sheet";
import { filledIn } from "./filled-in";
import type { Layout, LayoutSheet } from "./layout";
import { planTemplate, type Plan } from "./plan";
import type { Filling } from "./filling";
import { valueSheet } from "./value-sheet";

const NOTHING: Filling = { entries: new Map(), prefilled: new Set(), organisation: null };

/** The workbook of a template, blank or with entries in it; every formula has its right result. */
export function layoutTemplate(template: Template, filling: Filling = NOTHING): Layout {
  const { plan, sheets } = drawn(template, filling.prefilled);
  return calculated({
    title: `${template.title} ${template.yearLabel}`,
    sheets: filledIn(sheets, plan, filling),
  });
}

/** The sheets of a template with nothing entered, and the look of what is prefilled. */
interface Drawn {
  readonly plan: Plan;
  readonly prefilled: string;
  readonly sheets: readonly LayoutSheet[];
}

/** Kept for the next workbook: those that are made one after the other mostly differ in nothing but their entries. */
const kept = new WeakMap<Template, Drawn>();

function drawn(template: Template, keys: ReadonlySet<string>): Drawn {
  const before = kept.get(template);
  const prefilled = [...keys].sort().join(" ");
  if (before?.prefilled === prefilled) return before;
  const plan = before?.plan ?? planTemplate(template);
  const now = { plan, prefilled, sheets: drawnSheets(plan, { ...NOTHING, prefilled: keys }) };
  kept.set(template, now);
  return now;
}

function drawnSheets(plan: Plan, filling: Filling): readonly LayoutSheet[] {
  const values = new Map(plan.sheets.map((sheetPlan) => [sheetPlan.sheet.name, sheetPlan]));
  return plan.template.sheets.flatMap((sheet) => {
    const sheetPlan = values.get(sheet.name);
    if (sheetPlan) return [valueSheet(sheetPlan, plan, filling)];
    return plan.checks ? [checksSheet(plan.checks, plan, filling.organisation)] : [];
  });
}
