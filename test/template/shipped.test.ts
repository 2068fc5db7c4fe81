import { readPlanningYear } from "../../src/template";
import { planningYear, yearFiles } from "../support/shipped";

const year = planningYear("2007-08");
const SHEETS = {
  provider: [
    ...["Cover", "IM&T spend", "Tariff", "Funding", "Systems", "Deployments", "Benefits", "Workforce"],
    ...["Value for money", "Months", "Maturity", "Checklist", "Plan to 2011", "Risks"],
    ...["Explanations", "Checks"],
  ],
  commissioner: [
    ...["Cover", "IM&T spend", "Community", "Funding", "Programme", "Providers' plans"],
    ...["General practice", "Deployments", "Benefits", "Workforce", "Months", "Maturity", "Checklist"],
    ...["Risks", "Explanations", "Checks"],
  ],
};

test("the shipped year has a return for each role", () => {
  expect([...year.templates.keys()]).toEqual(expect.arrayContaining(Object.keys(SHEETS)));
});

test.each(["2005-06", "2007-08", "2008-09"])("every version of the returns of %s can be built", (id) => {
  const files = yearFiles(id);
  const result = readPlanningYear(files);
  expect(result.kind === "refused" ? result.problems : []).toEqual([]);
  if (result.kind === "refused") return;
  for (const [, role, versions = ""] of files.year.text.matchAll(
    /^ {2}([a-z]+):\n(?: {4}.*\n)*? {4}earlier: \[(.*)\]$/gm,
  ))
    for (const version of versions.split(/[",\s]+/).filter(Boolean))
      expect(result.year.earlier(role!, version)?.version).toBe(version);
});

test("the return of 2007/08 before it could say that there is nothing to report is still read", () => {
  const before = year.earlier("provider", "2.0")!;
  const now = year.templates.get("provider")!;
  const added = [...now.fields.keys()].filter((key) => !before.fields.has(key));
  expect(added.every((key) => key.startsWith("nothing."))).toBe(true);
  expect([...before.fields.keys()].every((key) => now.fields.has(key))).toBe(true);
});

describe.each(Object.entries(SHEETS))("the shipped definitions of the %s's return", (role, sheets) => {
  const template = year.templates.get(role)!;

  it("are read without a problem", () => {
    expect(template.sheets.map((sheet) => sheet.name)).toEqual(sheets);
  });

  it("have no rule without a case, and no code twice", () => {
    expect(template.rules.filter(({ cases }) => cases.length === 0).map(({ code }) => code)).toEqual([]);
    const codes = [...template.rules, ...template.standing.values()].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("name for every rule cells of its own return", () => {
    const places = template.rules.flatMap(({ cases }) => cases.flatMap(({ at }) => at));
    expect(places.filter((key) => !template.fields.has(key))).toEqual([]);
  });

  it("have a line of explanations for every rule that may ask for one", () => {
    for (const { code, level } of template.rules) {
      expect([code, template.fields.has(`explanations.${code.toLowerCase()}[reason]`)]).toEqual([
        code,
        level === "explain",
      ]);
    }
  });

  it("leave no total of the memo columns", () => {
    const memos = new Set([...template.fields.values()].filter(({ memo }) => memo).map(({ key }) => key));
    expect(memos.size).toBeGreaterThan(0);
    for (const { source } of template.fields.values()) {
      if (source.kind !== "calculated") continue;
      const text = JSON.stringify(source.expanded);
      expect([...memos].filter((key) => text.includes(`"${key}"`))).toEqual([]);
    }
  });
});
