import { fieldKey, rowId, type DefinitionProblem, type LocatedSource, type Path } from "../template";
import type { Template } from "../template";

import { readFill, type Reading } from "./assignments";
import type { RoleDefinition } from "./definition";
import { understood } from "./formula";
import { PEOPLE } from "./people";
import type { Assignment, Figure, RoleScript } from "./script";
import { spelledOut } from "./spelled-out";

/** What everyone does in a role, and what is known for reading what one organisation does. */
export interface ReadRole {
  readonly script: RoleScript;
  readonly written: RoleDefinition;
  readonly reading: Reading;
  /** What is drawn for every organisation. */
  readonly draws: ReadonlySet<string>;
  /** Entries that not every organisation gives, by the name of their group. */
  readonly sometimes: ReadonlyMap<string, readonly Assignment[]>;
  /** What makes a return final. */
  readonly final: readonly Assignment[];
}

/** What is said of everyone who files in a role. */
export function readRole(
  written: RoleDefinition,
  path: Path,
  of: {
    readonly source: LocatedSource;
    readonly problems: DefinitionProblem[];
    readonly template: Template;
  },
): ReadRole {
  const draws = new Set(namesOfDraws(written));
  const drawn = new Set([...PEOPLE, ...draws]);
  const names = new Set([...drawn, ...Object.keys(written.figures)]);
  const keys = spelledOut(written.entries);
  const figures = readFigures(written, path, {
    ...of,
    names: drawn,
    later: new Set(keys.map(({ key }) => key)),
  });
  const entries = Object.entries(written.entries).flatMap(([from, given]) => {
    const first = keys.findIndex((one) => one.from === from);
    // A formula may read what stands above it.
    const later = new Set(keys.slice(first).map(({ key }) => key));
    return readFill({ [from]: given }, [...path, "entries"], { ...of, names, later });
  });
  const reading: Reading = { ...of, names, later: new Set<string>() };
  const rows = readRows(written, path, reading);
  tellMissing(
    [...keys.map(({ key }) => key), ...[...rows.values()].flatMap((row) => row.map(({ key }) => key))],
    path,
    reading,
  );
  const sometimes = new Map(
    Object.entries(written.sometimes ?? {}).map(([name, fill]): readonly [string, readonly Assignment[]] => [
      name,
      readFill(fill, [...path, "sometimes", name], reading),
    ]),
  );
  const final = readFill(written.final, [...path, "final"], reading);
  const { template } = of;
  const script: RoleScript = { template, arrives: written.arrives, figures, entries, rows };
  return { script, written, reading, draws, sometimes, final };
}

/** Draws that every organisation has, whatever its size. */
function namesOfDraws({ draws, sizes }: RoleDefinition): readonly string[] {
  const [first = {}, ...others] = Object.values(sizes);
  const everywhere = Object.keys(first).filter((name) => others.every((size) => Object.hasOwn(size, name)));
  return [...Object.keys(draws), ...everywhere];
}

function readFigures(written: RoleDefinition, role: Path, reading: Reading): readonly Figure[] {
  const names = new Set(reading.names);
  return Object.entries(written.figures).flatMap(([name, text]): Figure[] => {
    const path: Path = [...role, "figures", name];
    const tell = (message: string) => reading.problems.push(reading.source.problem(path, message));
    if (names.has(name)) tell(`${name} is drawn already; give the figure another name.`);
    const formula = understood(text, { ...reading, names: new Set(names) }, tell);
    names.add(name);
    return formula ? [{ name, formula, path }] : [];
  });
}

/** What is filled in in each row of a list, said by column. */
function readRows(
  written: RoleDefinition,
  role: Path,
  reading: Reading,
): ReadonlyMap<string, readonly Assignment[]> {
  const blocks = reading.template.sheets.flatMap((sheet) => sheet.blocks);
  return new Map(
    Object.entries(written.rows ?? {}).flatMap(([id, fill]) => {
      const path = [...role, "rows", id];
      const list = blocks.find((block) => block.id === id && block.kind === "list");
      if (!list) {
        reading.problems.push(reading.source.problem(path, `There is no list ${id} in this return.`));
        return [];
      }
      const assignments = Object.entries(fill).flatMap(([column, given]) =>
        readFill({ [fieldKey(list, rowId(1), column)]: given }, path, reading).map((one) => ({
          ...one,
          path: [...path, column],
        })),
      );
      return [[id, assignments] as const];
    }),
  );
}

/** An answer that is due is filled in for everyone; what faults do to it comes after. */
function tellMissing(said: readonly string[], role: Path, { template, source, problems }: Reading): void {
  const { code, name, type, sha } = template.identity;
  const taken = template.sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind !== "checks" && block.takes
        ? [...block.takes.keys.keys()].map((column) => fieldKey(block, rowId(1), column))
        : [],
    ),
  );
  const known = new Set([code, name, type, sha, ...said, ...taken]);
  for (const field of template.fields.values()) {
    if (field.source.kind !== "entered" || field.source.answer !== "due" || known.has(field.key)) continue;
    // All rows of a list are alike.
    if (field.row !== null && field.line !== rowId(1)) continue;
    const part = field.row === null ? "entries" : "rows";
    problems.push(
      source.problem([...role, part], `Nothing is said of ${field.key}, where an answer is due.`),
    );
  }
}
