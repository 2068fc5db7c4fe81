import { serialOfDay } from "../../src/cells";
import { entered, kitchens, refusedFor } from "./kitchens-demo";

const demo = kitchens();

describe("rows of lists", () => {
  test("stand for the kinds of organisation that they are meant for, one below the other", () => {
    expect(entered(demo, "K01", "dishes")).toMatchObject({
      "dishes.r01[dish]": "Soup",
      "dishes.r02[dish]": "Roast",
      "dishes.r03[dish]": "Pudding",
    });
    expect(entered(demo, "K02", "dishes")).toMatchObject({
      "dishes.r01[dish]": "Soup",
      "dishes.r02[dish]": "Pudding",
    });
    expect(entered(demo, "K02", "dishes.r03")).toEqual({});
    expect(entered(demo, "K01", "cooks.r02")).toEqual({});
    expect(entered(demo, "K03", "cooks.r02")).toEqual({ "cooks.r02[cook]": "Baker", "cooks.r02[hours]": 8 });
  });

  test("hold what is said of each, unless the row says otherwise or says that nothing stands there", () => {
    const { "dishes.r03[supplier]": own, "dishes.r03[from]": from } = entered(demo, "K01", "dishes.r03");
    expect([own, from]).toEqual(["Own kitchen", serialOfDay("1999-04-05")]);
    expect(entered(demo, "K01", "dishes.r03")).not.toHaveProperty("dishes.r03[until]");
    expect(entered(demo, "K01", "dishes.r02")).toMatchObject({
      "dishes.r02[until]": serialOfDay("1999-04-12"),
    });
  });

  test("are read by name and by their own columns, whatever their number is", () => {
    const large = entered(demo, "K01", "dishes");
    expect(large["dishes.r02[plates]"]).toBe(Number(large["dishes.r01[plates]"]) + 1);
    expect(large["dishes.r02[cost]"]).toBe(5 * Number(large["dishes.r02[plates]"]));
    expect(large["dishes.r03[cost]"]).toBe(180);
    // What is said outright can be read from above too.
    const above = kitchens('"=ROUND(plates/2,0)"', '"=dishes.pudding[plates]+4"');
    expect(entered(above, "K01", "dishes.r01[plates]")).toEqual({ "dishes.r01[plates]": 94 });
    for (const org of ["K01", "K02"])
      expect(entered(demo, org, "cooks.r01[cooks]")).toEqual({ "cooks.r01[cooks]": "Pudding" });
  });

  test("are looked up by what stands in them, and added up", () => {
    const hours = (formula: string) =>
      entered(kitchens("hours: { big: 12, others: 6.5 }", `hours: '${formula}'`), "K01", "cooks.r01[hours]")[
        "cooks.r01[hours]"
      ];
    expect(hours("=SUMSAME(dishes[cost],dishes[dish],[@cooks])/100")).toBe(1.8);
    const dishes = entered(demo, "K01", "dishes");
    expect(hours("=SUM(dishes[cost])")).toBe(
      ["r01", "r02", "r03"].reduce((sum, row) => sum + Number(dishes[`dishes.${row}[cost]`]), 0),
    );
  });

  test("draw for themselves, each row of each organisation", () => {
    const days = (org: string) =>
      Number(entered(demo, org, "dishes.r01[until]")["dishes.r01[until]"]) - serialOfDay("1999-04-05")!;
    for (const org of ["K01", "K02", "K03"]) {
      expect(days(org)).toBeGreaterThanOrEqual(10);
      expect(days(org)).toBeLessThanOrEqual(40);
    }
    expect(new Set(["K01", "K02", "K03"].map(days)).size).toBe(3);
    const more = kitchens("with: { price: 2 }", "with: { salt: [1, 2], price: 2 }");
    expect(entered(more, "K01", "dishes")).toEqual(entered(demo, "K01", "dishes"));
  });
});

