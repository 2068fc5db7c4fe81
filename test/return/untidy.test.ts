import type { RawValue } from "../../src/cells";
import {
  findingsOf,
  foundValue,
  ruleOutcomes,
  statusOf,
  valueOf,
  valuesOf,
  type Return,
} from "../../src/return";

import { ALONE, findingsWith, foundIn, placeOf, rightWorkbook, template, workbookWith } from "./provider";

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
    const said = findingsOf(found, ALONE).map(({ code }) => code);
    expect(said.filter((code) => code !== "TD06")).toEqual(["TD01", "AR11"]);
  });

  test("is missed in the workbook's own totals, and each of them is named with the figure that counts", () => {
    const noted = findingsWith({ [STAFF]: "£1,750k" }).filter(({ code }) => code === "TD06");
    const gross = noted.find(({ cells }) => cells[0] === placeOf("spend.gross[plan_revenue]").cell)!;
    // Worked example 1: lines of 3,180, of which staff are 1,749.
    expect(gross.message).toContain(
      "shows 1,431, leaving out what stands there as text. It counts as 3,181.",
    );
    expect(noted.every(({ level }) => level === "note")).toBe(true);
  });

  test("with a wrong sign is first of all a text", () => {
    const findings = findingsWith({ [STAFF]: "(1,250)" });
    const said = findings.map(({ code }) => code);
    expect(said.filter((code) => code !== "TD06")).toEqual(["TD01"]);
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

function atKey(key: string) {
  const { sheet, cell } = placeOf(key);
  return { sheet, cells: [cell], labels: [template.fields.get(key)!.label] };
}
