import { isCellError, type RawValue } from "../../../src/cells";
import { calculate, libreOffice } from "../../support/libreoffice";
import { made } from "../../support/made";
import { cellsIn, saved, valueAt } from "../../support/saved";
import { scratch } from "../../support/scratch";
import { describeWith } from "../../support/skipping";
import { sheetOf } from "../../support/layout-cells";
import { layout } from "./scenario";

describeWith(libreOffice, "what plans are held against, worked out by LibreOffice", () => {
  const out = scratch();
  let file = "";

  beforeAll(async () => {
    const from = await saved(layout, made("summary-reconciled"), "summary");
    const [calculated] = await calculate([from], out, { timeout: 300_000 });
    file = calculated!;
  }, 400_000);

  // Counts of 2 bodies in 9 states, of 4 in 3, each with its sum, a row of totals and the days of 8 commitments; totals of 3 rows in 4
  // columns, 5 counts and the differences of those 4 that are compared.
  test.each([
    ["Promises", 54],
    ["Contractors", 21],
  ])("the formulas of %s give what was saved with them", (name, count) => {
    const workbook = cellsIn(file);
    const formulas = [...sheetOf(layout, name).cells].filter(([, { formula }]) => formula !== null);
    const shown = (value: RawValue) => (isCellError(value) ? value.error : (value ?? ""));
    expect(formulas.map(([address]) => [address, shown(valueAt(workbook, name, address))])).toEqual(
      formulas.map(([address, { value }]) => [address, shown(value)]),
    );
    expect(formulas).toHaveLength(count);
  });
});
