import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { made } from "../support/made";
import { scratch } from "../support/scratch";
import { imtFirstPart, registerIn, returnFile, template, type Ran } from "./imt";

interface JsonFinding {
  readonly code: string;
  readonly level: string;
  readonly sheet: string;
  readonly cells: readonly string[];
}

interface JsonLine {
  readonly file: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly findings: readonly JsonFinding[];
  readonly refused: { readonly code: string; readonly message: string } | null;
}

const folder = made("cli-check");
const away = scratch();
const register = registerIn(away);
const lines = ({ said }: Ran) => said.map((line) => JSON.parse(line) as JsonLine);
const KEYS = ["file", "year", "role", "version", "org", "name", "status", "values", "findings", "refused"];

let right = "";
let wrong = "";
let explained = "";
const text = join(away, "notes.xlsx");

beforeAll(async () => {
  writeFileSync(text, "code,name\nX01,Example\n");
  right = await returnFile(folder, "X01 right.xlsx");
  wrong = await returnFile(folder, "X01 wrong.xlsx", {
    "spend.staff[plan_revenue]": null,
    "spend.agency[plan_revenue]": null,
    "spend.staff[memo_capital]": 9_999,
    "filing.fd_date": 39_172,
  });
  explained = await returnFile(folder, "X01 explained.xlsx", {
    "spend.staff[memo_revenue]": 9_999,
    "explanations.ar10[reason]": "A grant that is paid next year.",
  });
}, 60_000);

describe("imt check, in words", () => {
  test("a right return: whose it is, what it is, and that nothing is left; code 0", async () => {
    const { code, said, remarked } = await imtFirstPart("check", right);
    expect([code, remarked]).toEqual([0, []]);
    expect(said).toEqual([
      right,
      `  X01 Example Hospital NHS Trust · ${template.title} 2007/08 · provider · draft`,
      "  ✔ Nothing to put right or to explain.",
      "",
    ]);
  });

  test("a wrong one: how many, each with sheet, cells, code, message and fix, the gravest first; code 1", async () => {
    const { code, said } = await imtFirstPart("check", wrong);
    expect(code).toBe(1);
    expect(said[2]).toBe("  2 to put right, 1 to explain, 0 explained, 0 to note");
    expect(said.indexOf("  To put right")).toBeLessThan(said.indexOf("  To explain"));
    expect(said).toContain("  ✖ IM&T spend · G10, G11  [CV01]");
    expect(said).toContain("  ▲ IM&T spend · K10 · 100 IM&T staff, memo: of which NPfIT capital  [AR11]");
    expect(said.some((line) => line.startsWith("      → Enter the answer."))).toBe(true);
    for (const line of said.slice(1)) expect(line.length).toBeLessThanOrEqual(101);
  });

  test("one whose findings are all explained is settled: the reason stands in place of the fix; code 0", async () => {
    const { code, said } = await imtFirstPart("check", explained);
    expect(code).toBe(0);
    expect(said[2]).toBe("  0 to put right, 0 to explain, 1 explained, 0 to note");
    expect(said).toContain("      Explained: A grant that is paid next year.");
    expect(said.join("\n")).not.toContain("→");
  });

  test("a file that is no workbook: that it can't be read, and why; code 2", async () => {
    const { code, said } = await imtFirstPart("check", text);
    expect(code).toBe(2);
    expect(said[0]).toBe(text);
    expect(said[1]).toContain("  ✖ Can't be read. This is a plain text file");
  });

  test("of several files the worst decides the code, and each is told", async () => {
    const { code, said } = await imtFirstPart("check", right, wrong, text);
    expect(code).toBe(2);
    for (const file of [right, wrong, text]) expect(said).toContain(file);
    expect((await imtFirstPart("check", right, wrong)).code).toBe(1);
    const first = join(away, "A first by name.xlsx");
    writeFileSync(first, "");
    expect((await imtFirstPart("check", right, first)).code).toBe(2);
    expect((await imtFirstPart("check", right, explained)).code).toBe(0);
  });

  test("with a register the organisation is held against it", async () => {
    expect((await imtFirstPart("check", right, "--register", register)).code).toBe(0);
    const other = registerIn(scratchFolder("other"), "code,name,type,sha\nX02,Lowmoor PCT,PCT,Q30\n");
    const { code, said } = await imtFirstPart("check", right, "--register", other);
    expect(code).toBe(1);
    expect(said.join("\n")).toContain("[ID01]");
  });

  test("a file that is not there, or a folder with no workbook, is said; code 2", async () => {
    const gone = join(away, "gone.xlsx");
    expect(await imtFirstPart("check", gone)).toEqual({
      code: 2,
      said: [],
      remarked: [`There is no file or folder ${gone}.`],
    });
    const empty = scratchFolder("empty");
    writeFileSync(join(empty, "~$X01.xlsx"), "lock");
    writeFileSync(join(empty, "minutes.docx"), "words");
    expect(await imtFirstPart("check", empty)).toEqual({
      code: 2,
      said: [],
      remarked: [`There is no workbook in ${empty}.`],
    });
  });

  test("a folder is searched through, in the order of names; lock files of Excel and other files are left out", async () => {
    const tree = scratchFolder("tree");
    mkdirSync(join(tree, "b"));
    for (const name of ["z.xlsx", "~$z.xlsx", "notes.txt", join("b", "old.XLS"), "a.ods"])
      writeFileSync(join(tree, name), "x,y\n");
    const { code, said } = await imtFirstPart("check", tree);
    expect(code).toBe(2);
    expect(said.filter((line) => line.startsWith(tree))).toEqual([
      join(tree, "a.ods"),
      join(tree, "b", "old.XLS"),
      join(tree, "z.xlsx"),
    ]);
  });

  test("a file that is named twice is checked once", async () => {
    expect(
      (await imtFirstPart("check", right, right, folder)).said.filter((line) => line === right),
    ).toHaveLength(1);
  });

  test("how far long work has come is told beside the results", async () => {
    const many = scratchFolder("many");
    for (let at = 0; at < 20; at += 1) writeFileSync(join(many, `${at}.xlsx`), "");
    const { remarked } = await imtFirstPart("check", many);
    expect(remarked).toEqual(["Checked: 10 of 20", "Checked: 20 of 20"]);
  });
});

