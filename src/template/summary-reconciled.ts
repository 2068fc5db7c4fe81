import type { DefinitionProblem, LocatedSource, Path } from "./source";
import { listIn } from "./summary-columns";
import type { CommitmentsDefinition, ContractsDefinition } from "./summary-reconciled-shape";
import type { SummaryCommitments, SummaryContracts } from "./summary-template";
import type { Field, Template } from "./template";

type TypeName = Field["type"]["kind"];
type Definition = CommitmentsDefinition | ContractsDefinition;

/** What a part is read with: where it is written, the year's returns, the names of the summary's other sheets. */
interface Reading {
  readonly source: LocatedSource;
  readonly templates: ReadonlyMap<string, Template>;
  readonly names: Set<string>;
  readonly problems: DefinitionProblem[];
}

const WORDS: readonly TypeName[] = ["text", "choice", "code"];
const TYPES: ReadonlyMap<string, readonly TypeName[]> = new Map([["go_live", ["date"]]]);

/** Reads what the commitments of another database are held against; the list, its columns and its answer have to exist. */
export function readCommitments(written: CommitmentsDefinition, reading: Reading): SummaryCommitments {
  check(written, "commitments", reading);
  const { sheet, intro = null, list, rows, columns, later = null, days, states } = written;
  return { sheet, intro, list, marked: rows, columns, later, days, states };
}

/** Reads what an LSP's contracted deployments are held against. */
export function readContracts(written: ContractsDefinition, reading: Reading): SummaryContracts {
  check(written, "lsp", reading);
  const { sheet, intro = null, list, rows, columns, states } = written;
  return { sheet, intro, list, marked: rows, columns, states };
}

function check(written: Definition, part: string, { source, templates, names, problems }: Reading): void {
  const refuse = (path: Path, message: string) => problems.push(source.problem([part, ...path], message));
  if (names.has(written.sheet.toLowerCase()))
    refuse(["sheet"], `The summary has a sheet ${written.sheet} already.`);
  names.add(written.sheet.toLowerCase());
  const before = new Map<string, string>();
  for (const [kind, words] of Object.entries(written.states)) {
    const same = before.get(words.toLowerCase());
    if (same !== undefined) refuse(["states", kind], `${same} has the same words: give each state its own.`);
    before.set(words.toLowerCase(), kind);
  }
  const having = [...templates.values()].filter((template) => listIn(template, written.list));
  if (having.length === 0) refuse(["list"], `There is no list ${written.list} in this year.`);
  for (const template of having) checkColumns(written, template, refuse);
}

/** Every return that has the list has to have these columns in it, of the kind that their part needs. */
function checkColumns(
  { list, rows, columns, later }: Definition & Pick<CommitmentsDefinition, "later">,
  template: Template,
  refuse: (path: Path, message: string) => void,
): void {
  const typeOf = (column: string) =>
    [...template.fields.values()].find((one) => one.block === list && one.column === column)?.type;
  const where = `The list ${list} of the ${template.roleLabel} return`;
  for (const [part, column] of Object.entries(columns)) {
    const type = typeOf(column);
    const wanted = TYPES.get(part) ?? WORDS;
    if (!type) refuse(["columns", part], `${where} has no column ${column}.`);
    else if (!wanted.includes(type.kind))
      refuse(
        ["columns", part],
        `${where} has in ${column} what is of type ${type.kind}; ${wanted.join(" or ")} is wanted here.`,
      );
  }
  const answers = (part: string, column: string, all: readonly string[]) => {
    const type = typeOf(column);
    if (!type) {
      refuse([part, "column"], `${where} has no column ${column}.`);
      return;
    }
    for (const is of all)
      if (type.kind !== "choice" || !type.choices.includes(is))
        refuse([part, "is"], `${where} has no choice “${is}” in ${column}.`);
  };
  answers("rows", rows.column, [rows.is]);
  if (later) answers("later", later.column, later.is);
}
