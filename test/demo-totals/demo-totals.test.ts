import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { run } from "../../src/cli";
import type { DemoEntry } from "../../src/demo";
import { drawnDemo } from "../demo/drawn-demo";
import { demoOf } from "../demo/shipped-demo";
import { calculate, libreOffice } from "../support/libreoffice";
import { made } from "../support/made";
import { openpyxl, python } from "../support/openpyxl";
import { scratch } from "../support/scratch";
import { sumsOfFacts } from "../support/sums-of-facts";
import { LINES } from "../support/provider-return";
import { describeWith } from "../support/skipping";

/** openpyxl reads every noted cell of the returned files: file → key → what stands there. */
const READ_NOTED = `
import json, sys, openpyxl
given = json.load(sys.stdin)
found = {}
for path, cells in given.items():
    # Sheet by sheet as they come, since a whole workbook takes seconds to open.
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    there = {
        (sheet, cell.coordinate): cell.value
        for sheet in {sheet for _, sheet, _ in cells}
        for row in book[sheet].iter_rows()
        for cell in row
        if cell.value is not None
    }
    found[path] = {key: there.get((sheet, cell)) for key, sheet, cell in cells}
json.dump(found, sys.stdout, default=str)
`;

/** openpyxl reads the total rows of the summary: sheet → table's title → head → figure. */
const READ_TOTALS = `
import json, sys, openpyxl
path = json.load(sys.stdin)
book = openpyxl.load_workbook(path, data_only=True, read_only=True)
found = {}
for sheet in ("Spend", "PCT spend", "Tariff"):
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

/**
 * Draws figures that count at random, by a seed, from files drawn at random, and looks for each at its file, sheet and cell. Where somebody
 * typed over a total or put in a row of figures, what is worked out is passed over: what counts is what the entries make.
 */
const TRACE = `
import csv, json, os, random, sys, openpyxl
given = json.load(sys.stdin)
with open(given["facts"], newline="", encoding="utf8") as file:
    every = [fact for fact in csv.DictReader(file) if fact["role"] == given["role"]]
facts = [fact for fact in every if fact["counts"] == "yes"]
drawing = random.Random(given["seed"])
files = drawing.sample(sorted({fact["file"] for fact in facts}), given["files"])
facts = [fact for fact in facts if fact["file"] in files]
drawing.shuffle(facts)
books, traced = {}, []
for name in files:
    books[name] = [openpyxl.load_workbook(os.path.join(given["folder"], name), data_only=shown) for shown in (False, True)]
def is_worked_out(cell):
    return cell.protection.locked and str(cell.value).startswith("=")
def written(fact):
    return books[fact["file"]][0][fact["sheet"]][fact["cell"]]
of_files = [fact for fact in every if fact["file"] in files]
worked_out = {fact["key"] for fact in of_files if is_worked_out(written(fact))}
rows = {(fact["file"], fact["sheet"], written(fact).row) for fact in of_files}
def is_disturbed(name):
    if any(fact["file"] == name and fact["key"] in worked_out and not is_worked_out(written(fact)) for fact in of_files):
        return True
    sheets = {sheet for file, sheet, _ in rows if file == name}
    cells = ((sheet, cell) for sheet in sheets for row in books[name][0][sheet].iter_rows() for cell in row)
    return any(
        isinstance(cell.value, (int, float)) and not cell.protection.locked and (name, sheet, cell.row) not in rows
        for sheet, cell in cells
    )
disturbed = {name for name in files if is_disturbed(name)}
for fact in facts:
    if len(traced) == given["many"]:
        break
    if is_worked_out(written(fact)) and fact["file"] in disturbed:
        continue
    shown = books[fact["file"]][1][fact["sheet"]][fact["cell"]]
    traced.append([fact["file"], fact["key"], fact["cell"], float(fact["value"]), shown.value])
