import { join } from "node:path";

import { layoutTemplate, prefilledWith, type Filling } from "../../src/layout";
import type { Template } from "../../src/template";
import { DEAR_KITCHEN, RIGHT_KITCHEN, SMALL_KITCHEN } from "../fixture-year/kitchens";
import { planningYear } from "../support/shipped";

const TEMPLATE = planningYear("1999-00", join(__dirname, "..", "fixtures", "templates")).templates.get(
  "kitchen",
)!;
const NONE: ReadonlySet<string> = new Set();

const FILLINGS: readonly (readonly [name: string, filling: Filling])[] = [
  ["entries, one of them in a closed cell", { entries: DEAR_KITCHEN, prefilled: NONE, organisation: "K02" }],
  // One figure is typed over a total, and a choice changes which rules apply.
  ["a figure over a total", { entries: SMALL_KITCHEN, prefilled: NONE, organisation: "K03" }],
  ["an organisation put in", prefilledWith(new Map([["front.unit_code", "K01"]]), "K01 Ashmere General")],
  [
    "an organisation and entries",
    { entries: RIGHT_KITCHEN, prefilled: new Set(["front.unit_code"]), organisation: null },
  ],
  ["nothing", { entries: new Map(), prefilled: NONE, organisation: null }],
];

/** The same definition, of which nothing was drawn before. */
const fresh = (): Template => ({ ...TEMPLATE });

describe("the workbook of a template is the same, whatever was drawn of the template before,", () => {
  const used = fresh();

  test.each([...FILLINGS, ...FILLINGS])("with %s", (_, filling) => {
    const layout = layoutTemplate(used, filling);
    expect(layout).toEqual(layoutTemplate(fresh(), filling));
    for (const [at, sheet] of layoutTemplate(fresh(), filling).sheets.entries())
      expect([...layout.sheets[at]!.cells.keys()]).toEqual([...sheet.cells.keys()]);
  });
});

describe("a filling", () => {
  const cell = (filling: Filling, sheet: string, value: unknown) =>
    [
      ...layoutTemplate(TEMPLATE, filling)
        .sheets.find(({ name }) => name === sheet)!
        .cells.values(),
    ].filter((one) => one.value === value);
  const filling = (name: string) => FILLINGS.find(([one]) => one === name)![1];

  test("takes the formula of a total that was typed over", () => {
    const typed = cell(filling("a figure over a total"), "Meals & cost", 1);
    expect(typed).toContainEqual(expect.objectContaining({ formula: null, role: "total" }));
  });

  test("gives what is prefilled its look and the legend its word, and only there", () => {
    expect(cell(filling("an organisation put in"), "Front page", "K01")).toContainEqual(
      expect.objectContaining({ role: "prefilled" }),
    );
    expect(cell(filling("an organisation put in"), "Front page", "Prefilled")).toHaveLength(1);
    expect(cell(filling("nothing"), "Front page", "Prefilled")).toHaveLength(0);
    expect(cell(filling("an organisation put in"), "Meals & cost", "Prefilled")).toHaveLength(0);
  });
});
