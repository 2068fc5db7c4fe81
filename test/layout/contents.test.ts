import { formatAddress } from "../../src/cells";
import { LOOKS, type Layout } from "../../src/layout";
import { wordsOf } from "../support/layout-cells";
import { ENTRIES, blank, fields, filled, filledWith, plan } from "./provider-layout";

const first = plan.sheets[0]!;

/** What the first sheet says of each sheet: its link and what is to do there. */
function contentsOf(layout: Layout): ReadonlyMap<string, string> {
  const { cells } = layout.sheets[0]!;
  const from = first.lastRow + 3;
  const at = (row: number, column: number) => cells.get(formatAddress({ row, column }))?.value;
  const rows = Array.from({ length: plan.sheets.length + 1 }, (_, one) => from + one);
  return new Map(rows.map((row) => [wordsOf(at(row, 3)), wordsOf(at(row, 4))]));
}

describe("the list of sheets on the first sheet", () => {
  test("has every sheet, each with a link to it", () => {
    expect([...contentsOf(blank).keys()]).toEqual(blank.sheets.map(({ name }) => name));
    const links = [...blank.sheets[0]!.cells.values()].filter(({ role }) => role === "contents_link");
    expect(links.map(({ formula }) => formula)).toEqual(
      blank.sheets.map(({ name }) => {
        const target = /^[A-Za-z]+$/.test(name) ? name : `'${name}'`;
        return `HYPERLINK("#${target}!A1","${name}")`;
      }),
    );
    expect(LOOKS.contents_link.locked).toBe(true);
  });

  test("counts what is to fill in: every answer that is due, while nothing is entered", () => {
    const due = (sheet: string) =>
      fields("entered").filter(
        ({ sheet: on, source }) => on === sheet && source.kind === "entered" && source.answer === "due",
      ).length;
    const contents = contentsOf(blank);
    for (const name of ["Cover", "IM&T spend", "Tariff"])
      expect([name, contents.get(name)!.trim().replace("cells ", "")]).toEqual([
        name,
        `○ ${due(name)} to fill in`,
      ]);
    expect(contents.get("Explanations")).toBe("✔ Nothing left to do");
  });

  test("says that nothing is left where nothing is", () => {
    const contents = contentsOf(filled);
    for (const { sheet } of plan.sheets) expect(contents.get(sheet.name)).toBe("✔ Nothing left to do");
  });

  test("counts what is to put right and to explain, and repeats the count of all checks", () => {
    const contents = contentsOf(
      filledWith(
        new Map([...ENTRIES, ["spend.staff[memo_revenue]", 9_999], ["spend.staff[plan_capital]", -1]]),
      ),
    );
    expect(contents.get("IM&T spend")).toMatch(
      /✖ [1-9]\d* (?:cells? )?to put right +▲ 1 (?:cells? )?to explain/,
    );
    expect(contents.get("Explanations")).toMatch(/▲ 1 (?:cells? )?to explain/);
    expect(contents.get("Checks")).toMatch(/^✖ [1-9]\d* to put right +▲ 1 to explain/);
  });
});
