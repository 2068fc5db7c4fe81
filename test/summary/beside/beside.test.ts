import type { RawValue } from "../../../src/cells";
import type { Fact } from "../../../src/summary";
import { sheetOf, wordsOf } from "../../support/layout-cells";
import { listOf, rowsOf, tableBelow, values } from "../sheets";
import { REGISTER, beside, collected, laidOut, now, summary, then, thenBlank, year } from "./rounds";

const FIRST = beside.sheet;
const BY_LINE = beside.byLine.sheet;

/** Every case at once: who has both years, one, a part, a blank one or nothing, and who was merged. */
const EARLIER = [
  then("RXA"),
  then("RXA", { file: "RXA draft 2007-08.xlsx", times: 3, changes: { "filing.status": "Draft" } }),
  then("RXB", { times: 2 }),
  thenBlank("RXD"),
  then("RXN", { name: "Upper River NHS Trust" }),
  then("RXO", { name: "Lower River NHS Trust", times: 2 }),
  then("RXR", { name: "First Dale NHS Trust" }),
  then("5XA", { role: "commissioner" }),
  then("5XA", { changes: { "spend.staff[plan_revenue]": null } }),
  then("RXZ"),
  then("RXK"),
];
const LATER = [
  now("RXA"),
  now("RXC"),
  now("RXD"),
  now("RXM", { times: 4 }),
  now("RXP"),
  now("5XA", { role: "commissioner" }),
  now("5XA", { times: 2 }),
];
const { layout, facts, collection } = laidOut([...EARLIER, ...LATER]);

/** Lines that a blank of staff leaves without a whole figure. */
const WITHOUT_STAFF = ["staff", "gross", "net"];

/** A table's row: plan and forecast as revenue, capital and total, the differences, the share and the state. */
const figures = (row: Parameters<typeof values>[0]) => values(row).slice(3);
const NONE = [null, null, null];

