import { commissionedBy, demoOf, entriesOf, fileOf, figuresOf } from "./shipped-demo";

const demo = demoOf();

type Range = readonly [least: number, most: number];

/** What a kind of organisation had in 2007: turnover, capital and programme in £000, revenue as % of turnover, staff as WTE. */
interface Ranges {
  readonly turnover: Range;
  readonly revenueShare: Range;
  readonly capital: Range;
  readonly programme: Range;
  readonly wte: Range;
}

const SMALL: Ranges = {
  turnover: [45_000, 110_000],
  revenueShare: [1.3, 2.4],
  capital: [250, 1_500],
  programme: [2_000, 6_000],
  wte: [12, 35],
};
const MEDIUM: Ranges = {
  turnover: [110_000, 260_000],
  revenueShare: [1.2, 2.3],
  capital: [600, 3_000],
  programme: [4_000, 14_000],
  wte: [30, 80],
};
const LARGE: Ranges = {
  turnover: [260_000, 700_000],
  revenueShare: [1.2, 2.2],
  capital: [1_500, 8_000],
  programme: [12_000, 45_000],
  wte: [60, 200],
};
const MENTAL_HEALTH: Ranges = {
  turnover: [45_000, 180_000],
  revenueShare: [1.2, 2.4],
  capital: [150, 1_200],
  programme: [1_000, 6_000],
  wte: [12, 45],
};
const AMBULANCE: Ranges = {
  turnover: [90_000, 220_000],
  revenueShare: [0.8, 2],
  capital: [300, 3_000],
  programme: [5_000, 15_000],
  wte: [15, 40],
};
/** The provider side of a PCT. */
const PCT_SIDE: Ranges = {
  turnover: [40_000, 120_000],
  revenueShare: [1.2, 2.2],
  capital: [150, 900],
  programme: [900, 4_000],
  wte: [9, 35],
};

const KINDS: readonly (readonly [org: string, ranges: Ranges])[] = [
  ["X01", LARGE],
  ["X02", MEDIUM],
  ["X03", SMALL],
  ["X04", AMBULANCE],
  ["X05", SMALL],
  ["X06", MEDIUM],
  ["X07", LARGE],
  ["X08", MENTAL_HEALTH],
  ["X10", MEDIUM],
  ["X11", MEDIUM],
  ...["X5A", "X5B", "X5C", "X5D", "X5E", "X5F", "X5G", "X5H", "X5K", "X5L", "9E1"].map(
    (org) => [org, PCT_SIDE] as const,
  ),
];
/** Whose plan stands as it was drawn; that of X05 is in pounds. In others figures are no numbers, or have changed places. */
const PLANS = KINDS.filter(([org]) => !["X10", "X11", "X5C"].includes(org));
const CLEAN = ["X01", "X02", "X03", "X04", "X5A", "X5B", "X5K", "X5L"];
/** PCTs whose two returns hold figures of their own; as a commissioner X5H enters pounds. */
const PCTS = ["X5A", "X5B", "X5E", "X5F", "X5G", "X5H", "X5K", "X5L"];

const LINES = "staff agency hardware software maintenance telecoms services training implementation other";
const PURPOSES = "completing deploying expectations starting benefits business";

const IN_POUNDS = [fileOf("X05"), commissionedBy("X5H")];

/** Adds up lines of a column as a person would from the entries alone. */
function sumIn(file: string, table: string, lines: string, column: string): number {
  const wanted = new Set(lines.split(" ").map((line) => `${table}.${line}[${column}]`));
  const amounts = entriesOf(demo, file).filter(({ key }) => wanted.has(key));
  const unit = IN_POUNDS.includes(file) ? 1_000 : 1;
  return amounts.reduce((total, { value }) => total + Number(value), 0) / unit;
}

function sum(org: string, table: string, lines: string, column: string): number {
  return sumIn(fileOf(org), table, lines, column);
}

function expectWithin(value: number, [least, most]: Range): void {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
}

