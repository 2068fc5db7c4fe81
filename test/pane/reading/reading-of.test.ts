import type { RawValue } from "../../../src/cells";
import { readingOf, type Reading } from "../../../src/pane/reading";
import { findingsOf, findReturn } from "../../../src/return";
import { planningYear } from "../../support/shipped";
import { BEGUN, BLANK, HONEST, placeOf, providerSheets } from "../provider-scenes";

const year = planningYear("2007-08");

function read(entries: ReadonlyMap<string, RawValue>): Reading {
  const sheets = providerSheets(entries);
  const result = findReturn({ sheets, date1904: false, modified: null }, new Map([[year.id, year]]));
  if (result.kind !== "return") throw new Error(result.message);
  const findings = findingsOf(result.found, { register: null, fileName: null, day: null });
  return readingOf(
    result.found,
    findings,
    year,
    sheets.map(({ name }) => name),
  );
}

const sheet = ({ sheets }: Reading, name: string) => sheets.find((one) => one.name === name)!;
const without = (...keys: readonly string[]) => new Map([...HONEST].filter(([key]) => !keys.includes(key)));
const changed = (key: string, value: RawValue) => new Map([...HONEST, [key, value]]);

describe("how far a sheet is", () => {
  const honest = read(HONEST);

  test("all that is due is given in a return with nothing wrong", () => {
    expect(honest.counts).toEqual({ fix: 0, explain: 0, note: 0, explained: 0 });
    for (const { measure } of honest.sheets)
      if (measure.kind === "answers") expect(measure.given).toBe(measure.due);
  });

  test("the tariff sheet asks for income and payment by results of two years, whatever else may be given", () => {
    expect(sheet(honest, "Tariff").measure).toEqual({ kind: "answers", given: 4, due: 4 });
    const one = read(without("tariff.income[y2006]"));
    expect(sheet(one, "Tariff")).toMatchObject({
      measure: { kind: "answers", given: 3, due: 4 },
      go: placeOf("tariff.income[y2006]"),
      counts: { fix: 1 },
    });
  });

  test("what can't be taken as it stands is not given yet, though it can be read", () => {
    const untidy = read(changed("tariff.income[y2007]", "171,900"));
    expect(sheet(untidy, "Tariff").measure).toEqual({ kind: "answers", given: 3, due: 4 });
  });

  test("a row of a list that nobody began owes nothing; one that was begun owes all its answers", () => {
    const blank = read(BLANK);
    expect(sheet(blank, "Risks").measure).toEqual({ kind: "empty_list" });
    const [risk] = [...HONEST.keys()].filter((key) => key.startsWith("risks.r01["));
    const { measure } = sheet(read(new Map([...BLANK, [risk!, HONEST.get(risk!)!]])), "Risks");
    expect(measure).toMatchObject({ kind: "answers", given: 1 });
    expect(measure.kind === "answers" && measure.due).toBeGreaterThan(1);
  });

  test("months that only some bodies fill in are due where a rule asks this one for them, and given when they are there", () => {
    const months = [...HONEST.keys()].filter((key) => placeOf(key).sheet === "Months");
    expect(months).toHaveLength(12);
    // An acute trust plans all twelve.
    expect(sheet(honest, "Months").measure).toEqual({ kind: "answers", given: 12, due: 12 });
    const [first, , third] = months;
    const gaps = read(without(first!, third!));
    expect(sheet(gaps, "Months")).toMatchObject({
      measure: { kind: "answers", given: 10, due: 12 },
      go: placeOf(first!),
      counts: { fix: 1 },
    });
    const none = new Map([...without(...months), ["cover.org_type", "Ambulance trust"]]);
    expect(sheet(read(none), "Months")).toMatchObject({ measure: { kind: "none_due" }, counts: { fix: 0 } });
  });

  test("a sheet on which something is to be put right never says that nothing is due", () => {
    for (const reading of [read(BLANK), read(BEGUN)])
      for (const { name, measure, counts } of reading.sheets)
        if (counts.fix > 0)
          expect([name, measure]).toEqual([name, expect.objectContaining({ kind: "answers" })]);
  });

  test("the list of checks asks for nothing, and can be gone to", () => {
    expect(sheet(honest, "Checks")).toMatchObject({
      measure: { kind: "no_entries" },
      go: { sheet: "Checks", cell: "B1" },
    });
  });
});

