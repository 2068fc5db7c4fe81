import { findingsOf, foundValue, type Finding } from "../../src/return";

import { findingsIn as commissionerFindings, workbookWith as commissionerWith } from "./commissioner";
import {
  copyColumn,
  copyRow,
  copyRowTo,
  copySheet,
  deleteSheet,
  edited,
  hide,
  insertRows,
  put,
  rename,
  reversed,
  type Edit,
} from "./edits";
import { ALONE, RIGHT, foundIn, placeOf, rightWorkbook, template, workbookWith } from "./provider";

const SPEND = "IM&T spend";
const STAFF = "spend.staff[plan_revenue]";
const LABEL = "100 IM&T staff, 2007/08 plan revenue";
const after = (...edits: readonly Edit[]) => foundIn(edited(rightWorkbook, ...edits));
const findingsAfter = (...edits: readonly Edit[]): readonly Finding[] => findingsOf(after(...edits), ALONE);
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

function expectEveryEntry(...edits: readonly Edit[]): void {
  const found = after(...edits);
  for (const [key, value] of RIGHT) expect([key, foundValue(found, key)]).toEqual([key, value]);
}

describe("a sheet", () => {
  test("that was renamed is noted with both names, and read; its formulas still mean the same", () => {
    const edits = [rename(SPEND, "Our spend"), rename("Cover", "O'Neill's page")];
    expectEveryEntry(...edits);
    expect(
      findingsAfter(...edits).map(({ code, level, sheet, message }) => [code, level, sheet, message]),
    ).toEqual([
      [
        "TM04",
        "note",
        "O'Neill's page",
        "The sheet Cover is now called O'Neill's page. It was read all the same.",
      ],
      [
        "TM04",
        "note",
        "Our spend",
        "The sheet IM&T spend is now called Our spend. It was read all the same.",
      ],
    ]);
  });

  test.each(["hidden", "veryHidden"] as const)("that is %s is noted, and read", (visibility) => {
    expectEveryEntry(hide("Tariff", visibility));
    const [only, ...more] = findingsAfter(hide("Tariff", visibility));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM05", level: "note", sheet: "Tariff" });
    expect(only!.message).toContain("The sheet Tariff is hidden.");
  });

  test("that stands elsewhere is noted once, with the order in which they now stand", () => {
    expectEveryEntry(reversed);
    const [only, ...more] = findingsAfter(reversed);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM06", level: "note" });
    expect(only!.message).toContain("another order: Checks, Explanations, Tariff, IM&T spend, Cover.");
  });

  test("of somebody's own, before, between or behind the others, changes nothing", () => {
    const own = {
      name: "Workings",
      visibility: "visible",
      cells: new Map([["B2", { value: 7, formula: null }]]),
    };
    const [first, ...others] = rightWorkbook.sheets;
    const workbook = { ...rightWorkbook, sheets: [own as typeof first & object, first!, ...others] };
    expect(findingsOf(foundIn(workbook), ALONE)).toEqual([]);
  });

  test("that is gone is to put right, and named with everything that stood on it", () => {
    const [finding] = findingsAfter(deleteSheet("Explanations"));
    expect(finding).toMatchObject({ code: "TM09", level: "fix", sheet: "Explanations" });
    expect(finding!.labels).toHaveLength(
      [...template.fields.values()].filter(({ sheet }) => sheet === "Explanations").length,
    );
  });

  test("of checks holds nothing that is read: without it nothing is lost", () => {
    expect(findingsAfter(deleteSheet("Checks"))).toEqual([]);
  });
});

describe("a copied sheet", () => {
  const COPY = "IM&T spend (2)";
  const changed = (sheet: string) => put(sheet, placeOf(STAFF).cell, { value: 1_700 });

  test.each(["first", "last"] as const)(
    "with the same entries, standing %s, is a note at the copy",
    (where) => {
      expectEveryEntry(copySheet(SPEND, COPY, where));
      const [only, ...more] = findingsAfter(copySheet(SPEND, COPY, where));
      expect(more).toEqual([]);
      expect(only).toMatchObject({ code: "TM07", level: "note", sheet: COPY });
      expect(only!.message).toBe(
        "The sheet IM&T spend is there again as IM&T spend (2), with the same entries. IM&T spend was read.",
      );
    },
  );

  test.each([
    ["in the copy, which stands last", "last", COPY, 1_749],
    ["in the copy, which stands first", "first", COPY, 1_749],
    ["in the sheet itself", "last", SPEND, 1_700],
    ["in the sheet itself, behind its copy", "first", SPEND, 1_700],
  ] as const)("with an entry changed %s: the sheet with the right name counts", (_, where, sheet, counts) => {
    const edits = [copySheet(SPEND, COPY, where), changed(sheet)];
    expect(foundValue(after(...edits), STAFF)).toBe(counts);
    const findings = findingsAfter(...edits).filter(({ code }) => code === "TM08");
    expect(findings).toMatchObject([
      { level: "fix", sheet: SPEND, cells: [placeOf(STAFF).cell], labels: [LABEL] },
    ]);
    expect(findings[0]!.message).toBe(
      `The sheet IM&T spend is there again as IM&T spend (2), with other entries (${LABEL}). IM&T spend was read.`,
    );
  });

  test("with five entries changed names three and counts the rest, and keeps every cell", () => {
    const keys = ["staff", "agency", "hardware", "software", "telecoms"].map(
      (line) => `spend.${line}[plan_revenue]`,
    );
    const edits = keys.map((key) => put(COPY, placeOf(key).cell, { value: 1 }));
    const finding = findingsAfter(copySheet(SPEND, COPY), ...edits).find(({ code }) => code === "TM08")!;
    expect(finding.cells).toEqual(keys.map((key) => placeOf(key).cell));
    expect(finding.labels).toEqual(keys.map((key) => template.fields.get(key)!.label));
    expect(finding.message).toContain("; and 2 more)");
  });

  test("that took the name of the sheet counts, and the old one is its copy", () => {
    const edits = [rename(SPEND, "Old spend"), copySheet("Old spend", SPEND), changed(SPEND)];
    expect(foundValue(after(...edits), STAFF)).toBe(1_700);
    expect(codes(findingsAfter(...edits))).toContain("TM08");
  });

  test("in which a row was inserted is still the same where its entries are", () => {
    const edits = [copySheet(SPEND, COPY), insertRows(COPY, 14)];
    expect(codes(findingsAfter(...edits))).toEqual(["TM07"]);
  });

  test("with an entry cleared is not the same, and nor is one in which a blank was filled", () => {
    const cleared = put(COPY, placeOf(STAFF).cell, { value: null });
    const filled = put(COPY, placeOf("spend.staff[note]").cell, { value: "new" });
    for (const edit of [cleared, filled])
      expect(codes(findingsAfter(copySheet(SPEND, COPY), edit))).toContain("TM08");
  });

  test("of a list compares its rows too", () => {
    const copy = edited(commissionerWith(), copySheet("Community", "Mine"));
    expect(codes(commissionerFindings(copy))).toEqual(["TM07"]);
    const other = edited(copy, put("Mine", "G19", { value: 1_471 }));
    const [only, ...more] = commissionerFindings(other);
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      code: "TM08",
      labels: ["Provider 2, 2007/08 plan revenue"],
      cells: ["G19"],
    });
  });
});

