import { readColumns } from "./columns";
import { readOrganisation } from "./organisation";
import { problem } from "./problem";
import { makeRegister } from "./register";
import { readRows } from "./rows";
import type { RegisterProblem } from "./problem";
import type { Organisation, Register } from "./register";

export type { RegisterProblem } from "./problem";

export type RegisterResult =
  | { readonly kind: "register"; readonly register: Register }
  | { readonly kind: "refused"; readonly problems: readonly RegisterProblem[] };

/** Reads a register from the text of a CSV, or says everything that is wrong with it, by line. */
export function readRegister(text: string): RegisterResult {
  const unreadable = notText(text);
  if (unreadable) return { kind: "refused", problems: [unreadable] };

  const { rows, problems: broken } = readRows(text.replace(/^\uFEFF/, ""));
  const problems: RegisterProblem[] = [...broken];
  const [heading, ...lines] = rows;
  if (!heading) {
    if (problems.length === 0) problems.push(problem(1, `the register is empty. ${BEGIN}`));
    return { kind: "refused", problems };
  }
  // The heading itself is broken: what follows it is no heading.
  if (broken[0] && broken[0].line < heading.line) return refused(broken.slice(0, 1));

  const columns = readColumns(heading);
  problems.push(...columns.problems);
  // Without its columns no line can be judged: each would be called wrong for the heading's fault.
  if (columns.problems.length > 0) return refused(problems);

  const organisations: Organisation[] = [];
  const lineOf = new Map<string, number>();
  for (const row of lines) {
    const result = readOrganisation(row, columns, heading.values.length);
    if (result.kind === "refused") problems.push(...result.problems);
    else organisations.push(result.organisation);
    const code = result.kind === "refused" ? result.code : result.organisation.code;
    if (code === null) continue;
    const first = lineOf.get(code);
    if (first === undefined) lineOf.set(code, row.line);
    else {
      const sentence = `the code ${code} already stands in line ${first}. Remove or correct one of the two.`;
      problems.push(problem(row.line, sentence));
    }
  }
  if (lines.length === 0 && problems.length === 0) {
    problems.push(problem(heading.line, `there are headings, but no organisation below. ${BEGIN}`));
  }
  return problems.length > 0
    ? refused(problems)
    : { kind: "register", register: makeRegister(organisations) };
}

const BEGIN = "Write one organisation a line under the headings code,name,type,sha.";

function refused(problems: readonly RegisterProblem[]): RegisterResult {
  return { kind: "refused", problems: [...problems].sort((a, b) => a.line - b.line) };
}

/** Characters that only a file of another kind, or one that was converted badly, brings along. */
function notText(text: string): RegisterProblem | undefined {
  // eslint-disable-next-line no-control-regex
  const control = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
  const lost = text.search(/\uFFFD/);
  if (control < 0 && lost < 0) return undefined;
  const at = control < 0 ? lost : control;
  const line = text.slice(0, at).split(/\r\n|\n|\r/).length;
  return control < 0
    ? problem(
        line,
        "a letter was lost when the file was converted. Save it again from its source as CSV (UTF-8).",
      )
    : problem(line, "this is not the text of a CSV. Open the file in Excel and save it as CSV.");
}
