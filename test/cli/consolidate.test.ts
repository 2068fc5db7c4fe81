import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

import { FACT_COLUMNS } from "../../src/summary";
import { wordsOf } from "../support/layout-cells";
import { made } from "../support/made";
import { cellsIn, valueAt } from "../support/saved";
import { scratch } from "../support/scratch";
import { tablesIn } from "../support/summary-tables";
import { digest, imtFirstPart, registerIn, returnFile, type Ran } from "./imt";

const folder = made("cli-consolidate");
const away = scratch();
const register = registerIn(away);
const returns = join(folder, "returns");
const out = join(folder, "summary.xlsx");
const facts = join(away, "facts.csv");
const report = join(away, "report.html");
let ran: Ran;
let digests: readonly string[] = [];

const consolidateTo = (file: string, ...args: readonly string[]) =>
  imtFirstPart("consolidate", ...args, "--sha", "q30", "--register", register, "--out", file);
const consolidate = (...args: readonly string[]) => consolidateTo(join(away, "other.xlsx"), ...args);

beforeAll(async () => {
  mkdirSync(join(returns, "late"), { recursive: true });
  await returnFile(returns, "X01.xlsx", {
    "spend.recharges[plan_revenue]": -500,
    "spend.staff[note]": "=1+1, and more",
    "spend.agency[note]": "lines\nand “quotes”, commas",
  });
  await returnFile(join(returns, "late"), "X01 second.xlsx", {
    "filing.submission": 2,
    "filing.prepared_by": "@home",
  });
  await returnFile(returns, "Z99.xlsx", { "cover.org_code": "Z99" });
  writeFileSync(join(returns, "X02.xls"), "");
  writeFileSync(join(returns, "~$X01.xlsx"), "lock");
  ran = await consolidateTo(out, returns, "--facts", facts, "--html", report, "--on", "2007-05-01");
  digests = [digest(out), digest(facts), digest(report)];
}, 60_000);

