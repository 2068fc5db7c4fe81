import { parseAddress, type Cell } from "../../src/cells";
import { findingsOf, foundValue, valueOf, type Finding } from "../../src/return";

import { clear, deleteColumn, deleteRow, edited, insertRows, put, type Edit } from "./edits";
import { ALONE, RIGHT, foundIn, placeOf, rightWorkbook, template } from "./provider";

const SPEND = "IM&T spend";
const after = (...edits: readonly Edit[]) => foundIn(edited(rightWorkbook, ...edits));
const findingsAfter = (...edits: readonly Edit[]): readonly Finding[] => findingsOf(after(...edits), ALONE);
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);
const row = (key: string) => parseAddress(placeOf(key).cell)!.row;

function expectEveryEntry(...edits: readonly Edit[]): void {
  const found = after(...edits);
  expect(found.lost).toEqual([]);
  for (const [key, value] of RIGHT) expect([key, foundValue(found, key)]).toEqual([key, value]);
}

describe("the words of a line", () => {
  const AT = `C${row("spend.staff[plan_revenue]")}`;

  test("that were edited are a note at their cell, and the entries count as before", () => {
    const edit = put(SPEND, AT, { value: "IT staff (incl. bank)" });
    expectEveryEntry(edit);
    const [only, ...more] = findingsAfter(edit);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM10", level: "note", sheet: SPEND, cells: [AT] });
    expect(only!.message).toBe(
      "The line IM&T staff now reads “IT staff (incl. bank)”. Its entries are taken for IM&T staff.",
    );
  });

  test("that are another line's are to put right, with both lines and the row", () => {
    const edit = put(SPEND, AT, { value: "Software and licences" });
    expectEveryEntry(edit);
    const [only, ...more] = findingsAfter(edit);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM11", level: "fix", sheet: SPEND, cells: [AT] });
    expect(only!.message).toBe(
      "Row 10 of IM&T spend is the line IM&T staff, but reads “Software and licences”. Its entries are taken for IM&T staff.",
    );
  });

  test("that were exchanged between two lines are named at both", () => {
    const edits = [
      put(SPEND, "C10", { value: "Agency, contractors and secondees" }),
      put(SPEND, "C11", { value: "IM&T staff" }),
    ];
    expect(findingsAfter(...edits).map(({ code, cells }) => [code, ...cells])).toEqual([
      ["TM11", "C10"],
      ["TM11", "C11"],
    ]);
  });

  test.each(["  IM&T   staff ", "IM&T\u00a0staff"])("with other blanks (%j) are the same", (value) => {
    expect(findingsAfter(put(SPEND, AT, { value }))).toEqual([]);
  });

  test("that were cleared are a note", () => {
    expect(codes(findingsAfter(put(SPEND, AT, { value: null })))).toEqual(["TM10"]);
  });

  test("of a form's fields and of explanations are looked at too", () => {
    const changed = { value: "Something else" };
    expect(codes(findingsAfter(put("Cover", "C9", changed)))).toEqual(["TM10"]);
    expect(codes(findingsAfter(put("Explanations", "C9", changed)))).toEqual([]);
  });
});

describe("hidden marks that are gone", () => {
  const KEY = `A${row("spend.hardware[plan_revenue]")}`;
  const mended = (findings: readonly Finding[]) => findings.filter(({ code }) => code === "TM12");

  test("of a line whose words are there: it is found by them, and said", () => {
    const edit = put(SPEND, KEY, { value: null });
    expectEveryEntry(edit);
    const [only, ...more] = findingsAfter(edit);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM12", level: "note", sheet: SPEND });
    expect(only!.message).toBe(
      "In “Spend by kind” on IM&T spend, hidden marks are gone. These were found again by their words: Hardware and infrastructure.",
    );
  });

  test("of a line whose words are gone too: each of its entries is lost, and the figures are named where they stand", () => {
    const findings = findingsAfter(put(SPEND, KEY, { value: null }), put(SPEND, "C12", { value: "Kit" }));
    const lost = findings.filter(({ code }) => code === "AR08");
    expect(lost.map(({ labels }) => labels[0])).toContain(
      "120 Hardware and infrastructure, 2007/08 plan revenue",
    );
    expect(lost).toHaveLength(9);
    expect(findings.find(({ code }) => code === "TM13")).toMatchObject({
      cells: expect.arrayContaining(["D12", "G12"]) as unknown,
    });
  });

  test("of a line whose words stand in two rows: neither is taken for it", () => {
    const edits = [
      put(SPEND, KEY, { value: null }),
      put(SPEND, "C50", { value: "Hardware and infrastructure" }),
    ];
    expect(after(...edits).lost).toContain("spend.hardware[plan_revenue]");
  });

  test("of a block's columns: they are found by their heads, each in its place, and said", () => {
    const edit = deleteRow(SPEND, 7);
    expectEveryEntry(edit);
    const found = mended(findingsAfter(edit));
    expect(found).toMatchObject([{ level: "note", sheet: SPEND }]);
    expect(found[0]!.message).toContain("In “Spend by kind” on IM&T spend");
    expect(codes(findingsAfter(edit))).toEqual(["TM12"]);
  });

  test.each([
    ["a table in the middle of a sheet", SPEND, 26],
    ["a table with two columns", "Tariff", 8],
    ["a form", "Cover", 16],
  ])("of the columns of %s alone", (_, sheet, keyRow) => {
    const edit = deleteRow(sheet, keyRow);
    expectEveryEntry(edit);
    expect(codes(findingsAfter(edit))).toEqual(["TM12"]);
  });

  test("of the columns, cleared but not deleted", () => {
    const edit = clear(SPEND, [7], null);
    expectEveryEntry(edit);
    expect(codes(findingsAfter(edit))).toEqual(["TM12"]);
  });

  test("of every line of a sheet, with the column that they stood in: found by the words, and said", () => {
    const edit = deleteColumn(SPEND, 1);
    expectEveryEntry(edit);
    expect(new Set(codes(findingsAfter(edit)))).toEqual(new Set(["TM12"]));
    expect(mended(findingsAfter(edit))).toHaveLength(3);
  });

  test("of every line of a sheet, cleared", () => {
    const edit = clear(SPEND, null, [1]);
    expectEveryEntry(edit);
    expect(new Set(codes(findingsAfter(edit)))).toEqual(new Set(["TM12"]));
  });

  test("of lines and columns at once: every entry is found or named, and the sheet is not said to be missing", () => {
    const edits = [deleteRow(SPEND, 7), deleteColumn(SPEND, 1)];
    const found = after(...edits);
    const labels = new Set(findingsOf(found, ALONE).flatMap((finding) => finding.labels));
    for (const [key, value] of RIGHT) {
      const { label } = template.fields.get(key)!;
      if (foundValue(found, key) !== value) expect([...labels]).toContain(label);
    }
    expect(codes(findingsOf(found, ALONE))).not.toContain("TM09");
  });
});

