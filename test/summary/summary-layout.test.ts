import { layoutSummary, collect } from "../../src/summary";
import { sheetOf } from "../support/layout-cells";
import { OF, NET, collection, facts, layout } from "./five-bodies";
import { REGISTER, sent, summary, tablesOf, year } from "./returns";
import { tableBelow, values } from "./sheets";

describe("the sheets of a summary", () => {
  test("are the overview, the assurance, the returns, the year's own sheets, explanations, findings, chart figures and facts", () => {
    expect(layout.sheets.map(({ name }) => name)).toEqual([
      "Overview",
      "Assurance",
      "Returns",
      "Spend",
      "Purposes",
      "Tariff",
      "Funding",
      "Deployments",
      "Deployment counts",
      "Plan",
      "Workforce",
      "Benefits",
      "Checklist",
      "Checklist counts",
      "Months",
      "Maturity",
      "Explanations",
      "Findings",
      "Chart figures",
      "Facts",
      "Sources",
    ]);
    expect(layout.title).toBe("IM&T spend and plan summary 2007/08");
  });

  test("say whose they are, on the band and at the foot, & written twice there", () => {
    for (const { name, cells, footer } of layout.sheets) {
      // Where something is entered, the first column has hidden keys.
      const whose = cells.get("A2") ?? cells.get("B2")!;
      expect([name, whose.value]).toEqual([name, "North East Strategic Health Authority (Q30)"]);
      expect(footer).toContain("Q30 · IM&&T spend and plan summary 2007/08");
    }
  });

  test("are not protected: nobody returns a summary", () => {
    expect(layout.sheets.map((sheet) => sheet.protected)).not.toContain(true);
  });

  test("the same collection gives the same layout", () => {
    expect(layoutSummary(collection, summary).layout).toEqual(layout);
  });
});

describe("a table of figures", () => {
  const net = tableBelow(layout, "Spend", NET);

  test("has every organisation that is expected", () => {
    expect([...net.rows.keys()]).toEqual(["X01", "X02", "X03", "X04", "X05"]);
  });

  test("shows what each return has, and what follows from it", () => {
    const x01 = values(net.rows.get("X01")!).slice(3, 11);
    expect(x01).toEqual([2_960, 610, 3_570, 3_180, 700, 3_880, 310, expect.closeTo(310 / 3_570, 10)]);
    const x02 = values(net.rows.get("X02")!).slice(3, 11);
    expect(x02).toEqual([1_340, 250, 1_590, 1_390, 270, 1_660, 70, expect.closeTo(70 / 1_590, 10)]);
  });

  test("shows a missing return as missing, a refused one and a blank one as such, and never a figure for it", () => {
    const words = { X03: "Refused", X04: "Not received", X05: "Sent blank" };
    expect(tablesOf("provider").length).toBeGreaterThan(8);
    for (const { sheet, title, only } of tablesOf("provider")) {
      // A table of some returns only names the missing ones below its rows.
      if (only !== null) continue;
      const table = tableBelow(layout, sheet, title);
      for (const [code, said] of Object.entries(words)) {
        const [state, ...cells] = table.rows.get(code)!.slice(2, 3 + table.heads.length);
        expect([title, code, state!.value]).toEqual([title, code, said]);
        for (const cell of cells)
          expect([title, code, cell!.value, cell!.formula, cell!.role]).toEqual([
            title,
            code,
            null,
            null,
            "missing",
          ]);
      }
    }
  });

  test("its totals are formulas over its rows, with the sums that the entries make", () => {
    const totals = net.total.slice(3, 11);
    for (const cell of totals) expect(cell!.formula).not.toBeNull();
    for (const cell of totals.slice(0, 6)) expect(cell!.formula).toMatch(/^SUM\([D-I]\d+:[D-I]\d+\)$/);
    const [forecast, plan] = [OF.X01.forecast + OF.X02.forecast, OF.X01.plan + OF.X02.plan];
    expect(values(totals).slice(0, 8)).toEqual([
      2_960 + 1_340,
      610 + 250,
      forecast,
      3_180 + 1_390,
      700 + 270,
      plan,
      plan - forecast,
      expect.closeTo(plan / forecast - 1, 10),
    ]);
  });

  test("every total of amounts adds up what its column shows, and what does not add up has none", () => {
    let checked = 0;
    for (const { sheet, title, columns, totals, states, mean } of tablesOf("provider")) {
      // Rates have a mean in place of a total.
      if (mean) continue;
      const { rows, total } = tableBelow(layout, sheet, title);
      // Below signs stand their counts.
      if (!totals && !states) expect([title, total]).toEqual([title, []]);
      columns.forEach((column, at) => {
        if (["formula", "rated"].includes(column.source.kind) || !totals) return;
        if (!column.adds) {
          expect([title, column.id, total[3 + at]!.value]).toEqual([title, column.id, null]);
          return;
        }
        const shown = [...rows.values()].map((row) => row[3 + at]!.value);
        const sum = shown.reduce<number>((so, value) => so + (typeof value === "number" ? value : 0), 0);
        expect([title, column.id, total[3 + at]!.value]).toEqual([title, column.id, expect.closeTo(sum, 6)]);
        checked += 1;
      });
    }
    expect(checked).toBeGreaterThan(100);
  });

  test("says how many returns the total is of, and their share", () => {
    expect(net.total[1]!.value).toBe("Total of 2 returns received, of 5 (40%)");
  });

  test("says beside each return how much of it is open", () => {
    const open = (code: string) => net.rows.get(code)![2]!.value;
    expect(open("X01")).toBe("✔");
    // Net spend of X02 rises by 70, and the uplift on 96,000 is 96.
    expect(open("X02")).toBe("▲ 1");
    expect(open("X04")).toBe("Not received");
  });

  test("a hidden row under the heads has the keys of the figures, and the code leads to them on the sheet Facts", () => {
    expect(net.keys.slice(0, 8)).toEqual([
      "spend.net[forecast_revenue]",
      "spend.net[forecast_capital]",
      "spend.net[forecast_total]",
      "spend.net[plan_revenue]",
      "spend.net[plan_capital]",
      "spend.net[plan_total]",
      "worked out here",
      "worked out here",
    ]);
    for (const code of ["X01", "X02"]) {
      const [, row] = /#Facts!A(\d+)"/.exec(net.rows.get(code)![0]!.formula!)!;
      const { cells } = sheetOf(layout, "Facts");
      expect([cells.get(`A${row}`)!.value, cells.get(`E${row}`)!.value]).toEqual([code, net.keys[0]]);
    }
    expect(net.rows.get("X04")![0]!.formula).toBeNull();
  });

  test("a figure is left empty where one that it is worked out from is missing", () => {
    const part = { "spend.recharges[forecast_revenue]": "none", "tariff.income[y2007]": null };
    const one = collect([sent("X01", "X01.xlsx", part)], REGISTER, "Q30", year);
    const of = layoutSummary(one, summary).layout;
    const row = tableBelow(of, "Tariff", "0.1% of all 2007/08 income at tariff uplift (£000)").rows.get(
      "X01",
    )!;
    const [income, , planned, , shortfall, verdict] = values(row).slice(3);
    expect([income, planned, shortfall]).toEqual([null, 310, ""]);
    expect(verdict).toBe("");
  });
});

test("facts and layout are of the same collection", () => {
  expect(new Set(facts.map(({ file }) => file))).toEqual(new Set(["X01.xlsx", "X02 draft.xlsx", "X05.xlsx"]));
  expect(sheetOf(layout, "Facts").filter).not.toBeNull();
});