describe("what is compared", () => {
  test("the rise of the plan stands against the uplift of the tariff", () => {
    // 3,880 less 3,570 is 310; 0.1% of 171,900 is 172.
    expect(read(HONEST).comparisons).toEqual([
      expect.objectContaining({
        expected: 172,
        planned: 310,
        holds: true,
        go: placeOf("test.plan_all[difference]"),
      }),
    ]);
    expect(read(BEGUN).comparisons).toEqual([
      expect.objectContaining({ expected: 172, planned: 50, holds: false }),
    ]);
  });

  test("nothing is shown while the figures are not there", () => {
    expect(read(BLANK).comparisons).toEqual([]);
    expect(read(without("tariff.income[y2007]")).comparisons).toEqual([]);
  });
});

describe("the list of findings", () => {
  const honest = read(HONEST);
  const begun = read(BEGUN);

  test("goes by the sheets of the workbook, the gravest first on each", () => {
    const sheets = [...new Set(begun.groups.map((group) => group.sheet))];
    const order = begun.sheets.map(({ name }) => name);
    expect(sheets).toEqual(order.filter((name) => sheets.includes(name)));
    const ranks = { fix: 0, explain: 1, note: 2 };
    for (const name of sheets) {
      const levels = begun.groups.filter((group) => group.sheet === name).map(({ level }) => ranks[level]);
      expect(levels).toEqual([...levels].sort());
    }
  });

  test("certain corrections are offered for what was typed as text, and for nothing else", () => {
    const offered = begun.groups.flatMap(({ places }) => places.flatMap(({ mends }) => mends));
    expect(offered).toEqual(
      [
        ["context.turnover[forecast]", 178_400, "178,400"] as const,
        ["context.turnover[plan]", 185_200, "185,200"] as const,
        ["context.programme[plan]", 8_200, "8,200"] as const,
      ].map(([key, value, words]) => ({ entry: { ...placeOf(key), value }, words })),
    );
  });

  test("a total that was typed over is put right by its formula, as long as everything that it adds up is there", () => {
    const total = "spend.gross[plan_revenue]";
    const { sheet: name, cell } = placeOf(total);
    const [first, last] = [
      placeOf("spend.staff[plan_revenue]").cell,
      placeOf("spend.other[plan_revenue]").cell,
    ];
    const mends = (reading: Reading) =>
      reading.groups
        .filter((group) => group.sheet === name)
        .flatMap(({ places }) => places.flatMap((place) => (place.cell === cell ? place.mends : [])));
    expect(mends(read(changed(total, 1)))).toEqual([
      {
        entry: { sheet: name, cell, formula: `SUM(${first}:${last})` },
        words: `=SUM(${first}:${last})`,
      },
    ]);
    expect(mends(honest)).toEqual([]);
  });

  test("an answer in other letters is put right by the choice as the list has it", () => {
    const [group] = read(changed("filing.status", "draft ")).groups;
    expect(group?.places[0]?.mends).toEqual([
      { entry: { ...placeOf("filing.status"), value: "Draft" }, words: "Draft" },
    ]);
  });

  test("a finding that asks for a reason has the place for it, and the reason that is given", () => {
    const group = (reading: Reading) =>
      reading.groups.find((one) => one.sheet === "Tariff" && one.level === "explain")!;
    const { explanation } = group(begun);
    expect(explanation).toMatchObject({ place: { sheet: "Explanations" }, text: null, most: 300 });
    const key = [...year.templates.get("provider")!.fields.keys()].find(
      (one) => one.startsWith("explanations.") && placeOf(one).cell === explanation?.place.cell,
    )!;
    const explained = read(new Map([...BEGUN, [key, "It is spent on the shared service."]]));
    expect(group(explained).explanation?.text).toBe("It is spent on the shared service.");
    expect(explained.counts.explained).toBe(1);
  });

  test("cells side by side are named together", () => {
    const months = begun.groups.find((group) => group.sheet === "Months");
    expect(months?.places[0]?.where).toMatch(/^D\d+:O\d+$/);
  });
});

test("what is due goes by the days of the guidance, for this role alone", () => {
  const { deadlines } = read(BLANK);
  expect(deadlines.map(({ day }) => day)).toEqual(["31 March 2007", "31 March 2011"]);
  const [first, last] = deadlines;
  expect(first?.things.find(({ what }) => what.includes("lists the systems in use"))?.sheets).toContain(
    "Systems",
  );
  expect(last?.things.map(({ sheets }) => sheets)).toEqual([["Maturity"]]);
});

test("a reading of a whole plan takes next to no time", () => {
  const sheets = providerSheets(HONEST);
  const result = findReturn({ sheets, date1904: false, modified: null }, new Map([[year.id, year]]));
  if (result.kind !== "return") throw new Error(result.message);
  const names = sheets.map(({ name }) => name);
  const took = Array.from({ length: 10 }, () => {
    const begin = performance.now();
    readingOf(result.found, [], year, names);
    return performance.now() - begin;
  });
  // What else the machine does meanwhile is not counted.
  expect(Math.min(...took)).toBeLessThan(100);
});