describe("imt check --json", () => {
  test("is one line a file with exactly these keys, refused files too", async () => {
    const ran = await imtFirstPart("check", right, wrong, text, "--json");
    expect([ran.code, ran.said.length]).toEqual([2, 3]);
    for (const line of lines(ran)) expect(Object.keys(line)).toEqual(KEYS);
    expect(ran.remarked).toEqual([]);
  });

  test("says who, what and every value by its key: blanks null, dates ISO", async () => {
    const ran = await imtFirstPart("check", wrong, "--json");
    const [line] = lines(ran);
    expect(ran.code).toBe(1);
    expect(line).toMatchObject({
      file: wrong,
      year: "2007-08",
      role: "provider",
      version: template.version,
      org: "X01",
      name: "Example Hospital NHS Trust",
      status: "draft",
      refused: null,
    });
    const open = [...template.fields.values()]
      .filter(({ source }) => source.kind !== "closed")
      .map(({ key }) => key);
    expect(Object.keys(line!.values)).toEqual(open);
    expect(line!.values).toMatchObject({
      "spend.staff[plan_revenue]": null,
      "spend.staff[forecast_revenue]": 1_628,
      "filing.fd_date": "2007-03-31",
      "cover.org_code": "X01",
      "outturn.net[total]": null,
    });
  });

  test("has findings with exactly these keys, a reason only where one is given", async () => {
    const keys = ["code", "level", "sheet", "cells", "message", "fix", "source"];
    const [open] = lines(await imtFirstPart("check", wrong, "--json"));
    const shown = open!.findings.map(({ code, level, sheet, cells }) => [code, level, sheet, cells]);
    expect(shown).toEqual([
      ["CV01", "fix", "IM&T spend", ["G10", "G11"]],
      ["AR11", "explain", "IM&T spend", ["K10"]],
    ]);
    for (const finding of open!.findings) expect(Object.keys(finding)).toEqual(keys);
    const [settled] = lines(await imtFirstPart("check", explained, "--json"));
    expect(settled!.findings).toEqual([
      expect.objectContaining({ code: "AR10", reason: "A grant that is paid next year." }),
    ]);
    expect(Object.keys(settled!.findings[0]!)).toEqual([...keys, "reason"]);
  });

  test("a refused file has a code and a message, and nothing else", async () => {
    const [line] = lines(await imtFirstPart("check", text, "--json"));
    expect(line).toEqual({
      file: text,
      year: null,
      role: null,
      version: null,
      org: null,
      name: null,
      status: null,
      values: {},
      findings: [],
      refused: { code: "text_file", message: expect.stringContaining("plain text file") as string },
    });
  });
});

function scratchFolder(name: string): string {
  const path = join(away, name);
  mkdirSync(path);
  return path;
}
