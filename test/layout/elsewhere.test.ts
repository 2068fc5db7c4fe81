import { formatAddress } from "../../src/cells";
import { CHECKS_COLUMNS, layoutTemplate, planTemplate } from "../../src/layout";
import { templateOf } from "../template/small-year";

/** A rule of each line that is about a cell of another line: all of them about the same one. */
const template = templateOf({ file: "spend.yaml", old: 'at: "[@capital]"', by: "at: spend.income[capital]" });
const plan = planTemplate(template);
const row = plan.checks!.rowOfRule.get("AA01")!;

test("a rule of lines that is about a cell elsewhere links to that cell, whichever line fails", () => {
  const { sheet, address } = plan.placeOf.get("spend.income[capital]")!;
  const entries = new Map([
    ["spend.staff[revenue]", 1],
    ["spend.staff[capital]", 2],
  ]);
  const layout = layoutTemplate(template, { entries, prefilled: new Set(), organisation: null });
  const checks = layout.sheets.find(({ name }) => name === plan.checks!.sheet.name)!;
  const at = (column: number) => checks.cells.get(formatAddress({ row, column }))!.value;
  expect(at(CHECKS_COLUMNS.stateCode)).toBe(2);
  expect(at(CHECKS_COLUMNS.link)).toBe(`${sheet} ${formatAddress(address)}`);
});
