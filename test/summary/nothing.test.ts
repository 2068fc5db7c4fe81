import { collect, layoutSummary } from "../../src/summary";
import { sheetOf } from "../support/layout-cells";
import { REGISTER, readAs, sent, summary, year } from "./returns";

const COVER = { "cover.org_type": "Acute trust", "cover.sha_code": "Q30", "filing.submission": 1 };
const NOTHING = {
  "nothing.whole[answer]": "Nothing to report",
  "nothing.whole[reason]": "The trust closes in April.",
  "nothing.whole[signed]": "A. Person, director of finance",
};
const ON_RISKS = {
  "nothing.risks[answer]": "Nothing to report",
  "nothing.risks[reason]": "The board knows of none.",
  "nothing.risks[signed]": "B. Person, chief executive",
};

const nil = readAs(
  "X02.xlsx",
  new Map(
    Object.entries({
      ...COVER,
      "cover.org_code": "X02",
      "cover.org_name": "Lowmoor NHS Trust",
      "filing.status": "Final",
      ...NOTHING,
    }),
  ),
);
const collection = collect([sent("X01", "X01.xlsx", ON_RISKS), nil], REGISTER, "Q30", year);
const { layout, facts } = layoutSummary(collection, summary);

/** The texts of each row of a sheet that holds this code. */
function rowOf(sheet: string, code: string): readonly unknown[] {
  const cells = [...sheetOf(layout, sheet).cells];
  const rows = cells.flatMap(([address, { value }]) => (value === code ? [address.replace(/\D+/, "")] : []));
  return cells.flatMap(([address, { value }]) =>
    address.replace(/\D+/, "") === rows[0] && value !== null ? [value] : [],
  );
}

describe("what has nothing to report, in the authority's summary", () => {
  test("is said of the whole return, with its reason, and the return counts as received", () => {
    expect(rowOf("Returns", "X02")).toEqual(
      expect.arrayContaining([
        "Received, final; nothing to report",
        "Nothing to report: The trust closes in April.",
      ]),
    );
    const [, row] = collection.rows;
    expect([row!.organisation.code, row!.state, row!.status]).toEqual(["X02", "received", "final"]);
  });

  test("is said of a sheet beside the return", () => {
    const row = rowOf("Returns", "X01");
    expect(row).toContain("Nothing to report on Risks: The board knows of none.");
    expect(row.some((value) => String(value).endsWith("; nothing to report"))).toBe(false);
  });

  test("has no figure, and is not taken for one that did not come", () => {
    const [table] = summary.sheets.flatMap((sheet) => (sheet.kind === "tables" ? [sheet] : []));
    const row = rowOf(table!.name, "X02");
    expect(row.filter((value) => typeof value === "number")).toEqual([]);
    expect(row.some((value) => /Nothing to report$/.test(String(value)))).toBe(true);
    // The tariff's rates are printed in every return.
    const figures = facts.filter(
      ({ org, key, value }) => org === "X02" && typeof value === "number" && !/rate/.test(key),
    );
    expect(figures.map(({ key }) => key)).toEqual(["filing.submission"]);
  });
});