describe("what differs by kind", () => {
  test("is the narrower kind's before the wider's, and the others' last", () => {
    const round = (org: string) => entered(demo, org, "front.round")["front.round"];
    expect(["K01", "K02", "K03"].map(round)).toEqual([2, 1, 3]);
    expect(entered(demo, "K01", "cooks.r01[hours]")).toEqual({ "cooks.r01[hours]": 12 });
    expect(entered(demo, "K02", "cooks.r01[hours]")).toEqual({ "cooks.r01[hours]": 6.5 });
  });

  test("is nothing where nothing is said of a kind", () => {
    expect(entered(demo, "K01", "front.inspected")).toEqual({});
    expect(entered(demo, "K02", "front.inspected")).toEqual({
      "front.inspected": serialOfDay("1999-05-01"),
    });
  });

  test("is what names stand for too", () => {
    const more = kitchens("spare: { big: 12, others: 3 }", "spare: { big: 112, others: 3 }");
    const meals = (of: typeof demo, org: string) =>
      Number(entered(of, org, "meals.patients[served]")["meals.patients[served]"]);
    expect(meals(more, "K01") - meals(demo, "K01")).toBe(100);
    expect(meals(more, "K02")).toBe(meals(demo, "K02"));
  });
});

describe("tables that are given line by line", () => {
  const days = (org: string) =>
    ["patients", "visitors", "wards"].map(
      (line) => entered(demo, org, `meals.${line}[day]`)[`meals.${line}[day]`],
    );

  test("hold what stands in a line under the columns in their order, and may read rows of lists", () => {
    expect(entered(demo, "K01", "meals.visitors[remark]")).toEqual({
      "meals.visitors[remark]": "Pudding on 90 plates",
    });
    expect(days("K01")).toEqual([serialOfDay("1999-05-03"), undefined, serialOfDay("1999-05-03")]);
  });

  test("are given by kind, and may end before the last column", () => {
    expect(entered(demo, "K02", "meals.visitors[remark]")).toEqual({});
    expect(days("K02")[1]).toBe(serialOfDay("1999-05-02"));
  });
});

describe("keys that are written as one", () => {
  test("stand in what is given by their words and their numbers", () => {
    expect(entered(demo, "K01", "meals.wards[")).toMatchObject({
      "meals.wards[served]": 5,
      "meals.wards[food]": 10,
      "meals.wards[staff]": 15,
    });
    expect(entered(demo, "K01", "meals.patients[remark]")).toEqual({
      "meals.patients[remark]": "All patients",
    });
  });

  test("hold nothing where a formula gives an empty text", () => {
    expect(entered(demo, "K01", "meals.wards[remark]")).toEqual({});
  });
});

describe("names beside the draws", () => {
  test("are one of some texts, the same wherever an organisation uses it", () => {
    const grocer = (org: string, row: string) =>
      entered(demo, org, `dishes.${row}[supplier]`)[`dishes.${row}[supplier]`];
    expect(grocer("K01", "r01")).toBe(grocer("K01", "r02"));
    for (const org of ["K01", "K02", "K03"])
      expect(["Ashgrove", "Birchwood", "Cedarhurst"]).toContain(grocer(org, "r01"));
  });

  test("may be another for one organisation", () => {
    const own = kitchens(
      "type: Small kitchen, size: small }",
      "type: Small kitchen, size: small, files: { kitchen: { with: { grocer: Corner shop } } } }",
    );
    expect(entered(own, "K02", "dishes.r01[supplier]")).toEqual({ "dishes.r01[supplier]": "Corner shop" });
    expect(entered(own, "K01", "dishes")).toEqual(entered(demo, "K01", "dishes"));
  });
});

describe("what happens to rows", () => {
  const happens = (what: string) =>
    kitchens(
      "type: Large kitchen, size: large }",
      `type: Large kitchen, size: large, files: { kitchen: { does: [${what}] } } }`,
    );

  test("is told by their names", () => {
    const changed = happens('set: { "dishes.pudding[plates]": 12, "dishes.pudding[until]": 1999-06-01 }');
    expect(entered(changed, "K01", "dishes.r03")).toMatchObject({
      "dishes.r03[plates]": 12,
      "dishes.r03[until]": serialOfDay("1999-06-01"),
    });
  });

  test("leaves no gap where one is left out", () => {
    const without = happens("leave_out: [dishes.soup]");
    const before = entered(demo, "K01", "dishes");
    const after = entered(without, "K01", "dishes");
    expect(after["dishes.r01[dish]"]).toBe("Roast");
    expect(after["dishes.r01[plates]"]).toBe(before["dishes.r02[plates]"]);
    expect(after["dishes.r02[dish]"]).toBe("Pudding");
    expect(Object.keys(after).filter((key) => key.startsWith("dishes.r03"))).toEqual([]);
    // What only the row above had entered is not left behind.
    expect(after).not.toHaveProperty("dishes.r02[until]");
  });

  test("can be made good again", () => {
    const again = happens("{ leave_out: [dishes.soup] }, { refill: [dishes] }");
    expect(entered(again, "K01", "dishes")).toEqual(entered(demo, "K01", "dishes"));
  });
});