describe("the figures of", () => {
  test.each(KINDS)("%s are of the order that its kind had in both years", (org, ranges) => {
    const of = figuresOf(demo, fileOf(org));
    for (const year of ["forecast", "plan"]) {
      // X10 typed one of them as text.
      if (org !== "X10" || year === "forecast")
        expectWithin(of(`context.turnover[${year}]`), ranges.turnover);
      expectWithin(of(`context.programme[${year}]`), ranges.programme);
      expectWithin(of(`context.wte[${year}]`), ranges.wte);
    }
  });

  test.each(PLANS)("%s plan spend as its kind did", (org, ranges) => {
    const of = figuresOf(demo, fileOf(org));
    const revenue = sum(org, "spend", LINES, "plan_revenue");
    expectWithin((100 * revenue) / of("context.turnover[plan]"), ranges.revenueShare);
    expectWithin(sum(org, "spend", LINES, "plan_capital"), ranges.capital);
  });

  test.each(PLANS)("%s split spend as is usual", (org) => {
    const share = (line: string, column: string) =>
      (100 * sum(org, "spend", line, column)) / sum(org, "spend", LINES, column);
    const revenue: Readonly<Record<string, Range>> = {
      staff: [45, 60],
      agency: [2, 8],
      hardware: [3, 8],
      software: [8, 15],
      maintenance: [8, 15],
      telecoms: [8, 15],
      services: [5, 20],
      training: [1, 3],
      implementation: [2, 8],
      other: [0, 5],
    };
    for (const [line, range] of Object.entries(revenue)) expectWithin(share(line, "plan_revenue"), range);
    const capital: Readonly<Record<string, Range>> = {
      hardware: [35, 55],
      software: [20, 40],
      staff: [5, 15],
      telecoms: [5, 15],
      services: [5, 15],
    };
    for (const [line, range] of Object.entries(capital)) expectWithin(share(line, "plan_capital"), range);
  });

  test.each(PLANS)("%s put every pound of the plan under one purpose", (org) => {
    for (const column of ["plan_revenue", "plan_capital"]) {
      expect(sum(org, "purposes", PURPOSES, column)).toBe(sum(org, "spend", LINES, column));
    }
  });

  test.each(KINDS)("%s keep income within turnover and take recharges off", (org, ranges) => {
    const of = figuresOf(demo, fileOf(org));
    for (const [year, column] of [["y2006", "forecast"] as const, ["y2007", "plan"] as const]) {
      // X10 and X5C typed figures as text.
      if (org !== "X10" || column === "forecast")
        expectWithin(of(`tariff.income[${year}]`), [1, of(`context.turnover[${column}]`)]);
      const share = of(`tariff.pbr[${year}]`) / of(`tariff.income[${year}]`);
      expectWithin(share, [MENTAL_HEALTH, AMBULANCE, PCT_SIDE].includes(ranges) ? [0, 0.02] : [0.5, 0.7]);
      if (org === "X5C") continue;
      // Where revenue and capital are swapped, recharges are too.
      const recharges = ["revenue", "capital"].map((kind) => of(`spend.recharges[${column}_${kind}]`));
      expect(Math.max(...recharges)).toBe(0);
      expect(Math.min(...recharges)).toBeLessThan(0);
    }
  });

  test.each(CLEAN)("%s come to 1% to 3.5% of turnover", (org) => {
    const all = sum(org, "spend", LINES, "plan_revenue") + sum(org, "spend", LINES, "plan_capital");
    expectWithin((100 * all) / figuresOf(demo, fileOf(org))("context.turnover[plan]"), [1, 3.5]);
  });

  test("those who say what they spent in 2005/06 spent less", () => {
    const given = KINDS.map(([org]) => org).filter((org) =>
      entriesOf(demo, fileOf(org)).some(({ key }) => key === "outturn.gross[revenue]"),
    );
    expect(given).toEqual(["X01", "X02", "X07", "X5A"]);
    for (const org of given) {
      const of = figuresOf(demo, fileOf(org));
      const rise = sum(org, "spend", LINES, "forecast_revenue") - of("outturn.gross[revenue]");
      const capital = sum(org, "spend", LINES, "forecast_capital") - of("outturn.gross[capital]");
      expect(rise + capital).toBeGreaterThanOrEqual(Math.round(0.003 * of("tariff.income[y2006]")));
    }
  });
});

