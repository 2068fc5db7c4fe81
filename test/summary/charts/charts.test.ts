import { parseAddress } from "../../../src/cells";
import type { Layout, LayoutChart } from "../../../src/layout";
import { collect, layoutSummary, type ReturnFile } from "../../../src/summary";
import type { SummaryChart } from "../../../src/template";
import { sheetOf } from "../../support/layout-cells";
import { OF, collection, layout } from "../five-bodies";
import { FAR, REGISTER, SMALL, registerOf, sent, summary, year } from "../returns";
import { chartOn, messageOf, valuesAt } from "./drawn";

const CODES = Array.from({ length: 74 }, (_, at) => `T${String(at + 1).padStart(2, "0")}`);
const FILLED = (counted: ReturnFile) => ({ state: "received", counted, status: "draft" }) as const;

const chartsOn = (of: Layout, sheet: string): readonly LayoutChart[] => sheetOf(of, sheet).charts;
/** A chart over the net spend of providers, which a test may change. */
const NET: SummaryChart = summary.charts.find(({ id }) => id === "change")!;
const drawn = (charts: readonly SummaryChart[], of = collection) =>
  layoutSummary(of, { ...summary, charts }).layout;
const netOf = (draws: Partial<Extract<SummaryChart["draws"], { kind: "organisations" }>>): SummaryChart => {
  if (NET.draws.kind !== "organisations") throw new Error("not of organisations");
  return { ...NET, draws: { ...NET.draws, ...draws } };
};

describe("a chart of totals", () => {
  const chart = chartOn(layout, "Overview", "Net spend is planned");
  const [forecast, plan] = [OF.X01.forecast + OF.X02.forecast, OF.X01.plan + OF.X02.plan];

  test("draws cells that are worked out from the sheets' totals", () => {
    expect(valuesAt(layout, chart.categories)).toEqual(["Providers", "PCTs as commissioners"]);
    expect(chart.series.map(({ figures }) => valuesAt(layout, figures))).toEqual([
      [forecast, 0],
      [plan, 0],
    ]);
    expect(sheetOf(layout, chart.series[0]!.figures.sheet).cells.get("B8")!.formula).toContain("Spend!");
  });

  test("says its message with figures, and the same to somebody who does not see it", () => {
    const thousands = (value: number) => value.toLocaleString("en-GB");
    expect(messageOf(layout, chart)).toBe(
      `Net spend is planned to rise by £${thousands(plan - forecast)}k to £${thousands(plan)}k`,
    );
    expect(chart.says).toContain(`${thousands(forecast)} forecast for 2006/07, ${thousands(plan)} planned`);
  });

  test("has its message in the cells under it, for programs that draw none", () => {
    const { cells } = sheetOf(layout, "Overview");
    const under = cells.get(`A${chart.area.top}`)!;
    expect(under.value).toBe(messageOf(layout, chart));
  });
});

