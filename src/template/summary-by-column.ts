import { Unresolved } from "./resolve";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { ByColumnDefinition } from "./summary-by-shape";
import { typeOf } from "./summary-columns";
import { checkReference, type SummaryGround } from "./summary-ground";
import type { SummaryByColumn, SummaryByList, SummaryByRow } from "./summary-over-all";
import { understood } from "./summary-references";
import type { ValueBlock } from "./template";

export interface Reading {
  readonly source: LocatedSource;
  readonly ground: SummaryGround;
  readonly problems: DefinitionProblem[];
}

/** What a table over all returns was read to be about: its rows, and the rows of lists that are put to them. */
export interface About {
  readonly rows: readonly SummaryByRow[];
  readonly list: SummaryByList | null;
  /** The list whose columns `each` may name, and the one whose rows that list names. */
  readonly block: ValueBlock | null;
  readonly named: ValueBlock | null;
}

/** Whether the rows of a column may be added up. */
export const addsIn = (of: ByColumnDefinition) =>
  of.type !== "text" && (of.is === undefined ? of.organisations === undefined : (of.adds ?? false));

/** Reads a column of a table over all returns; what it is worked out from has to exist. */
export function readColumn(
  id: string,
  of: ByColumnDefinition,
  { rows, block, named }: About,
  names: ReadonlyMap<string, boolean>,
  path: Path,
  { source, ground, problems }: Reading,
): readonly SummaryByColumn[] {
  const refuse = (part: string, message: string): readonly SummaryByColumn[] => {
    problems.push(source.problem([...path, part], message));
    return [];
  };
  const { label, group = null, width = null } = of;
  const { apart = null } = of;
  const rest = { id, label, group, width, type: typeOf(of.type, of.decimals), adds: addsIn(of), apart };
  if (apart && (of.is === undefined || !rest.adds))
    return refuse(
      "apart",
      "Only a column with a formula whose rows may be added up is worked out apart: is, adds.",
    );
  if ([of.each, of.organisations, of.same, of.totals, of.is].filter((one) => one !== undefined).length !== 1)
    return refuse("label", "A column has one of each, organisations, same, totals and is.");
  if (of.each !== undefined) {
    if (!block) return refuse("each", "No rows of a list are put to these rows.");
    const expression = understood(of.each, source, [...path, "each"], problems, (reference) => {
      const from =
        reference.kind === "row"
          ? block
          : reference.kind === "total" && reference.table === named?.id
            ? named
            : undefined;
      if (!from || (reference.kind !== "row" && reference.kind !== "total"))
        throw new Unresolved(
          "A row of the list is worked out from its own columns, written like [@column], and from those of the row that it names, like list.column.",
        );
      if (!from.columns.some((column) => column.id === reference.column))
        throw new Unresolved(`The list ${from.id} has no column ${reference.column}.`);
    });
    return expression ? [{ ...rest, source: { kind: "each", expression } }] : [];
  }
  if (of.organisations !== undefined) {
    if (!block || !names.has(of.organisations))
      return refuse("organisations", `There is no column ${of.organisations} here.`);
    return [{ ...rest, source: { kind: "organisations", of: of.organisations } }];
  }
  if (of.same !== undefined) {
    const [, table = "", column = ""] = /^(\w+)\[(\w+)\]$/.exec(of.same) ?? [];
    try {
      checkReference({ kind: "column", table, column }, ground);
    } catch (problem) {
      if (!(problem instanceof Unresolved)) throw problem;
      return refuse("same", problem.message);
    }
    return [{ ...rest, source: { kind: "same", table, column } }];
  }
  if (of.totals !== undefined) {
    const table = ground.tables.get(of.totals);
    if (!table?.columns.some((column) => rows.some((row) => row.id === column.id)))
      return refuse("totals", `There is no table ${of.totals} with a column for one of the rows.`);
    return [{ ...rest, source: { kind: "totals", table: of.totals } }];
  }
  const expression = understood(of.is ?? "=0", source, [...path, "is"], problems, (reference) => {
    if (reference.kind !== "row") checkReference(reference, ground);
    else if (!names.has(reference.column))
      throw new Unresolved(`There is no column ${reference.column} here.`);
  });
  return expression ? [{ ...rest, source: { kind: "formula", expression } }] : [];
}
