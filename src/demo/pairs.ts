import { rowId, type DefinitionProblem, type Path, type Template } from "../template";

import { readFill, type Reading } from "./assignments";
import type { DemoSource } from "./common";
import type { BetweenDefinition, DemoDefinition } from "./definition";
import type { Assignment } from "./script";

/** Rows that a return has in lists about others, where the demo says once for both what stands between two organisations. */
export interface PairRows {
  /** A row as the definition names it, by the other's code, contracts.X01 → as the return does, contracts.r03. */
  readonly rows: ReadonlyMap<string, string>;
  readonly assignments: readonly Assignment[];
}

/** The rows of one return about those with whom its organisation is paired, below what other rows its lists have. */
export function pairRowsOf(
  code: string,
  role: string,
  { between = {}, organisations }: DemoDefinition,
  reading: Reading,
): PairRows {
  const rows = new Map<string, string>();
  const assignments: Assignment[] = [];
  for (const [list, { roles, other, each, columns, pairs }] of Object.entries(between)) {
    let last = [...reading.rows.keys()].filter((name) => name.startsWith(`${list}.`)).length;
    pairs.forEach(([first, second, ...given], at) => {
      const isFirst = roles[0] === role && first === code;
      if (!isFirst && !(roles[1] === role && second === code)) return;
      const theirs = isFirst ? second : first;
      const row = `${list}.${rowId(++last)}`;
      rows.set(`${list}.${theirs}`, row);
      const name = organisations.find((one) => one.code === theirs)?.name ?? "";
      const about = Object.entries(other).map(([column, what]) => [column, { name, code: theirs }[what]]);
      const cells = [
        ...about,
        ...Object.entries(each ?? {}),
        ...columns.flatMap((column, of) => (given[of] === undefined ? [] : [[column, given[of]] as const])),
      ];
      const fill = Object.fromEntries(cells.map(([column, value]) => [`${row}[${column}]`, value]));
      assignments.push(...readFill(fill, ["between", list, "pairs", at], reading));
    });
  }
  return { rows, assignments };
}

/** Says what can't be of pairs: whom nobody knows, who does not file, and what a row owes and nobody says. */
export function tellOddPairs(
  list: string,
  { roles, other, each, columns, pairs }: BetweenDefinition,
  {
    templateOf,
    filing,
    source,
    problems,
  }: {
    readonly templateOf: (role: string) => Template | undefined;
    readonly filing: ReadonlyMap<string, ReadonlySet<string>>;
    readonly source: DemoSource;
    readonly problems: DefinitionProblem[];
  },
): void {
  const tell = (at: Path, message: string) =>
    void problems.push(source.problem(["between", list, ...at], message));
  pairs.forEach((pair, at) => {
    roles.forEach((role, side) => {
      const code = String(pair[side]);
      if (!filing.get(code)?.has(role)) tell(["pairs", at, side], `${code} files no ${role} return here.`);
    });
    if (pair.length - roles.length !== columns.length)
      tell(["pairs", at], `Two codes and ${columns.length} entries are wanted here, one for each column.`);
  });
  const said = new Set([...Object.keys(other), ...Object.keys(each ?? {}), ...columns]);
  roles.forEach((role, side) => {
    const template = templateOf(role);
    const row = [...(template?.fields.values() ?? [])].filter(
      ({ block, line, row: ofList }) => block === list && line === rowId(1) && ofList !== null,
    );
    if (row.length === 0) tell(["roles", side], `There is no list ${list} in the ${role} return.`);
    for (const { column, source: from } of row)
      if (from.kind === "entered" && from.answer === "due" && !said.has(column))
        tell([], `Nothing is said of ${list}[${column}], where an answer is due.`);
  });
}
