import { join } from "node:path";

import { calculated, layoutInTurn, layoutTemplate, prefilledWith, type SheetsDrawn } from "../../src/layout";
import type { Template } from "../../src/template";
import { planningYear } from "../support/shipped";

const TEMPLATE = planningYear("1999-00", join(__dirname, "..", "fixtures", "templates")).templates.get(
  "kitchen",
)!;
const FILLING = prefilledWith(new Map([["front.unit_code", "K01"]]), "K01 Ashmere General");

function drawn(template: Template) {
  const steps: SheetsDrawn[] = [];
  const drawing = layoutInTurn(template, FILLING);
  for (;;) {
    const step = drawing.next();
    if (step.done === true) return { layout: step.value, steps };
    steps.push(step.value);
  }
}

describe("a workbook that is drawn in turn", () => {
  const template = { ...TEMPLATE };
  const { layout, steps } = drawn(template);

  test("gives way after every line, and tells how many sheets are done", () => {
    const lines = template.sheets.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "checks" ? [] : block.lines)),
    );
    expect(steps.length).toBeGreaterThan(lines.length + template.sheets.length);
    const sheets = template.sheets.length;
    expect(new Set(steps.map(({ done }) => done))).toEqual(
      new Set(Array.from({ length: sheets + 1 }, (_, done) => done)),
    );
    expect(steps.map(({ done }) => done)).toEqual([...steps.map(({ done }) => done)].sort((a, b) => a - b));
    expect(steps.at(-1)).toEqual({ done: sheets, all: sheets });
  });

  test("is the same as one that is drawn at once, but for the results of its formulas", () => {
    expect(calculated(layout)).toEqual(layoutTemplate({ ...TEMPLATE }, FILLING));
    const formulas = layout.sheets.flatMap(({ cells }) =>
      [...cells.values()].filter(({ formula }) => formula !== null),
    );
    expect(formulas.length).toBeGreaterThan(100);
    expect(formulas.every(({ value }) => value === null)).toBe(true);
  });

  test("is left half drawn without harm to the next", () => {
    const left = { ...TEMPLATE };
    const drawing = layoutInTurn(left, FILLING);
    for (let at = 0; at < 20; at += 1) drawing.next();
    expect(drawn(left).layout).toEqual(layout);
  });
});
