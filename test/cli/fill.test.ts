import { existsSync, linkSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";

import { foundValue, statusOf } from "../../src/return";
import { made } from "../support/made";
import { openpyxl, python } from "../support/openpyxl";
import { cellsIn, returnIn } from "../support/saved";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";
import { digest, imtFirstPart, registerIn, returnFile, template, year } from "./imt";

const folder = made("cli-fill");
const away = scratch();
const valueIn = (file: string, ...keys: readonly string[]) => {
  const found = returnIn(cellsIn(file), year);
  return keys.map((key) => foundValue(found, key));
};

let count = 0;
/** A CSV of values with these lines under its headings. */
function csv(...lines: readonly string[]): string {
  const file = join(away, `values ${(count += 1)}.csv`);
  writeFileSync(file, ["key,value", ...lines, ""].join("\n"));
  return file;
}

const fill = (file: string, values: string, out: string) =>
  imtFirstPart("fill", file, "--values", values, "--out", out);
const refusedFill = async (file: string, values: string) => {
  const out = join(away, "never.xlsx");
  const { code, said, remarked } = await fill(file, values, out);
  expect([code, said, existsSync(out)]).toEqual([2, [], false]);
  return remarked;
};

let blank = "";
let right = "";

beforeAll(async () => {
  blank = join(folder, "blank.xlsx");
  const register = registerIn(away);
  const args = ["--role", "provider", "--org", "X01", "--register", register, "--out", blank];
  await imtFirstPart("template", ...args);
  right = await returnFile(folder, "X01 right.xlsx");
}, 60_000);

describe("imt fill", () => {
  test("puts values into a fresh workbook and says how many and what comes next; the given file stays as it is", async () => {
    const before = digest(blank);
    const out = join(folder, "filled.xlsx");
    const values = csv(
      'spend.staff[plan_revenue],"1,250"',
      "spend.recharges[plan_revenue],-300",
      "filing.status,FINAL",
      "filing.fd_date,31/03/2007",
      'filing.prepared_by,"Ann, “ext.” 12"',
    );
    expect(await fill(blank, values, out)).toEqual({
      code: 0,
      said: [
        `Put in 5 values: ${out}`,
        `Next: imt check "${out}" says what is still to be filled in or put right.`,
      ],
      remarked: [],
    });
    const keys = ["filing.status", "filing.prepared_by", "spend.staff[plan_revenue]", "cover.org_code"];
    expect(valueIn(out, ...keys)).toEqual(["Final", "Ann, “ext.” 12", 1_250, "X01"]);
    expect(valueIn(out, "spend.net[plan_revenue]", "spend.staff[forecast_revenue]")).toEqual([950, null]);
    expect(digest(blank)).toBe(before);
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  test("keeps what the file holds, puts the values over it and clears where the value is empty", async () => {
    const out = join(folder, "changed.xlsx");
    const { said } = await fill(
      right,
      csv("spend.staff[plan_revenue],1", "spend.agency[plan_revenue],", "filing.fd_name,"),
      out,
    );
    expect(said[0]).toBe(`Put in 1 value, cleared 1: ${out}`);
    expect(
      valueIn(
        out,
        "spend.staff[plan_revenue]",
        "spend.agency[plan_revenue]",
        "spend.staff[forecast_revenue]",
      ),
    ).toEqual([1, null, 1_628]);
  });

  test("carries entries that are wrong over as they are", async () => {
    const wrong = await returnFile(folder, "X01 wrong.xlsx", {
      "spend.staff[plan_revenue]": "12 k",
      "spend.agency[plan_revenue]": 1.5,
      "filing.status": "Perhaps",
    });
    const out = join(folder, "still-wrong.xlsx");
    const { code } = await fill(wrong, csv("spend.training[plan_revenue],5"), out);
    expect(code).toBe(0);
    expect(valueIn(out, "spend.staff[plan_revenue]", "spend.agency[plan_revenue]", "filing.status")).toEqual([
      "12 k",
      1.5,
      "Perhaps",
    ]);
  });

  test("takes a list of keys with a column of values added, as Excel saves it", async () => {
    const list = join(away, "keys.csv");
    writeFileSync(
      list,
      Buffer.from("Key,label,VALUE\r\nfiling.fd_name,\xa3,Caf\xe9 Ang\xe9\r\nfiling.ce_name,x\r\n", "latin1"),
    );
    const out = join(folder, "from-list.xlsx");
    expect((await fill(blank, list, out)).said[0]).toBe(`Put in 1 value: ${out}`);
    expect(valueIn(out, "filing.fd_name", "filing.ce_name")).toEqual(["Café Angé", null]);
  });

  test("can be filled step by step", async () => {
    const [first, second] = [join(folder, "step-1.xlsx"), join(folder, "step-2.xlsx")];
    await fill(blank, csv("filing.fd_name,Ann"), first);
    await fill(first, csv("filing.ce_name,Bob"), second);
    expect(valueIn(second, "filing.fd_name", "filing.ce_name", "cover.org_code")).toEqual([
      "Ann",
      "Bob",
      "X01",
    ]);
    expect(statusOf(returnIn(cellsIn(second), year))).toBe("draft");
  });
});

describe("values that don't fit are refused all together, with nothing written", () => {
  test("each by line, key and what is wanted", async () => {
    const file = csv(
      "spend.staff[plan_revenue],12 k",
      "spend.agency[plan_revenue],-1",
      "spend.hardware[plan_revenue],1,250",
      "",
      "spend.net[plan_total],12",
      "filing.year,2007/08",
      "spend.maintenance[plan_capital],1",
      "spend.staf[plan_revenue],1",
      "filing.submission,2",
      "filing.submission,3",
      ",5",
      "filing.status,Done",
    );
    expect(await refusedFill(blank, file)).toEqual([
      `${file} can't be used, and nothing was written.`,
      "Line 2: “12 k” does not fit spend.staff[plan_revenue] (100 IM&T staff, 2007/08 plan revenue). Wanted is a whole number (£000), 0 or more.",
      "Line 3: “-1” does not fit spend.agency[plan_revenue] (110 Agency, contractors and secondees, 2007/08 plan revenue). Wanted is a whole number (£000), 0 or more.",
      "Line 4: there are 3 values under 2 headings. Put quotation marks around a value that has a comma inside it.",
      "Line 6: spend.net[plan_total] (220 Net IM&T spend, 2007/08 plan total) is worked out by the workbook. Remove the line.",
      "Line 7: filing.year (Planning year) is the same in every return. Remove the line.",
      expect.stringMatching(/^Line 8: spend\.maintenance\[plan_capital\] .* is not used: nothing is entered/),
      "Line 9: the provider return has no key “spend.staf[plan_revenue]”. imt keys --year 2007-08 --role provider lists those that it has.",
      "Line 11: filing.submission already stands in line 10. Keep one of the two.",
      "Line 12: “5” has no key before it. Give its key, or remove the line.",
      "Line 13: “Done” does not fit filing.status (Status). Wanted is one of Draft, Final.",
    ]);
  });

  test("of many, the first twenty are told and how many more there are", async () => {
    const file = csv(...Array.from({ length: 23 }, (_, at) => `no.key${at},1`));
    const remarked = await refusedFill(blank, file);
    expect(remarked).toHaveLength(22);
    expect(remarked[20]).toMatch(/^Line 21: /);
    expect(remarked[21]).toBe("and 3 more");
  });

  test("a stray quotation mark is found where it stands, and the lines below it are read", async () => {
    const file = csv('filing.fd_name,"two', 'lines"', 'filing.ce_name,x"y', "filing.submission,0", 'a,"open');
    expect((await refusedFill(blank, file)).slice(1).map((line) => line.slice(0, 30))).toEqual([
      "Line 4: a quotation mark stand",
      "Line 5: “0” does not fit filin",
      "Line 6: a quotation mark is op",
    ]);
  });

  test.each([
    ["", "It has to begin with the headings key,value."],
    [
      "key,amount\nfiling.fd_name,1\n",
      "has no column value. Its first line has to hold the headings key,value.",
    ],
    ["key;value\nfiling.fd_name;1\n", "are not separated by commas. Save it as CSV, separated by commas."],
    ["key,value,value\n", "has the column value twice. Remove one of the two."],
    ["key,value\n", "holds no values, only headings."],
    ["PK\u0003\u0004key,value\n", "is not the text of a CSV. Open it in Excel and save it as CSV."],
  ])("a file that is no list of values is refused: %j", async (text, sentence) => {
    const file = join(away, "odd.csv");
    writeFileSync(file, text);
    expect((await refusedFill(blank, file)).join(" ")).toContain(sentence);
  });
});

describe("what can't be filled in is refused with a sentence", () => {
  const values = csv("filing.fd_name,Ann");

  test("no workbook, no return, or no such file", async () => {
    const text = join(away, "text.xlsx");
    writeFileSync(text, "a,b\n");
    expect((await refusedFill(text, values)).join(" ")).toContain("can't be read. This is a plain text file");
    const other = join(away, "other.xlsx");
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("Minutes").getCell("A1").value = "x";
    await workbook.xlsx.writeFile(other);
    expect(await refusedFill(other, values)).toEqual([
      `${other} can't be filled in.`,
      expect.stringContaining("not a return made by this program; its sheets are Minutes."),
    ]);
    const [gone, none] = [join(away, "gone.xlsx"), join(away, "none.csv")];
    expect((await refusedFill(gone, values))[0]).toContain(`The file ${gone} can't be read: `);
    expect((await refusedFill(blank, none))[0]).toContain(`The file ${none} can't be read: `);
  });

  test("the file itself as its own result, under whatever name, is never written over", async () => {
    const link = join(away, "link.xlsx");
    linkSync(blank, link);
    mkdirSync(join(away, "sub"));
    const before = digest(blank);
    for (const out of [blank, link, join(folder, ".", "blank.xlsx")]) {
      const { code, remarked } = await fill(blank, values, out);
      expect([code, remarked]).toEqual([
        2,
        [`${blank} stays as it is. Give the new workbook another name with --out.`],
      ]);
    }
    expect(digest(blank)).toBe(before);
  });
});

describe("what of the file is not in the new workbook is said", () => {
  const values = csv("spend.training[plan_revenue],5");

  test("values typed over what the workbook works out, or in cells that are not used", async () => {
    const typed = await returnFile(folder, "X01 typed.xlsx", {
      "spend.net[plan_total]": 12,
      "spend.maintenance[plan_capital]": 3,
    });
    const out = join(folder, "typed-filled.xlsx");
    const { remarked } = await fill(typed, values, out);
    expect(remarked).toHaveLength(1);
    expect(remarked[0]).toContain("is not carried over, because the workbook works these cells out");
    expect(remarked[0]).toContain("220 Net IM&T spend, 2007/08 plan total.");
    expect(valueIn(out, "spend.maintenance[plan_capital]")).toEqual([null]);
  });

  test("a deleted row, a formula without a result, a row twice, an old version and what it alone has", async () => {
    const old = join(folder, "X01 old.xlsx");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(right);
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (typeof cell.value === "string" && /^imt\|/.test(cell.value))
            cell.value = cell.value.replace(/\|[^|]*$/, "|0.9");
        }),
      );
    }
    const sheet = workbook.getWorksheet("IM&T spend")!;
    const rowOf = (key: string) => {
      for (let at = 1; at <= sheet.rowCount; at += 1) if (sheet.getCell(at, 1).value === key) return at;
      throw new Error(`no row ${key}`);
    };
    // A line under another key is the old one gone and one that no template has.
    sheet.getCell(rowOf("spend.agency"), 1).value = "spend.temps";
    sheet.getCell(rowOf("spend.training"), 1).value = "spend.staff";
    sheet.getCell(rowOf("spend.staff"), 7).value = { formula: "VLOOKUP(1,'[Budget.xlsx]Sheet1'!A1:B9,2,0)" };
    await workbook.xlsx.writeFile(old);
    const out = join(folder, "old-filled.xlsx");
    const given = csv("spend.agency[plan_revenue],7", "spend.training[plan_revenue],5");
    const { code, remarked } = await fill(old, given, out);
    expect(code).toBe(0);
    const said = (words: string) => remarked.filter((one) => one.includes(words));
    const now = template.version;
    expect(said(`made as version 0.9 of the return; the new workbook is version ${now}`)).toHaveLength(1);
    const [lost] = said("has no cells for these entries");
    expect(lost).toContain("110 Agency, contractors and secondees, 2006/07 forecast revenue");
    expect(lost).not.toContain("110 Agency, contractors and secondees, 2007/08 plan revenue");
    expect(said("never worked out")).toEqual([
      `${old} has formulas here that were never worked out, so these entries are blank in the new workbook: 100 IM&T staff, 2007/08 plan revenue.`,
    ]);
    expect(said("belong to no entry of the return")[0]).toContain("IM&T spend G11");
    const [twice] = said("more than once, and only the first of each was taken");
    expect(twice).toContain("100 IM&T staff");
    expect(valueIn(out, "spend.agency[plan_revenue]", "spend.agency[forecast_revenue]")).toEqual([7, null]);
  });
});

