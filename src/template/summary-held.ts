import type { DefinitionProblem, LocatedSource, Path } from "./source";
import { typeOf } from "./summary-columns";
import { checkReference, type SummaryGround } from "./summary-ground";
import type { HeldDefinition } from "./summary-held-shape";
import { understood } from "./summary-references";
import type { SummaryHeld, SummaryHeldLine } from "./summary-over-all";
import type { SummaryExpression } from "./summary-template";

interface Reading {
  readonly source: LocatedSource;
  readonly ground: SummaryGround;
  readonly problems: DefinitionProblem[];
}

/** Reads what an authority enters beside the returns; each column needs what the returns have of it. */
export function readHeld(
  written: HeldDefinition,
  path: Path,
  { source, ground, problems }: Reading,
): SummaryHeld {
  const { title, intro = null, head, words } = written;
  const columns = Object.entries(written.columns).map(([id, { label }]) => ({ id, label }));
  const lines = Object.entries(written.lines).map(([id, line]): SummaryHeldLine => {
    const place: Path = [...path, "lines", id, "returns", "by"];
    const by = new Map<string, SummaryExpression>();
    for (const { id: column } of columns) {
      const text = line.returns.by[column];
      if (text === undefined)
        problems.push(source.problem(place, `The figure of the returns for ${column} is missing.`));
      const read =
        text === undefined
          ? undefined
          : understood(text, source, [...place, column], problems, (reference) => {
              checkReference(reference, ground);
            });
      if (read) by.set(column, read);
    }
    for (const column of Object.keys(line.returns.by)) {
      if (!(column in written.columns))
        problems.push(source.problem([...place, column], `There is no column ${column} here.`));
    }
    const type = typeOf(line.type ?? "money", line.decimals);
    return { id, label: line.label, type, returns: { label: line.returns.label, by } };
  });
  return { title, intro, head, columns, lines, words };
}
