import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { readPlanningYear, type PlanningYear, type YearFiles } from "../../src/template";

const TEMPLATES = join(__dirname, "..", "..", "templates");

/** The definition files of a planning year as they lie in a folder, beside that of the standing checks. */
export function yearFiles(year: string, templates = TEMPLATES): YearFiles {
  const read = (path: string, name: string) => ({ name, text: readFileSync(path, "utf8") });
  const folder = join(templates, year);
  const sheets = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml") && name !== "year.yaml" && name !== "summary.yaml")
    .map((name) => [name.replace(/\.yaml$/, ""), read(join(folder, name), `${year}/${name}`)] as const);
  return {
    checks: read(join(TEMPLATES, "checks.yaml"), "checks.yaml"),
    year: read(join(folder, "year.yaml"), `${year}/year.yaml`),
    sheets: new Map(sheets),
    summary: existsSync(join(folder, "summary.yaml"))
      ? read(join(folder, "summary.yaml"), `${year}/summary.yaml`)
      : null,
  };
}

/** A planning year that has to be right; what is wrong with it is thrown, line by line. */
export function planningYear(year: string, templates = TEMPLATES): PlanningYear {
  const result = readPlanningYear(yearFiles(year, templates));
  if (result.kind === "year") return result.year;
  throw new Error(result.problems.map((p) => `${p.file}:${p.line} ${p.message}`).join("\n"));
}
