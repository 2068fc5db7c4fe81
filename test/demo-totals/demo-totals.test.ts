import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { run } from "../../src/cli";
import { makeDemo } from "../../src/demo";
import { writeWorkbook } from "../../src/xlsx/write";
import { calculate, libreOffice } from "../support/libreoffice";
import { made } from "../support/made";
import { openpyxl, python } from "../support/openpyxl";
import { scratch } from "../support/scratch";
import { LINES } from "../support/provider-return";
import { planningYear } from "../support/shipped";
import { describeWith } from "../support/skipping";

const TEMPLATES = join(__dirname, "..", "..", "templates");
const YEAR = "2007-08";

/** openpyxl reads every noted cell of the returned files: file → key → what stands there. */
const READ_NOTED = `
import json, sys, openpyxl
given = json.load(sys.stdin)
found = {}
for path, cells in given.items():
    book = openpyxl.load_workbook(path, data_only=True)
    found[path] = {key: book[sheet][cell].value for key, sheet, cell in cells}
json.dump(found, sys.stdout, default=str)
`;

/** openpyxl reads the total rows of the summary: sheet → table's title → head → figure. */
const READ_TOTALS = `
import json, sys, openpyxl
path = json.load(sys.stdin)
book = openpyxl.load_workbook(path, data_only=True)
found = {}
for sheet in ("Spend", "Tariff"):
    title, heads = None, None
    for row in book[sheet].iter_rows(values_only=True):
        if row[0] == "Code":
            heads = row
        elif isinstance(row[0], str) and not any(row[1:]):
            title = row[0]
        if isinstance(row[1], str) and row[1].startswith("Total of") and "received" in row[1]:
            found.setdefault(sheet, {})[title] = {str(h): v for h, v in list(zip(heads, row))[3:] if h}
json.dump(found, sys.stdout)
`;

type Noted = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Totals = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

const HEADS: Readonly<Record<string, string>> = {
  staff: "100 IM&T staff",
  hardware: "120 Hardware and infrastructure",
  software: "130 Software and licences",
  telecoms: "150 Telecoms and networks",
};

const both = { available: libreOffice.available && openpyxl.available, name: "LibreOffice and openpyxl" };

describeWith(both, "the demo's totals are the sums of what the returned files hold", () => {
  const folder = made("demo-totals");
  const calculatedIn = scratch();
  const summary = join(folder, "summary.xlsx");
  let noted: Noted = {};
  let counted: readonly string[] = [];
  let totals: Totals = {};
  let recalculated: Totals = {};

  beforeAll(async () => {
    const definition = readFileSync(join(TEMPLATES, YEAR, "demo.yaml"), "utf8");
    const result = makeDemo({ name: "demo.yaml", text: definition }, planningYear(YEAR));
    if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
    const { demo } = result;
    for (const { name, content } of demo.returns) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content.kind === "text" ? content.text : await writeWorkbook(content.layout));
    }
    const register = join(folder, "register.csv");
    writeFileSync(register, demo.registerCsv);
    const said: string[] = [];
    const terminal = {
      say: (line: string) => void said.push(line),
      remark: (line: string) => void said.push(line),
    };
    const args = ["consolidate", join(folder, "returns"), "--sha", demo.sha.code, "--register", register];
    expect(await run([...args, "--out", summary, "--templates", TEMPLATES], terminal, "test")).toBe(1);

    const byFile = new Map<string, (readonly [string, string, string])[]>();
    for (const { file, key, sheet, cell } of demo.entries) {
      const path = join(folder, file);
      byFile.set(path, [...(byFile.get(path) ?? []), [key, sheet, cell]]);
    }
    noted = (await python(READ_NOTED, Object.fromEntries(byFile))) as Noted;
    // Of two returns of one organisation the demo's first draft does not count.
    counted = Object.keys(noted).filter((path) => !path.includes("first draft"));
    totals = (await python(READ_TOTALS, summary)) as Totals;
    const [again = ""] = await calculate([summary], calculatedIn);
    recalculated = (await python(READ_TOTALS, again)) as Totals;
  }, 240_000);

  /** The figures of one key over the returns that count; what is no number is no figure. */
  const sum = (key: string) =>
    counted.reduce((total, path) => {
      const value = noted[path]?.[key];
      return total + (typeof value === "number" ? value : 0);
    }, 0);
  const sumOfLines = (column: string) =>
    LINES.reduce((total, line) => total + sum(`spend.${line}[${column}]`), 0);

  it("has returns to add up", () => {
    expect(counted.length).toBeGreaterThanOrEqual(9);
    expect(sumOfLines("plan_revenue")).toBeGreaterThan(10_000);
  });

  it.each([
    ["2007/08 plan by line, revenue (£000)", "plan_revenue"],
    ["2007/08 plan by line, capital (£000)", "plan_capital"],
    ["2006/07 forecast by line, revenue (£000)", "forecast_revenue"],
    ["2006/07 forecast by line, capital (£000)", "forecast_capital"],
  ])("%s: lines, gross and net", (title, column) => {
    const net = sumOfLines(column) + sum(`spend.recharges[${column}]`);
    for (const read of [totals, recalculated]) {
      const row = read["Spend"]?.[title] ?? {};
      for (const [line, head] of Object.entries(HEADS))
        expect(row[head]).toBe(sum(`spend.${line}[${column}]`));
      expect(row["200 Gross IM&T spend"]).toBe(sumOfLines(column));
      expect(row["210 Less recharges and income from NHS bodies"]).toBe(sum(`spend.recharges[${column}]`));
      expect(row["220 Net IM&T spend"]).toBe(net);
    }
  });

  it("adds up income and the uplift that is expected of it, rounded for each organisation", () => {
    const uplift = counted.reduce((total, path) => {
      const income = noted[path]?.["tariff.income[y2007]"];
      return total + (typeof income === "number" ? Math.round(income / 1000) : 0);
    }, 0);
    for (const read of [totals, recalculated]) {
      const row = read["Tariff"]?.["0.1% of all 2007/08 income at tariff uplift (£000)"] ?? {};
      expect(row["Income at tariff uplift 2007/08"]).toBe(sum("tariff.income[y2007]"));
      expect(row["Uplift expected"]).toBe(uplift);
    }
  });
});
