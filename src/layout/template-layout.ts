import type { Template } from "../template";

import { calculated } from "./calculate";
import { checksSheet } from "./checks-sheet";
import type { Layout } from "./layout";
import { planTemplate } from "./plan";
import type { Filling } from "./filling";
import { valueSheet } from "./value-sheet";

const NOTHING: Filling = { entries: new Map(), prefilled: new Set(), organisation: null };

/** The workbook of a template, blank or with entries in it; every formula has its right result. */
export function layoutTemplate(template: Template, filling: Filling = NOTHING): Layout {
  const plan = planTemplate(template);
  const values = new Map(plan.sheets.map((sheetPlan) => [sheetPlan.sheet.name, sheetPlan]));
  const sheets = template.sheets.flatMap((sheet) => {
    const sheetPlan = values.get(sheet.name);
    if (sheetPlan) return [valueSheet(sheetPlan, plan, filling)];
    return plan.checks ? [checksSheet(plan.checks, plan, filling.organisation)] : [];
  });
  return calculated({ title: `${template.title} ${template.yearLabel}`, sheets });
}
