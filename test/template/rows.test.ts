import type { RawValue } from "../../src/cells";
import { evaluate, writeFormula } from "../../src/formula";
import { foundStates } from "./states";
import { formulaOverReturn, neededKeys, widened, type FieldExpression } from "../../src/template";

import { refuses, type Trouble } from "./refused";
import { fieldOf, templateIn, TWO_ROLES, yearOf, type Change } from "./small-year";

const FRIEND = 'friend: { label: Friend, type: text, answer: optional, most: 80, names: "bodies[name]" }';
const FRIENDS: Change = {
  file: "bodies.yaml",
  old: "      remark:",
  by: `      ${FRIEND}\n      remark:`,
};
const DATES: Change = {
  file: "year.yaml",
  old: "lists:\n",
  by: "dates: { ends: 2002-03-31 }\nlists:\n",
};
const template = templateIn(yearOf(TWO_ROLES, FRIENDS, DATES), "payer");

const ENTRIES: Readonly<Record<string, RawValue>> = {
  "bodies.r01[name]": "Ash",
  "bodies.r01[code]": "A01",
  "bodies.r01[spent]": 10,
  "bodies.r02[name]": "Birch",
  "bodies.r02[code]": "A02",
  "bodies.r02[spent]": 25,
  "bodies.r02[remark]": "late",
};

function worked(formula: string, entries = ENTRIES): unknown {
  const read = formulaOverReturn(formula, template);
  if (read.kind === "refused") return read.message;
  return evaluate(read.expression, ({ keys }) => ({ rows: keys.map((key) => [entries[key] ?? null]) }));
}

function expression(formula: string): FieldExpression {
  const read = formulaOverReturn(formula, template);
  if (read.kind === "refused") throw new Error(read.message);
  return read.expression;
}

