import type { RawValue } from "../../src/cells";
import { findingsWith, placeOf, template } from "./provider";

describe("what is wrong with one entry", () => {
  const STAFF = "spend.staff[plan_revenue]";
  const label = "100 IM&T staff, 2007/08 plan revenue";
  test.each<readonly [what: string, key: string, value: RawValue, code: string, message: string]>([
    ["an error", STAFF, { error: "#REF!" }, "SG03", `${label} shows the error #REF!.`],
    [
      "a blank",
      "context.programme[plan]",
      null,
      "CV01",
      "410 Total capital programme (£000), 2007/08 is blank.",
    ],
    ["text", STAFF, "about 1,250", "SG02", `${label} holds “about 1,250”, which is not a number.`],
    ["a truth value", STAFF, true, "SG02", `${label} holds “TRUE”, which is not a number.`],
    ["decimals", STAFF, 7.5, "SG05", `${label} is 7.5; only whole figures fit here.`],
    [
      "too many decimals",
      "context.wte[plan]",
      41.25,
      "SG05",
      "440 IM&T staff (whole-time equivalents), 2007/08 is 41.25; one decimal is enough.",
    ],
    ["a minus sign", STAFF, -1_850, "SG01", `${label} is -1,850; it can't be below 0.`],
    [
      "no minus sign",
      "spend.recharges[plan_revenue]",
      120,
      "SG06",
      "210 Less recharges and income from NHS bodies, 2007/08 plan revenue is 120; it can't be above 0.",
    ],
    [
      "a number above its bound",
      "filing.submission",
      100,
      "SG06",
      "Submission number is 100; it can't be above 99.",
    ],
    [
      "another choice",
      "filing.status",
      "Done",
      "SG07",
      "Status holds “Done”, which is not among the choices: Draft, Final.",
    ],
    [
      "no date",
      "filing.fd_date",
      "31 March",
      "SG04",
      "Director of finance: date of sign-off holds “31 March”, which is not a date.",
    ],
    ["a date of long ago", "filing.fd_date", 5, "SG04", ""],
    [
      "a code that Excel made a number of",
      "cover.org_code",
      50,
      "ID02",
      "Organisation code holds the number 50. Excel turns a code such as 5E1 into a number.",
    ],
    ["a name that is a number", "cover.org_name", 7, "ID02", "Organisation name holds the number 7."],
    [
      "a text of 71 characters",
      "spend.staff[note]",
      "n".repeat(71),
      "SG08",
      "100 IM&T staff, note has 71 characters; it can have 70.",
    ],
    [
      "a figure where nothing applies",
      "spend.training[plan_capital]",
      4,
      "AR06",
      "170 Training and education, 2007/08 plan capital holds 4, but does not apply.",
    ],
    [
      "a constant typed over",
      "tariff.rate[y2007]",
      0.002,
      "AR05",
      "was typed over: it holds 0.2%, and the entries make 0.1%.",
    ],
  ])("%s in %s is said at its cell", (_what, key, value, code, message) => {
    const findings = findingsWith({ [key]: value }).filter((finding) => finding.code === code);
    expect(findings.map(({ sheet, cells }) => ({ sheet, cell: cells[0], more: cells.length }))).toEqual([
      { ...placeOf(key), more: 1 },
    ]);
    expect(findings[0]!.level).toBe("fix");
    expect(findings[0]!.labels).toEqual([template.fields.get(key)!.label]);
    expect(findings[0]!.message).toContain(message);
    const standing = [...template.standing.values()].find((check) => check.code === code)!;
    expect([findings[0]!.title, findings[0]!.fix, findings[0]!.source]).toEqual([
      standing.title,
      standing.fix,
      standing.source,
    ]);
  });

  test.each<readonly [string, string, RawValue]>([
    ["a note of 70 characters", "spend.staff[note]", "n".repeat(70)],
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
