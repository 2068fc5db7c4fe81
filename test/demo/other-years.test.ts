import { collectedDemo, demoOfYear, type CollectedDemo, type Shows } from "./collected-demo";
import { wordsOf } from "../support/layout-cells";
import { entriesOf } from "./shipped-demo";
import { listOf, tableBelow, values } from "../summary/sheets";

/** What the happenings of a demo make of each return; what is not named is final and has nothing wrong. */
type Wanted = Readonly<Record<string, Partial<Shows>>>;

const UNSIGNED = "SI02 signatures.r03[signed_on] signatures.r03[signed_by]";
const LATE = "XR03 cover.org_code";

const YEARS: readonly { readonly id: string; readonly wanted: Wanted; readonly missing: string }[] = [
  {
    id: "2005-06",
    missing: "X36",
    wanted: {
      "X31 provider": {},
      "X32 provider": {
        explain: ["NS02 systems.record[decision]", "NS08 systems.pacs[agreed_on]"],
        explained: ["NS04 systems.booking[taken_by]"],
      },
      "X33 provider": { status: "draft", explain: ["DP09 deployments.r01[revenue_y1]"] },
      "X34 provider": {
        status: "draft",
        explain: ["IS01 isip.signed_on isip.signed_by", "IS05 isip.ldp"],
      },
      "X35 provider": {
        status: "draft",
        fix: ["CV01 objectives.r01[y3]", "CV01 deployments.r02[go_live]", "NS01 systems.mail[taken_by]"],
        note: [LATE],
      },
      "X3A provider": {},
      "X3A commissioner": { explained: [UNSIGNED] },
      "X3B provider": { explained: ["IS02 isip.signed_on"] },
      "X3B commissioner": {
        explain: ["IS02 isip.signed_on", "SI03 signatures.r01[signed_on]", "XR06 signatures.r01[code]"],
        note: ["IS06 isip.sha_signed_on"],
      },
      "X3C provider": { fix: ["TD02 isip.signed_on"], explain: ["NS07 systems.n3[taken_by]"] },
      "X3C commissioner": {
        fix: ["DP03 deployments.r02[order]", "DP03 deployments.r03[order]"],
        explain: ["IS03 isip.reviewed_on", UNSIGNED, "NS06 systems.mail[live_on]"],
      },
    },
  },
  {
    id: "2008-09",
    missing: "X86",
    wanted: {
      "X81 provider": {},
      "X82 provider": {
        explain: ["DS04 interim.revenue", "EX02 contracts.r01[provided]", "EX02 contracts.r02[provided]"],
        explained: ["DS01 datasets.monthly[from]"],
      },
      "X83 provider": {
        status: "draft",
        fix: ["AR05 contracts.r01[exposed]", "EX03 contracts.r01[months]"],
        explain: ["EX02 contracts.r01[provided]"],
      },
      "X84 provider": {
        status: "draft",
        fix: ["IG01 governance.number[owner] governance.number[due]"],
        explain: [
          "IG02 governance.access[status]",
          "QU02 staff_record.complete",
          "QU03 audit.ready",
          "EX04 contracts.r01[name]",
        ],
        // Its sheet Exposure is empty.
        note: ["NR02"],
      },
      "X85 provider": {
        status: "draft",
        fix: [
          "CV01 spend.agency[plan_capital]",
          "TD01 spend.staff[plan_revenue]",
          "TD01 spend.software[forecast_revenue]",
          "TD01 spend.recharges[plan_revenue]",
        ],
        note: [
          ...["staff[plan_total]", "software[forecast_total]"],
          ...["gross[forecast_revenue]", "gross[forecast_total]", "gross[plan_revenue]", "gross[plan_total]"],
          "recharges[plan_total]",
          ...["net[forecast_revenue]", "net[forecast_total]", "net[plan_revenue]", "net[plan_total]"],
        ]
          .map((key) => `TD06 spend.${key}`)
          .concat(LATE),
      },
      "X8A provider": {},
      "X8A commissioner": { explained: ["EX02 contracts.r02[provided]"] },
      "X8B provider": {
        status: "draft",
        explain: ["SL02 slots.r01[go_live]", "SL02 slots.r02[go_live]", "SL03 slots.r01[confirmed]"],
      },
      "X8B commissioner": {
        status: "draft",
        explain: ["LD01 programme.ce_leads", "SV06 services.booking[plan_by]"],
        note: ["TM04"],
      },
      "X8C provider": {},
      "X8C provider draft": { status: "draft", fix: ["CV01 spend.implementation[plan_revenue]"] },
      "X8C commissioner": {
        fix: ["SV04 services.gpsoc[next]"],
        explain: ["SV02 services.eps[status]", "SV03 services.summary[plan_by]"],
        explained: ["EX02 contracts.r02[provided]"],
      },
    },
  },
];

