import type { RawValue } from "../../../src/cells";
import { layoutNational, nationalOf, readSummary } from "../../../src/summary";
import type { SummaryChart, SummaryExpression } from "../../../src/template";
import { layoutCells, sheetOf, valueIn, wordsOf } from "../../support/layout-cells";
import { listOf, rowsOf, tableBelow, values } from "../sheets";
import { REGISTER, sent, summary, year } from "../wards";
import { NORTH, SOUTH, readIn, summaryCells, together } from "./regions";

const north = readIn(NORTH, "north.xlsx");
const south = readIn(SOUTH, "south.xlsx");
const both = layoutNational(together([south, north]), summary, 1_000);
const oneOfTwo = layoutNational(together([north]), summary, 1_000);

const MONEY = ["Wards", "Money of wards"] as const;
const ROOMS = ["Wards", "Rooms"] as const;

/** The figures of a table by code, and in its total, under its heads. */
function figures(
  { layout }: typeof both,
  sheet: string,
  title: string,
): Readonly<Record<string, Readonly<Record<string, RawValue>>>> {
  const { heads, rows, total } = tableBelow(layout, sheet, title);
  const under = (row: readonly RawValue[]) =>
    Object.fromEntries(heads.map((head, at) => [wordsOf(head), row[at + 3] ?? null]));
  const all = [...rows].map(([code, row]) => [code, under(values(row))] as const);
  const figuresOf: Readonly<Record<string, Readonly<Record<string, RawValue>>>> = {
    ...Object.fromEntries(all),
    total: under(values(total)),
  };
  return figuresOf;
}

describe("summaries rolled up", () => {
  test("have a row for each authority, and totals of sums and of what is worked out from them", () => {
    expect(figures(both, ...MONEY)).toEqual({
      Y01: { "Last year": 360, "Next year": 440, Change: 80, Result: "More" },
      Y02: { "Last year": 180, "Next year": 170, Change: -10, Result: "Less" },
      total: { "Last year": 540, "Next year": 610, Change: 70, Result: "More" },
    });
  });

  test("work out of the facts of each return what adds up: rows of lists by what they say, and days", () => {
    expect(figures(both, ...ROOMS)).toEqual({
      Y01: { Open: 3, Planned: 1, "Beds open": 25, "Agreed late": 1 },
      Y02: { Open: 1, Planned: 0, "Beds open": 7, "Agreed late": 0 },
      total: { Open: 4, Planned: 1, "Beds open": 32, "Agreed late": 1 },
    });
  });

  test("count rows below those that a blank return has", () => {
    const [room] = south.facts.filter(({ key }) => key === "beds.r01[name]");
    const longer = [
      ["name", "Attic", false],
      ["state", "Open", false],
      ["number", 9, false],
    ].map(([column, value]) => ({
      ...room!,
      key: `beds.r06[${String(column)}]`,
      value: value as string | number,
    }));
    const more = { ...south, facts: [...south.facts, ...longer] };
    expect(figures(layoutNational(together([north, more]), summary, 1_000), ...ROOMS)["Y02"]).toEqual({
      Open: 2,
      Planned: 0,
      "Beds open": 16,
      "Agreed late": 0,
    });
  });

  test("add up by formulas, whose cached results are those", () => {
    const { total, rows } = tableBelow(both.layout, ...MONEY);
    expect(total.slice(3).map((cell) => cell?.formula)).toEqual([
      "SUM(D8:D9)",
      "SUM(E8:E9)",
      "E10-D10",
      'IF(F10<0,"Less","More")',
    ]);
    expect(rows.get("Y01")![3]).toMatchObject({ value: 360, formula: null });
  });

  test("say beside each authority which file its figures came from, and lead to its digest", () => {
    const rows = tableBelow(both.layout, ...MONEY).rows;
    expect([...rows.values()].map((row) => [row[1]!.value, row[2]!.value, row[2]!.formula])).toEqual([
      ["Northern Region", "north.xlsx", 'HYPERLINK("#Sources!A7","north.xlsx")'],
      ["Southern Region", "south.xlsx", 'HYPERLINK("#Sources!A8","south.xlsx")'],
    ]);
    const sources = listOf(both.layout, "Sources");
    expect(
      sources.map((row) => [row.get("Code"), row.get("Summary"), row.get("Digest of the file (SHA-256)")]),
    ).toEqual([
      ["Y01", "north.xlsx", "digest of north.xlsx"],
      ["Y02", "south.xlsx", "digest of south.xlsx"],
    ]);
    expect(valueIn(both.layout, "Sources", "A7")).toBe("Y01");
  });

  test("lead from each authority's code to the first of its facts, or to its source where there is no sheet of facts", () => {
    const facts = listOf(both.layout, "Facts");
    const [far] = [...tableBelow(both.layout, ...MONEY).rows.values()].slice(1);
    const [, row] = /^HYPERLINK\("#Facts!A(\d+)","Y02"\)$/.exec(far![0]!.formula!)!;
    // Heads stand in row 5.
    const fact = facts[Number(row) - 6]!;
    expect(["sha", "org", "key"].map((column) => fact.get(column))).toEqual([
      "Y02",
      "V01",
      "money.all[last]",
    ]);
    const few = layoutNational(together([south, north]), summary, 1).layout;
    expect(tableBelow(few, ...MONEY).rows.get("Y02")![0]!.formula).toBe('HYPERLINK("#Sources!A8","Y02")');
  });

  test("show the year's own figures over all of them", () => {
    const words = rowsOf(both.layout, "Overview").flatMap((row) => values(row));
    // Wards 610, the one office 200.
    expect(words).toContain(810);
    expect(words).toContain(
      "These figures cover 2 of the 2 strategic health authorities, with 3 ward returns and 1 office return. They are worked out from the facts of the summaries, so they hold what was open in the returns as it was sent. What is missing is shown as missing and never counted as nothing.",
    );
  });

  test("hold every fact of every summary, with the authority and the file", () => {
    expect(both.factsInside).toBe(true);
    const rows = listOf(both.layout, "Facts").map((row) => Object.fromEntries(row));
    const plain = (sha: string, { facts, file }: typeof north) =>
      facts.map((fact) => ({ sha, ...fact, counts: fact.counts ? "yes" : "no", summary: file }));
    expect(rows).toEqual([...plain("Y01", north), ...plain("Y02", south)]);
    const few = layoutNational(together([south, north]), summary, both.facts.length - 1);
    expect([few.factsInside, few.facts, few.layout.sheets.some(({ name }) => name === "Facts")]).toEqual([
      false,
      both.facts,
      false,
    ]);
  });

  test("say what is left out, and why", () => {
    const rows = listOf(both.layout, "Left out").map((row) => [...row.values()]);
    expect(rows.slice(0, 2)).toEqual([
      ["Wards", "Rooms", "Cost of a bed", "It is worked out for each organisation and does not add up."],
      ["Wards", "Rooms", "Level", "Words, days, shares and rates of organisations do not add up."],
    ]);
    expect(rows.map(([sheet]) => sheet).slice(2)).toEqual([
      "Assurance",
      "Returns",
      "Explanations",
      "Findings",
    ]);
  });
});

