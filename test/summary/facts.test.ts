import { FACT_COLUMNS, collect, factsOf, layoutSummary } from "../../src/summary";
import { ACUTE, providerEntries } from "../support/provider-return";
import { REGISTER, sent, sentBlank, summary, template, year } from "./returns";
import { listOf } from "./sheets";

const changes = {
  "filing.fd_date": 39_172,
  "spend.staff[memo_revenue]": 12,
  "spend.agency[plan_revenue]": "see note",
  "spend.gross[plan_revenue]": 9_999,
  "spend.staff[note]": "A note.",
};
const collection = collect(
  [
    sent("X01", "x/X01.xlsx", changes, { sha256: "abc" }),
    sent("X01", "old.xlsx", { "filing.submission": null }),
    sentBlank("X02", "X02.xlsx"),
    sent("Z01", "Z01.xlsx"),
  ],
  REGISTER,
  "Q30",
  year,
);
const facts = factsOf(collection);
const ofX01 = new Map(facts.filter(({ org }) => org === "X01").map((fact) => [fact.key, fact]));
const counts = (key: string) => ofX01.get(key)!.counts;

describe("facts", () => {
  test("are one row for every value that is not closed, of each return that counts, but for empty rows of lists", () => {
    // "deployments.r01" of "deployments.r01[name]".
    const filled = new Set([...providerEntries(ACUTE).keys()].map((key) => key.replace(/\[.*/, "")));
    const keysOf = (rows: ReadonlySet<string>) =>
      [...template.fields.values()]
        .filter(({ source, row, block, line }) => {
          return source.kind !== "closed" && (row === null || rows.has(`${block}.${line}`));
        })
        .map(({ key }) => key);
    const wanted = [
      ...keysOf(filled).map((key) => `X01 ${key}`),
      ...keysOf(new Set()).map((key) => `X02 ${key}`),
    ];
    expect(facts.map(({ org, key }) => `${org} ${key}`)).toEqual(wanted);
  });

  test("say where each value stands: file, sheet, cell and digest", () => {
    expect(ofX01.get("spend.staff[plan_revenue]")).toEqual({
      org: "X01",
      role: "provider",
      year: "2007-08",
      version: "2.1",
      key: "spend.staff[plan_revenue]",
      value: Math.floor(3_180 * 0.55),
      counts: true,
      file: "x/X01.xlsx",
      sheet: "IM&T spend",
      cell: "G10",
      sha256: "abc",
    });
  });

  test("entered amounts, staff and totals may be added up", () => {
    for (const key of [
      "spend.staff[plan_revenue]",
      "spend.net[plan_total]",
      "context.wte[plan]",
      "tariff.uplift[y2007]",
    ])
      expect([key, counts(key)]).toEqual([key, true]);
  });

  test("memos, rates, shares, constants, texts, dates and the submission number may not", () => {
    for (const key of [
      "spend.staff[memo_revenue]",
      "tariff.rate[y2007]",
      "tariff.uplift_share[y2007]",
      "cover.org_name",
      "filing.fd_date",
      "filing.submission",
      "filing.year",
    ])
      expect([key, counts(key), ofX01.get(key)!.value === null]).toEqual([key, false, false]);
  });

  test("nothing that is blank or no number may", () => {
    expect([ofX01.get("spend.staff[memo_capital]")!.value, counts("spend.staff[memo_capital]")]).toEqual([
      null,
      false,
    ]);
    expect(counts("spend.agency[plan_revenue]")).toBe(false);
    expect(ofX01.get("outturn.net[total]")).toMatchObject({ value: null, counts: false });
  });

  test("dates are ISO text, and a total that was typed over is what its entries make", () => {
    expect(ofX01.get("filing.fd_date")!.value).toBe("2007-03-31");
    // The agency's figure is text and counts nowhere.
    expect(ofX01.get("spend.gross[plan_revenue]")!.value).toBe(3_180 - Math.floor(3_180 * 0.05));
  });

  test("of a blank return have no figure that counts", () => {
    expect(facts.filter(({ org, counts: may }) => org === "X02" && may)).toEqual([]);
  });

  test("what may be added adds up to the summary's totals, for each key over the organisations", () => {
    const sum = facts
      .filter(({ key, counts: may }) => key === "spend.net[plan_total]" && may)
      .reduce((so, { value }) => so + Number(value), 0);
    expect(sum).toBe(3_880 - Math.floor(3_180 * 0.05));
  });

  test("the sheet of facts has the same rows", () => {
    const parts = layoutSummary(collection, summary);
    expect(parts.facts).toEqual(facts);
    const rows = listOf(parts.layout, "Facts");
    expect(rows.map((row) => Object.fromEntries(row))).toEqual(
      facts.map((fact) => ({ ...fact, counts: fact.counts ? "yes" : "no" })),
    );
    expect([...rows[0]!.keys()]).toEqual([...FACT_COLUMNS]);
  });
});
