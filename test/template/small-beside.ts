import { linkedYears, readPlanningYear, type DefinitionProblem, type YearRead } from "../../src/template";

import { TWO_ROLES, changed, type Change, type SmallFile } from "./small-year";

/** What the small year of 2002/03 sets beside itself of 2001/02, as its summary.yaml has it. */
export const BESIDE = `title: Small summary
figures: []
sheets: []
beside:
  year: "2001-02"
  sheet: Both years
  by_line: { sheet: By line }
  heads: { earlier: Plan of 2001/02, now: Said of it now, difference: More or less }
  roles: { provider: Trusts }
  table: spend
  columns:
    revenue: { label: Revenue, earlier: revenue, now: revenue }
    capital: { label: Capital, earlier: capital, now: capital }
    total: { label: Total, earlier: total, now: total }
  lines:
    - staff
    - support
    - net
  organisations:
    - net
  marked: { column: total, percent: 10, least: 5 }
  states:
    above: "▲ Above"
    below: "▲ Below"
    near: "✔ Near"
    no_earlier: "● None of 2001/02"
    blank_earlier: "● Blank for 2001/02"
    part_earlier: "● A part of 2001/02"
    no_now: "● None of 2002/03"
    neither: "● None of either"
    no_figure: "● No figure"
`;

/** The year after the small year, which is the same in everything but its name. */
export const LATER: readonly Change[] = [
  { file: "year.yaml", old: 'year: "2001-02"\nlabel: 2001/02', by: 'year: "2002-03"\nlabel: 2002/03' },
  { file: "cover.yaml", old: "constant: 2001/02", by: "constant: 2002/03" },
];

export type Read =
  | ({ readonly kind: "year" } & YearRead)
  | { readonly kind: "refused"; readonly problems: readonly DefinitionProblem[] };

/** A small year with two roles after these changes, with this summary. */
export function readSmall(changes: readonly Change[], summary: string | null): Read {
  const files = changed(TWO_ROLES, ...changes);
  const file = (name: SmallFile) => ({ name, text: files[name] });
  return readPlanningYear({
    checks: file("checks.yaml"),
    year: file("year.yaml"),
    sheets: new Map([
      ["cover", file("cover.yaml")],
      ["spend", file("spend.yaml")],
      ["bodies", file("bodies.yaml")],
      ["explanations", file("explanations.yaml")],
      ["checks", file("checks-sheet.yaml")],
    ]),
    common: new Map(),
    obligations: null,
    summary: summary === null ? null : { name: "summary.yaml", text: summary },
  });
}

/** Both small years as they are read together; each has to be right by itself. */
export function linkedSmall(summary: string, earlier: readonly Change[] | null = []) {
  const read = (one: Read): YearRead => {
    if (one.kind === "year") return one;
    throw new Error(JSON.stringify(one.problems));
  };
  const later = read(readSmall(LATER, summary));
  return linkedYears(earlier === null ? [later] : [read(readSmall(earlier, null)), later]);
}
