import type { RawValue } from "../../src/cells";
import { makeRegister } from "../../src/register";
import {
  findingsOf,
  foundValue,
  organisationOf,
  ruleOutcomes,
  statusOf,
  valueOf,
  valuesOf,
  type Return,
} from "../../src/return";

import { edited, put, type Edit } from "./edits";
import { ALONE, findingsWith, foundIn, placeOf, rightWorkbook, template, workbookWith } from "./provider";
import { registerOf } from "./registers";

type Changes = Readonly<Record<string, RawValue>>;

const STAFF = "spend.staff[plan_revenue]";
const label = "100 IM&T staff, 2007/08 plan revenue";
const returnWith = (changes: Changes) => foundIn(workbookWith(changes));
const counted = (found: Return, key: string) => valueOf(found, found.template.fields.get(key)!);
const listed = (found: Return, key: string) => valuesOf(found).find((one) => one.key === key)!.value;
const stateOf = (found: Return, code: string) =>
  ruleOutcomes(found.template, (key) => foundValue(found, key)).get(code)!.state;

describe("a figure that was typed as text", () => {
  // Planned revenue is 3,180 with 1,749 of staff, so 1,431 without.
  test.each<readonly [text: string, key: string, counts: number, right: string, total: string, sum: number]>([
    ["1,250", STAFF, 1_250, "1,250", "spend.gross[plan_revenue]", 1_431 + 1_250],
    ["£1,250k", STAFF, 1_250, "1,250", "spend.gross[plan_revenue]", 1_431 + 1_250],
    ["£1.25m", STAFF, 1_250, "1,250", "spend.gross[plan_revenue]", 1_431 + 1_250],
    ["(300)", "spend.recharges[plan_revenue]", -300, "-300", "spend.net[plan_revenue]", 3_180 - 300],
    [" 1749 ", STAFF, 1_749, "1,749", "spend.net[plan_total]", 3_880],
    ["nil", "tariff.pbr[y2007]", 0, "0", "tariff.pbr_uplift[y2007]", 0],
  ])(
    "“%s” in %s counts as %s in facts and totals, and is to put right",
    (text, key, counts, right, total, sum) => {
      const found = returnWith({ [key]: text });
      expect([counted(found, key), listed(found, key)]).toEqual([counts, counts]);
      expect([counted(found, total), listed(found, total)]).toEqual([sum, sum]);
      expect(foundValue(found, key)).toBe(text);
      const [first, ...more] = findingsOf(found, ALONE);
      expect(more.filter(({ level }) => level !== "note")).toEqual([]);
      expect(first).toMatchObject({ code: "TD01", level: "fix", ...atKey(key) });
      expect(first!.message).toBe(
        `${template.fields.get(key)!.label} holds the text “${text}”. It counts as ${right}, but the checks that need it wait.`,
      );
    },
  );

  test("lets every rule that reads it wait, and the others speak", () => {
    const found = returnWith({ [STAFF]: "1,250k", "spend.staff[memo_capital]": 999 });
    // Purposes add up to 3,180 and spend to 2,681 now, which nobody is told before the figure is one.
    expect(stateOf(found, "AR03")).toBe("waits");
    expect(stateOf(found, "TF01")).toBe("waits");
    expect(stateOf(found, "AR04")).toBe("holds");
    expect(findingsOf(found, ALONE).map(({ code }) => code)).toEqual(["TD01", "AR11"]);
  });

  test("with a wrong sign is first of all a text", () => {
    const findings = findingsWith({ [STAFF]: "(1,250)" });
    expect(findings.map(({ code }) => code)).toEqual(["TD01"]);
    expect(findings[0]!.message).toContain("It counts as -1,250,");
  });

  test.each(["1.250", "about 1,250", "12,50", "1,250 or 1,300", "tbc", "#"])(
    "“%s” could be another, so it is no figure and counts nowhere",
    (text) => {
      const found = returnWith({ [STAFF]: text });
      expect(counted(found, "spend.gross[plan_revenue]")).toBe(1_431);
      expect(findingsOf(found, ALONE)).toMatchObject([
        { code: "SG02", message: `${label} holds “${text}”, which is not a number.` },
      ]);
    },
  );

  test("in a count of staff is read without a unit", () => {
    expect(counted(returnWith({ "context.wte[plan]": "1,041.5" }), "context.wte[plan]")).toBe(1_041.5);
    expect(findingsWith({ "context.wte[plan]": "£41" }).map(({ code }) => code)).toEqual(["SG02"]);
  });

  test("in the words of a note is a note", () => {
    expect(findingsWith({ "spend.staff[note]": "1,250k" })).toEqual([]);
  });
});

