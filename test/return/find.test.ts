import { parseAddress } from "../../src/cells";
import { findReturn, findingsOf, foundValue, valuesOf, type Return } from "../../src/return";
import {
  deleteColumn,
  deleteRow,
  deleteSheet,
  edited,
  hide,
  insertColumns,
  insertRows,
  put,
  rename,
  reversed,
  reworded,
  type Edit,
} from "./edits";
import { ALONE, RIGHT, blankWorkbook, foundIn, placeOf, rightWorkbook, template, year } from "./provider";

const SPEND = "IM&T spend";
const YEARS = new Map([[year.id, year]]);
const row = (key: string) => parseAddress(placeOf(key).cell)!.row;
const column = (key: string) => parseAddress(placeOf(key).cell)!.column;
const after = (...edits: readonly Edit[]) => foundIn(edited(rightWorkbook, ...edits));
const codesAfter = (...edits: readonly Edit[]) => findingsOf(after(...edits), ALONE).map(({ code }) => code);

function refusalOf(...edits: readonly Edit[]) {
  const result = findReturn(edited(rightWorkbook, ...edits), YEARS);
  if (result.kind === "return") throw new Error("it was read");
  return result;
}

describe("a workbook that is no return is refused", () => {
  test("without a stamp, and its sheets are named, the first five of them", () => {
    const sheet = { name: "Minutes", visibility: "visible", cells: new Map() } as const;
    const names = ["Minutes", "Plan", "Budget", "Staff", "Notes", "More"];
    const sheets = names.map((name) => ({ ...sheet, name }));
    const result = findReturn({ sheets, date1904: false, modified: null }, YEARS);
    expect(result).toMatchObject({ kind: "refused", code: "no_return" });
    expect(result.kind === "refused" && result.message).toContain(
      "its sheets are Minutes, Plan, Budget, Staff, Notes. ",
    );
  });

  test("of a year that is not known, which it names beside those that are", () => {
    const { code, message } = refusalOf(reworded("imt|2007-08|provider|1.0", "imt|2012-13|provider|1.0"));
    expect(code).toBe("unknown_year");
    expect(message).toContain("2012-13");
    expect(message).toContain("It knows 2007-08.");
  });

  test("of a role that the year does not have", () => {
    const { code, message } = refusalOf(reworded("imt|2007-08|provider|1.0", "imt|2007-08|dentist|1.0"));
    expect(code).toBe("unknown_role");
    expect(message).toContain("dentist");
    expect(message).toContain("2007/08");
  });

  test("one sheet's stamp is enough", () => {
    const others = rightWorkbook.sheets.slice(1).map(({ name }) => put(name, "A1", { value: null }));
    expect(after(...others).fields.size).toBe(template.fields.size);
  });
});