const NOTHING: Shows = { status: "final", fix: [], explain: [], explained: [], note: [] };

const drawn = new Map<string, CollectedDemo>();

/** A year's demo; it is drawn once. */
async function of(id: string): Promise<CollectedDemo> {
  const made = drawn.get(id) ?? (await collectedDemo(id));
  drawn.set(id, made);
  return made;
}

describe.each(YEARS)("the demo of $id", ({ id, wanted, missing }) => {
  let made: CollectedDemo;
  beforeAll(async () => {
    made = await of(id);
  }, 120_000);

  test("leads to what happened, return by return, and to nothing else", () => {
    const file = (name: string) => `${name.replace(/(?<= \w+)( draft)?$/, ` ${id}$1`)}.xlsx`;
    const expected = Object.entries(wanted).map(([name, more]) => [file(name), { ...NOTHING, ...more }]);
    const sorted = ([name, shows]: readonly [string, Shows]) => [
      name,
      { ...shows, note: [...shows.note].sort() },
    ];
    const named = (list: readonly unknown[]) => Object.fromEntries(list as [string, unknown][]) as object;
    expect(named([...made.shows].map(sorted))).toEqual(named((expected as [string, Shows][]).map(sorted)));
  });

  test("says in its summary who sent nothing and what was late", () => {
    const states = listOf(made.summary, "Returns").map((row) => [row.get("Code"), row.get("State")]);
    expect(states.filter(([, state]) => state === "Not received")).toEqual([[missing, "Not received"]]);
    const overview = listed(made, "Overview").join("\n");
    expect(overview).toMatch(new RegExp(`Not received.*${missing}`));
    expect(overview).toMatch(/Received late.*X[38]5/);
  });

  test("has every finding of the returns that count among the findings of its summary", () => {
    const rows = listOf(made.summary, "Findings");
    for (const [name, { fix, explain, explained, note }] of made.shows) {
      if (/draft\.xlsx$/.test(name)) continue;
      const codes = [...fix, ...explain, ...explained, ...note].map((one) => one.split(" ")[0]);
      expect(new Set(rows.filter((row) => row.get("File") === name).map((row) => row.get("Ref")))).toEqual(
        new Set(codes),
      );
    }
  });

  test("is the same each time it is made", () => {
    expect(demoOfYear(id).demo.entries).toEqual(made.demo.entries);
  });
});

