import { isCellError } from "../../src/cells";
import { LOOKS } from "../../src/layout";
import { LINES, spendEntries, ACUTE } from "../support/provider-return";
import { ENTRIES, blank, cellOf, fields, filled, filledWith, plan, template } from "./provider-layout";

function entered(key: string): number {
  const value = ENTRIES.get(key) ?? 0;
  if (typeof value !== "number") throw new Error(`${key} is no figure`);
  return value;
}

const grossOf = (column: string) => LINES.reduce((sum, line) => sum + entered(`spend.${line}[${column}]`), 0);

describe("a workbook that is filled in", () => {
  test("holds every entry in its own cell, as it was given", () => {
    for (const [key, value] of ENTRIES) expect([key, cellOf(filled, key).value]).toEqual([key, value]);
    const given = fields("entered").filter(({ key }) => ENTRIES.has(key));
    expect(given).toHaveLength(ENTRIES.size);
    for (const { key } of fields("entered"))
      if (!ENTRIES.has(key)) expect([key, cellOf(filled, key).value]).toEqual([key, null]);
  });

  test.each(["forecast_revenue", "forecast_capital", "plan_revenue", "plan_capital"])(
    "has the sums of %s worked out, gross and net",
    (column) => {
      const gross = grossOf(column);
      expect(cellOf(filled, `spend.gross[${column}]`).value).toBe(gross);
      expect(cellOf(filled, `spend.net[${column}]`).value).toBe(
        gross + entered(`spend.recharges[${column}]`),
      );
    },
  );

  test("has totals across worked out, on lines and on total lines", () => {
    for (const line of LINES)
      expect(cellOf(filled, `spend.${line}[plan_total]`).value).toBe(
        entered(`spend.${line}[plan_revenue]`) + entered(`spend.${line}[plan_capital]`),
      );
    expect(cellOf(filled, "spend.gross[plan_total]").value).toBe(3_180 + 700);
    expect(cellOf(filled, "spend.net[forecast_total]").value).toBe(2_960 + 610);
    expect(cellOf(filled, "purposes.total[plan_total]").value).toBe(3_180 + 700);
  });

  test("has the uplift worked out: 0.1% of 171,900 and of 104,000, rounded", () => {
    expect(cellOf(filled, "tariff.uplift[y2007]").value).toBe(172);
    expect(cellOf(filled, "tariff.pbr_uplift[y2007]").value).toBe(104);
    expect(cellOf(filled, "test.plan_all[difference]").value).toBe(3_880 - 3_570 - 172);
    expect(cellOf(filled, "test.plan_all[verdict]").value).toBe("Met");
  });

  test("shows no error in any cell, blank or filled", () => {
    for (const { sheets } of [blank, filled])
      for (const { name, cells } of sheets)
        for (const [address, { value, formula }] of cells) {
          expect([name, address, isCellError(value)]).toEqual([name, address, false]);
          if (formula !== null) expect([name, address, value]).not.toEqual([name, address, null]);
        }
  });

  test("a total adds its cells up with SUM and leaves closed cells out", () => {
    const row = (key: string) => plan.placeOf.get(key)!.address.row;
    const { formula } = cellOf(blank, "spend.gross[plan_capital]");
    const fixed = (line: number) => `$H$${line}`;
    // Maintenance (140) and training (170) are closed for capital.
    const [first, before, after] = [
      row("spend.staff[plan_capital]"),
      row("spend.software[plan_capital]"),
      row("spend.telecoms[plan_capital]"),
    ];
    expect(row("spend.maintenance[plan_capital]")).toBe(before + 1);
    expect(formula).toBe(
      `SUM(${fixed(first)}:${fixed(before)},${fixed(after)}:${fixed(after + 1)},${fixed(after + 3)}:${fixed(after + 4)})`,
    );
    expect(cellOf(blank, "spend.net[plan_revenue]").formula).toMatch(/^SUM\(/);
    expect(cellOf(blank, "spend.staff[plan_total]").formula).toMatch(/^SUM\(/);
  });

  test("what stands in a closed cell is in no total", () => {
    const stray = filledWith(new Map(ENTRIES).set("spend.maintenance[plan_capital]", 5_000));
    expect(cellOf(stray, "spend.maintenance[plan_capital]")).toMatchObject({ value: 5_000, role: "closed" });
    expect(cellOf(stray, "spend.gross[plan_capital]").value).toBe(700);
    expect(cellOf(stray, "spend.maintenance[plan_total]").value).toBe(
      entered("spend.maintenance[plan_revenue]"),
    );
  });

  test("a total that was typed over holds the figure and no formula, and those above it add it up", () => {
    const typed = filledWith(new Map(ENTRIES).set("spend.gross[plan_revenue]", 4_000));
    expect(cellOf(typed, "spend.gross[plan_revenue]")).toMatchObject({ value: 4_000, formula: null });
    expect(cellOf(typed, "spend.net[plan_revenue]").value).toBe(4_000);
  });

  test("what was put in for the organisation looks so and can still be changed; the legend says what it means", () => {
    const layout = filledWith(spendEntries(ACUTE), ["cover.org_code", "cover.org_name"]);
    expect(cellOf(layout, "cover.org_code").role).toBe("prefilled");
    expect(cellOf(layout, "cover.org_type").role).toBe("input_text");
    expect(LOOKS.prefilled.locked).toBe(false);
    expect(LOOKS.prefilled.fill).not.toBe(LOOKS.input_text.fill);
    const legend = (of: typeof layout) =>
      of.sheets.map(({ name, cells }) => [
        name,
        [...cells.values()].some(({ value }) => value === "Prefilled"),
      ]);
    expect(Object.fromEntries(legend(layout))).toMatchObject({ Cover: true, "IM&T spend": false });
    expect(Object.fromEntries(legend(blank))).toMatchObject({ Cover: false });
  });

  test("figures are shown in the format of their kind", () => {
    const formats = [
      "spend.staff[plan_revenue]",
      "context.wte[plan]",
      "tariff.rate[y2007]",
      "filing.fd_date",
      "cover.org_code",
    ];
    expect(formats.map((key) => cellOf(filled, key).format)).toEqual([
      "money",
      "decimal1",
      "percent1",
      "date",
      "text",
    ]);
  });

  test("looks up the authority's name beside its code, and nothing beside a code that it does not know", () => {
    expect(cellOf(filled, "cover.sha_name").value).toBe("North East");
    expect(cellOf(filledWith(new Map([["cover.sha_code", "Q99"]])), "cover.sha_name").value).toBe("");
    expect(template.fields.get("cover.sha_name")!.source.kind).toBe("calculated");
  });
});