describe("fields are found by their keys", () => {
  const all = [...template.fields.keys()];

  function expectEveryEntry(...edits: readonly Edit[]) {
    const found = after(...edits);
    expect(findingsOf(found, ALONE)).toEqual([]);
    return expectAllThere(found);
  }

  function expectAllThere(found: Return) {
    expect(found.lost).toEqual([]);
    expect([...found.fields.keys()]).toEqual(all);
    for (const [key, value] of RIGHT) expect([key, foundValue(found, key)]).toEqual([key, value]);
    return found;
  }

  test("where they were put, in a workbook as it was made", () => {
    const found = expectEveryEntry();
    for (const key of all) expect(found.fields.get(key)!.place).toEqual(placeOf(key));
  });

  test("after rows were inserted above, among and below them", () => {
    const found = expectEveryEntry(
      insertRows(SPEND, 1, 3),
      insertRows(SPEND, row("spend.hardware[plan_revenue]") + 3, 2),
      insertRows(SPEND, 60),
      insertRows("Cover", 8),
    );
    const { cell } = found.fields.get("spend.hardware[plan_revenue]")!.place;
    expect(parseAddress(cell)!.row).toBe(row("spend.hardware[plan_revenue]") + 5);
    expect(parseAddress(found.fields.get("spend.staff[plan_revenue]")!.place.cell)!.row).toBe(
      row("spend.staff[plan_revenue]") + 3,
    );
  });

  test("after columns were inserted before and among them, the column of keys pushed along", () => {
    const found = expectEveryEntry(
      insertColumns(SPEND, 1, 2),
      insertColumns(SPEND, 8),
      insertColumns("Tariff", 5),
    );
    const { cell } = found.fields.get("spend.staff[forecast_revenue]")!.place;
    expect(parseAddress(cell)!.column).toBe(column("spend.staff[forecast_revenue]") + 2);
  });

  test("after rows and columns between them, that hold no key, were deleted", () => {
    expectEveryEntry(
      deleteRow(SPEND, 3),
      deleteRow(SPEND, 3),
      deleteColumn(SPEND, 2),
      deleteRow("Tariff", 5),
    );
  });

  test("on sheets that were renamed, moved and hidden, which is noted, and nothing else is said", () => {
    const found = expectAllThere(
      after(rename(SPEND, "Spend (2)"), reversed, hide("Tariff"), deleteSheet("Checks")),
    );
    expect(findingsOf(found, ALONE).map(({ code, level }) => `${code} ${level}`)).toEqual([
      "TM04 note",
      "TM05 note",
      "TM06 note",
    ]);
    expect(found.fields.get("spend.staff[plan_revenue]")!.place.sheet).toBe("Spend (2)");
  });

  test("and a key that somebody wrote into another cell is no second line", () => {
    const note = placeOf("spend.agency[note]");
    const found = after(put(SPEND, note.cell, { value: "spend.staff" }));
    expect(found.noticed).toEqual([]);
    expect(found.fields.get("spend.staff[plan_revenue]")!.place).toEqual(
      placeOf("spend.staff[plan_revenue]"),
    );
  });

  test("and keep the formula that stands in their cell", () => {
    const found = foundIn(rightWorkbook);
    expect(found.fields.get("spend.gross[plan_revenue]")!.formula).toMatch(/^SUM\(/);
    expect(found.fields.get("spend.staff[plan_revenue]")!.formula).toBeNull();
  });

  test("an older version is read, and kept as what it says it is", () => {
    const found = after(reworded("imt|2007-08|provider|1.0", "imt|2007-08|provider|0.9"));
    expect(found.version).toBe("0.9");
    expect(found.fields.size).toBe(template.fields.size);
  });
});

describe("what is no longer there is named", () => {
  test("each entry of a deleted line, by its label and its sheet, and no value is made up for it", () => {
    const found = after(deleteRow(SPEND, row("spend.telecoms[plan_revenue]")));
    const columns = template.fields.size - found.fields.size;
    expect(columns).toBe(9);
    expect(found.lost.every((key) => key.startsWith("spend.telecoms["))).toBe(true);
    expect(foundValue(found, "spend.telecoms[plan_revenue]")).toBeNull();
    const lost = findingsOf(found, ALONE).filter(({ code }) => code === "AR08");
    expect(lost).toHaveLength(9);
    const staff = lost.find(({ labels }) => labels[0] === "150 Telecoms and networks, 2007/08 plan revenue")!;
    expect(staff).toMatchObject({ level: "fix", sheet: SPEND, cells: [] });
    expect(staff.message).toBe(
      "150 Telecoms and networks, 2007/08 plan revenue is missing from the workbook: its line or column was deleted.",
    );
  });

  test("a line that is lost is not also said to be blank", () => {
    expect(codesAfter(deleteRow(SPEND, row("context.programme[plan]")))).not.toContain("CV01");
  });

  test("a column, for every line that had it; where it was closed nothing is lost", () => {
    const found = after(deleteColumn(SPEND, column("spend.staff[memo_capital]")));
    const open = [...template.fields.values()].filter(
      ({ block, column: is, source }) =>
        block === "spend" && is === "memo_capital" && source.kind !== "closed",
    );
    expect(found.lost).toEqual(open.map(({ key }) => key));
    expect(open.length).toBe(8);
  });

  test("a sheet, with every field of its blocks, which has no value then", () => {
    const found = after(deleteSheet("Tariff"));
    const wanted = [...template.fields.values()].filter(({ sheet }) => sheet === "Tariff");
    const lost = findingsOf(found, ALONE).filter(({ labels }) => labels.includes(wanted[0]!.label));
    expect(lost).toMatchObject([{ code: "TM09", level: "fix", sheet: "Tariff", cells: [] }]);
    expect(lost[0]!.labels).toEqual(wanted.map(({ label }) => label));
    expect(lost[0]!.message).toBe("The sheet Tariff is missing, with every entry on it.");
    for (const { key } of wanted) expect(found.fields.has(key)).toBe(false);
  });

  test("a block of which nothing is left, though its sheet is there: each of its entries", () => {
    const [first, last] = [row("outturn.gross[revenue]") - 4, row("test.forecast_all[rise]")];
    const rows = Array.from({ length: last - first + 1 }, () => deleteRow("Tariff", first));
    const found = after(...rows);
    const wanted = [...template.fields.values()].filter(
      ({ block }) => block === "outturn" || block === "test",
    );
    expect(found.lost).toEqual(wanted.map(({ key }) => key));
    expect(foundValue(found, "tariff.income[y2007]")).toBe(171_900);
  });
});

describe("the values of a return", () => {
  test("have every field but those that are closed, in the template's order, with their place", () => {
    const found = foundIn(rightWorkbook);
    const open = [...template.fields.values()].filter(({ source }) => source.kind !== "closed");
    expect(valuesOf(found).map(({ key }) => key)).toEqual(open.map(({ key }) => key));
    expect(valuesOf(found)[0]!.place).toEqual(placeOf("cover.org_code"));
  });

  test("of a blank workbook are blank, but for what the template itself puts there", () => {
    const filledIn = valuesOf(foundIn(blankWorkbook)).filter(({ value }) => value !== null);
    expect(filledIn.map(({ key, value }) => [key, value])).toEqual([
      ["filing.year", "2007/08"],
      ["filing.role", "Provider"],
      ["tariff.rate[y2006]", 0.003],
      ["tariff.rate[y2007]", 0.001],
    ]);
  });
});
