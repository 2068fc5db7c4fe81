import { problem, shown } from "./problem";
import type { RegisterProblem } from "./problem";
import type { Row } from "./rows";

const REQUIRED = ["code", "name", "type", "sha"] as const;
const OPTIONAL = ["lhc", "ft", "email", "contact", "telephone", "predecessors", "lsp"] as const;

export type ColumnName = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

/** How a heading may read; other columns of a register are ignored. */
const HEADINGS: ReadonlyMap<string, ColumnName> = new Map<string, ColumnName>([
  ...[...REQUIRED, ...OPTIONAL].map((name) => [name, name] as const),
  ["sha_code", "sha"],
]);

export interface Columns {
  readonly positions: ReadonlyMap<ColumnName, number>;
  readonly problems: readonly RegisterProblem[];
}

/** Where each known column stands in the heading. */
export function readColumns(heading: Row): Columns {
  const positions = new Map<ColumnName, number>();
  const problems: RegisterProblem[] = [];
  heading.values.forEach((text, position) => {
    const name = HEADINGS.get(text.toLowerCase());
    if (name === undefined) return;
    if (positions.has(name)) {
      const sentence = `the column ${name} is there twice (here as ${shown(text)}). Remove one of the two.`;
      problems.push(problem(heading.line, sentence));
    } else positions.set(name, position);
  });
  const missing = REQUIRED.filter((name) => !positions.has(name));
  if (
    missing.length === REQUIRED.length &&
    heading.values.length === 1 &&
    /[;\t|]/.test(heading.values[0] ?? "")
  ) {
    const sentence =
      "the columns are not separated by commas. Save the register as CSV, separated by commas.";
    return { positions, problems: [problem(heading.line, sentence)] };
  }
  for (const name of missing) {
    const other = name === "sha" ? " (or sha_code)" : "";
    const sentence = `the column ${name}${other} is missing. Add it to the headings in the first line.`;
    problems.push(problem(heading.line, sentence));
  }
  return { positions, problems };
}

/** The columns without which a line says nothing, in the order of the register's description. */
export function requiredColumns(): readonly ColumnName[] {
  return REQUIRED;
}