interface ByKeys {
  /** Value, type, locked or not, colour. */
  readonly cells: readonly (readonly (string | boolean)[])[];
  readonly feet: readonly string[];
}

const BY_KEYS = `
import json, sys, openpyxl
asked = json.load(sys.stdin)
book = openpyxl.load_workbook(asked["file"])
def look(block, line, column):
    for sheet in book.worksheets:
        heads = [r for r in range(1, sheet.max_row + 1) if sheet.cell(r, 1).value == "#" + block]
        rows = [r for r in range(1, sheet.max_row + 1) if sheet.cell(r, 1).value == block + "." + line]
        if heads and rows:
            for c in range(2, sheet.max_column + 1):
                if sheet.cell(heads[0], c).value == column:
                    cell = sheet.cell(rows[0], c)
                    return [str(cell.value), cell.data_type, cell.protection.locked, cell.fill.fgColor.rgb]
feet = [sheet.oddFooter.left.text or "" for sheet in book.worksheets]
print(json.dumps({"cells": [look(*one) for one in asked["keys"]], "feet": feet}))
`;

describeWith(openpyxl, "a filled workbook, read by openpyxl", () => {
  test("has figures as numbers, dates as dates, texts as texts that run no formula, and locks no entry", async () => {
    const out = join(folder, "for-openpyxl.xlsx");
    await fill(
      blank,
      csv(
        'spend.staff[plan_revenue],"1,250"',
        "filing.fd_date,2007-03-31",
        "filing.fd_name,=1+1",
        "context.wte[plan],41.5",
        "cover.org_name,012",
      ),
      out,
    );
    const keys = [
      ["spend", "staff", "plan_revenue"],
      ["filing", "fd_date", "value"],
      ["filing", "fd_name", "value"],
      ["context", "wte", "plan"],
      ["cover", "org_name", "value"],
      ["cover", "org_code", "value"],
    ];
    const read = async (file: string) => (await python(BY_KEYS, { file, keys })) as ByKeys;
    const { cells, feet } = await read(out);
    expect(cells.map((cell) => cell.slice(0, 3))).toEqual([
      ["1250", "n", false],
      ["2007-03-31 00:00:00", "d", false],
      ["=1+1", "s", false],
      ["41.5", "n", false],
      ["012", "s", false],
      ["X01", "s", false],
    ]);
    // The organisation that the file named looks put in, as it did there; what the values gave looks entered.
    const [name, code] = [cells[4]![3], cells[5]![3]];
    const before = await read(blank);
    expect(before.cells.slice(4).map((cell) => cell[3])).toEqual([code, code]);
    expect([name, name === code]).toEqual([cells[2]![3], false]);
    expect(before.feet[0]).toContain("X01 Example Hospital NHS Trust");
    expect(feet[0]).toContain("X01 012");
  });
});
