import { readCode } from "./code";
import { requiredColumns } from "./columns";
import { problem, shown } from "./problem";
import type { ColumnName, Columns } from "./columns";
import type { RegisterProblem } from "./problem";
import type { Organisation } from "./register";
import type { Row } from "./rows";

export type OrganisationResult =
  | { readonly kind: "organisation"; readonly organisation: Organisation }
  /** The code is there where it could be read, so that one used twice is seen however wrong its line is. */
  | { readonly kind: "refused"; readonly code: string | null; readonly problems: readonly RegisterProblem[] };

/** One line of a register, or everything that is wrong with it. `width` is the number of headings. */
export function readOrganisation(row: Row, columns: Columns, width: number): OrganisationResult {
  const tooMany = overflow(row, width);
  // Nobody knows which values slipped along, so none is judged.
  if (tooMany !== undefined) return { kind: "refused", code: null, problems: [problem(row.line, tooMany)] };

  const lost = lostColumns(row, columns);
  const problems = lost.length === 0 ? [] : [problem(row.line, endsEarly(row, lost, width))];
  const refuse = (sentence: string): null => {
    problems.push(problem(row.line, sentence));
    return null;
  };
  const text = (column: ColumnName): string | null => {
    const position = columns.positions.get(column);
    return (position === undefined ? "" : (row.values[position] ?? "")) || null;
  };
  const required = (column: ColumnName): string => {
    const value = text(column);
    if (value === null && !lost.includes(column)) {
      refuse(`the ${column} is empty. Fill it in, or remove the line.`);
    }
    return value ?? "";
  };
  const code = (cell: string, what: string): string | null => {
    const result = readCode(cell);
    return result.kind === "code" ? result.code : refuse(`the ${what} ${result.why}`);
  };
  const yesOrNo = (cell: string | null): boolean | null => {
    if (cell === null) return null;
    const answer = cell.toLowerCase();
    if (answer === "yes" || answer === "no") return answer === "yes";
    return refuse(`ft is ${shown(cell)}. Write yes or no, or leave it empty if it is not known.`);
  };

  const written = required("code");
  const own = written === "" ? null : code(written, "code");
  const sha = text("sha");
  const organisation: Organisation = {
    code: own ?? "",
    name: required("name"),
    type: required("type"),
    sha: sha === null ? null : code(sha, "SHA code"),
    lhc: text("lhc"),
    foundationTrust: yesOrNo(text("ft")),
    email: text("email"),
    contact: text("contact"),
    telephone: text("telephone"),
    predecessors: codes(text("predecessors"), (cell) => code(cell, "predecessor's code")),
    lsp: text("lsp"),
  };
  return problems.length > 0
    ? { kind: "refused", code: own, problems }
    : { kind: "organisation", organisation };
}

function overflow(row: Row, width: number): string | undefined {
  if (row.values.slice(width).every((value) => value === "")) return undefined;
  return (
    `there are ${row.values.length} values under ${width} headings. ` +
    "Put quotation marks around a value that has a comma inside it."
  );
}

/** Columns that must be there and that the line does not reach. Optional ones may be: Excel leaves trailing commas out. */
function lostColumns(row: Row, columns: Columns): readonly ColumnName[] {
  return requiredColumns().filter((name) => (columns.positions.get(name) ?? 0) >= row.values.length);
}

function endsEarly(row: Row, lost: readonly ColumnName[], width: number): string {
  return (
    `the line ends after ${row.values.length} of ${width} values, before ${lost.join(" and ")}. ` +
    "Complete it; a value that is empty on purpose still needs its comma."
  );
}

function codes(cell: string | null, read: (code: string) => string | null): readonly string[] | null {
  if (cell === null) return null;
  const found = cell.split(/[;,\s]+/).filter((part) => part !== "");
  return [...new Set(found.map(read).filter((code) => code !== null))];
}
