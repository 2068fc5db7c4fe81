import { toEnd } from "../in-turn";
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
  return calculated(toEnd(layoutInTurn(template, filling)));
}

/** How many sheets of a workbook are drawn. */
export interface SheetsDrawn {
  readonly done: number;
  readonly all: number;
}

/**
 * Draws the same workbook a line at a time, so that whoever shows a page meanwhile can see to it in between. No formula has a result: it
 * is for a program that calculates.
 */
export function* layoutInTurn(
  template: Template,
  filling: Filling = NOTHING,
): Generator<SheetsDrawn, Layout> {
  const { plan, sheets: known } = drawn(template, filling.prefilled);
  const sheets: LayoutSheet[] = [];
  const draws = drawings(plan, { ...NOTHING, prefilled: filling.prefilled });
  for (const [at, draw] of draws.entries()) {
    const sheet = (known[at] ??= yield* byLine(draw(), { done: at, all: draws.length }));
    sheets.push(filledIn(sheet, plan, filling));
    yield { done: at + 1, all: draws.length };
  }
  return { title: `${template.title} ${template.yearLabel}`, sheets };
}

/** Draws a sheet to its end; how far the workbook is meanwhile is told after each line. */
function* byLine(
  drawing: Iterator<undefined, LayoutSheet>,
  step: SheetsDrawn,
): Generator<SheetsDrawn, LayoutSheet> {
  for (;;) {
    const line = drawing.next();
    if (line.done === true) return line.value;
    yield step;
  }
}

/** The sheets of a template with nothing entered, as far as they were asked for, and the look of what is prefilled. */
interface Drawn {
  readonly plan: Plan;
  readonly prefilled: string;
  readonly sheets: LayoutSheet[];
}

/** Kept for the next workbook: those that are made one after the other mostly differ in nothing but their entries. */
const kept = new WeakMap<Template, Drawn>();

function drawn(template: Template, keys: ReadonlySet<string>): Drawn {
  const before = kept.get(template);
  const prefilled = [...keys].sort().join(" ");
  if (before?.prefilled === prefilled) return before;
  const now: Drawn = { plan: before?.plan ?? planTemplate(template), prefilled, sheets: [] };
  kept.set(template, now);
  return now;
}

/** What draws each sheet, in their order. */
function drawings(plan: Plan, filling: Filling): readonly (() => Iterator<undefined, LayoutSheet>)[] {
  const values = new Map(plan.sheets.map((sheetPlan) => [sheetPlan.sheet.name, sheetPlan]));
  return plan.template.sheets.flatMap((sheet) => {
    const sheetPlan = values.get(sheet.name);
    if (sheetPlan) return [() => valueSheet(sheetPlan, plan, filling)];
    const { checks } = plan;
    return checks ? [() => checksSheet(checks, plan, filling.organisation)] : [];
  });
}
