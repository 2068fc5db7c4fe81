import type { RawValue } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import { findingsOf, grouped, isOpen, statusOf } from "../../src/return";
import { layoutCells } from "../support/layout-cells";
import { ALONE, blankWorkbook, findingsWith, foundIn, placeOf, template, workbookWith } from "./provider";

type Changes = Readonly<Record<string, RawValue>>;

describe("the status of a return", () => {
  const statusWith = (changes: Changes) => statusOf(foundIn(workbookWith(changes)));

  test("is what the cover says, in any case and with blanks around it", () => {
    expect(statusWith({})).toBe("draft");
    expect(statusWith({ "filing.status": "Final" })).toBe("final");
    expect(statusWith({ "filing.status": " FINAL " })).toBe("final");
    expect(statusWith({ "filing.status": "finished" })).toBe("draft");
    expect(statusWith({ "filing.status": null })).toBe("draft");
  });

  test("is blank where nothing was entered but what was put in for the organisation", () => {
    const put4 = new Map<string, RawValue>([
      ["cover.org_code", "X01"],
      ["cover.org_name", "Example Hospital NHS Trust"],
      ["cover.org_type", "Acute trust"],
      ["cover.sha_code", "Q30"],
    ]);
    const statusOfEntries = (entries: ReadonlyMap<string, RawValue>) =>
      statusOf(
        foundIn(layoutCells(layoutTemplate(template, { entries, prefilled: new Set(), organisation: null }))),
      );
    expect(statusOf(foundIn(blankWorkbook))).toBe("blank");
    expect(statusOfEntries(put4)).toBe("blank");
    expect(statusOfEntries(new Map(put4).set("spend.staff[note]", "x"))).toBe("draft");
    expect(statusOfEntries(new Map(put4).set("spend.staff[plan_revenue]", 0))).toBe("draft");
  });

  test("a blank return has one finding: nothing was entered", () => {
    const findings = findingsOf(foundIn(blankWorkbook), ALONE);
    expect(findings.map(({ code, level, cells }) => [code, level, cells])).toEqual([["CV00", "fix", []]]);
  });
});

describe("findings as a whole", () => {
  const many: Changes = {
    "spend.staff[memo_revenue]": 9_999,
    "purposes.business[plan_revenue]": 1,
    "cover.sha_code": 7,
    "filing.submission": null,
    "tariff.pbr[y2007]": "some",
  };

  test("come the gravest first: all to put right before all to explain", () => {
    const levels = findingsWith(many).map(({ level }) => level);
    expect(new Set(levels)).toEqual(new Set(["fix", "explain"]));
    expect(levels.indexOf("explain")).toBeGreaterThan(levels.lastIndexOf("fix"));
  });

  test("of one level: entries before rules, blanks before what is not text", () => {
    const fixes = findingsWith(many)
      .filter(({ level }) => level === "fix")
      .map(({ code }) => code);
    expect(fixes).toEqual(["CV01", "SG02", "ID02", "AR03"]);
  });

  test("a rule's finding says its figures, at its cells, with fix and source", () => {
    const [finding] = findingsWith({ "purposes.business[plan_revenue]": 1 });
    const business = 3_180 - 5 * 318;
    expect(finding).toMatchObject({
      code: "AR03",
      level: "fix",
      title: "Purposes add up to gross planned spend, revenue",
      sheet: "IM&T spend",
      cells: [placeOf("purposes.total[plan_revenue]").cell],
      message: `Planned revenue by purpose adds up to ${(3_180 - business + 1).toLocaleString("en-GB")}, which is ${(business - 1).toLocaleString("en-GB")} less than line 200 (3,180, £000).`,
      reason: null,
    });
    expect(finding!.source).toContain("Gateway 7656");
  });

  test("a rule about two cells names both", () => {
    const finding = findingsWith({ "tariff.pbr[y2007]": 999_999 }).find(({ code }) => code === "AR13")!;
    expect(finding.cells).toEqual([placeOf("tariff.pbr[y2006]").cell, placeOf("tariff.pbr[y2007]").cell]);
    expect(finding.labels).toHaveLength(2);
  });

  test("a reason closes what is to explain, and travels with it; it closes nothing that is to put right", () => {
    const changes = { "spend.staff[memo_revenue]": 9_999, "purposes.business[plan_revenue]": 1 };
    const before = findingsWith(changes);
    expect(before.map(isOpen)).toEqual([true, true]);
    const after = findingsWith({ ...changes, "explanations.ar10[reason]": " A grant. " });
    expect(after.map(({ code, reason }) => [code, reason])).toEqual([
      ["AR03", null],
      ["AR10", "A grant."],
    ]);
    expect(after.map(isOpen)).toEqual([true, false]);
  });

  test("a reason of blanks is none", () => {
    const findings = findingsWith({ "spend.staff[memo_revenue]": 9_999, "explanations.ar10[reason]": "   " });
    expect(findings.map(isOpen)).toEqual([true]);
  });

  test("grouped, one line for each thing wrong on a sheet keeps every cell and quotes three", () => {
    const gone = ["staff", "agency", "hardware", "software", "telecoms"].map(
      (line) => `spend.${line}[plan_revenue]`,
    );
    const findings = findingsWith({
      ...Object.fromEntries(gone.map((key) => [key, null])),
      "tariff.pbr[y2007]": null,
    });
    const blanks = grouped(findings).filter(({ code }) => code === "CV01");
    expect(blanks.map(({ sheet, cells }) => [sheet, cells])).toEqual([
      ["IM&T spend", gone.map((key) => placeOf(key).cell)],
      ["Tariff", [placeOf("tariff.pbr[y2007]").cell]],
    ]);
    expect(blanks[0]!.labels).toHaveLength(5);
    expect(blanks[0]!.message.match(/ is blank\./g)).toHaveLength(3);
    expect(blanks[0]!.message).toMatch(/And 2 more like these\.$/);
    expect(blanks[1]!.message).toMatch(/is blank\.$/);
  });

  test("grouped findings of another level or reason stay apart", () => {
    const [one] = findingsWith({ "spend.staff[memo_revenue]": 9_999 });
    const other = { ...one!, reason: "A grant.", cells: ["A1"] };
    expect(grouped([one!, other])).toEqual([one, other]);
    expect(grouped([one!, { ...one!, level: "note" }])).toHaveLength(2);
    expect(grouped([])).toEqual([]);
  });
});