describe("the summary of the demo", () => {
  const figures = ({ summary }: CollectedDemo, sheet: string, title: string, code: string) =>
    values(tableBelow(summary, sheet, title).rows.get(code)!).slice(3);

  test("of 2005/06 counts signatures by community, and shows the return in pounds", async () => {
    const made = await of("2005-06");
    const community = (code: string) =>
      figures(made, "Signatures", "Communities, as their PCTs list them", code);
    // Listed, signed, in time, missing; the day of the authority; the result.
    expect([community("X3A").slice(0, 4), community("X3A").at(5)]).toEqual([[3, 2, 2, 1], "Missing"]);
    expect(community("X3B")).toEqual([2, 2, 1, 0, null, "Late"]);
    expect([community("X3C").slice(0, 4), community("X3C").at(5)]).toEqual([[3, 2, 2, 1], "Missing"]);
    // Live, committed, not committed, agreed, late.
    expect(figures(made, "Commitments", "Providers, systems by decision", "X32").slice(0, 5)).toEqual([
      1, 3, 1, 3, 1,
    ]);
    const [, , , , ...costs] = figures(made, "Plan", "Providers", "X33");
    for (const cost of costs) expect(cost).toBeGreaterThan(5_000);
    expect(listed(made, "Findings").join("\n")).toMatch(
      /Wexcombe Hospital .* cost 1,\d{3},\d{3} in the three years \(£000\).*entered in pounds/,
    );
  });

  test("of 2008/09 shows from both sides what may be held back", async () => {
    const made = await of("2008-09");
    const exposure = (title: string, code: string) => figures(made, "Exposure", title, code);
    // Contracts, their value in a month, those without information, a tenth of these.
    expect(exposure("Providers", "X82")).toEqual([2, 10_300 + 1_900, 2, 1_220]);
    expect(exposure("Providers", "X83")).toEqual([2, 4_700 + 1_050, 1, 470]);
    expect(exposure("Providers", "X84")[0] ?? 0).toBe(0);
    expect(exposure("PCTs", "X8A")).toEqual([6, 21_400 + 1_900 + 3_400 + 3_000 + 1_600 + 5_100, 1, 190]);
    expect(exposure("PCTs", "X8B").slice(2)).toEqual([0, 0]);
    expect(exposure("PCTs", "X8C").slice(2)).toEqual([1, 470]);
  });
});

describe("contracts", () => {
  const { demo } = demoOfYear("2008-09");
  const of = (role: string, org: string) => {
    const own = new Map(
      entriesOf(demo, `returns/${org} ${role} 2008-09.xlsx`).map(({ key, value }) => [key, value]),
    );
    const rows = [...own].flatMap(([key, code]) => {
      const [, row] = /^(contracts\.r\d+)\[code\]$/.exec(key) ?? [];
      return row === undefined ? [] : [[wordsOf(code), Number(own.get(`${row}[monthly]`))] as const];
    });
    return { rows: new Map(rows), turnover: Number(own.get("context.turnover[plan]")) };
  };

  test("come to the same in the returns of both, and to nine tenths of a provider's turnover or so", () => {
    for (const provider of ["X81", "X82", "X83", "X85", "X8A", "X8B", "X8C"]) {
      const { rows, turnover } = of("provider", provider);
      expect(rows.size).toBeGreaterThan(0);
      for (const [pct, monthly] of rows) expect(of("commissioner", pct).rows.get(provider)).toBe(monthly);
      const year = 12 * [...rows.values()].reduce((sum, one) => sum + one, 0);
      expect(year / turnover).toBeGreaterThan(0.85);
      expect(year / turnover).toBeLessThan(0.97);
    }
  });

  test("of who sent nothing, or listed none, stand with the PCT alone", () => {
    expect(of("commissioner", "X8C").rows.get("X86")).toBe(8_100);
    expect(of("provider", "X84").rows.size).toBe(0);
    expect(of("commissioner", "X8A").rows.get("X84")).toBe(3_400);
  });
});

/** What stands on a sheet, row by row. */
function listed({ summary }: CollectedDemo, sheet: string): readonly string[] {
  const cells = summary.sheets.find(({ name }) => name === sheet)!.cells;
  const rows = new Map<string, string[]>();
  for (const [address, { value }] of cells) {
    const row = address.replace(/^[A-Z]+/, "");
    rows.set(row, [...(rows.get(row) ?? []), wordsOf(value)]);
  }
  return [...rows.values()].map((row) => row.join(" "));
}
