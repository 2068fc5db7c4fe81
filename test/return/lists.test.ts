import { foundValue, findingsOf, ruleOutcomes, statusOf } from "../../src/return";
import { COMMUNITY, communityKey } from "../support/commissioner-return";

import { ROWS, columnOf, counted, foundIn, rowOf, template, typeRow, workbookWith } from "./commissioner";
import { FOURTH, SHEET, after, at, codes, findingsAfter, names, said, sums } from "./community";
import { clear, copyRow, deleteColumn, deleteRow, insertRows, put } from "./edits";
import { ALONE } from "./provider";

describe("rows of a list are found by their keys", () => {
  test("where they were drawn, and the rest of the list is blank", () => {
    expect(names()).toEqual(["r01 X01", "r02 X02", "r03 X03"]);
    // 310 + 110 + 50, and 700 + 340 + 90.
    expect(sums()).toEqual([470, 1_130]);
    expect(counted(after(), "health_community.rise[difference]")).toBe(470 - 172 - 60 - 20);
    expect(findingsAfter()).toEqual([]);
  });

  test("after rows were inserted above the list and blank ones in it", () => {
    const edits = [insertRows(SHEET, 3, 2), insertRows(SHEET, rowOf(2) + 2, 3)];
    expect(names(...edits)).toEqual(["r01 X01", "r02 X02", "r03 X03"]);
    expect(findingsAfter(...edits)).toEqual([]);
  });

  test("after they were sorted with their keys, and without them", () => {
    const [first, spare] = [rowOf(1), rowOf(ROWS) + 40];
    const swapped = [
      copyRow(SHEET, first, spare),
      copyRow(SHEET, first + 1, first),
      copyRow(SHEET, spare, first + 1),
      clear(SHEET, [spare], null),
    ];
    expect(names(...swapped)).toEqual(["r01 X01", "r02 X02", "r03 X03"]);
    expect(findingsAfter(...swapped)).toEqual([]);
    const overtyped = [...typeRow(first, COMMUNITY[1]!), ...typeRow(first + 1, COMMUNITY[0]!)];
    expect(names(...overtyped)).toEqual(["r01 X02", "r02 X01", "r03 X03"]);
    expect(sums(...overtyped)).toEqual([470, 1_130]);
  });

  test("one that was deleted is noted, and nothing else is lost", () => {
    const edit = deleteRow(SHEET, rowOf(2));
    expect(names(edit)).toEqual(["r01 X01", "r03 X03"]);
    const [only, ...more] = said(findingsAfter(edit));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM16", level: "note", sheet: SHEET, labels: ["Provider 2"] });
    expect(only!.message).toBe("Rows were deleted from the list on Community: Provider 2.");
    expect(after(edit).lost).toEqual([]);
    expect(sums(edit)).toEqual([360, 790]);
  });

  test("several that were deleted are noted together, blank ones too", () => {
    const edits = [deleteRow(SHEET, rowOf(ROWS)), deleteRow(SHEET, rowOf(9)), deleteRow(SHEET, rowOf(8))];
    const [only, ...more] = findingsAfter(...edits);
    expect(more).toEqual([]);
    expect(only!.labels).toEqual(["Provider 8", "Provider 9", `Provider ${ROWS}`]);
  });

  test.each([
    ["plan_revenue", /2007\/08 plan,? revenue/i],
    ["agreed", /agreed with the provider/i],
    ["predecessors", /made of \(codes\)/i],
  ])("the column %s that was deleted is to put right, as it is in a table", (column, words) => {
    const findings = findingsAfter(deleteColumn(SHEET, columnOf(column)));
    const named = findings.filter(({ labels, message }) => words.test([...labels, message].join()));
    expect(named.map(({ level }) => level)).toContain("fix");
  });

  test("a column that was deleted leaves no formula to compare, and none is proposed that nobody could type", () => {
    const findings = findingsAfter(deleteColumn(SHEET, columnOf("plan_revenue")));
    for (const { message } of findings) expect(message).not.toMatch(/SUM\(\)|,,/);
  });

  test("one whose key was changed to a later row's keeps its figures", () => {
    const found = after(put(SHEET, `A${rowOf(2)}`, { value: "community.r57" }));
    expect(foundValue(found, "community.r57[code]")).toBe("X02");
    expect(foundValue(found, "community.r02[code]")).toBeNull();
    expect(counted(found, "health_community.rise[planned]")).toBe(470);
    expect(said(findingsOf(found, ALONE)).map(({ code }) => code)).toEqual(["TM16"]);
  });

  test("keys of all rows that are gone do not take the figures with them unsaid", () => {
    const rows = [...Array(ROWS).keys()].map((n) => rowOf(1) + n);
    const edit = clear(SHEET, rows, [1]);
    const found = after(edit);
    const counts = counted(found, "health_community.rise[planned]") === 470;
    const fixed = findingsOf(found, ALONE).some(
      ({ level, cells, code }) =>
        level === "fix" && code !== "AR07" && cells.includes(at(rowOf(1), "plan_revenue")),
    );
    expect(counts || fixed).toBe(true);
  });
});