describe("a date that was typed as text", () => {
  const DATE = "filing.fd_date";
  // 1 January 2000 is day 36,526; 31 March 2007 lies 2,646 days later.
  const DAY = 36_526 + (Date.UTC(2007, 2, 31) - Date.UTC(2000, 0, 1)) / 86_400_000;

  test.each(["31/03/2007", "31 March 2007", "2007-03-31", "31.3.07"])("“%s” counts as the day", (text) => {
    const found = returnWith({ [DATE]: text });
    expect(counted(found, DATE)).toBe(DAY);
    const [only, ...more] = findingsOf(found, ALONE);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TD02", level: "fix", ...atKey(DATE) });
    expect(only!.message).toContain(`holds the text “${text}”. It counts as 31 Mar 2007, but`);
  });

  test("of a workbook that counts from 1904 is the same day, and the days that are numbers are noted once", () => {
    const from1904 = DAY - 1_462;
    const changes = { [DATE]: from1904, "filing.ce_date": "31/03/2007" };
    const found = foundIn({ ...workbookWith(changes), date1904: true });
    expect([counted(found, DATE), counted(found, "filing.ce_date")]).toEqual([DAY, DAY]);
    const findings = findingsOf(found, ALONE);
    expect(findings.map(({ code }) => code)).toEqual(["TD02", "TD05"]);
    expect(findings[1]).toMatchObject({ level: "note", ...atKey(DATE) });
    // A workbook of that kind without a date has nothing to be said of.
    expect(findingsOf(foundIn({ ...rightWorkbook, date1904: true }), ALONE)).toEqual([]);
  });
});

describe("an answer that is written otherwise than in its list", () => {
  test.each(["final ", "FINAL.", "Final\u00a0"])("%j counts as Final, and is to put right", (text) => {
    const found = returnWith({ "filing.status": text });
    expect(statusOf(found)).toBe("final");
    expect(listed(found, "filing.status")).toBe("Final");
    const [first] = findingsOf(found, ALONE);
    expect(first).toMatchObject({ code: "TD04", level: "fix", ...atKey("filing.status") });
    expect(first!.message).toContain(`holds “${text}”. It counts as “Final”.`);
  });

  test("in another case only is the same to Excel, and nothing is said", () => {
    expect(findingsWith({ "filing.status": "DRAFT" })).toEqual([]);
  });

  test("that is none of them counts as it stands", () => {
    const found = returnWith({ "filing.status": "Finished" });
    expect([statusOf(found), listed(found, "filing.status")]).toEqual(["draft", "Finished"]);
    expect(findingsOf(found, ALONE).map(({ code }) => code)).toEqual(["SG07"]);
  });
});

describe("a formula that was typed into an entry", () => {
  const { sheet, cell } = placeOf(STAFF);
  const typed = (formula: string, value: RawValue): Edit => put(sheet, cell, { formula, value });
  const after = (...edits: readonly Edit[]) => foundIn(edited(rightWorkbook, ...edits));

  test("counts with its result, which is noted with the formula", () => {
    const found = after(typed("1500+249", 1_749));
    expect([foundValue(found, STAFF), counted(found, "spend.gross[plan_revenue]")]).toEqual([1_749, 3_180]);
    const [only, ...more] = findingsOf(found, ALONE);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "TM02", level: "note", ...atKey(STAFF) });
    expect(only!.message).toBe(
      `${label} holds the formula =1500+249. Its result, 1,749, is the figure that counts.`,
    );
  });

  test.each([
    ["of figures", "1500+249", 1_749],
    ["of cells of the sheet", "SUM(D10:D12)", 1_628 + 148 + 148],
    ["of a cell of another sheet", "Tariff!$D$10/100", 1_650],
    ["of a formula that was not worked out either", "AC1*2", 42],
    ["of a blank cell", "AC9", 0],
    ["that begins with a plus sign", "+D10+100", 1_728],
  ])("%s, without its result, is worked out", (_, formula, result) => {
    const found = after(typed(formula, null), put(sheet, "AC1", { formula: "20+1", value: null }));
    expect(foundValue(found, STAFF)).toBe(result);
    expect(counted(found, "spend.gross[plan_revenue]")).toBe(1_431 + result);
    expect(findingsOf(found, ALONE)).toContainEqual(
      expect.objectContaining({ code: "TM02", message: expect.stringContaining(`=${formula}.`) as unknown }),
    );
  });

  test.each([
    ["that needs itself", `${cell}+1`],
    ["that goes in a circle over another cell", "AC1+1"],
    ["of a function that is not known here", "VLOOKUP(1,A1:B9,2)"],
    ["of another workbook", "[1]Plan!A1"],
    ["of a sheet that is not there", "Gone!A1"],
    ["that makes an error", "1/0"],
    ["over more cells than any entry needs", "SUM(A1:ZZ1000)"],
  ])("%s, without its result, is to put right, and is not said to be blank", (_, formula) => {
    const found = after(typed(formula, null), put(sheet, "AC1", { formula: cell, value: null }));
    expect(foundValue(found, STAFF)).toBeNull();
    const ofCell = findingsOf(found, ALONE).filter(({ labels }) => labels.includes(label));
    expect(ofCell).toMatchObject([{ code: "TM03", level: "fix", ...atKey(STAFF) }]);
    expect(ofCell[0]!.message).toContain(`holds the formula =${formula}, and the workbook was saved without`);
  });

  test("whose result is an error is named as one", () => {
    const codes = findingsOf(after(typed("1/0", { error: "#DIV/0!" })), ALONE).map(({ code }) => code);
    expect(codes).toContain("SG03");
  });

  test("whose result is an untidy text counts as the figure, and both are said", () => {
    const found = after(typed('"1,749"', "1,749"));
    expect(counted(found, STAFF)).toBe(1_749);
    const ofCell = findingsOf(found, ALONE).filter(({ labels }) => labels.includes(label));
    expect(ofCell.map(({ code }) => code)).toEqual(["TD01", "TM02"]);
  });
});