describe("figures outside of the return's cells", () => {
  const GROSS = "spend.gross[plan_revenue]";
  const figure = (value: number): Partial<Cell> => ({ value });

  test("blank rows between the lines are nothing", () => {
    expect(findingsAfter(insertRows(SPEND, 13))).toEqual([]);
    expect(
      findingsAfter(insertRows(SPEND, 13, 4), insertRows("Cover", 11), insertRows("Tariff", 12)),
    ).toEqual([]);
  });

  test("in a row put in between two lines are to put right, with row, neighbour and figures", () => {
    const edits = [
      insertRows(SPEND, 13),
      put(SPEND, "G13", figure(250)),
      put(SPEND, "L13", { value: "Tablets" }),
    ];
    const [only, ...more] = findingsAfter(...edits);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM13", level: "fix", sheet: SPEND, cells: ["G13", "L13"] });
    expect(only!.message).toBe(
      "Row 13 of IM&T spend, put in below 120 Hardware and infrastructure, holds 250, Tablets. It belongs to no line, so it counts nowhere.",
    );
    // The sum that Excel draws over it shows another figure; what counts is that of the lines.
    expect(valueOf(after(...edits), template.fields.get(GROSS)!)).toBe(3_180);
  });

  test("in two such rows are named one by one", () => {
    const edits = [
      insertRows(SPEND, 12, 2),
      put(SPEND, "D12", figure(1)),
      put(SPEND, "H13", { value: null, formula: "1+1" }),
    ];
    const findings = findingsAfter(...edits);
    expect(findings.map(({ code, cells }) => [code, ...cells])).toEqual([
      ["TM13", "D12"],
      ["TM13", "H13"],
    ]);
    // A formula that was saved without its result is quoted itself.
    expect(findings[1]!.message).toContain("holds =1+1.");
  });

  test("beside a table or below it are a note with their cells", () => {
    const edits = [
      put(SPEND, "AC12", figure(77)),
      put(SPEND, "E60", figure(1_250)),
      put("Tariff", "J40", figure(3)),
      put(SPEND, "AC13", { value: "a remark" }),
    ];
    const findings = findingsAfter(...edits);
    expect(findings.map(({ code, level, sheet, cells }) => [code, level, sheet, ...cells])).toEqual([
      ["TM17", "note", SPEND, "AC12", "E60"],
      ["TM17", "note", "Tariff", "J40"],
    ]);
    expect(findings[0]!.message).toBe(
      "Figures stand on IM&T spend outside of its cells and count nowhere: AC12 (77), E60 (1250).",
    );
  });

  test("of which there are many are quoted five at a time, and every cell is kept", () => {
    const edits = [...Array(8).keys()].map((at) => put(SPEND, `D${60 + at}`, figure(at + 1)));
    const [only] = findingsAfter(...edits);
    expect(only!.cells).toHaveLength(8);
    expect(only!.message).toContain("D64 (5) and 3 more.");
  });

  test("as the number of a line are no figures of anybody's", () => {
    expect(findingsAfter(put(SPEND, "B10", figure(101)), insertRows(SPEND, 1))).toEqual([]);
  });
});
