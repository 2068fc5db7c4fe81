import { communityKey } from "../support/commissioner-return";

import { ROWS, counted, rowOf, typeRow } from "./commissioner";
import { FOURTH, NEXT, SHEET, after, at, codes, findingsAfter, names, said, sums } from "./community";
import { copyRow, insertRows, put } from "./edits";

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

  test("above the first of the list is of the list", () => {
    const top = rowOf(1);
    const edits = [insertRows(SHEET, top), ...typeRow(top, FOURTH)];
    expect(names(...edits)).toEqual(["r01 X01", "r02 X02", "r03 X03", `r${NEXT} X04`]);
    expect(sums(...edits)).toEqual([590, 1_250]);
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