describe("net spend of providers, organisation by organisation", () => {
  const { rows, total } = tableBelow(layout, FIRST, "Providers: 220 Net IM&T spend");
  const stateOf = (code: string) => values(rows.get(code)!).at(-1);

  test("has the plan of a year ago beside the forecast of now", () => {
    // Revenue lines of the plan: 1540+140+150+330+360+280+190+60+100+30, less 40; capital 60+330+210+60+40. Of the forecast:
    // 760+90+180+240+330+210+160+70+110+40, less 60; capital 30+40+260+150+20+60.
    const [plan, forecast] = [
      [3_140, 700, 3_840],
      [2_130, 560, 2_690],
    ] as const;
    expect(figures(rows.get("RXA")!)).toEqual([
      ...plan,
      ...forecast,
      ...[-1_010, -140, -1_150],
      -1_150 / 3_840,
      "▲ Below the plan",
    ]);
  });

  test("adds up the bodies that an organisation was made of, and names them", () => {
    expect(values(rows.get("RXM")!).slice(0, 3)).toEqual(["RXM", "Two Rivers NHS Trust", "RXN, RXO"]);
    expect(figures(rows.get("RXM")!)).toEqual([
      ...[3 * 3_140, 3 * 700, 3 * 3_840],
      ...[4 * 2_130, 4 * 560, 4 * 2_690],
      ...[-900, 140, -760],
      -760 / 11_520,
      "✔ Near the plan",
    ]);
  });

  test("says in words why an organisation is not compared, and shows the year that is there", () => {
    expect(figures(rows.get("RXB")!).slice(0, 6)).toEqual([6_280, 1_400, 7_680, ...NONE]);
    expect(stateOf("RXB")).toBe("● No return of 2008/09");
    expect(figures(rows.get("RXC")!).slice(0, 6)).toEqual([...NONE, 2_130, 560, 2_690]);
    expect(stateOf("RXC")).toBe("● No return of 2007/08");
    expect(stateOf("RXD")).toBe("● 2007/08 was sent blank");
    expect(stateOf("RXE")).toBe("● Nothing of either year");
    expect(stateOf("RXP")).toBe("● A part only of 2007/08: nothing of RXS");
    // What is a part of a plan is never shown as the plan.
    expect(figures(rows.get("RXP")!).slice(0, 9)).toEqual([...NONE, 2_130, 560, 2_690, ...NONE]);
  });

  test("adds up those with both years only, and says how many they are", () => {
    expect(total[1]!.value).toBe("Total of the 2 with both years, of 8");
    expect(figures(total).slice(0, 2)).toEqual([4 * 3_140, 4 * 700]);
    expect(figures(total)[3]).toBe(5 * 2_130);
  });

  test("leads from each code to the figures of its year on the sheet Facts", () => {
    const targetOf = (row: Parameters<typeof values>[0], column: number) => {
      const [, at] = /^HYPERLINK\("#'?Facts'?!A(\d+)"/.exec(row[column]!.formula!)!;
      return values(rowsOf(layout, "Facts")[Number(at) - 1]!).slice(0, 6);
    };
    expect(targetOf(rows.get("RXA")!, 0)).toEqual([
      ...["RXA", "provider", "2008-09", "1.0", "spend.net[forecast_revenue]", 2_130],
    ]);
    expect(targetOf(rows.get("RXA")!, 2)).toEqual([
      ...["RXA", "provider", "2007-08", "2.1", "spend.net[plan_revenue]", 3_140],
    ]);
    expect(targetOf(rows.get("RXM")!, 2).slice(0, 1)).toEqual(["RXN"]);
  });
});

test("a figure that is missing, or is missing from a sum, is left out of the totals of its lines alone", () => {
  const { rows, total } = tableBelow(layout, BY_LINE, "Providers: 100 IM&T staff");
  const uncompared = [null, null, null, null, "● A figure is missing: in 2007/08"];
  expect(figures(rows.get("5XA")!)).toEqual([null, 60, 60, 1_520, 60, 1_580, ...uncompared]);
  expect(total[1]!.value).toBe("Total of the 2 with both years, of 8");
  // Its net spend holds no staff, who are 1,540 of the 3,140.
  const net = tableBelow(layout, FIRST, "Providers: 220 Net IM&T spend").rows.get("5XA")!;
  expect(figures(net)).toEqual([1_600, 700, 2_300, 4_260, 1_120, 5_380, ...uncompared]);
  const hardware = tableBelow(layout, BY_LINE, "Providers: 120 Hardware and infrastructure");
  expect(values(hardware.rows.get("5XA")!).at(-1)).toBe("▲ Above the plan");
  expect(hardware.total[1]!.value).toBe("Total of the 3 with both years, of 8");
});

test("what takes no figure is empty in both years and in the difference", () => {
  const { rows } = tableBelow(layout, BY_LINE, "Providers: 140 Maintenance and support contracts");
  expect(figures(rows.get("RXA")!)).toEqual([
    360,
    null,
    360,
    330,
    null,
    330,
    -30,
    null,
    -30,
    -30 / 360,
    "✔ Near the plan",
  ]);
});

describe("the totals by line", () => {
  /** The rows of a block of totals below its title, by what they are called. */
  const blockBelow = (title: string) => {
    const rows = rowsOf(layout, FIRST).map(values);
    const from = rows.findIndex(([first]) => first === title) + 3;
    const end = rows.findIndex((row, at) => at > from && row[1] === null);
    return new Map(rows.slice(from, end).map((row) => [row[1], row]));
  };
  /** The same from the facts alone: those of the organisations that are compared in a line, by the keys of the definition. */
  const sumOf = (role: string, line: string, column: string, of: string, codes: readonly string[]) =>
    facts
      .filter((fact) => fact.year === of && fact.role === role && codes.includes(fact.org))
      .filter(({ key }) => key === `spend.${line}[${column}]`)
      .reduce((sum, { value }) => sum + Number(value), 0);

  test.each([
    ["provider", "Providers, by line", ["RXA", "RXM", "5XA"], ["RXA", "RXN", "RXO", "5XA"]],
    ["commissioner", "PCTs, by line", ["5XA"], ["5XA"]],
  ] as const)("are the sums of the facts, for each %s line and column", (role, title, codes, before) => {
    const block = blockBelow(title);
    const template = year.templates.get(role)!;
    const lines = beside.lines.flatMap((line) => {
      const field = template.fields.get(`spend.${line}[plan_revenue]`);
      return field
        ? [[line, field.label.replace(/^\d+ /, "").replace(/, 2008\/09 plan.*$/, "")] as const]
        : [];
    });
    expect([...block.keys()]).toEqual(lines.map(([, label]) => label));
    for (const [line, label] of lines) {
      const isWhole = (code: string) =>
        !(role === "provider" && WITHOUT_STAFF.includes(line) && code === "5XA");
      const [those, then] = [codes.filter(isWhole), before.filter(isWhole)];
      const expected = (column: "revenue" | "capital" | "total") => [
        sumOf(role, line, `plan_${column}`, "2007-08", then),
        sumOf(role, line, `forecast_${column}`, "2008-09", those),
      ];
      const row = block.get(label)!;
      expect([label, row[2]]).toEqual([label, `${those.length} of ${role === "provider" ? 8 : 1}`]);
      (["revenue", "capital", "total"] as const).forEach((column, at) => {
        const [plan, forecast] = expected(column) as [number, number];
        const shown = [row[3 + at] ?? 0, row[6 + at] ?? 0, row[9 + at] ?? 0];
        expect([label, column, ...shown]).toEqual([label, column, plan, forecast, forecast - plan]);
      });
    }
  });

  test("stand below what the roles make together", () => {
    const block = blockBelow("In all");
    const [providers, pcts, together] = [
      "Providers: 220 Net IM&T spend",
      "PCTs: 220 Net IM&T spend",
      "Together",
    ].map((name) => block.get(name)!.slice(3, 9).map(Number));
    expect(together).toEqual(providers!.map((figure, at) => figure + pcts![at]!));
  });
});

test("a difference is marked that is beyond a tenth of the plan, and 50 or more", () => {
  expect(beside.marked).toEqual({ column: "total", percent: 10, least: 50 });
  const cases: readonly (readonly [string, number, number, RawValue, string])[] = [
    ["RXA", 1_000, 1_100, 0.1, "✔ Near the plan"],
    ["RXB", 1_000, 1_101, 0.101, "▲ Above the plan"],
    ["RXC", 1_000, 899, -0.101, "▲ Below the plan"],
    ["RXD", 100, 149, 0.49, "✔ Near the plan"],
    ["RXE", 100, 150, 0.5, "▲ Above the plan"],
    ["RXM", 0, 50, "", "▲ Above the plan"],
    ["RXP", 0, 0, "", "✔ Near the plan"],
  ];
  const drawn = laidOut(
    cases.flatMap(([code, plan, forecast]) => [
      then(code, { changes: { "spend.staff[plan_revenue]": plan, "spend.staff[plan_capital]": 0 } }),
      now(code, {
        changes: { "spend.staff[forecast_revenue]": forecast, "spend.staff[forecast_capital]": 0 },
      }),
    ]),
  );
  const { rows } = tableBelow(drawn.layout, BY_LINE, "Providers: 100 IM&T staff");
  for (const [code, , , share, state] of cases)
    expect([code, ...values(rows.get(code)!).slice(-2)]).toEqual([code, share, state]);
});

describe("the earlier year is in no total, no fact that counts and no finding", () => {
  const alone = laidOut(LATER);

  test("all other sheets are as if it had not been given", () => {
    const others = alone.layout.sheets.filter(
      ({ name }) => ![FIRST, BY_LINE, "Returns", "Facts", "Sources"].includes(name),
    );
    expect(others.map(({ name }) => name)).toContain("Overview");
    for (const { name, cells } of others) expect([name, sheetOf(layout, name).cells]).toEqual([name, cells]);
  });

  test("its facts come after this year's, only those that are shown, and none counts", () => {
    const isEarlier = (fact: Fact) => fact.year === "2007-08";
    expect(facts.filter((fact) => !isEarlier(fact))).toEqual(alone.facts);
    const those = facts.filter(isEarlier);
    expect(facts.slice(-those.length)).toEqual(those);
    expect(those.filter(({ counts }) => counts)).toEqual([]);
    expect([...new Set(those.map(({ org }) => org))]).toEqual([
      "RXA",
      "RXB",
      "RXD",
      "RXN",
      "RXO",
      "RXR",
      "5XA",
    ]);
    expect(those.filter(({ key }) => !/^spend\..*\[plan_(revenue|capital|total)\]$/.test(key))).toEqual([]);
  });
});

test("the sheet Returns says what became of every return of the earlier year", () => {
  const told = listOf(layout, "Returns")
    .filter((row) => wordsOf(row.get("State")).startsWith("Of 2007/08"))
    .map((row) => [row.get("Code"), row.get("State"), row.get("File"), row.get("Remark")]);
  const set = "Of 2007/08: set beside, in no total";
  const from = (name: string, code: string) => `Final. Filed by ${name}, which has become part of ${code}.`;
  expect(told).toEqual([
    ["RXA", set, "RXA provider 2007-08.xlsx", "Final."],
    [
      "RXA",
      "Of 2007/08: not set beside",
      "RXA draft 2007-08.xlsx",
      "Another return stands there instead: RXA provider 2007-08.xlsx. A final return counts before a draft.",
    ],
    ["RXB", set, "RXB provider 2007-08.xlsx", "Final."],
    ["RXD", set, "RXD blank 2007-08.xlsx", "Sent blank: it has no figures."],
    ["RXM", set, "RXN provider 2007-08.xlsx", from("RXN Upper River NHS Trust", "RXM")],
    ["RXM", set, "RXO provider 2007-08.xlsx", from("RXO Lower River NHS Trust", "RXM")],
    ["RXP", set, "RXR provider 2007-08.xlsx", from("RXR First Dale NHS Trust", "RXP")],
    ["5XA", set, "5XA provider 2007-08.xlsx", "Final."],
    ["5XA", set, "5XA commissioner 2007-08.xlsx", "Final."],
    [
      "",
      "Of 2007/08: beside nothing",
      "RXK provider 2007-08.xlsx",
      "RXK is not expected to file this return to this authority now.",
    ],
    [
      "",
      "Of 2007/08: beside nothing",
      "RXZ provider 2007-08.xlsx",
      "The register has no organisation RXZ now, and none that was made of it.",
    ],
  ]);
  expect(wordsOf(rowsOf(layout, FIRST)[2]![0]!.value)).toContain(
    "2 returns for 2007/08 stand beside nothing; the sheet Returns says why.",
  );
});

test("an old code beside the name of now is the organisation itself, and not a body that was merged into it", () => {
  const name = REGISTER.find("RXM")!.name;
  const { collection: one } = laidOut([now("RXM"), then("RXM"), then("RXN", { name, file: "again.xlsx" })]);
  const [body, ...others] = one.earlier!.bodies.get("RXM provider")!;
  expect([body!.code, body!.superseded.length, others]).toEqual(["RXM", 1, []]);
});

test("without a return of the earlier year the sheet says so in a sentence, and how it comes to be", () => {
  const { layout: alone } = laidOut(LATER);
  const words = rowsOf(alone, FIRST).flatMap((row) => values(row).filter((value) => value !== null));
  expect(words.at(-1)).toBe(
    `${beside.intro!} None of the files was a return for 2007/08: give those as well, and they stand here beside the returns of now.`,
  );
  expect(alone.sheets.map(({ name }) => name)).not.toContain(BY_LINE);
});

test("a year that sets none beside it refuses the returns of another in words, as before", () => {
  const without = { ...year, summary: { ...summary, beside: null } };
  const { unread, rows, earlier } = collected([then("RXK"), then("RXA"), now("RXA")], without);
  expect(earlier).toBeNull();
  const refused = [...unread, ...rows.flatMap((row) => row.refused)];
  expect(refused.map(({ reading }) => reading.kind === "refused" && reading.message)).toEqual([
    "This is the provider return for 2007/08, which is not part of this summary.",
    "This is the provider return for 2007/08, which is not part of this summary.",
  ]);
  expect(collection.rows.flatMap((row) => row.refused)).toEqual([]);
});