describe("a definition is refused for", () => {
  const TROUBLES: Readonly<Record<string, readonly [old: string, by: string, line: string, says: string]>> = {
    "a kind that is not there": [
      "for: [big]",
      "for: [huge]",
      "roast:",
      "There is no kind or size huge in this role.",
    ],
    "something for a kind that is not there": [
      "{ vast: 3, big: 2,",
      "{ vast: 3, tiny: 2,",
      "front.round:",
      "There is no kind or size tiny in this role.",
    ],
    "a kind of sizes that are not there": [
      "big: [large, vast]",
      "big: [large, huge]",
      "kinds:",
      "There is no size huge in this role.",
    ],
    "more rows than the list has": [
      "          baker:",
      "          second: { cook: Second cook, hours: 8 }\n          third: { cook: Third cook, hours: 8 }\n          baker:",
      "cooks:",
      "cooks is drawn with 3 rows, and 4 are wanted.",
    ],
    "a list without rows that takes none from others": [
      `        rows:
          head: { cook: Head cook, cooks: "=dishes.pudding[dish]", hours: { big: 12, others: 6.5 } }
          baker: { for: [vast], cook: Baker, hours: 8 }`,
      "        each: { hours: 8 }",
      "cooks:",
      "It has to be said which rows cooks has.",
    ],
    "a column that is not there": [
      "dish: Roast,",
      "dish: Roast, gravy: 1,",
      "roast:",
      "There is no dishes.r02[gravy] in this return.",
    ],
    "a row that is not there in a formula": [
      "=dishes.soup[plates]+1",
      "=dishes.stew[plates]+1",
      "roast:",
      "There is no dishes.stew[plates] in this return.",
    ],
    "a row that not every kind has in a formula of all": [
      '"=dishes.pudding[dish]"',
      '"=dishes.roast[dish]"',
      "head:",
      "There is no dishes.roast[dish] in this return.",
    ],
    "a row that comes later in a formula": [
      '"=dishes.soup[plates]+1"',
      '"=dishes.pudding[cost]"',
      "roast:",
      "dishes.r03[cost] is filled in further down; it can't be read yet.",
    ],
    "a whole column of which some comes later": [
      '"=ROUND(plates/2,0)"',
      '"=SUM(dishes[cost])"',
      "soup:",
      "dishes.r01[cost] is filled in further down; it can't be read yet.",
    ],
    "a column of the row that comes later in a formula": [
      '"=ROUND(plates/2,0)"',
      '"=[@cost]"',
      "soup:",
      "dishes.r01[cost] is filled in further down; it can't be read yet.",
    ],
    "an entry of a table for which there is no column": [
      "{ small: [1999-05-02],",
      "{ small: [1999-05-02, Busy, Quiet],",
      "visitors:",
      "There is no meals.visitors[] in this return.",
    ],
    "a line of a table that is not there": [
      '"{patients,wards}": [1999-05-03]',
      '"{patients,staff}": [1999-05-03]',
      "{patients,staff}",
      "There is no meals.staff[day] in this return.",
    ],
    "a name of another row": [
      "dish: Pudding, supplier: Own kitchen, plates: 90, until: null",
      "dish: Pudding, supplier: Own kitchen, plates: =days, until: null",
      "pudding:",
      "There is no draw or figure days that every size of organisation has.",
    ],
    "an answer that is due in a row and of which nothing is said": [
      "cook: Baker, hours: 8",
      "cook: Baker",
      "cooks:",
      "Nothing is said of cooks.r02[hours], where an answer is due.",
    ],
    "another's name that is not there": [
      "type: Small kitchen, size: small }",
      "type: Small kitchen, size: small, files: { kitchen: { with: { baker: Corner shop } } } }",
      "- { code: K02",
      "There is no name baker in this role.",
    ],
    "a row that is left out and is not there": [
      "type: Small kitchen, size: small }",
      "type: Small kitchen, size: small, files: { kitchen: { does: [leave_out: [dishes.roast]] } } }",
      "- { code: K02",
      "There is no row dishes.roast in this return.",
    ],
  };

  test.each(Object.entries(TROUBLES))("%s", (_, [old, by, line, says]) => {
    expect(refusedFor(old, by)).toEqual([[expect.stringContaining(line), expect.stringContaining(says)]]);
  });
});