describe("imt consolidate", () => {
  test("says who has returned, what is in no total and where the summary is; something is left: code 1", () => {
    expect([ran.code, ran.remarked]).toEqual([1, []]);
    expect(ran.said).toEqual([
      "North East Strategic Health Authority: 1 of 3 provider returns received, 0 of 1 commissioner returns, 2 not received; 4 files read.",
      "Not in the totals: 1 superseded by another return of the same organisation; 1 refused; 1 of bodies that no return is expected from. The sheet Returns says which and why.",
      `Summary: ${out}; facts: ${facts}`,
      `Report: ${report}`,
    ]);
  });

  test("writes the summary as a workbook, whole, with each file named below the folder that was given", () => {
    const workbook = cellsIn(out);
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      "Overview",
      "Returns",
      "Spend",
      "PCT spend",
      "Tariff",
      "Community",
      "Community rows",
      "Explanations",
      "Findings",
      "Facts",
      "Sources",
    ]);
    const files = tablesIn(workbook, "Returns")
      .flat()
      .map((row) => row.get("File"));
    expect(files).toEqual(["late/X01 second.xlsx", "X01.xlsx", "X02.xls", "", "", "Z99.xlsx"]);
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  test("writes facts with the same rows as the sheet of facts, every text kept from running as a formula", () => {
    const rows = parse(readFileSync(facts, "utf8"));
    const workbook = cellsIn(out);
    expect(rows[0]).toEqual([...FACT_COLUMNS]);
    const letters = FACT_COLUMNS.map((_, at) => String.fromCharCode(65 + at));
    const head = 5;
    expect(letters.map((letter) => valueAt(workbook, "Facts", `${letter}${head}`))).toEqual(rows[0]);
    rows.slice(1).forEach((row, at) => {
      const there = letters.map((letter) => wordsOf(valueAt(workbook, "Facts", `${letter}${head + 1 + at}`)));
      expect(row.map((text) => text.replace(/^'(?=[=@+-])/, ""))).toEqual(there);
    });
    expect(valueAt(workbook, "Facts", `A${head + rows.length}`)).toBeNull();
    const value = (key: string) => rows.find((row) => row[4] === key)![5];
    expect(value("filing.prepared_by")).toBe("'@home");
    expect(value("spend.net[plan_total]")).toBe("3880");
    const file = join(returns, "late", "X01 second.xlsx");
    expect(rows[1]![10]).toBe(digest(file));
  });

  test("keeps negative amounts numbers, and breaks and quotes of a note in one value", async () => {
    const only = join(away, "only.csv");
    expect((await consolidate(join(returns, "X01.xlsx"), "--facts", only)).code).toBe(1);
    const rows = parse(readFileSync(only, "utf8"));
    const value = (key: string) => rows.find((row) => row[4] === key)![5];
    expect(value("spend.recharges[plan_revenue]")).toBe("-500");
    expect(value("spend.staff[note]")).toBe("'=1+1, and more");
    expect(value("spend.agency[note]")).toBe("lines\nand “quotes”, commas");
  });

  test("the same files give the same summary and the same facts", async () => {
    await consolidateTo(out, returns, "--facts", facts, "--html", report, "--on", "2007-05-01");
    expect([digest(out), digest(facts), digest(report)]).toEqual(digests);
  });

  test("nothing is left where every return is there and right: code 0", async () => {
    const own = registerIn(
      sub("all"),
      "code,name,type,sha\nX01,Example Hospital NHS Trust,Acute trust,Q30\n",
    );
    const file = join(returns, "late", "X01 second.xlsx");
    const to = join(away, "one.xlsx");
    const { code, said } = await imtFirstPart(
      "consolidate",
      file,
      "--sha",
      "Q30",
      "--register",
      own,
      "--out",
      to,
    );
    expect(code).toBe(0);
    expect(said).toEqual([
      "Q30: 1 of 1 provider returns received, 0 not received; 1 files read.",
      `Summary: ${to}`,
    ]);
  });

  test("a folder with no workbook gives a summary that misses everyone: code 1", async () => {
    const { code, said } = await consolidate(sub("nothing"));
    expect(code).toBe(1);
    expect(said[0]).toContain(
      "0 of 3 provider returns received, 0 of 1 commissioner returns, 4 not received; 0 files read.",
    );
  });

  test("an authority that the register does not have, or that nobody of files, is refused with nothing written", async () => {
    const nowhere = join(away, "nowhere.xlsx");
    const args = ["consolidate", returns, "--register", register, "--out", nowhere, "--sha"];
    const { code, said, remarked } = await imtFirstPart(args[0]!, ...args.slice(1), "Q99");
    expect([code, said]).toEqual([2, []]);
    expect(remarked).toEqual([
      `The register ${register} has no organisation of Q99 that files a return for 2007/08.`,
    ]);
    expect(existsSync(nowhere)).toBe(false);
  });

  test("says what came in late, by the days that were given", async () => {
    const days = join(away, "received.csv");
    writeFileSync(days, "file,received\nlate/X01 second.xlsx,05/04/2007\nZ99.xlsx,31/03/2007\n");
    const to = join(folder, "with-days.xlsx");
    expect((await consolidateTo(to, returns, "--received", days, "--due", "31/03/2007")).code).toBe(1);
    const told = tablesIn(cellsIn(to), "Returns")
      .flat()
      .map((row) => [row.get("File"), row.get("Received"), row.get("Remark")]);
    // Excel counts 31 March 2007 as day 39,172.
    expect(told[0]).toEqual(["late/X01 second.xlsx", 39_177, "Received 5 April 2007, due 31 March 2007."]);
    expect(told[1]!.slice(0, 2)).toEqual(["X01.xlsx", "not known"]);
    expect(told.at(-1)!.slice(0, 2)).toEqual(["Z99.xlsx", 39_172]);
    expect(tablesIn(cellsIn(out), "Returns")[0]![0]!.has("Received")).toBe(false);
  });

  test("a folder that is not there is refused", async () => {
    const gone = join(away, "gone");
    expect(await consolidate(gone)).toEqual({
      code: 2,
      said: [],
      remarked: [`There is no file or folder ${gone}.`],
    });
  });

  test("a broken register is refused line by line", async () => {
    const broken = registerIn(
      sub("broken"),
      "code,name,type,sha\nX01,Example,Acute trust,Q30\nX01,Again,Acute trust,Q30\n",
    );
    const { code, remarked } = await imtFirstPart(
      "consolidate",
      returns,
      "--sha",
      "Q30",
      "--register",
      broken,
      "--out",
      out,
    );
    expect(code).toBe(2);
    expect(remarked[1]).toMatch(/^Line 3: the code X01 already stands in line 2/);
  });
});

function sub(name: string): string {
  const path = join(away, name);
  mkdirSync(path);
  return path;
}