describe("the figures of a PCT", () => {
  test.each(PCTS)("%s as a commissioner are of the order that PCTs had in both years", (org) => {
    const of = figuresOf(demo, commissionedBy(org));
    for (const year of ["forecast", "plan"]) {
      expectWithin(of(`context.turnover[${year}]`), [20_000, 90_000]);
      expectWithin(of(`context.programme[${year}]`), [1_000, 8_000]);
    }
  });

  test.each(PCTS)("%s come in both roles together to what a PCT spent and employed", (org) => {
    const spent = [fileOf(org), commissionedBy(org)].flatMap((file) =>
      ["plan_revenue", "plan_capital"].map((column) => sumIn(file, "spend", `${LINES} practices`, column)),
    );
    expectWithin(
      spent.reduce((total, part) => total + part, 0),
      [1_200, 7_000],
    );
    const staff = [fileOf(org), commissionedBy(org)].map((file) =>
      figuresOf(demo, file)("context.wte[plan]"),
    );
    expectWithin(
      staff.reduce((total, part) => total + part, 0),
      [15, 60],
    );
  });

  test.each(PCTS)("%s hold spend on general practices, and never its provider side's figures", (org) => {
    const practices = sumIn(commissionedBy(org), "spend", "practices", "plan_revenue");
    const share = practices / sumIn(commissionedBy(org), "spend", `${LINES} practices`, "plan_revenue");
    expectWithin(share, [0.12, 0.18]);
    expect(sumIn(commissionedBy(org), "spend", "staff", "plan_revenue")).not.toBe(
      sum(org, "spend", "staff", "plan_revenue"),
    );
  });

  test.each(PCTS)("%s commit no more strategic capital than is planned", (org) => {
    const rows = entriesOf(demo, commissionedBy(org));
    const all = (column: string) =>
      rows
        .filter(({ key }) => new RegExp(`^community\\.r\\d\\d\\[${column}\\]$`).test(key))
        .reduce((total, { value }) => total + Number(value), 0);
    expect(all("commitments")).toBeLessThanOrEqual(all("plan_capital"));
  });
});

describe("the draws", () => {
  test("are the same every time", () => {
    const again = demoOf();
    const told = ({ blanks, returns, ...rest }: typeof demo) => ({
      ...rest,
      names: [...blanks, ...returns].map(({ name }) => name),
    });
    expect(told(again)).toEqual(told(demo));
    const layout = ({ returns }: typeof demo) => {
      const content = returns.find(({ name }) => name === fileOf("X04"))?.content;
      return content?.kind === "workbook" ? content.layout() : null;
    };
    expect(layout(again)).toEqual(layout(demo));
    expect(layout(demo)).not.toBeNull();
  });

  test("are others with another seed", () => {
    const other = demoOf(["seed: 20070331", "seed: 20070401"]);
    const names = (of: typeof demo) =>
      of.registerCsv.split("\r\n").map((line) => line.split(",").slice(0, 3));
    expect(names(other)).toEqual(names(demo));
    const turnover = (of: typeof demo) => figuresOf(of, fileOf("X01"))("context.turnover[plan]");
    expect(turnover(other)).not.toBe(turnover(demo));
  });

  test("of one organisation do not hang on the others", () => {
    const other = demoOf(
      ["code: X03\n", "code: X30\n"],
      ["lists: [X5A, X01, X03]", "lists: [X5A, X01]"],
      ["reference: NPO/X03/01", "reference: NPO/X30/01"],
    );
    expect(entriesOf(other, fileOf("X01"))).toEqual(entriesOf(demo, fileOf("X01")));
    expect(entriesOf(other, fileOf("X04"))).toEqual(entriesOf(demo, fileOf("X04")));
    const turnover = figuresOf(demo, fileOf("X03"))("context.turnover[plan]");
    expect(figuresOf(other, fileOf("X30"))("context.turnover[plan]")).not.toBe(turnover);
  });
});
