import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import { parseAddress, type RawValue } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import { readWorkbook } from "../../src/xlsx/read";
import { writeWorkbook } from "../../src/xlsx/write";
import { REGISTER_TEXT, TEMPLATES as WARDS, entriesOf, year } from "../summary/wards";
import { made } from "../support/made";
import { cellsIn, valueAt } from "../support/saved";
import { scratch } from "../support/scratch";
import { TEMPLATES as SHIPPED, digest, imt, registerIn, type Ran } from "./imt";

const folder = made("cli-consolidate-previous");
const away = scratch();
const register = registerIn(away, REGISTER_TEXT);
/** The small year beside the standing checks of the program. */
const TEMPLATES = join(away, "templates");
cpSync(WARDS, TEMPLATES, { recursive: true });
copyFileSync(join(SHIPPED, "checks.yaml"), join(TEMPLATES, "checks.yaml"));
const returns = join(folder, "returns");
const first = join(folder, "first.xlsx");
const entered = join(folder, "entered.xlsx");
const FALLS = { "money.staff[next]": 20 };

async function returnFile(code: string, changes: Readonly<Record<string, RawValue>>): Promise<void> {
  const filling = {
    entries: entriesOf(code, "ward", changes),
    prefilled: new Set<string>(),
    organisation: null,
  };
  const layout = layoutTemplate(year.templates.get("ward")!, filling);
  writeFileSync(join(returns, `${code}.xlsx`), await writeWorkbook(layout));
}

const consolidate = (to: string, ...args: readonly string[]): Promise<Ran> =>
  imt(
    ...["consolidate", returns, "--sha", "y01", "--register", register, "--out", to],
    ...["--templates", TEMPLATES, ...args],
  );

/** Where a row with this hidden key stands on a sheet. */
function rowOf(file: string, sheet: string, key: string): number {
  const { cells } = cellsIn(file).sheets.find(({ name }) => name === sheet)!;
  const [address] = [...cells].find(([, { value }]) => value === key)!;
  return parseAddress(address)!.row;
}

/** Enters values into a workbook as somebody would, into cells of the row with this key. */
async function enter(
  from: string,
  to: string,
  entries: readonly (readonly [string, string, string, RawValue])[],
) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(from);
  for (const [sheet, key, column, value] of entries)
    workbook.getWorksheet(sheet)!.getCell(`${column}${rowOf(from, sheet, key)}`).value = value as string;
  await workbook.xlsx.writeFile(to);
}

beforeAll(async () => {
  mkdirSync(returns, { recursive: true });
  await returnFile("W01", {});
  await returnFile("W02", FALLS);
  await returnFile("W04", FALLS);
  await consolidate(first);
  await enter(first, entered, [
    ["Assurance", "judgements.enough", "H", "Not assured"],
    ["Assurance", "judgements.enough", "J", "A. Person"],
    ["Assurance", "own_spend.wages", "F", 12],
    ["Assurance", "own_spend.wages", "G", 13],
    ["Explanations", "verdicts.W02.ward.WD01", "I", "Accepted"],
    ["Explanations", "verdicts.W04.ward.WD01", "I", "Queried"],
    ["Explanations", "verdicts.W04.ward.WD01", "J", "Asked on the telephone."],
  ]);
}, 60_000);