describe("a copied row or column", () => {
  const twice = (...edits: readonly Edit[]) => findingsAfter(...edits).filter(({ code }) => code === "AR09");

  test("row: the first counts, and both places are named", () => {
    const found = after(copyRow(SPEND, 10, 70), put(SPEND, "G10", { value: 1 }));
    expect(foundValue(found, STAFF)).toBe(1);
    const [only, ...more] = twice(copyRow(SPEND, 10, 70));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ level: "fix", sheet: SPEND, labels: ["100 IM&T staff"] });
    expect(only!.message).toBe(
      "100 IM&T staff stands on IM&T spend more than once: in row 10, which counts, and in row 70.",
    );
    expect(only!.cells).toEqual(expect.arrayContaining(["A70", "D70", "G70", "L70"]));
    expect(codes(findingsAfter(copyRow(SPEND, 10, 70)))).toEqual(["AR09"]);
  });

  test("row above its own line: the one that stands first counts, and the other is named", () => {
    const edits = [insertRows(SPEND, 10), copyRow(SPEND, 20, 10)];
    expect(foundIn(edited(rightWorkbook, ...edits)).fields.get("spend.other[plan_revenue]")!.place.cell).toBe(
      "G10",
    );
    expect(twice(...edits)[0]!.message).toContain(
      "190 Other stands on IM&T spend more than once: in row 10, which",
    );
  });

  test("row on another sheet: its own counts, and both places are named", () => {
    const [only, ...more] = findingsAfter(copyRowTo(SPEND, 12, "Tariff", 60));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "AR09", level: "fix", sheet: "Tariff" });
    expect(only!.message).toBe(
      "120 Hardware and infrastructure stands on IM&T spend more than once: in row 12, which counts, and in row 60 of Tariff.",
    );
    expect(only!.cells).toEqual(expect.arrayContaining(["D60", "G60"]));
  });

  test("row of a list on another sheet: it is named as it is elsewhere", () => {
    const copy = edited(commissionerWith(), copyRowTo("Community", 19, "Cover", 60));
    const [only, ...more] = commissionerFindings(copy);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "AR09", labels: ["Provider 2"] });
    expect(only!.message).toMatch(/^Provider 2 stands on Community more than once: /);
  });

  test("row over another line's: one is there twice, the other is lost with each of its entries", () => {
    const findings = findingsAfter(copyRow(SPEND, 10, 11));
    expect(findings.filter(({ code }) => code === "AR08").map(({ labels }) => labels[0])).toContain(
      "110 Agency, contractors and secondees, 2007/08 plan revenue",
    );
    expect(twice(copyRow(SPEND, 10, 11))[0]!.labels).toEqual(["100 IM&T staff"]);
  });

  test("column: each block whose column it is names both", () => {
    const findings = twice(copyColumn("Tariff", 4, 30));
    expect(findings.map(({ labels }) => labels[0])).toEqual(["2006/07", "Revenue", "Rise in net spend"]);
    for (const { level, message, cells } of findings) {
      expect(level).toBe("fix");
      expect(message).toContain("in column D, which counts, and in column AD.");
      expect(cells.every((cell) => cell.startsWith("AD"))).toBe(true);
    }
    expect(findings[0]!.cells).toContain("AD10");
    expect(codes(findingsAfter(copyColumn("Tariff", 4, 30)))).toEqual(["AR09", "AR09", "AR09"]);
  });

  test("copies of single cells are entries of the line that they were put in", () => {
    expect(findingsOf(foundIn(workbookWith({ "spend.agency[note]": "IM&T staff" })), ALONE)).toEqual([]);
  });
});
