import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { readPlanningYear, type PlanningYear, type YearFiles } from "../../src/template";

/** The definitions that are shipped, as a folder that the command takes with --templates. */
export const TEMPLATES = join(__dirname, "..", "..", "templates");

const NO_SHEETS: readonly string[] = ["year.yaml", "summary.yaml", "demo.yaml", "obligations.yaml"];

/** The definition files of a planning year as they lie in a folder, beside that of the standing checks. */
export function yearFiles(year: string, templates = TEMPLATES): YearFiles {
  const read = (path: string, name: string) => ({ name, text: readFileSync(path, "utf8") });
  const folder = join(templates, year);
  const optional = (name: string) =>
    existsSync(join(folder, name)) ? read(join(folder, name), `${year}/${name}`) : null;
  const sheetsIn = (of: string) =>
    readdirSync(join(templates, of))
      .filter((name) => name.endsWith(".yaml") && !NO_SHEETS.includes(name))
      .map(
        (name) => [name.replace(/\.yaml$/, ""), read(join(templates, of, name), `${of}/${name}`)] as const,
      );
  return {
    checks: read(join(TEMPLATES, "checks.yaml"), "checks.yaml"),
    year: read(join(folder, "year.yaml"), `${year}/year.yaml`),
    sheets: new Map(sheetsIn(year)),
    common: new Map(existsSync(join(templates, "common")) ? sheetsIn("common") : []),
    obligations: optional("obligations.yaml"),
    summary: optional("summary.yaml"),
  };
}

/** Every version of the shipped sheets is built by the test of the shipped definitions: others that read them need not do it again. */
export const SHIPPED_SHEETS = { proven: true } as const;

const known = new Map<string, PlanningYear>();

/** A planning year that has to be right; what is wrong with it is thrown, line by line. */
export function planningYear(year: string, templates = TEMPLATES): PlanningYear {
  const place = join(templates, year);
  const before = known.get(place);
  if (before) return before;
  const result = readPlanningYear(yearFiles(year, templates), SHIPPED_SHEETS);
  if (result.kind === "year") {
    known.set(place, result.year);
    return result.year;
  }
  throw new Error(result.problems.map((p) => `${p.file}:${p.line} ${p.message}`).join("\n"));
}

/** Definitions of the first part, as a folder that the command takes with --templates. */
export const FIRST_PART = join(__dirname, "..", "fixtures", "first-part");

/**
 * The return as it was before it held the whole plan: spend, tariff and community. What is proven by hundreds of workbooks is proven with
 * it, because a whole plan takes ten times as long to draw and to calculate.
 */
export function firstPart(): PlanningYear {
  return planningYear("2007-08", FIRST_PART);
}
