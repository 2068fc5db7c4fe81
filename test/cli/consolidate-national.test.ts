import { appendFileSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";

import { parseAddress, type RawValue } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import type { PlanningYear } from "../../src/template";
import { writeWorkbook } from "../../src/xlsx/write";
import { REGISTER_TEXT, TEMPLATES as WARDS, entriesOf } from "../summary/wards";
import { made } from "../support/made";
import { cellsIn } from "../support/saved";
import { scratch } from "../support/scratch";
import { planningYear } from "../support/shipped";
import { TEMPLATES as SHIPPED, digest, imt, registerIn, type Ran } from "./imt";

const folder = made("cli-consolidate-national");
const away = scratch();
const register = registerIn(away, REGISTER_TEXT);

/** Charts over sums, over what single wards make, and over what no authority has a figure of. */
const CHARTS = `
charts:
  - chart: money
    on: Overview
    kind: columns
    type: money
    title: "{COUNTSAME(ward_money[word],\\"Less\\")|0} of {COUNT(ward_money[next])|0} wards plan less"
    says: "Money of wards: {ward_money.next|#,##0} in all."
    organisations: { table: ward_money, by: next, first: greatest, most: 5 }
    series:
      - { label: Next year, look: accent, column: next }
  - chart: open
    on: Wards
    kind: bars
    type: count
    title: "{rooms.open|0} rooms are open in {expected.ward|0} wards"
    says: Rooms that are open.
    points: [Open]
    series:
      - { label: Rooms, look: accent, is: ["=rooms.open"] }
  - chart: a_bed
    on: Wards
    kind: bars
    type: money
    title: What a bed costs
    says: What a bed costs.
    organisations: { table: rooms, by: a_bed, first: greatest, most: 5 }
    series:
      - { label: Cost of a bed, look: quiet, column: a_bed }
`;

/** The small year with charts beside the standing checks of the program, with the texts of its files changed. */
function definitions(name: string, changed: Readonly<Record<string, (text: string) => string>> = {}): string {
  const to = join(away, name);
  cpSync(WARDS, to, { recursive: true });
  copyFileSync(join(SHIPPED, "checks.yaml"), join(to, "checks.yaml"));
  appendFileSync(join(to, "2001-02", "summary.yaml"), CHARTS);
  for (const [file, change] of Object.entries(changed)) {
    const path = join(to, "2001-02", file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }
  return to;
}

const TEMPLATES = definitions("templates");
const OLDER = definitions("older", {
  "year.yaml": (text) => text.replaceAll('version: "1.0"', 'version: "0.9"'),
});
const NEWER = definitions("newer", {
  "year.yaml": (text) => text.replaceAll('version: "1.0"', 'version: "2.0"'),
  "money.yaml": (text) =>
    text.replace("      drugs:", "      rent: { number: 4, label: Rent, least: 0 }\n      drugs:"),
});

type Sent = readonly (readonly [string, "ward" | "office", Readonly<Record<string, RawValue>>])[];

const NORTH: Sent = [
  ["W01", "ward", {}],
  ["W02", "ward", { "money.staff[next]": 20 }],
  ["W03", "office", { "money.drugs[next]": 95 }],
];
const SOUTH: Sent = [["V01", "ward", { "cover.region": "Y02", "money.staff[last]": 300 }]];

/** A summary of these returns; beside it its facts as CSV. */
async function summaryOf(to: string, sha: string, returns: Sent, year: PlanningYear, templates = TEMPLATES) {
  const from = `${to} returns`;
  mkdirSync(from, { recursive: true });
  for (const [code, role, changes] of returns) {
    const filling = {
      entries: entriesOf(code, role, changes),
      prefilled: new Set<string>(),
      organisation: null,
    };
    const layout = layoutTemplate(year.templates.get(role)!, filling);
    writeFileSync(join(from, `${code} ${role}.xlsx`), await writeWorkbook(layout));
  }
  const into = ["--out", `${to}.xlsx`, "--facts", `${to}.csv`, "--templates", templates];
  return imt("consolidate", from, "--sha", sha, "--register", register, ...into);
}

const [north, south] = [join(folder, "north.xlsx"), join(folder, "south.xlsx")];
const national = join(folder, "national.xlsx");
const page = join(away, "national.html");
let outcome: Ran;

const rolledUp = (to: string, summaries: readonly string[], ...args: readonly string[]): Promise<Ran> =>
  imt("consolidate", "--national", ...summaries, "--out", to, "--templates", TEMPLATES, ...args);

/** What is said where summaries are refused; nothing may have been written then. */
async function refusal(...summaries: readonly string[]): Promise<readonly string[]> {
  const to = join(away, "refused.xlsx");
  const ran = await rolledUp(to, summaries);
  expect([ran.code, ran.remarked.at(-1), ran.said]).toEqual([2, "Nothing was written.", []]);
  expect(() => readFileSync(to)).toThrow();
  return ran.remarked.slice(0, -1);
}

/** A summary as somebody saved it after changing cells of a sheet. */
async function changed(
  name: string,
  sheet: string,
  change: (sheet: ExcelJS.Worksheet) => void,
): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(north);
  change(workbook.getWorksheet(sheet)!);
  const to = join(away, name);
  await workbook.xlsx.writeFile(to);
  return to;
}

/** The row of the first cell on a sheet with this value in a column. */
function rowWith(file: string, sheet: string, column: number, value: RawValue): number {
  const { cells } = cellsIn(file).sheets.find(({ name }) => name === sheet)!;
  const [address] = [...cells].find(
    ([at, cell]) => parseAddress(at)!.column === column && cell.value === value,
  )!;
  return parseAddress(address)!.row;
}

/** The row of the first total of a sheet, in whose column B it says what it is of. */
function totalRow(file: string, sheet: string): number {
  const { cells } = cellsIn(file).sheets.find(({ name }) => name === sheet)!;
  const isTotal = (value: RawValue) => typeof value === "string" && value.startsWith("Total of");
  const [address] = [...cells].find(([at, { value }]) => at.startsWith("B") && isTotal(value))!;
  return parseAddress(address)!.row;
}

const KEY = 5;
const keyRow = (key: string) => rowWith(north, "Facts", KEY, key);

beforeAll(async () => {
  const year = planningYear("2001-02", TEMPLATES);
  await summaryOf(join(folder, "north"), "y01", NORTH, year);
  await summaryOf(join(folder, "south"), "y02", SOUTH, year);
  outcome = await rolledUp(
    national,
    [north, south],
    "--register",
    register,
    "--html",
    page,
    "--on",
    "2001-04-02",
  );
}, 120_000);

describe("two summaries rolled up by the command", () => {
  test("are counted in words", () => {
    expect(outcome.remarked).toEqual([]);
    expect(outcome.code).toBe(0);
    expect(outcome.said[0]).toMatch(/^2001\/02: 2 of 2 summaries rolled up, with 4 returns and \d+ facts\.$/);
  });

  test("have totals that are the sums of what was entered, and of the facts that count in both files", () => {
    const sums = new Map<string, number>();
    for (const file of ["north.csv", "south.csv"]) {
      const facts: readonly Readonly<Record<string, string>>[] = parse(readFileSync(join(folder, file)), {
        columns: true,
      });
      for (const { role, key, value, counts } of facts)
        if (counts === "yes") sums.set(`${role} ${key}`, (sums.get(`${role} ${key}`) ?? 0) + Number(value));
    }
    // Wards: 180, 180 and 300+80; 200, 110 and 200. The office: 180 and 110+95.
    const byHand = { Wards: [740, 510], Offices: [180, 205] };
    for (const [sheet, role] of [
      ["Wards", "ward"],
      ["Offices", "office"],
    ] as const) {
      const { cells } = cellsIn(national).sheets.find(({ name }) => name === sheet)!;
      const total = totalRow(national, sheet);
      const shown = ["D", "E"].map((column) => cells.get(`${column}${total}`)!);
      expect(shown.map(({ value }) => value)).toEqual(byHand[sheet]);
      expect(shown.map(({ value }) => value)).toEqual(
        ["last", "next"].map((column) => sums.get(`${role} money.all[${column}]`)),
      );
      expect(shown.map(({ formula }) => formula)).toEqual([
        expect.stringMatching(/^SUM\(/),
        expect.stringMatching(/^SUM\(/),
      ]);
    }
  });

  test("have the charts that the year declares, drawn by authority, where their figures roll up", () => {
    const { sheets } = cellsIn(national);
    const words = (sheet: string) =>
      [...sheets.find(({ name }) => name === sheet)!.cells.values()].map(({ value }) => value);
    // One ward goes from 180 to 110, one from 380 to 200, one from 180 to 200: counted ward by ward, not by authority.
    expect(words("Overview")).toContain("2 of 3 wards plan less (by SHA)");
    // Three wards have a room each; of the register's bodies five file for wards, the house among them.
    expect(words("Wards")).toContain("3 rooms are open in 5 wards");
    expect(words("Chart figures")).toEqual(
      expect.arrayContaining(["Y01  Northern", "Y02  Southern", 310, 200]),
    );
    expect(words("Left out")).toContain("Chart: Cost of a bed");
    expect(
      Object.keys(unzipSync(readFileSync(national))).filter((name) => /charts\/chart\d+\.xml$/.test(name)),
    ).toHaveLength(2);
  });

  test("make the same workbook again from the same summaries", async () => {
    const again = join(away, "again.xlsx");
    await rolledUp(again, [south, north], "--register", register);
    expect(digest(again)).toBe(digest(national));
  });

  test("are also a page to read", () => {
    const text = readFileSync(page, "utf8");
    expect(text).toContain("Strategic health authorities together");
    expect(text).toContain("As of 2 April 2001");
    expect(text).toContain("2 of 3 wards plan less (by SHA)");
  });

  test("are told apart by their folders where their files are called alike", async () => {
    const files = ["one", "two"].map((name) => join(away, name, "summary.xlsx"));
    files.forEach((file, at) => {
      mkdirSync(join(file, ".."), { recursive: true });
      copyFileSync(at === 0 ? north : south, file);
    });
    const ran = await rolledUp(join(away, "alike.xlsx"), files);
    expect(ran.code).toBe(0);
    const { cells } = cellsIn(join(away, "alike.xlsx")).sheets.find(({ name }) => name === "Sources")!;
    expect([...cells.values()].map(({ value }) => value)).toEqual(expect.arrayContaining(files));
  });
});

describe("what can't be rolled up is named, and nothing is written", () => {
  test("a file that is no summary", async () => {
    expect(await refusal(north, join(folder, "south returns", "V01 ward.xlsx"))).toEqual([
      "V01 ward.xlsx can't be rolled up: it is no summary made by this program. Name summaries made with imt consolidate --sha.",
    ]);
  });

  test("a summary that is given twice, and two of one authority", async () => {
    const copy = join(away, "copy.xlsx");
    copyFileSync(north, copy);
    expect(await refusal(north, copy, south)).toEqual([
      "copy.xlsx and north.xlsx are the same summary, of Y01. Name one of them.",
    ]);
    const other = join(away, "other");
    await summaryOf(other, "y01", NORTH.slice(0, 1), planningYear("2001-02", TEMPLATES));
    expect(await refusal(north, `${other}.xlsx`)).toEqual([
      "north.xlsx and other.xlsx are both the summary of Y01. Name the one that counts.",
    ]);
  });

  test("a summary made with newer definitions, whose figures would be lost", async () => {
    const newer = join(away, "newer-summary");
    const returns: Sent = [
      ["V01", "ward", { "cover.region": "Y02", "money.rent[next]": 7, "money.rent[last]": 7 }],
    ];
    await summaryOf(newer, "y02", returns, planningYear("2001-02", NEWER), NEWER);
    expect(await refusal(north, `${newer}.xlsx`)).toEqual([
      "newer-summary.xlsx can't be rolled up: 2 of its facts are under keys that the definitions of 2001/02 here do not have, as money.rent[last] of V01 (ward, version 2.0). It was made with others: use those (--templates FOLDER), or the newest version of this program.",
    ]);
  });

  test("a summary from whose facts rows were deleted, or in which a value was typed over", async () => {
    const fewer = await changed("fewer.xlsx", "Facts", (sheet) => {
      for (const key of ["money.staff[next]", "money.all[next]"]) sheet.getRow(keyRow(key)).values = [];
    });
    const typed = await changed("typed.xlsx", "Facts", (sheet) => {
      sheet.getCell(keyRow("money.all[next]"), KEY + 1).value = 999;
    });
    const after =
      "Take the workbook as it was made, or have it made anew; what is wrong in a return is put right in the return.";
    expect(await refusal(fewer, typed)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^fewer.xlsx can't be rolled up: its sheet Facts is not as it was made: 2 of the \\d+ facts of W01 \\(ward\\) are gone\\. ${after}$`,
        ),
      ),
      `typed.xlsx can't be rolled up: its sheet Facts is not as it was made: a value of W01 (ward) is not what it was. ${after}`,
    ]);
  });

  test.each([
    [["--letters", "letters"], "letters"],
    [["--previous", "before.xlsx"], "previous"],
  ])("an option that is for one authority's summary: %s", async (args, name) => {
    const ran = await rolledUp(join(away, "refused.xlsx"), [north], ...args);
    expect([ran.code, ran.remarked]).toEqual([
      2,
      [expect.stringContaining(`With --national, imt consolidate takes no --${name}.`)],
    ]);
  });
});

