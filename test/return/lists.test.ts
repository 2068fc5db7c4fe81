import { formatAddress } from "../../src/cells";
import { findingsOf, ruleOutcomes, statusOf, valuesOf, foundValue, type Finding } from "../../src/return";
import { COMMUNITY, communityKey, type CommunityRow } from "../support/commissioner-return";

import {
  COMMUNITY_SHEET as SHEET,
  ROWS,
  columnOf,
  counted,
  foundIn,
  rowOf,
  template,
  typeRow,
  workbookWith,
} from "./commissioner";
import { clear, copyRow, deleteRow, edited, insertRows, put, type Edit } from "./edits";
import { ALONE } from "./provider";

const NEXT = ROWS + 1;
const FOURTH: CommunityRow = {
  code: "X04",
  name: "Fellside NHS Foundation Trust",
  forecast: [900, 100],
  plan: [1_000, 120],
  uplift: 45,
  commitments: 15,
};
const after = (...edits: readonly Edit[]) => foundIn(edited(workbookWith(), ...edits));
const findingsAfter = (...edits: readonly Edit[]): readonly Finding[] => findingsOf(after(...edits), ALONE);
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);
/** What was noticed, without the totals of the sheet, whose results in these workbooks are those from before the edit. */
const said = (findings: readonly Finding[]) => findings.filter(({ code }) => code !== "AR07");
const at = (row: number, column: string) => formatAddress({ row, column: columnOf(column) });
const names = (...edits: readonly Edit[]) => {
  const found = after(...edits);
  return valuesOf(found).flatMap(({ key, value }) =>
    key.startsWith("community.") && key.endsWith("[code]") && value !== null
      ? [`${key.slice(10, 13)} ${value as string}`]
      : [],
  );
};
/** What the plans of the community rise by, and capital, as they count. */
const sums = (...edits: readonly Edit[]) => {
  const found = after(...edits);
  return [
    counted(found, "health_community.rise[planned]"),
    counted(found, "health_community.capital[planned]"),
  ];
};

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

