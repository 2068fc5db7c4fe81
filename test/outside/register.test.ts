import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "csv-parse/sync";

import { run } from "../../src/cli";
import { calculate, libreOffice } from "../support/libreoffice";
import { made } from "../support/made";
import { openpyxl, python } from "../support/openpyxl";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";
import { outside } from "./outside";
import { FIND_TOTALS, SUM_RETURNS, type Totals } from "./sums";
import { valuesFor } from "./values";

const register = outside("data", "orgs-2007.csv");
const tool = {
  available: register.tool.available && libreOffice.available && openpyxl.available,
  name: `${register.tool.name}, LibreOffice and openpyxl`,
};
/** A hundred and forty whole plans would take an hour: spend, tariff and community are enough to hold a register to. */
const TEMPLATES = join(__dirname, "..", "fixtures", "first-part");
const ROLES = ["provider", "commissioner"] as const;

interface Body {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly sha_code: string;
}

async function imt(...args: readonly string[]) {
  const said: string[] = [];
  const tell = (line: string) => void said.push(line);
  const code = await run([...args, "--templates", TEMPLATES], { say: tell, remark: tell }, "0");
  return { code, said };
}

/** SHA, bodies in the register, and two of them that send nothing: a PCT and a trust. */
const AUTHORITIES = [
  { sha: "Q30", bodies: 23, pcts: 12 },
  { sha: "Q36", bodies: 74, pcts: 31 },
] as const;

describeWith(tool, "a real register, from templates to the summary", () => {
  describe.each(AUTHORITIES)("$sha, $bodies bodies", ({ sha, bodies, pcts }) => {
    const folder = made(`outside-${sha.toLowerCase()}`);
    const [blanks, filled, sent, returned] = ["blank", "filled"]
      .map((name) => join(folder, name))
      .concat(scratch(), scratch()) as [string, string, string, string];
    const recalculated = scratch();
    const summary = join(folder, "summary.xlsx");
    const facts = join(folder, "facts.csv");
    let all: readonly Body[] = [];
    let missing: readonly Body[] = [];
    let outcome: Awaited<ReturnType<typeof imt>>;

    beforeAll(async () => {
      const rows: readonly Body[] = parse(readFileSync(register.path, "utf8"), { columns: true });
      all = rows.filter((body) => body.sha_code === sha && body.type !== "SHA");
      missing = [
        all.find(({ type }) => type.includes("PCT"))!,
        all.find(({ type }) => !type.includes("PCT"))!,
      ];
      const given = ["--sha", sha, "--register", register.path];
      const { code, said } = await imt("template", "--all", ...given, "--out", blanks);
      if (code !== 0) throw new Error(said.join("\n"));
      mkdirSync(filled, { recursive: true });
      for (const name of readdirSync(blanks)) {
        const values = join(sent, "values.csv");
        const role = ROLES.find((one) => name.includes(` ${one} `))!;
        writeFileSync(values, valuesFor(role, name.slice(0, 3)));
        const done = await imt("fill", join(blanks, name), "--values", values, "--out", join(filled, name));
        if (done.code !== 0) throw new Error(`${name}: ${done.said.join("\n")}`);
      }
      const there = readdirSync(filled).filter(
        (name) => !missing.some(({ code: of }) => name.startsWith(of)),
      );
      await calculate(
        there.map((name) => join(filled, name)),
        returned,
        { timeout: 900_000 },
      );
      outcome = await imt("consolidate", returned, ...given, "--out", summary, "--facts", facts);
    }, 1_500_000);

    test("every body has its returns, a PCT two", () => {
      expect(all).toHaveLength(bodies);
      expect(all.filter(({ type }) => /PCT/.test(type))).toHaveLength(pcts);
      expect(readdirSync(blanks)).toHaveLength(bodies + pcts);
    });

    test("the missing are named, and nobody else is", async () => {
      const states = (await python(STATES, summary)) as readonly (readonly [string, string, string])[];
      const gone = states.filter(([, , state]) => state.startsWith("Not received"));
      const [pct, trust] = missing as [Body, Body];
      expect(gone.map(([code]) => code).sort()).toEqual([pct.code, pct.code, trust.code].sort());
      expect(states).toHaveLength(bodies + pcts);
      expect(outcome.said.join("\n")).toContain(`${bodies - 2} of ${bodies} provider returns received`);
      expect(outcome.said.join("\n")).toContain(`${pcts - 1} of ${pcts} commissioner returns`);
    });

    test("totals are what openpyxl adds up over the files that came back, as they are cached and calculated anew", async () => {
      const sums = (await python(SUM_RETURNS, returned, 600_000)) as Totals;
      expect(Object.keys(sums).sort()).toEqual(["commissioner", "provider"]);
      const [again = ""] = await calculate([summary], recalculated);
      for (const file of [summary, again]) {
        const totals = (await python(FIND_TOTALS, file)) as Totals;
        expect(totals).toEqual(sums);
      }
    }, 900_000);

    test("every fact leads to the cell that holds its figure", async () => {
      const rows: readonly Record<string, string>[] = parse(readFileSync(facts, "utf8"), { columns: true });
      const figures = rows.filter(({ cell, value }) => cell !== "" && /^-?\d+(\.\d+)?$/.test(value ?? ""));
      const some = figures.filter((_, at) => at % 37 === 0);
      expect(some.length).toBeGreaterThan(50);
      const wrong = await python(CELLS, { folder: returned, facts: some }, 600_000);
      expect(wrong).toEqual([]);
    }, 900_000);
  });
});

const STATES = `
import json, sys, openpyxl
sheet = openpyxl.load_workbook(json.load(sys.stdin), data_only=True)["Returns"]
rows = list(sheet.iter_rows(values_only=True))
head = next(at for at, row in enumerate(rows) if row[0] == "Code")
state, role = rows[head].index("State"), rows[head].index("Return")
json.dump([[row[0], row[role], row[state]] for row in rows[head + 1:] if row[0]], sys.stdout)
`;

const CELLS = `
import json, os, sys, openpyxl
given = json.load(sys.stdin)
wrong, books = [], {}
for fact in given["facts"]:
    file = os.path.join(given["folder"], fact["file"])
    if file not in books:
        books[file] = openpyxl.load_workbook(file, data_only=True)
    there = books[file][fact["sheet"]][fact["cell"]].value
    if not isinstance(there, (int, float)) or abs(there - float(fact["value"])) > 1e-9:
        wrong.append([fact["file"], fact["key"], fact["cell"], fact["value"], str(there)])
json.dump(wrong, sys.stdout)
`;
