import { choiceOfYear, readChosen } from "../../src/template/chosen-for";
import { readPlanningYear, type YearFiles } from "../../src/template";
import { planningYear, yearFiles } from "../support/shipped";
import { SMALL_YEAR } from "./small-year";

/** What a year reads of a definition that serves several, and what was said of it. */
function read(content: unknown, year: string) {
  const said: string[] = [];
  const { content: own } = readChosen(content, choiceOfYear(year), (path, message) =>
    said.push(`${path.join(".")}: ${message}`),
  );
  return { own, said };
}

describe("what one planning year reads of a definition that serves several", () => {
  const content = {
    title: { by_year: { "2001-02": "Plan 2001/02", "2002-03": "Plan 2002/03" } },
    lines: { staff: { label: "Staff" }, wards: { label: "Wards", years: ["2002-03"] } },
  };

  test("is what stands for every year, its own parts and its own words", () => {
    expect(read(content, "2001-02")).toEqual({
      own: { title: "Plan 2001/02", lines: { staff: { label: "Staff" } } },
      said: [],
    });
    expect(read(content, "2002-03").own).toEqual({
      title: "Plan 2002/03",
      lines: { staff: { label: "Staff" }, wards: { label: "Wards" } },
    });
  });

  test("a role's words may stand within a year's", () => {
    const nested = { serves: { by_year: { "2001-02": { by_role: { a: ["X"] } } } } };
    expect(read(nested, "2001-02").own).toEqual({ serves: { by_role: { a: ["X"] } } });
  });

  test("what is no planning year is told at its place", () => {
    expect(read({ a: { years: ["2001/02"], b: 1 } }, "2001-02").said).toEqual([
      "a.years.0: 2001/02 is no planning year: that is four digits, a hyphen and two digits.",
    ]);
  });
});

/** The small year, whose spend sheet lies among those that several years have. */
function files(spend: string, own: boolean): YearFiles {
  const file = (name: keyof typeof SMALL_YEAR) => ({ name, text: SMALL_YEAR[name] });
  const common = { name: "common/spend.yaml", text: spend };
  return {
    checks: file("checks.yaml"),
    year: file("year.yaml"),
    sheets: new Map([
      ["cover", file("cover.yaml")],
      ...(own ? [["spend", file("spend.yaml")] as const] : []),
      ["bodies", file("bodies.yaml")],
      ["explanations", file("explanations.yaml")],
      ["checks", file("checks-sheet.yaml")],
    ]),
    common: new Map([["spend", common]]),
    obligations: null,
    summary: null,
  };
}

describe("a sheet that several years have", () => {
  const sheetNames = (spend: string, own: boolean) => {
    const result = readPlanningYear(files(spend, own));
    if (result.kind === "refused") return result.problems;
    return [...result.year.templates.values()][0]!.sheets.map(({ name }) => name);
  };
  const other = SMALL_YEAR["spend.yaml"].replace("sheet: Spend", "sheet: Money");

  test("is taken by a year that names it and has no file for it", () => {
    expect(sheetNames(other, false)).toContain("Money");
  });

  test("is not taken where the year has a file of its own", () => {
    expect(sheetNames(other, true)).toContain("Spend");
    expect(sheetNames(other, true)).not.toContain("Money");
  });

  test("is refused by its own file and line", () => {
    const wrong = other.replace("sheet: Money", "sheet: Money\nintr: x");
    expect(sheetNames(wrong, false)).toContainEqual({
      file: "common/spend.yaml",
      line: 2,
      message: "“intr” is not known here.",
    });
  });
});

describe("the spend table of the shipped years", () => {
  const spend = (year: string) => planningYear(year).templates.get("provider")!;

  test("has the same keys in 2007/08 and 2008/09, so that a forecast can be held against the plan of the year before", () => {
    const keys = (year: string) => [...spend(year).fields.keys()].filter((key) => key.startsWith("spend."));
    expect(keys("2008-09")).toEqual(keys("2007-08"));
    expect(keys("2008-09").length).toBeGreaterThan(80);
  });

  test("says its own years", () => {
    const label = (year: string, column: string) => spend(year).fields.get(`spend.staff[${column}]`)!.label;
    expect(label("2007-08", "forecast_revenue")).toContain("2006/07 forecast");
    expect(label("2008-09", "forecast_revenue")).toContain("2007/08 forecast");
    expect(label("2008-09", "plan_revenue")).toContain("2008/09 plan");
  });

  test("is defined in one file", () => {
    expect([...yearFiles("2007-08").sheets.keys()]).not.toContain("spend");
    expect([...yearFiles("2008-09").sheets.keys()]).not.toContain("spend");
    expect(yearFiles("2008-09").common.get("spend")!.name).toBe("common/spend.yaml");
  });
});
