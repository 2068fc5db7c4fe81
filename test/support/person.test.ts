import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { strFromU8, unzipSync } from "fflate";

import { cellsIn, valueAt } from "./saved";
import { made } from "./made";
import { editWorkbooks, person, type Edit } from "./person";
import { scratch } from "./scratch";
import { describeWith } from "./skipping";
import { writeWorkbook } from "../../src/xlsx/write";
import { SheetDraft, type Layout } from "../../src/layout";

jest.setTimeout(120_000);

/** Two protected sheets: figures with a sum whose result is wrong on purpose, and a cell that is formatted as text beside a row of merged cells. */
function layout(): Layout {
  const rest = {
    portrait: true,
    freeze: { rows: 0, columns: 0 },
    protected: true,
    titleRows: [1, 1] as const,
    footer: "",
  };
  const figures = new SheetDraft("Figures");
  [10, 20, 30].forEach((value, at) => {
    figures.set(at + 1, 1, { value: `key ${at + 1}`, role: "key" });
    figures.set(at + 1, 2, { value, role: "input", format: "money" });
  });
  figures.set(4, 2, { formula: "SUM(B1:B3)", value: 999, role: "total", format: "money" });
  figures.merged({ top: 6, bottom: 6, left: 1, right: 3 }, { value: "merged", role: "intro" });
  const words = new SheetDraft("Words");
  words.set(1, 1, { value: "text", role: "input_text", format: "text" });
  words.set(2, 1, { formula: "'Figures'!B4", role: "calculated" });
  return { title: "Sample", sheets: [figures.sheet(rest), words.sheet(rest)] };
}

async function written(folder: string, name: string): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, await writeWorkbook(layout()));
  return file;
}