describe("charts of a summary over authorities", () => {
  const over = (name: string, table: string, column: string): SummaryExpression => ({
    kind: "call",
    name,
    args: [{ kind: "reference", to: { kind: "column", table, column } }],
  });
  const chart = (id: string, title: SummaryExpression, figure: SummaryExpression): SummaryChart => ({
    ...{ id, on: "Overview", below: null, kind: "columns", type: { kind: "count", decimals: 0 } },
    title: [{ kind: "value", expression: title, format: "0" }],
    says: [{ kind: "text", text: "In words." }],
    draws: { kind: "points", points: ["All"], series: [{ label: id, look: "accent", figures: [figure] }] },
  });
  const raised: SummaryExpression = {
    kind: "reference",
    to: { kind: "findings", which: "raised", code: "WD01", role: null },
  };
  const charts = [
    chart("Change", over("SUM", "ward_money", "change"), over("COUNT", "rooms", "a_bed")),
    chart("Falls", raised, raised),
    chart("Highest", over("MAX", "ward_money", "next"), over("COUNT", "ward_money", "next")),
  ];
  const { layout } = layoutNational(together([north, south]), { ...summary, charts }, 1_000);

  test("count over the organisations of each, in a table below the one that they are over", () => {
    // Ward by ward: 60, 20 and -10; three figures of next year, and below three costs of a bed.
    const change = figures({ ...both, layout }, "Wards", `${MONEY[1]}: its organisations, one by one`);
    expect(Object.entries(change).map(([code, row]) => [code, ...Object.values(row)])).toEqual([
      ["Y01", 80, 2],
      ["Y02", -10, 1],
      ["total", 70, 3],
    ]);
    const overview = sheetOf(layout, "Overview");
    expect(overview.charts).toHaveLength(2);
    expect([...overview.cells.values()].map(({ value }) => value)).toEqual(
      expect.arrayContaining(["70", "240"]),
    );
    expect(valueIn(layout, "Chart figures", "B8")).toBe(3);
  });

  test("find the greatest of any organisation, which is none of the authorities' sums", () => {
    const highest = figures({ ...both, layout }, "Wards", `${MONEY[1]}: the highest of any organisation`);
    // 150 and 90 of one ward, 110 and 90 of the other; 110 and 60 in the south.
    expect(Object.entries(highest).map(([code, row]) => [code, ...Object.values(row)])).toEqual([
      ["Y01", 240],
      ["Y02", 170],
      ["total", 240],
    ]);
  });

  test("are left out where they count findings", () => {
    const rows = listOf(layout, "Left out").map((row) => [row.get("Table"), row.get("Why")]);
    expect(rows.filter(([table]) => wordsOf(table ?? null).startsWith("Chart"))).toEqual([
      ["Chart: Falls", "It counts findings, which stand in no facts: see each authority's summary."],
    ]);
  });
});