describe("imt consolidate --previous", () => {
  test("keeps what was entered in an earlier summary and says how much that is", async () => {
    const to = join(folder, "second.xlsx");
    const { code, said, remarked } = await consolidate(to, "--previous", entered);
    expect([code, remarked]).toEqual([1, []]);
    expect(said).toEqual([
      "Northern Region: 3 of 4 ward returns received, 0 of 1 office returns, 2 not received; 3 files read.",
      `Kept from ${entered}: 1 judgement, 2 figures of own spend, 2 verdicts.`,
      "Since then nothing has changed.",
      `Summary: ${to}`,
    ]);
    const workbook = cellsIn(to);
    const row = rowOf(to, "Explanations", "verdicts.W04.ward.WD01");
    expect(["H", "I", "J"].map((column) => valueAt(workbook, "Explanations", `${column}${row}`))).toEqual([
      "▲ Queried",
      "Queried",
      "Asked on the telephone.",
    ]);
    const judged = rowOf(to, "Assurance", "judgements.enough");
    expect(valueAt(workbook, "Assurance", `H${judged}`)).toBe("Not assured");
  });

  test("the same input gives the same bytes, and so does what was made of it", async () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => join(away, `${name}.xlsx`));
    await consolidate(a!, "--previous", entered);
    await consolidate(b!, "--previous", entered);
    await consolidate(c!, "--previous", a!);
    expect([digest(b!), digest(c!)]).toEqual([digest(a!), digest(a!)]);
  });

  test("the earlier summary may lie among the returns, and be replaced by the new one", async () => {
    const own = join(returns, "summary.xlsx");
    copyFileSync(entered, own);
    const before = digest(own);
    const { said } = await consolidate(own, "--previous", own);
    expect(said.slice(0, 2)).toEqual([
      "Northern Region: 3 of 4 ward returns received, 0 of 1 office returns, 2 not received; 3 files read.",
      `Kept from ${own}: 1 judgement, 2 figures of own spend, 2 verdicts.`,
    ]);
    expect(digest(own)).not.toBe(before);
    rmSync(own);
  });

  test("tells of verdicts whose finding is gone or has changed", async () => {
    const other = made("cli-consolidate-previous-other");
    const original = returns;
    mkdirSync(join(other, "returns"));
    for (const name of ["W01.xlsx", "W02.xlsx", "W04.xlsx"])
      copyFileSync(join(original, name), join(other, "returns", name));
    const filling = (changes: Readonly<Record<string, RawValue>>, code: string) => ({
      entries: entriesOf(code, "ward", changes),
      prefilled: new Set<string>(),
      organisation: null,
    });
    const ward = year.templates.get("ward")!;
    const write = async (code: string, changes: Readonly<Record<string, RawValue>>) =>
      writeFileSync(
        join(other, "returns", `${code}.xlsx`),
        await writeWorkbook(layoutTemplate(ward, filling(changes, code))),
      );
    await write("W02", { "money.staff[next]": 30 });
    await write("W04", {});
    const to = join(other, "summary.xlsx");
    const { said } = await imt(
      ...["consolidate", join(other, "returns"), "--sha", "Y01", "--register", register, "--out", to],
      ...["--templates", TEMPLATES, "--previous", entered],
    );
    expect(said.slice(1, 4)).toEqual([
      `Kept from ${entered}: 1 judgement, 2 figures of own spend, 1 verdict.`,
      "One verdict is on a finding that has changed since; the sheet Explanations says so beside it.",
      "One verdict belongs to no finding any more; it stands at the end of the sheet Explanations.",
    ]);
  });

  test.each([
    [
      "a summary of another authority",
      "Y02",
      "it is the summary of Y01 for 2001-02, and this one is of Y02 for 2001-02.",
    ],
  ])("refuses %s with a sentence, and writes nothing", async (_, sha, says) => {
    const to = join(away, "refused.xlsx");
    const { code, said, remarked } = await imt(
      ...["consolidate", returns, "--sha", sha, "--register", register, "--out", to],
      ...["--templates", TEMPLATES, "--previous", entered],
    );
    expect([code, said]).toEqual([2, []]);
    expect(remarked[0]).toContain(`The file ${entered}, named by --previous, can't be used: ${says}`);
    expect(() => readFileSync(to)).toThrow();
  });

  test("refuses a return, a text file and one that is not there", async () => {
    const to = join(away, "refused.xlsx");
    const text = join(away, "notes.xlsx");
    writeFileSync(text, "judgements");
    const told = async (file: string) => {
      const { code, remarked } = await consolidate(to, "--previous", file);
      return [code, remarked[0]];
    };
    expect(await told(join(returns, "W01.xlsx"))).toEqual([
      2,
      expect.stringContaining("can't be used: it is no summary made by this program") as string,
    ]);
    expect(await told(text)).toEqual([2, expect.stringContaining(`${text}, named by --previous`) as string]);
    expect(await told(join(away, "gone.xlsx"))).toEqual([2, expect.stringContaining("gone.xlsx") as string]);
  });

  test("reads the summary of a large authority, with more than a million values", async () => {
    const large = join(away, "large.xlsx");
    const parts = unzipSync(new Uint8Array(readFileSync(entered)));
    const facts = "xl/worksheets/sheet8.xml";
    const xml = strFromU8(parts[facts]!);
    const cells = Array.from({ length: 11 }, () => "<c><v>7</v></c>").join("");
    const rows = Array.from({ length: 100_000 }, () => `<row>${cells}</row>`).join("");
    expect(xml).toContain("</sheetData>");
    parts[facts] = strToU8(xml.replace("</sheetData>", `${rows}</sheetData>`));
    writeFileSync(large, zipSync(parts, { level: 1 }));
    expect(readWorkbook(new Uint8Array(readFileSync(large))).kind).toBe("refused");
    const { said } = await consolidate(join(away, "of-large.xlsx"), "--previous", large);
    expect(said[1]).toBe(`Kept from ${large}: 1 judgement, 2 figures of own spend, 2 verdicts.`);
  }, 60_000);

  test("an accepted explanation leaves nothing to do: code 0", async () => {
    const own = made("cli-consolidate-previous-all");
    const only = registerIn(scratchIn(own), "code,name,type,sha\nW02,Wend Hospital,Hospital,Y01\n");
    const files = join(own, "returns");
    mkdirSync(files);
    copyFileSync(join(returns, "W02.xlsx"), join(files, "W02.xlsx"));
    const run = (to: string, ...args: readonly string[]) =>
      imt(
        ...["consolidate", files, "--sha", "Y01", "--register", only, "--out", to],
        ...["--templates", TEMPLATES, ...args],
      );
    const [before, filled, after] = ["before", "filled", "after"].map((name) => join(own, `${name}.xlsx`));
    expect((await run(before!)).code).toBe(1);
    await enter(before!, filled!, [["Explanations", "verdicts.W02.ward.WD01", "I", "Accepted"]]);
    expect((await run(after!, "--previous", filled!)).code).toBe(0);
  });
});

function scratchIn(parent: string): string {
  const path = join(parent, "register");
  mkdirSync(path);
  return path;
}