describe("what is asked of a row", () => {
  test("is nothing while nothing stands in it, and everything that is due as soon as something does", () => {
    const found = foundIn(workbookWith({ [communityKey(5, "name")]: "Fellside" }));
    const blanks = findingsOf(found, ALONE).filter(({ code }) => code === "CV01");
    expect(blanks.map(({ labels }) => labels[0])).toEqual([
      "Provider 5, code",
      "Provider 5, 2006/07 forecast revenue",
      "Provider 5, 2006/07 forecast capital",
      "Provider 5, 2007/08 plan revenue",
      "Provider 5, 2007/08 plan capital",
      "Provider 5, uplift expected",
      "Provider 5, strategic capital commitments",
      "Provider 5, in the contract",
      "Provider 5, agreed with the provider",
      "Provider 5, merger costs",
    ]);
  });

  test("rules do not apply to a blank row, and wait in one that is half filled", () => {
    const found = foundIn(workbookWith({ [communityKey(2, "uplift")]: null }));
    const { rule, cases } = ruleOutcomes(found.template, (key) => foundValue(found, key)).get("TF06")!;
    const states = Object.fromEntries(rule.cases.map(({ line }, n) => [line ?? "", cases[n]!] as const));
    expect(states).toMatchObject({ r01: "holds", r02: "waits", r03: "holds", r04: "does_not_apply" });
  });

  test("a formula in a row is an entry with its result", () => {
    const found = after(put(SHEET, at(rowOf(2), "uplift"), { value: 60, formula: "ROUND(60000*0.1%,0)" }));
    expect(foundValue(found, communityKey(2, "uplift"))).toBe(60);
    expect(findingsOf(found, ALONE)).toMatchObject([
      { code: "TM02", level: "note", labels: ["Provider 2, uplift expected"] },
    ]);
  });

  test("a figure typed over the rise of a row is named, in a row that was put in too", () => {
    const over = put(SHEET, at(rowOf(2), "rise"), { value: 111, formula: null });
    expect(codes(findingsAfter(over))).toEqual(["AR05"]);
    const row = rowOf(2);
    const added = [
      insertRows(SHEET, row),
      ...typeRow(row, FOURTH),
      put(SHEET, at(row, "rise"), { value: 99 }),
    ];
    expect(said(findingsAfter(...added)).map(({ code }) => code)).toEqual(["AR05", "TM14"]);
  });
});

describe("a list that is put in from other returns", () => {
  const blank = foundIn(workbookWith()).template.fields;

  test("does not make a return begun by what was put in, but does by what only the PCT can answer", () => {
    const keys = [...blank.values()].filter(({ source }) => source.kind === "entered").map(({ key }) => key);
    const nothing = Object.fromEntries(keys.map((key) => [key, null]));
    const taken = template.sheets
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === "list" ? [...block.takes!.keys.keys()] : []));
    const values = Object.fromEntries(
      taken.map((column) => [communityKey(1, column), foundValue(after(), communityKey(1, column))]),
    );
    expect(Object.keys(values)).toHaveLength(7);
    const status = (changes: Readonly<Record<string, string>>) =>
      statusOf(foundIn(workbookWith({ ...nothing, ...values, ...changes })));
    expect(status({})).toBe("blank");
    expect(status({ [communityKey(1, "in_contract")]: "Yes" })).toBe("draft");
  });
});