describe("rows of a list", () => {
  test.each([
    ["=COUNTROWS(bodies,[@spent]>10)", 1],
    ["=COUNTROWS(bodies,[@spent]>=10)", 2],
    // The third row is blank: 0 would be less than 20, but it is no row.
    ["=COUNTROWS(bodies,[@spent]<20)", 1],
    ["=COUNTROWS(bodies,NOT([@spent]<20))", 1],
    ["=COUNTROWS(bodies,OR([@spent]>100))", 0],
    ['=COUNTROWS(bodies,OR([@code]="A01",[@spent]=25))', 2],
    ['=COUNTROWS(bodies,OR([@code]="A01",[@spent]=10))', 1],
    ['=COUNTROWS(bodies,AND([@code]="a02",[@spent]=25))', 1],
    ['=COUNTROWS(bodies,AND(OR([@code]="A01",[@code]="A02"),NOT(ISBLANK([@remark]))))', 1],
    ["=COUNTROWS(bodies,ISBLANK([@remark]))", 1],
    ["=SUMROWS(bodies[spent],[@spent]>0)", 35],
    ['=SUMROWS(bodies[spent],[@name]="Birch")', 25],
    ["=COUNTROWS(bodies,[@spent]>spend.staff[revenue])", 2],
    ['=SUMSAME(bodies[spent],bodies[name],"birch")', 25],
    ['=SUMSAME(bodies[spent],bodies[name],"Cedar")', 0],
    ["=dates.ends", 37_346],
  ])("%s is %s", (formula, expected) => {
    expect(worked(formula)).toBe(expected);
  });

  test.each([
    ["=COUNTROWS(bodies,SUM([@spent])>1)", "SUM can't stand in a test of rows; AND, OR, NOT, ISBLANK can."],
    ["=COUNTROWS(bodies,[@twice]>1)", "bodies[twice] is worked out: add up the columns that it is made of."],
    ["=COUNTROWS(spend,[@revenue]>1)", "spend is no list."],
    ["=COUNTROWS(nobody,[@revenue]>1)", "There is no block nobody in this return."],
    ["=SUMROWS(bodies,[@spent]>1)", "SUMROWS takes a column of a list and a test"],
    ["=SUMPRODUCT(bodies[spent])", "SUMPRODUCT is no function that a formula may use here"],
    ["=bodies", "bodies is no key by itself; only COUNTROWS takes a list by its name."],
    ["=dates.begins", "There is no dates.begins in this year."],
  ])("%s is refused", (formula, message) => {
    expect(worked(formula)).toContain(message);
  });

  test("are waited for where an answer is due in what the test reads, and not where it only asks", () => {
    const needed = (formula: string) =>
      [...new Set([...neededKeys(expression(formula))].map((key) => key.replace(/.*\[/, "[")))].sort();
    expect(needed('=COUNTROWS(bodies,[@code]="A01")')).toEqual(["[code]", "[name]"]);
    expect(needed("=COUNTROWS(bodies,ISBLANK([@remark]))")).toEqual(["[name]"]);
    expect(needed('=SUMSAME(bodies[spent],bodies[name],"Ash")')).toEqual([]);
  });

  test("that are put in count too", () => {
    const longer = widened(template, "bodies", 5);
    const read = formulaOverReturn("=COUNTROWS(bodies,[@spent]>1)", longer);
    if (read.kind === "refused") throw new Error(read.message);
    expect(writeFormula(read.expression, ({ keys }) => `${keys.length}`)).toBe('SUMPRODUCT((5<>"")*(5>1))');
  });
});

describe("an entry that is to name one of a list's", () => {
  const friend = fieldOf(template, "bodies.r01[friend]");

  test.each([
    ["Birch", null],
    ["birch", null],
    [null, null],
    ["Cedar", "not_among"],
    [5, "not_text"],
  ])("%j: %s", (entered, fault) => {
    expect(foundStates(friend, { ...ENTRIES, "bodies.r01[friend]": entered })).toBe(fault);
  });

  test("may name a row that was put in", () => {
    const { source } = fieldOf(widened(template, "bodies", 5), "bodies.r05[friend]");
    expect(source.kind === "entered" && source.among).toEqual(
      ["r01", "r02", "r03", "r04", "r05"].map((row) => `bodies.${row}[name]`),
    );
  });
});

const inFriends = (old: string, by: string, says: string): Trouble => ({
  file: "bodies.yaml",
  old,
  by,
  says,
  with: [TWO_ROLES, FRIENDS],
});

describe("a name is refused where", () => {
  refuses({
    "its list is not there": inFriends(
      '"bodies[name]" }',
      '"people[name]" }',
      "There is no list column people[name]",
    ),
    "its column is worked out": inFriends(
      '"bodies[name]" }',
      '"bodies[twice]" }',
      "bodies[twice] is worked out",
    ),
    "it is no text": inFriends(
      "Friend, type: text, answer: optional, most: 80,",
      "Friend, type: date, answer: optional,",
      "Only a text can be one of a column's entries.",
    ),
  });
});

const MONTHS: Change = {
  file: "cover.yaml",
  old: "blocks:\n",
  by: `blocks:
  - months: booking
    title: Booking
    from: 2001-10
    each: { type: percent, decimals: 0, least: 0, most: 1 }
    lines:
      planned: { label: Planned }
      actual: { label: Actual, answer: optional }
`,
};

describe("a block of months", () => {
  const year = templateIn(yearOf(MONTHS), "provider");

  test("is a table with twelve columns from the first month on", () => {
    const [block] = year.sheets[0]!.blocks;
    if (block?.kind !== "table") throw new Error("the months are no table");
    expect(block.columns.map(({ id, label }) => `${id} ${label}`)).toEqual([
      ..."oct Oct,nov Nov,dec Dec".split(",").map((month) => `${month} 2001`),
      ..."jan Jan,feb Feb,mar Mar,apr Apr,may May,jun Jun,jul Jul,aug Aug,sep Sep"
        .split(",")
        .map((month) => `${month} 2002`),
    ]);
  });

  const worked = (formula: string, entries: Readonly<Record<string, RawValue>>) => {
    const read = formulaOverReturn(formula, year);
    if (read.kind === "refused") return read.message;
    return evaluate(read.expression, ({ keys }) => ({ rows: keys.map((key) => [entries[key] ?? null]) }));
  };
  const rising = Object.fromEntries(
    [..."oct nov dec jan feb mar apr may jun jul aug sep".split(" ").entries()].map(([at, month]) => [
      `booking.planned[${month}]`,
      (at + 1) / 20,
    ]),
  );

  test.each([
    ["=STEPBELOW(booking.planned[oct..sep],0)", {}, ""],
    ["=STEPBELOW(booking.planned[oct..sep],0)", { "booking.planned[jan]": 0.1 }, "Jan 2002"],
    ["=STEPBELOW(booking.planned[oct..sep],0)", { "booking.planned[sep]": 0.5 }, "Sep 2002"],
    ["=STEPABOVE(booking.planned[oct..sep],0.4)", { "booking.planned[nov]": 0.45 }, ""],
    ["=STEPABOVE(booking.planned[oct..sep],0.4)", { "booking.planned[nov]": 0.46 }, "Nov 2001"],
    ["=MISSINGIN(booking.actual[oct..sep])", {}, ""],
    ["=MISSINGIN(booking.actual[oct..sep])", { "booking.actual[oct]": 0.1 }, ""],
    ["=MISSINGIN(booking.actual[oct..sep])", { "booking.actual[dec]": 0.1 }, "Oct 2001"],
    [
      "=MISSINGIN(booking.actual[oct..sep])",
      { "booking.actual[oct]": 0, "booking.actual[dec]": 0 },
      "Nov 2001",
    ],
    ["=BEHIND(booking.actual[oct..sep],booking.planned[oct..sep])", {}, ""],
    ["=BEHIND(booking.actual[oct..sep],booking.planned[oct..sep])", { "booking.actual[nov]": 0.1 }, ""],
    [
      "=BEHIND(booking.actual[oct..sep],booking.planned[oct..sep])",
      { "booking.actual[nov]": 0.09 },
      "Nov 2001",
    ],
    [
      "=BEHIND(booking.actual[oct..sep],booking.planned[oct..nov])",
      {},
      "BEHIND takes two lines of the same columns.",
    ],
    ["=MAX(booking.planned[oct..dec])", {}, 0.15],
    ["=COUNT(booking.planned[oct..sep])", { "booking.planned[nov]": null }, 11],
    ["=COUNT(booking.planned[sep..oct])", {}, "booking has no columns from sep to oct."],
    [
      "=booking.planned[oct..sep]",
      {},
      "Several cells can stand only in SUM, MIN, MAX, COUNT, COUNTA, COUNTSAME, SUMSAME.",
    ],
    [
      "=STEPBELOW(booking.planned[oct],0)",
      {},
      "STEPBELOW takes cells of a line, as in STEPBELOW([@apr..mar],0).",
    ],
  ])("gives for %s after %j %j", (formula, change, expected) => {
    expect(worked(formula, { ...rising, ...change })).toBe(expected);
  });

  test("has the same kind of figure in each month, and what a line says of itself", () => {
    expect(fieldOf(year, "booking.planned[jan]")).toMatchObject({
      label: "Planned, Jan 2002",
      type: { kind: "percent", decimals: 0 },
      source: { kind: "entered", answer: "due", least: 0, most: 1 },
    });
    expect(fieldOf(year, "booking.actual[sep]").source).toMatchObject({ answer: "optional" });
  });

  refuses({
    "is refused where its first month is none": {
      file: "cover.yaml",
      old: "from: 2001-10",
      by: "from: 2001-13",
      says: "“from”: the first month is written as year-month.",
      with: [MONTHS],
    },
  });
});

describe("days of the year", () => {
  const DUE: Change = {
    file: "cover.yaml",
    old: "      year: {",
    by: "      ends: { label: Ends, type: date, constant: dates.ends }\n      year: {",
  };

  test("stand in a field as Excel counts them", () => {
    expect(fieldOf(templateIn(yearOf(DATES, DUE), "provider"), "cover.ends").source).toEqual({
      kind: "constant",
      value: 37_346,
    });
  });

  refuses({
    "are refused where they are none": {
      file: "year.yaml",
      old: "ends: 2002-03-31",
      by: "ends: 2002-02-30",
      says: "“ends”",
      with: [DATES],
    },
    "are refused where there is none of that name": {
      file: "cover.yaml",
      old: "constant: dates.ends",
      by: "constant: dates.begins",
      says: "There is no dates.begins in this year.",
      with: [DATES, DUE],
    },
  });
});