describe("a chart of organisations", () => {
  const names = (of: Layout) => valuesAt(of, chartsOn(of, "Spend")[0]!.categories);

  test("draws those that returned figures, sorted, from the very cells of their table", () => {
    const chart = chartsOn(layout, "Spend")[0]!;
    expect(names(layout)).toEqual(["X01  Example Hospital NHS Trust", "X02  Lowmoor NHS Trust"]);
    expect(valuesAt(layout, chart.series[0]!.figures)).toEqual([OF.X01.plan, OF.X02.plan]);
    const least = drawn([netOf({ first: "least" })]);
    expect(names(least)).toEqual(["X02  Lowmoor NHS Trust", "X01  Example Hospital NHS Trust"]);
  });

  test("draws of a table that shows some of them no others, each by its own row", () => {
    const small = summary.sheets.map((sheet) =>
      sheet.kind !== "tables"
        ? sheet
        : {
            ...sheet,
            tables: sheet.tables.map((table) =>
              table.id === "net" ? { ...table, only: "=spend.net[plan_total]<3000" } : table,
            ),
          },
    );
    const some = layoutSummary(collection, { ...summary, sheets: small, charts: [NET] }).layout;
    expect(names(some)).toEqual(["X02  Lowmoor NHS Trust"]);
    expect(valuesAt(some, chartsOn(some, "Spend")[0]!.series[0]!.figures)).toEqual([OF.X02.plan]);
  });

  test("draws as many as it is to, and says of how many they are", () => {
    const one = drawn([netOf({ most: 1 })]);
    expect(names(one)).toEqual(["X01  Example Hospital NHS Trust"]);
    expect(messageOf(one, chartsOn(one, "Spend")[0]!)).toMatch(/ \(1 of 2 shown\)$/);
    expect(messageOf(layout, chartsOn(layout, "Spend")[0]!)).not.toContain("shown");
  });

  test("names what is too great for the others to be seen, and does not draw it", () => {
    const pounds = { ...FAR, plan: { revenue: 2_040_000, capital: 410_000, recharges: 0 } };
    const three = collect(
      [
        sent("X01", "a.xlsx", {}),
        sent("X02", "b.xlsx", {}, { figures: SMALL }),
        sent("X05", "c.xlsx", {}, { figures: pounds }),
      ],
      REGISTER,
      "Q30",
      year,
    );
    const of = drawn([NET], three);
    expect(names(of)).toHaveLength(2);
    expect(messageOf(of, chartsOn(of, "Spend")[0]!)).toMatch(
      / \(2 of 3 shown; too great to be drawn: X05\)$/,
    );
    const { cells } = sheetOf(of, "Chart figures");
    const row = [...cells]
      .find(([, { value }]) => value === "Not drawn: X05  Harrow Hill NHS Trust")![0]
      .slice(1);
    expect(cells.get(`B${row}`)!.value).toBe(2_450_000);
  });

  test("gives each of 74 bars its room", () => {
    const register = registerOf(
      [
        "code,name,type,sha,ft",
        "Q30,North East Strategic Health Authority,SHA,,",
        ...CODES.map((code) => `${code},Trust ${code},Acute trust,Q30,no`),
      ].join("\n"),
    );
    const one = sent("X01", "a.xlsx", {});
    const rows = collect([one], register, "Q30", year).rows.map((row) => ({ ...row, ...FILLED(one) }));
    const of = drawn([netOf({ most: 100 })], { ...collection, register, rows, strangers: [], unread: [] });
    const [chart] = chartsOn(of, "Spend");
    expect(valuesAt(of, chart!.categories)).toHaveLength(74);
    // Two bars of 11 points and 6 between: nothing smaller can be read.
    expect((chart!.area.bottom - chart!.area.top + 1) * 15).toBeGreaterThan(74 * 28);
  });
});

describe("a chart", () => {
  test("of noughts alone is not drawn; its message stands in its place", () => {
    const none = collect([], REGISTER, "Q30", year);
    const of = layoutSummary(none, summary).layout;
    expect(of.sheets.flatMap(({ charts }) => charts)).toEqual([]);
    const words = [...sheetOf(of, "Overview").cells.values()].map(({ value }) => value);
    expect(words).toContain("Net spend is planned to rise by £0k to £0k");
  });

  test("that its sheet does not draw is drawn below its figures", () => {
    const of = drawn([{ ...NET, on: "Findings" }]);
    expect(chartsOn(of, "Findings")).toEqual([]);
    expect(chartsOn(of, "Chart figures")).toHaveLength(1);
  });

  test("lies over cells that hold nothing else but its message", () => {
    for (const { name, charts, cells, merges } of layout.sheets)
      for (const { area } of charts) {
        const inside = [...cells].filter(([address, { value, formula }]) => {
          const { row, column } = parseAddress(address)!;
          const within = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
          return within && (value !== null || formula !== null);
        });
        expect([name, inside.map(([address]) => address)]).toEqual([
          name,
          [expect.stringMatching(/^[A-Z]+\d+$/)],
        ]);
        expect(merges.some(({ top, left }) => top === area.top && left === area.left)).toBe(true);
      }
  });
});
