import type { RawValue } from "../../src/cells";
import { findingsOf, grouped, isOpen, statusOf, valueOf } from "../../src/return";
import { layoutCells } from "../support/layout-cells";
import { edited, put } from "./edits";
import { ALONE, blankWorkbook, findingsWith, foundIn, placeOf, rightWorkbook, template, workbookWith } from "./provider";
import { layoutTemplate } from "../../src/layout";

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
      statusOf(foundIn(layoutCells(layoutTemplate(template, { entries, prefilled: new Set(), organisation: null }))));
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

describe("what is wrong with one entry", () => {
  const STAFF = "spend.staff[plan_revenue]";
  const label = "100 IM&T staff, 2007/08 plan revenue";
  test.each<readonly [what: string, key: string, value: RawValue, code: string, message: string]>([
    ["an error", STAFF, { error: "#REF!" }, "SG03", `${label} shows the error #REF!.`],
    ["a blank", "context.programme[plan]", null, "CV01", "410 Total capital programme (£000), 2007/08 is blank."],
    ["text", STAFF, "1,250k", "SG02", `${label} holds “1,250k”, which is not a number.`],
    ["a truth value", STAFF, true, "SG02", `${label} holds “TRUE”, which is not a number.`],
    ["decimals", STAFF, 7.5, "SG05", `${label} is 7.5; only whole figures fit here.`],
    ["too many decimals", "context.wte[plan]", 41.25, "SG05", "440 IM&T staff (whole-time equivalents), 2007/08 is 41.25; one decimal is enough."],
    ["a minus sign", STAFF, -1_850, "SG01", `${label} is -1,850; it can't be below 0.`],
    ["no minus sign", "spend.recharges[plan_revenue]", 120, "SG06", "210 Less recharges and income from NHS bodies, 2007/08 plan revenue is 120; it can't be above 0."],
    ["a number above its bound", "filing.submission", 100, "SG06", "Submission number is 100; it can't be above 99."],
    ["another choice", "filing.status", "Done", "SG07", "Status holds “Done”, which is not among the choices: Draft, Final."],
    ["no date", "filing.fd_date", "31 March", "SG04", "Director of finance: date of sign-off holds “31 March”, which is not a date."],
    ["a date of long ago", "filing.fd_date", 5, "SG04", ""],
    ["a code that Excel made a number of", "cover.org_code", 50, "ID02", "Organisation code holds the number 50. Excel turns a code such as 5E1 into a number."],
    ["a name that is a number", "cover.org_name", 7, "ID02", "Organisation name holds the number 7."],
    ["a text of 251 characters", "spend.staff[note]", "n".repeat(251), "SG08", "100 IM&T staff, note has 251 characters; it can have 250."],
    ["a figure where nothing applies", "spend.training[plan_capital]", 4, "AR06", "170 Training and education, 2007/08 plan capital holds 4, but does not apply."],
    ["a constant typed over", "tariff.rate[y2007]", 0.002, "AR05", "was typed over: it holds 0.2%, and the entries make 0.1%."],
  ])("%s in %s is said at its cell", (_what, key, value, code, message) => {
    const findings = findingsWith({ [key]: value }).filter((finding) => finding.code === code);
    expect(findings.map(({ sheet, cells }) => ({ sheet, cell: cells[0], more: cells.length }))).toEqual([
      { ...placeOf(key), more: 1 },
    ]);
    expect(findings[0]!.level).toBe("fix");
    expect(findings[0]!.labels).toEqual([template.fields.get(key)!.label]);
    expect(findings[0]!.message).toContain(message);
    const standing = [...template.standing.values()].find((check) => check.code === code)!;
    expect([findings[0]!.title, findings[0]!.fix, findings[0]!.source]).toEqual([standing.title, standing.fix, standing.source]);
  });

  test.each<readonly [string, string, RawValue]>([
    ["a note of 250 characters", "spend.staff[note]", "n".repeat(250)],
    ["a zero", "spend.staff[memo_revenue]", 0],
    ["an optional answer left out", "filing.prepared_by", null],
    ["a date with a time of day", "filing.fd_date", 39_172.75],
    ["one decimal of staff", "context.wte[plan]", 41.2],
  ])("%s in %s is all right", (_what, key, value) => {
    expect(findingsWith({ [key]: value })).toEqual([]);
  });

  test("only the first thing wrong with a cell is said", () => {
    const codes = findingsWith({ [STAFF]: -7.5 }).filter(({ cells }) => cells[0] === placeOf(STAFF).cell);
    expect(codes.map(({ code }) => code)).toEqual(["SG05"]);
  });
});

