import { formatAddress, parseAddress, type RawValue } from "../../src/cells";
import { layoutTemplate, planTemplate, type Layout } from "../../src/layout";
import { ACUTE, providerEntries } from "../support/provider-return";
import { planningYear } from "../support/shipped";
import { openLayout, simulatedExcel, type SimulatedExcel } from ".";

/** A provider's whole plan for 2007/08, filled in: some fifteen thousand cells, a third of them formulas. */
const template = planningYear("2007-08").templates.get("provider")!;
const entries = providerEntries(ACUTE);
const STAFF = "spend.staff[plan_revenue]";

function differences(excel: SimulatedExcel, layout: Layout): readonly unknown[] {
  return layout.sheets.flatMap(({ name, cells }) => {
    const sheet = excel.sheet(name);
    return [...cells].flatMap(([address, { value, formula }]) => {
      const { row, column } = parseAddress(address)!;
      const ours = sheet.value(row, column);
      return JSON.stringify(ours) === JSON.stringify(value) ? [] : [{ name, address, formula, value, ours }];
    });
  });
}

const formulasOf = (excel: SimulatedExcel) => excel.workbook.sheets.flatMap((sheet) => sheet.formulas());
const resultsOf = (excel: SimulatedExcel): readonly RawValue[] =>
  formulasOf(excel).map(({ sheet, row, column }) => sheet.value(row, column));

test("a whole plan has the results with which it is written, and follows an edit and a row that is put in", async () => {
  const layout = layoutTemplate(template, { entries, prefilled: new Set(), organisation: null });
  const excel = await simulatedExcel();
  openLayout(excel.workbook, layout);
  expect(differences(excel, layout)).toEqual([]);
  expect(formulasOf(excel).length).toBeGreaterThan(5_000);

  const { sheet, address } = planTemplate(template).placeOf.get(STAFF)!;
  const before = resultsOf(excel);
  expect(
    await excel.user.types(`${sheet}!${formatAddress(address)}`, Number(entries.get(STAFF)) + 3),
  ).toEqual({ kind: "done" });
  const concerned = formulasOf(excel).filter(({ state }) => state === "old").length;
  expect(concerned).toBeGreaterThan(10);
  expect(concerned).toBeLessThan(before.length / 4);
  const after = resultsOf(excel);
  expect(after).not.toEqual(before);
  // Worked out from nothing, it is the same.
  excel.workbook.calculation.rebuild(formulasOf(excel));
  expect(resultsOf(excel)).toEqual(after);

  await excel.user.unprotects(sheet);
  await excel.user.insertsRows(sheet, address.row);
  expect(resultsOf(excel)).toEqual(after);
});
