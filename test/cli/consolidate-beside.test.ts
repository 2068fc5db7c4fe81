import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

import type { RawValue } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import { writeWorkbook } from "../../src/xlsx/write";
import { made } from "../support/made";
import { cellsIn } from "../support/saved";
import { scratch } from "../support/scratch";
import { tablesIn } from "../support/summary-tables";
import { BESIDE, LATER, readSmall } from "../template/small-beside";
import { TWO_ROLES, changed, type Change } from "../template/small-year";
import { imt, registerIn } from "./imt";

const away = scratch();
const folder = made("cli-consolidate-beside");
const templates = join(away, "templates");
const returns = join(away, "returns");
const out = join(folder, "summary.xlsx");
const facts = join(away, "facts.csv");
const register = registerIn(
  away,
  `code,name,type,sha,predecessors
Q30,North East Strategic Health Authority,SHA,,
X01,Example Trust,Trust,Q30,
X02,Lowmoor Trust,Trust,Q30,
`,
);

/** A small year as a folder of definitions. */
function define(name: string, changes: readonly Change[], summary: string | null): void {
  const at = join(templates, name);
  mkdirSync(at, { recursive: true });
  for (const [file, text] of Object.entries(changed(TWO_ROLES, ...changes))) {
    if (file === "obligations.yaml") continue;
    const path =
      file === "checks.yaml" ? join(templates, file) : join(at, file.replace("checks-sheet", "checks"));
    writeFileSync(path, text);
  }
  if (summary !== null) writeFileSync(join(at, "summary.yaml"), summary);
}

/** Writes the return of a small year, with staff of so much revenue and capital and nothing else. */
async function send(
  changes: readonly Change[],
  file: string,
  code: string,
  revenue: number,
  capital: number,
) {
  const read = readSmall(changes, null);
  if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
  const entries = new Map<string, RawValue>([
    ["cover.org_code", code],
    ["cover.org_name", code === "X01" ? "Example Trust" : "Gone Trust"],
    ["cover.status", "Final"],
  ]);
  for (const line of ["staff", "support", "other", "income"])
    for (const column of ["revenue", "capital"])
      if (line !== "support" || column !== "capital") entries.set(`spend.${line}[${column}]`, 0);
  entries.set("spend.staff[revenue]", revenue).set("spend.staff[capital]", capital);
  const template = read.year.templates.get("provider")!;
  const layout = layoutTemplate(template, { entries, prefilled: new Set(), organisation: null });
  writeFileSync(join(returns, file), await writeWorkbook(layout));
}

const consolidate = (to = out) =>
  imt(
    ...["consolidate", returns, "--sha", "Q30", "--register", register, "--year", "2002-03"],
    ...["--templates", templates, "--out", to, "--facts", facts],
  );

beforeAll(async () => {
  mkdirSync(returns);
  define("2001-02", [], null);
  define("2002-03", LATER, BESIDE);
  await send([], "X01 then.xlsx", "X01", 400, 90);
  await send([], "X09 then.xlsx", "X09", 70, 0);
  await send(LATER, "X01 now.xlsx", "X01", 410, 60);
});

describe("imt consolidate with returns of the year before", () => {
  test("counts them in no total, says how many they are, and sets them beside those of now", async () => {
    const { said, remarked } = await consolidate();
    expect(remarked).toEqual([]);
    expect(said).toEqual([
      "North East Strategic Health Authority: 1 of 2 provider returns received, 1 not received; 3 files read.",
      "Beside them, in no total: 2 returns for 2001/02; 1 of them beside nothing, and the sheet Returns says why.",
      `Summary: ${out}; facts: ${facts}`,
    ]);
    const [net] = tablesIn(cellsIn(out), "Both years");
    const row = net!.find((one) => one.get("Organisation") === "Example Trust")!;
    // The plan's 490 against 470, a difference of 20, which is less than a tenth.
    expect([row.get("Revenue"), row.get("Total"), row.get("State")]).toEqual([400, 490, "✔ Near"]);
    const states = tablesIn(cellsIn(out), "Returns")[0]!.map((one) => one.get("State"));
    expect(states).toEqual([
      "Received, final",
      "Of 2001/02: set beside, in no total",
      "Not received",
      "Of 2001/02: beside nothing",
    ]);
  });

  test("has their facts under their own year, none of which counts", () => {
    const rows = parse<Record<string, string>>(readFileSync(facts, "utf8"), { columns: true });
    const before = rows.filter(({ year }) => year === "2001-02");
    expect(before.map(({ org, key, value, counts }) => [org, key, value, counts])).toEqual([
      ["X01", "spend.staff[revenue]", "400", "no"],
      ["X01", "spend.staff[capital]", "90", "no"],
      ["X01", "spend.staff[total]", "490", "no"],
      ["X01", "spend.support[revenue]", "0", "no"],
      ["X01", "spend.support[total]", "0", "no"],
      ["X01", "spend.net[revenue]", "400", "no"],
      ["X01", "spend.net[capital]", "90", "no"],
      ["X01", "spend.net[total]", "490", "no"],
    ]);
    expect(before.every(({ file }) => file === "X01 then.xlsx")).toBe(true);
  });

  test("refuses definitions whose other year has not what is set beside, with file and line, and writes nothing", async () => {
    const wrong = BESIDE.replace("earlier: total", "earlier: outturn");
    writeFileSync(join(templates, "2002-03", "summary.yaml"), wrong);
    const line = wrong.split("\n").findIndex((text) => text.includes("earlier: outturn")) + 1;
    const { code, remarked } = await consolidate(join(away, "none.xlsx"));
    writeFileSync(join(templates, "2002-03", "summary.yaml"), BESIDE);
    expect([code, remarked]).toEqual([
      2,
      [
        "The definitions of the returns can't be used:",
        `2002-03/summary.yaml, line ${line}: The table spend of the provider return for 2001/02 has no column outturn.`,
      ],
    ]);
  });
});