describe("what is odd about a summary is said, and it is rolled up", () => {
  test("a figure that was typed over on another sheet than Facts: the facts count", async () => {
    const total = totalRow(north, "Wards");
    const typed = await changed("spend.xlsx", "Wards", (sheet) => {
      sheet.getCell(`E${total}`).value = 1_000;
    });
    const ran = await rolledUp(join(away, "odd.xlsx"), [typed]);
    expect(ran.said).toContain(
      `spend.xlsx: Totals on its sheets are not what its facts make: Wards E${total} shows 1,000, the facts make 310. The facts are rolled up.`,
    );
  });

  test("returns of a version that nobody knows here, and facts that nobody counted", async () => {
    const old = join(away, "old");
    await summaryOf(old, "y02", SOUTH, planningYear("2001-02", OLDER));
    const unsealed = await changed("unsealed.xlsx", "Sources", (sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (typeof cell.value === "string" && cell.value.startsWith("imt-facts|")) cell.value = null;
        });
      });
    });
    const ran = await rolledUp(join(away, "odd.xlsx"), [`${old}.xlsx`, unsealed]);
    expect(ran.said).toEqual(
      expect.arrayContaining([
        "old.xlsx: One return is of version 0.9 of the ward return, which the definitions here do not have; read as of the version that they have.",
        "unsealed.xlsx: It does not say how many facts it was made with, as a newer one does on its sheet Sources, so nobody can tell whether some were deleted.",
      ]),
    );
  });
});