json.dump({"traced": traced, "disturbed": sorted(disturbed)}, sys.stdout)
`;
import { TEMPLATES } from "../support/shipped";
const SEED = 20_070_331;

type Noted = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Totals = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

const HEADS: Readonly<Record<string, string>> = {
  staff: "100 IM&T staff",
  hardware: "120 Hardware and infrastructure",
  software: "130 Software and licences",
  telecoms: "150 Telecoms and networks",
};

/** Role → the sheet of the summary that is about it, and the lines that are added up. */
const ROLES: readonly {
  readonly role: string;
  readonly sheet: string;
  readonly lines: readonly string[];
  readonly heads: Readonly<Record<string, string>>;
  readonly returns: number;
}[] = [
  { role: "provider", sheet: "Spend", lines: LINES, heads: HEADS, returns: 21 },
  {
    role: "commissioner",
    sheet: "PCT spend",
    lines: [...LINES, "practices"],
    heads: { ...HEADS, practices: "185 IT in general practices" },
    returns: 10,
  },
];

/** Of several returns one counts: drafts beside a final one don't, nor a copy. One under a code from before a merger does. */
const NOT_COUNTED = [/ (first |old )?draft\.xlsx$/, / \(1\)\.xlsx$/];

/** A figure as a person reads it: "1,476k" and "£1,403" are numbers in thousands too, and brackets take away. */
function figure(value: unknown): number {
  if (typeof value === "number") return value;
  const [, bracket, digits] = /^(\()?£?([\d,]+)k?\)?$/.exec(typeof value === "string" ? value : "") ?? [];
  if (digits === undefined) return 0;
  return (bracket === undefined ? 1 : -1) * Number(digits.replaceAll(",", ""));
}

const both = { available: libreOffice.available && openpyxl.available, name: "LibreOffice and openpyxl" };

describeWith(both, "the demo's totals are the sums of what the returned files hold", () => {
  const folder = made("demo-totals");
  const calculatedIn = scratch();
  const summary = join(folder, "summary.xlsx");
  const facts = join(folder, "facts.csv");
  let noted: Noted = {};
  /** Role → the files that count. */
  const counted = new Map<string, readonly string[]>();
  let totals: Totals = {};
  let recalculated: Totals = {};

  beforeAll(async () => {
    const demo = demoOf();
    cpSync(await drawnDemo(), folder, { recursive: true });
    const register = join(folder, "register.csv");
    const received = join(folder, "received.csv");
    writeFileSync(register, demo.registerCsv);
    writeFileSync(received, demo.receivedCsv);
    const said: string[] = [];
    const terminal = {
      say: (line: string) => void said.push(line),
      remark: (line: string) => void said.push(line),
    };
    const args = ["consolidate", join(folder, "returns"), "--sha", demo.sha.code, "--register", register];
    const late = ["--received", received, "--due", demo.due];
    expect(
      await run(
        [...args, ...late, "--out", summary, "--facts", facts, "--templates", TEMPLATES],
        terminal,
        "test",
      ),
    ).toBe(1);

    const byFile = new Map<string, DemoEntry[]>();
    for (const entry of demo.entries) byFile.set(entry.file, [...(byFile.get(entry.file) ?? []), entry]);
    noted = (await python(
      READ_NOTED,
      Object.fromEntries(
        [...byFile].map(([file, entries]) => [
          join(folder, file),
          entries.map(({ key, sheet, cell }) => [key, sheet, cell]),
        ]),
      ),
    )) as Noted;
    for (const { role } of ROLES) {
      const files = [...byFile].filter(
        ([file, [first]]) => first?.role === role && !NOT_COUNTED.some((one) => one.test(file)),
      );
      counted.set(
        role,
        files.map(([file]) => join(folder, file)),
      );
    }
    totals = (await python(READ_TOTALS, summary)) as Totals;
    const [again = ""] = await calculate([summary], calculatedIn);
    recalculated = (await python(READ_TOTALS, again)) as Totals;
  }, 900_000);

  /** The figures of one key over the returns of a role that count; what is no figure counts as nothing. */
  const sum = (role: string, key: string) =>
    (counted.get(role) ?? []).reduce((total, path) => total + figure(noted[path]?.[key]), 0);

  describe.each(ROLES)("as $role", ({ role, sheet, lines, heads, returns }) => {
    const sumOfLines = (column: string) =>
      lines.reduce((total, line) => total + sum(role, `spend.${line}[${column}]`), 0);

    it("has returns to add up", () => {
      expect(counted.get(role)).toHaveLength(returns);
      expect(sumOfLines("plan_revenue")).toBeGreaterThan(10_000);
    });

    it.each([
      ["2007/08 plan by line, revenue (£000)", "plan_revenue"],
      ["2007/08 plan by line, capital (£000)", "plan_capital"],
      ["2006/07 forecast by line, revenue (£000)", "forecast_revenue"],
      ["2006/07 forecast by line, capital (£000)", "forecast_capital"],
    ])("%s: lines, gross and net", (title, column) => {
      const recharges = sum(role, `spend.recharges[${column}]`);
      for (const read of [totals, recalculated]) {
        const row = read[sheet]?.[title] ?? {};
        for (const [line, head] of Object.entries(heads))
          expect(row[head]).toBe(sum(role, `spend.${line}[${column}]`));
        expect(row["200 Gross IM&T spend"]).toBe(sumOfLines(column));
        expect(row["210 Less recharges and income from NHS bodies"]).toBe(recharges);
        expect(row["220 Net IM&T spend"]).toBe(sumOfLines(column) + recharges);
      }
    });
  });

  it("has in every total the sum of the facts that count", async () => {
    const { found, wrong } = await sumsOfFacts({ workbook: summary, facts: [facts], year: "2007-08" });
    expect(wrong).toEqual([]);
    expect(found.provider).toBeGreaterThan(100);
    expect(found.commissioner).toBeGreaterThan(80);
  });

  it.each(["provider", "commissioner"])(
    `lead from fifty figures of returns as %s to the cells that hold them (seed ${SEED})`,
    async (role) => {
      const given = { facts, folder: join(folder, "returns"), role, seed: SEED, files: 8, many: 50 };
      const { traced, disturbed } = (await python(TRACE, given, 300_000)) as {
        readonly traced: readonly (readonly unknown[])[];
        readonly disturbed: readonly string[];
      };
      // In most files nothing was disturbed, and what they work out is traced too.
      expect(disturbed.length).toBeLessThan(4);
      expect(traced).toHaveLength(50);
      expect(new Set(traced.map(([file]) => file)).size).toBe(8);
      const wrong = traced.filter(([, , , value, there]) => Math.abs(Number(value) - figure(there)) > 1e-9);
      expect(wrong).toEqual([]);
    },
    400_000,
  );

  it("adds up income and the uplift that is expected of it, rounded for each organisation", () => {
    const uplift = (counted.get("provider") ?? []).reduce(
      (total, path) => total + Math.round(figure(noted[path]?.["tariff.income[y2007]"]) / 1000),
      0,
    );
    for (const read of [totals, recalculated]) {
      const row = read["Tariff"]?.["0.1% of all 2007/08 income at tariff uplift (£000)"] ?? {};
      expect(row["Income at tariff uplift 2007/08"]).toBe(sum("provider", "tariff.income[y2007]"));
      expect(row["Uplift expected"]).toBe(uplift);
    }
  });
});