describe("an authority without a summary", () => {
  test("is shown as missing where a register has it, and is in no total", () => {
    const { rows, total } = tableBelow(oneOfTwo.layout, ...MONEY);
    expect(
      rows
        .get("Y02")!
        .slice(1)
        .map((cell) => [cell?.value, cell?.role]),
    ).toEqual([
      ["Southern Region", "label"],
      ["No summary", "missing"],
      [null, "missing"],
      [null, "missing"],
      [null, "missing"],
      [null, "missing"],
    ]);
    expect([total[1]!.value, total[4]!.value]).toEqual([
      "Total of 1 summary, of 2 authorities: 2 returns received",
      440,
    ]);
    const [, far] = listOf(oneOfTwo.layout, "Sources");
    expect([far!.get("State"), far!.get("Expected")]).toEqual(["No summary", 0]);
  });

  test("is not known of without a register", () => {
    const { layout } = layoutNational(together([north], null), summary, 1_000);
    const { rows, total } = tableBelow(layout, ...MONEY);
    expect([[...rows.keys()], total[1]!.value]).toEqual([["Y01"], "Total of 1 summary: 2 returns received"]);
    // The band of the summary's own sheets has the name.
    expect(rows.get("Y01")![1]!.value).toBe("Northern Region");
  });

  test("and one that sent no return of a role has no figures there, not noughts", () => {
    expect(values(tableBelow(both.layout, "Offices", "Money of offices").rows.get("Y02")!).slice(2)).toEqual([
      "south.xlsx: no return",
      null,
      null,
    ]);
  });
});

describe("what would be counted twice or mixed", () => {
  const refusal = (summaries: Parameters<typeof nationalOf>[0]) => {
    const result = nationalOf(summaries, year, REGISTER);
    return result.kind === "refused" ? result.messages : [];
  };

  test("the same authority twice is refused", () => {
    expect(refusal([north, { ...north, file: "again.xlsx" }])).toEqual([
      "north.xlsx and again.xlsx are the same summary, of Y01. Name one of them.",
    ]);
    expect(refusal([north, { ...north, file: "later.xlsx", sha256: "another" }])).toEqual([
      "north.xlsx and later.xlsx are both the summary of Y01. Name the one that counts.",
    ]);
  });

  test("a body in the summaries of two authorities is refused", () => {
    const stolen = north.facts.filter(({ org }) => org === "W02");
    expect(refusal([north, { ...south, facts: [...south.facts, ...stolen] }])).toEqual([
      "W02 (ward) is in the summary of Y01 (north.xlsx) and of Y02 (south.xlsx) and would be counted twice. Have one of them made anew without it.",
    ]);
  });

  test("a body that the register has elsewhere is named", () => {
    const moved = north.facts.filter(({ org }) => org === "W02");
    const rest = north.facts.filter(({ org }) => org !== "W02");
    const layout = layoutNational(
      together([
        { ...north, facts: rest },
        { ...south, facts: [...south.facts, ...moved] },
      ]),
      summary,
      1_000,
    ).layout;
    expect(listOf(layout, "Sources").map((row) => row.get("Remark"))).toEqual([
      "",
      "Not of this authority in the register, and in its totals all the same: W02.",
    ]);
  });

  const read = (cells: typeof NORTH, of = year) => {
    const result = readSummary(cells, { file: "f.xlsx", sha256: "d" }, of);
    return result.kind === "refused" ? result.message : "read";
  };

  test("a summary of another year is refused", () => {
    expect(read(NORTH, { ...year, id: "2003-04" })).toBe(
      "it is the summary of Y01 for 2001-02, and years are not mixed in a total. Leave it out here, or roll up that year with --year 2001-02.",
    );
  });

  test("a workbook that is no summary, or several, is refused", () => {
    const facts = NORTH.sheets.filter(({ name }) => name === "Facts");
    expect(read({ ...NORTH, sheets: facts })).toMatch(/^it is no summary made by this program\./);
    expect(read({ ...NORTH, sheets: [...NORTH.sheets, ...SOUTH.sheets] })).toBe(
      "it holds sheets of several summaries (Y01 for 2001-02 and Y02 for 2001-02). Take out those that were copied into it.",
    );
  });

  test("the workbook that rolls them up is no summary itself", () => {
    expect(read(layoutCells(both.layout))).toMatch(/^it is no summary made by this program\./);
  });
});

test("a blank return is in no figure and in no count of returns", () => {
  const blank = Object.fromEntries(
    ["last", "next"].flatMap((column) => [
      [`money.staff[${column}]`, null],
      [`money.drugs[${column}]`, null],
    ]),
  );
  const rooms = Object.fromEntries(
    ["name", "state", "number", "cost"].map((column) => [`beds.r01[${column}]`, null]),
  );
  const files = [sent("W01"), sent("W02", "ward", { ...blank, ...rooms, "cover.status": null })];
  const { layout } = layoutNational(together([readIn(summaryCells(files, "Y01"), "a.xlsx")]), summary, 1_000);
  const { total } = tableBelow(layout, ...MONEY);
  expect([total[1]!.value, total[3]!.value]).toEqual([
    "Total of 1 summary, of 2 authorities: 1 return received",
    180,
  ]);
});