describe("a code that Excel made a number of", () => {
  const HEAD = "code,name,type,sha\n";
  const FELLSIDE = "5E1,Fellside Hospitals NHS Trust,Acute trust,Q30\n";
  const KNOWN = registerOf(`${HEAD}${FELLSIDE}X02,Lowmoor NHS Trust,Acute trust,Q30\n`);
  const against = (changes: Changes, register = KNOWN) => ({
    of: organisationOf(returnWith(changes), register)?.code ?? null,
    findings: findingsWith(changes, { register, fileName: null }),
  });
  const AS_NUMBER: Changes = { "cover.org_code": 50, "cover.org_name": "Fellside Hospitals NHS Trust" };

  test("is proposed from the register, and the organisation is found where the name is its own", () => {
    const { of, findings } = against(AS_NUMBER);
    expect(of).toBe("5E1");
    expect(findings).toMatchObject([{ code: "ID11", level: "fix", ...atKey("cover.org_code") }]);
    expect(findings[0]!.message).toBe(
      "Organisation code holds 50: Excel turned the code into a number. By the register it was 5E1 (Fellside Hospitals NHS Trust).",
    );
  });

  test.each(["50", "5E+01", "5.00E+01"])("and has become the text “%s” since, is too", (text) => {
    const { of, findings } = against({ ...AS_NUMBER, "cover.org_code": text });
    expect([of, ...findings.map(({ code }) => code)]).toEqual(["5E1", "ID11"]);
  });

  test("is found where the name is blank or nearly its own", () => {
    expect(against({ ...AS_NUMBER, "cover.org_name": null }).of).toBe("5E1");
    expect(against({ ...AS_NUMBER, "cover.org_name": "Fellside Hospitals" }).of).toBe("5E1");
  });

  test("is not found where the name is another's, though it is still proposed", () => {
    const { of, findings } = against({ ...AS_NUMBER, "cover.org_name": "Lowmoor NHS Trust" });
    expect(of).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(["ID11"]);
  });

  test("is not found where two codes fit, and both are proposed", () => {
    const two = registerOf(`${HEAD}${FELLSIDE}50E0,Harrow Hill NHS Trust,Acute trust,Q30\n`);
    const { of, findings } = against(AS_NUMBER, two);
    expect(of).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(["ID11"]);
    expect(findings[0]!.message).toContain(
      "it was 5E1 (Fellside Hospitals NHS Trust) or 50E0 (Harrow Hill NHS Trust).",
    );
  });

  test("is not taken for a registered code that reads like the number, where another fits too", () => {
    const [fellside] = KNOWN.organisations;
    const fifty = { ...fellside!, code: "50", name: "Harrow Hill NHS Trust" };
    const { of, findings } = against(AS_NUMBER, makeRegister([fellside!, fifty]));
    expect(of).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(["ID11"]);
  });

  test("of which the register has none is a number where a text should be", () => {
    const { of, findings } = against({ ...AS_NUMBER, "cover.org_code": 51 });
    expect([of, ...findings.map(({ code }) => code)]).toEqual([null, "ID02"]);
  });

  test("a code as it should be is never taken for another", () => {
    const { of, findings } = against({ ...AS_NUMBER, "cover.org_code": " 5e1 " });
    expect([of, findings]).toEqual(["5E1", []]);
  });
});

function atKey(key: string) {
  const { sheet, cell } = placeOf(key);
  return { sheet, cells: [cell], labels: [template.fields.get(key)!.label] };
}