describe("totals", () => {
  const GROSS = "spend.gross[plan_revenue]";
  const said = (findings: ReturnType<typeof findingsOf>) =>
    findings.map(({ code, sheet, cells }) => ({ code, sheet, cell: cells.join() }));

  test("one that was typed over is named at its cell alone, with the figure that counts", () => {
    const findings = findingsWith({ [GROSS]: 3_300 });
    expect(said(findings)).toEqual([{ code: "AR05", ...placeOf(GROSS) }]);
    expect(findings[0]!.message).toBe(
      "200 Gross IM&T spend, 2007/08 plan revenue was typed over: it holds 3,300, and the entries make 3,180. The figure that counts is 3,180.",
    );
  });

  test("one that was typed over with the right figure is not named", () => {
    expect(findingsWith({ [GROSS]: 3_180 })).toEqual([]);
  });

  test("one that was cleared is named", () => {
    const cleared = edited(rightWorkbook, put("IM&T spend", placeOf(GROSS).cell, { value: null, formula: null }));
    expect(findingsOf(foundIn(cleared), ALONE).map(({ code, message }) => [code, message])).toContainEqual([
      "AR05",
      expect.stringContaining("holds nothing, and the entries make 3,180"),
    ]);
  });

  test("whatever stands in a total's cell, what counts is what its entries make", () => {
    const found = foundIn(workbookWith({ [GROSS]: 3_300 }));
    expect(valueOf(found, template.fields.get(GROSS)!)).toBe(3_180);
    expect(valueOf(found, template.fields.get("spend.net[plan_total]")!)).toBe(3_880);
  });

  test("one whose formula shows a false result is named so", () => {
    // The last of the totals: nothing adds it up, so nothing else can look wrong.
    const key = "test.plan_all[difference]";
    const { sheet, cell } = placeOf(key);
    const stale = edited(rightWorkbook, put(sheet, cell, { value: 999 }));
    const [only, ...more] = findingsOf(foundIn(stale), ALONE);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "AR07", level: "fix", sheet, cells: [cell] });
    expect(only!.message).toContain("shows 999, and the entries make 138.");
  });

  test("a total's stale result does not make the right totals above it look false", () => {
    const { sheet, cell } = placeOf(GROSS);
    const stale = edited(rightWorkbook, put(sheet, cell, { value: 999 }));
    const findings = findingsOf(foundIn(stale), ALONE);
    expect(said(findings)).toContainEqual({ code: "AR07", ...placeOf(GROSS) });
    // A finding that quotes the same figure as found and as right says nothing that anyone could put right.
    for (const { message } of findings) {
      const [, shows, right] = /(?:shows|holds) (.+?), and the entries make (.+?)\./.exec(message)!;
      expect(shows).not.toBe(right);
    }
  });

  test("a workbook that nothing ever calculated gives no alarm, and its totals count", () => {
    const found = foundIn(workbookWith({}, "none"));
    expect(findingsOf(found, ALONE)).toEqual([]);
    expect(valueOf(found, template.fields.get("spend.net[plan_total]")!)).toBe(3_880);
  });

  test("in such a workbook a total that was typed over is still found, and the rules work", () => {
    const found = foundIn(workbookWith({ [GROSS]: 3_300, "purposes.business[plan_revenue]": 1 }, "none"));
    expect(findingsOf(found, ALONE).map(({ code }) => code)).toEqual(expect.arrayContaining(["AR05", "AR03"]));
  });
});

describe("findings as a whole", () => {
  const many: Changes = {
    "spend.staff[memo_revenue]": 9_999,
    "purposes.business[plan_revenue]": 1,
    "cover.sha_code": 7,
    "filing.submission": null,
    "tariff.pbr[y2007]": "none",
  };

  test("come the gravest first: all to put right before all to explain", () => {
    const levels = findingsWith(many).map(({ level }) => level);
    expect(new Set(levels)).toEqual(new Set(["fix", "explain"]));
    expect(levels.indexOf("explain")).toBeGreaterThan(levels.lastIndexOf("fix"));
  });

  test("of one level: entries before rules, blanks before what is not text", () => {
    const fixes = findingsWith(many).filter(({ level }) => level === "fix").map(({ code }) => code);
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
    const gone = ["staff", "agency", "hardware", "software", "telecoms"].map((line) => `spend.${line}[plan_revenue]`);
    const findings = findingsWith({ ...Object.fromEntries(gone.map((key) => [key, null])), "tariff.pbr[y2007]": null });
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
