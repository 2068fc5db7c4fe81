import { planningYear } from "../support/shipped";

const year = planningYear("2007-08");
const { assurance, sheets } = year.summary!;
const lines = assurance!.sections.flatMap((section) => section.lines);

describe("the assurance of 2007/08", () => {
  test("has a line for everything that is asked of the authority, each asked once", () => {
    const asked = [...year.obligations.values()]
      .filter(({ who }) => who.includes("sha"))
      .map(({ id }) => id)
      .sort();
    expect(lines.flatMap(({ serves }) => serves).sort()).toEqual(asked);
    expect(asked).toHaveLength(25);
  });

  test("shows something of the returns in every line, and answers at a glance what the guidance asks in 2.3 and 3.3", () => {
    for (const { id, shows } of lines) expect([id, shows.length > 0]).toEqual([id, true]);
    const titles = assurance!.sections.filter(({ says }) => says.length > 0).map(({ title }) => title);
    expect(titles.filter((title) => /guidance (2\.3|3\.3)/.test(title))).toHaveLength(3);
  });

  test("has the day by which a thing is due, where the guidance sets one", () => {
    const due = new Map(lines.map(({ serves, by }) => [serves[0], by]));
    // 31 March, 30 June and 1 April 2007.
    expect(due.get("0708-A3")).toBe(39_172);
    expect(due.get("0708-A4")).toBe(39_263);
    expect(due.get("0708-H9")).toBe(39_263);
    expect(due.get("0708-K4.5")).toBe(39_173);
    expect(due.get("0708-S1")).toBeNull();
  });

  test("keeps the authority's own spend in revenue, capital and staff, forecast and plan", () => {
    const own = assurance!.ownSpend!;
    expect(own.columns.map(({ id }) => id)).toEqual(["forecast", "plan"]);
    expect(own.lines.map(({ id, sums }) => [id, sums])).toEqual([
      ["revenue", null],
      ["capital", null],
      ["total", ["revenue", "capital"]],
      ["wte", null],
    ]);
  });
});

test("nothing that is worked out adds up rates, levels or other bodies' figures", () => {
  const adding = sheets
    .flatMap((sheet) => (sheet.kind === "tables" ? sheet.tables : []))
    .flatMap((table) => table.columns.filter(({ source, adds }) => source.kind === "works_out" && adds));
  expect(adding.length).toBeGreaterThan(60);
  expect(new Set(adding.map(({ type }) => type.kind))).toEqual(new Set(["money", "count"]));
});