describeWith(person, "editing workbooks as a person", () => {
  const folder = made("support-person");
  const out = scratch();
  let from = "";
  const planned: { readonly name: string; readonly edits: readonly Edit[] }[] = [];
  beforeAll(async () => {
    from = await written(folder, "sample.xlsx");
    await editWorkbooks(planned.map(({ name, edits }) => ({ from, to: join(out, `${name}.xlsx`), edits })));
  });

  /** Plans edits of the sample, which are all done in one LibreOffice, since starting it takes longest; gives what it saved. */
  const afterwards = (name: string, ...edits: readonly Edit[]) => {
    planned.push({ name, edits });
    return () => cellsIn(join(out, `${name}.xlsx`));
  };

  const set = (cell: string, value: number | string | boolean | null): Edit => ({
    kind: "set",
    sheet: "Figures",
    cell,
    value,
  });
  const entered = afterwards(
    "set",
    set("B1", 1.5),
    set("B2", "12 k"),
    set("B3", null),
    set("D1", true),
    set("D2", "=SUM(B1,Words!A2)*2"),
  );
  const unchanged = afterwards("unchanged");
  test("puts figures, texts, truth values and formulas into cells, and works the others out", () => {
    const book = entered();
    const values = ["B1", "B2", "B3", "B4", "D1", "D2"].map((cell) => valueAt(book, "Figures", cell));
    expect(values).toEqual([1.5, "12 k", null, 1.5, true, 6]);
    expect(valueAt(book, "Words", "A2")).toBe(1.5);
    // Also where nothing was changed and the file holds a wrong result.
    expect(valueAt(unchanged(), "Figures", "B4")).toBe(60);
  });

  const TYPED: readonly (readonly [text: string, becomes: number | string])[] = [
    ["1,250", 1250],
    ["£1,250", 1250],
    ["-75", -75],
    ["5%", 0.05],
    ["31/03/2007", 39_172],
    ["12 k", "12 k"],
    ["=1000+234", 1234],
    ["5E1", 50],
  ];
  const typed = afterwards(
    "type",
    ...TYPED.map(([text], at): Edit => ({ kind: "type", sheet: "Figures", cell: `D${at + 1}`, text })),
    { kind: "type", sheet: "Words", cell: "A1", text: "5E1" },
  );
  test("types at the keyboard as in the United Kingdom, and keeps text where a cell is for text", () => {
    const book = typed();
    expect(TYPED.map((_, at) => valueAt(book, "Figures", `D${at + 1}`))).toEqual(
      TYPED.map(([, value]) => value),
    );
    expect(valueAt(book, "Words", "A1")).toBe("5E1");
  });

  const shifted = afterwards(
    "shifted",
    { kind: "insertRows", sheet: "Figures", at: 2, count: 2 },
    { kind: "insertColumns", sheet: "Figures", at: "A", count: 1 },
    { kind: "deleteRows", sheet: "Figures", at: 1, count: 1 },
    { kind: "deleteColumns", sheet: "Figures", at: "B", count: 1 },
  );
  test("inserts and deletes rows and columns; formulas follow", () => {
    const book = shifted();
    const { cells } = book.sheets[0]!;
    expect(["B3", "B4", "B5"].map((cell) => cells.get(cell)?.value)).toEqual([20, 30, 50]);
    expect(cells.get("B5")?.formula).toBe("SUM(B1:B4)");
    expect(cells.get("A3")).toBeUndefined();
  });

  const pasted = afterwards(
    "pasted",
    { kind: "copyRow", sheet: "Figures", from: 3, to: 1, into: "inserted" },
    { kind: "copyRow", sheet: "Figures", from: 2, to: 3, into: "over" },
    { kind: "copy", sheet: "Figures", range: "B4:B5", toSheet: "Words", to: "C1" },
    { kind: "move", sheet: "Figures", range: "A4:B4", toSheet: "Figures", to: "E1" },
  );
  test("copies rows and parts, and cuts and pastes", () => {
    const book = pasted();
    const figures = ["A1", "B1", "A3", "B3", "A4", "B4", "E1", "F1"];
    expect(figures.map((cell) => valueAt(book, "Figures", cell))).toEqual([
      ...["key 3", 30, "key 1", 10],
      ...[null, null, "key 3", 30],
    ]);
    expect(valueAt(book, "Words", "C1")).toBe(30);
  });

  const sheets = afterwards(
    "sheets",
    { kind: "rename", sheet: "Figures", name: "It's ours" },
    { kind: "copySheet", sheet: "It's ours", name: "Copy", to: 1 },
    { kind: "moveSheet", sheet: "It's ours", to: 2 },
    { kind: "hide", sheet: "Copy" },
  );
  const fewer = afterwards(
    "fewer",
    { kind: "hide", sheet: "Figures" },
    { kind: "show", sheet: "Figures" },
    { kind: "removeSheet", sheet: "Words" },
  );
  test("renames, moves, copies, hides, shows and removes sheets", () => {
    const book = sheets();
    expect(book.sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual([
      "Copy hidden",
      "Words visible",
      "It's ours visible",
    ]);
    expect(book.sheets[1]?.cells.get("A2")).toEqual({ value: 60, formula: "'It''s ours'!B4" });
    expect(fewer().sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual([
      "Figures visible",
    ]);
  });

  afterwards(
    "protection",
    { kind: "set", sheet: "Figures", cell: "D9", value: 1 },
    { kind: "unprotect", sheet: "Words" },
  );
  test("protects a sheet again after an edit, unless its protection was lifted for good", () => {
    const parts = unzipSync(new Uint8Array(readFileSync(join(out, "protection.xlsx"))));
    const isProtected = (part: string) => strFromU8(parts[part]!).includes("<sheetProtection");
    expect([isProtected("xl/worksheets/sheet1.xml"), isProtected("xl/worksheets/sheet2.xml")]).toEqual([
      true,
      false,
    ]);
  });

  test("does all that can be done, and names each job and edit that could not", async () => {
    const broken = join(out, "broken.xlsx");
    writeFileSync(broken, "PK\u0003\u0004 no workbook");
    const jobs = [
      { from: broken, to: join(out, "one.xlsx"), edits: [] },
      { from, to: join(out, "two.xlsx"), edits: [{ kind: "hide", sheet: "None" } as const] },
      // Into a merged cell LibreOffice pastes no other, and says nothing.
      {
        from,
        to: join(out, "three.xlsx"),
        edits: [{ kind: "copy", sheet: "Figures", range: "A6", toSheet: "Figures", to: "B6" } as const],
      },
      { from, to: join(out, "four.xlsx"), edits: [] },
    ];
    const message = await editWorkbooks(jobs).catch((error: unknown) => String(error));
    expect(message).toContain("3 of 4 workbooks were not edited");
    expect(message).toMatch(/one\.xlsx: \S/);
    expect(message).toContain('two.xlsx: edit 1, {"kind": "hide", "sheet": "None"}: there is no sheet None');
    expect(message).toMatch(/three\.xlsx: edit 1, .*LibreOffice did not paste it/);
    expect(["one", "two", "three", "four"].map((name) => existsSync(join(out, `${name}.xlsx`)))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test("is stopped where a job takes too long, and says which", async () => {
    const late = join(out, "late.xlsx");
    await expect(editWorkbooks([{ from, to: late, edits: [] }], { timeout: 1 })).rejects.toThrow(
      /late\.xlsx took longer than 0\.001 s/,
    );
    expect(existsSync(late)).toBe(false);
  });
});

describe("jobs that would be mixed up", () => {
  const folder = scratch();

  test("are refused before LibreOffice is started", async () => {
    const from = await written(folder, "one.xlsx");
    const to = join(folder, "two.xlsx");
    const job = { from, to, edits: [] };
    await expect(editWorkbooks([job, job])).rejects.toThrow(/two jobs would save as two\.xlsx/);
    await expect(editWorkbooks([{ ...job, to: from }])).rejects.toThrow(/one\.xlsx would be overwritten/);
    await expect(editWorkbooks([{ ...job, from: to }])).rejects.toThrow(/there is no file/);
    await editWorkbooks([]);
    expect(readdirSync(folder)).toEqual(["one.xlsx"]);
  });
});