describe("a row that was put into a list", () => {
  const row = rowOf(2);
  const inside = [insertRows(SHEET, row), ...typeRow(row, FOURTH)];

  test("among the others is read as the next free one, and noted at its cells", () => {
    expect(names(...inside)).toEqual(["r01 X01", "r02 X02", "r03 X03", `r${NEXT} X04`]);
    const [only, ...more] = said(findingsAfter(...inside));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM14", level: "note", sheet: SHEET, labels: [`Provider ${NEXT}`] });
    expect(only!.message).toBe(
      `Row ${row} of Community was added to the list. It is read as Provider ${NEXT}.`,
    );
    expect(only!.cells).toEqual(expect.arrayContaining([at(row, "name"), at(row, "plan_revenue")]));
  });

  test("counts in the totals of the community: 120 more of rise, 120 more of capital, 45 more of uplift", () => {
    expect(sums(...inside)).toEqual([590, 1_250]);
    expect(counted(after(...inside), "health_community.rise[wanted]")).toBe(252 + 45);
    const stale = findingsAfter(...inside).filter(({ code }) => code === "AR07");
    // The workbook was not worked out again: the totals that the row changes are named; their differences are right for what they show.
    expect(stale.flatMap(({ cells }) => cells).sort()).toEqual(["D10", "D11", "E10", "E11"]);
  });

  test("has fields with labels, and its own share of the rules", () => {
    const found = after(...inside);
    expect(found.template.fields.get(communityKey(NEXT, "code"))!.label).toBe(`Provider ${NEXT}, code`);
    expect(counted(found, communityKey(NEXT, "rise"))).toBe(120);
    // Its capital of 120 does not cover commitments of 200.
    const short = [insertRows(SHEET, row), ...typeRow(row, { ...FOURTH, commitments: 200 })];
    const finding = findingsAfter(...short).find(({ code }) => code === "TF07")!;
    expect(finding).toMatchObject({ sheet: SHEET, cells: [at(row, "plan_capital")] });
    expect(finding.labels).toEqual([`Provider ${NEXT}, 2007/08 plan capital`]);
    expect(finding.message).toContain("Fellside NHS Foundation Trust: planned capital of 120 is below");
  });

  test("three of them are numbered from top to bottom, wherever they stand", () => {
    const below = rowOf(ROWS) + 2;
    const edits = [
      insertRows(SHEET, row),
      ...typeRow(row, FOURTH),
      ...typeRow(below, { ...FOURTH, code: "X05" }),
      ...typeRow(below + 1, { ...FOURTH, code: "X06" }),
    ];
    expect(names(...edits).slice(3)).toEqual([`r${NEXT} X04`, `r${NEXT + 1} X05`, `r${NEXT + 2} X06`]);
    expect(sums(...edits)).toEqual([470 + 360, 1_130 + 360]);
    expect(said(findingsAfter(...edits)).map(({ code }) => code)).toEqual(["TM14", "TM14", "TM14"]);
  });

  test("below the list, after a gap, is not of the list: its figures are noted where they stand", () => {
    const below = rowOf(ROWS) + 3;
    const edits = typeRow(below, FOURTH);
    expect(names(...edits)).toHaveLength(3);
    const [only, ...more] = findingsAfter(...edits);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM17", sheet: SHEET });
    expect(only!.cells).toContain(at(below, "plan_revenue"));
  });

  test("in which a figure was left out owes it; one with a text in a figure has it named", () => {
    const blank = [...inside, put(SHEET, at(row, "uplift"), { value: null })];
    expect(said(findingsAfter(...blank)).filter(({ level }) => level === "fix")).toMatchObject([
      { code: "CV01", cells: [at(row, "uplift")], labels: [`Provider ${NEXT}, uplift expected`] },
    ]);
    const text = [...inside, put(SHEET, at(row, "uplift"), { value: "not yet known" })];
    expect(said(findingsAfter(...text)).filter(({ level }) => level === "fix")).toMatchObject([
      { code: "SG02", cells: [at(row, "uplift")] },
    ]);
  });
});

describe("a row that was copied", () => {
  const to = rowOf(3) + 1;
  const copy = copyRow(SHEET, rowOf(1), to + 20);
  const inserted = [insertRows(SHEET, to), copyRow(SHEET, rowOf(1), to)];

  test("into a row that was put in: the second is read as a new one, and both are said", () => {
    expect(names(...inserted)).toEqual(["r01 X01", "r02 X02", "r03 X03", `r${NEXT} X01`]);
    const findings = findingsAfter(...inserted);
    const copied = findings.filter(({ code }) => code === "TM15");
    expect(copied).toMatchObject([{ level: "note", sheet: SHEET, labels: [`Provider ${NEXT}`] }]);
    expect(copied[0]!.message).toBe(
      `Provider 1 stands in row ${rowOf(1)} of Community and again in row ${to}. The second is read as Provider ${NEXT}.`,
    );
    const same = findings.filter(({ code }) => code === "CM01");
    expect(same.flatMap(({ cells }) => cells)).toEqual([at(rowOf(1), "code"), at(to, "code")]);
    expect(same[0]!.message).toContain("The code X01 stands in 2 rows of the community");
  });

  test("and then overtyped is a provider of its own", () => {
    const edits = [...inserted, ...typeRow(to, FOURTH)];
    expect(names(...edits).at(-1)).toBe(`r${NEXT} X04`);
    expect(codes(findingsAfter(...edits))).not.toContain("CM01");
    expect(sums(...edits)).toEqual([590, 1_250]);
  });

  test("far below the list is read all the same, since it bears its key", () => {
    expect(names(copy).at(-1)).toBe(`r${NEXT} X01`);
    expect(codes(findingsAfter(copy))).toContain("TM15");
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
    const states = Object.fromEntries(rule.cases.map(({ line }, n) => [line, cases[n]]));
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
