import { formulaOverReturn } from "./over-return";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { SummaryMeanDefinition } from "./summary-shape";
import type { SummaryColumn, SummaryMean } from "./summary-template";
import type { Template } from "./template";

interface Reading {
  readonly source: LocatedSource;
  readonly problems: DefinitionProblem[];
}

/** Reads how rates are shown by their mean: the weight is an amount or a count, and only rates have a target. */
export function readMean(
  { says, weight, target, rising }: SummaryMeanDefinition,
  columns: readonly SummaryColumn[],
  path: Path,
  { source, problems }: Reading,
): SummaryMean {
  const refuse = (part: string, message: string) => problems.push(source.problem([...path, part], message));
  const kindOf = (id: string) => columns.find((column) => column.id === id)?.type.kind;
  if (weight !== undefined && kindOf(weight) !== "count" && kindOf(weight) !== "money")
    refuse("weight", `There is no column ${weight} of amounts or counts here.`);
  for (const id of Object.keys(target?.by ?? {})) {
    if (kindOf(id) !== "percent") refuse("target", `There is no column ${id} of rates here.`);
  }
  const rates = columns.filter(({ type }) => type.kind === "percent").map(({ id }) => id);
  const [from, to] = [rates.indexOf(rising?.from ?? ""), rates.indexOf(rising?.to ?? "")];
  if (rising && (from < 0 || to <= from))
    refuse("rising", `There are no columns of rates from ${rising.from} to ${rising.to} here.`);
  return {
    says,
    weight: weight ?? null,
    target: target ? { says: target.says, by: new Map(Object.entries(target.by)) } : null,
    rising: rising ? rates.slice(from, to + 1) : [],
  };
}

/** Reads the test of which returns a table shows. */
export function readOnly(
  formula: string,
  template: Template,
  path: Path,
  { source, problems }: Reading,
): string | null {
  const read = formulaOverReturn(formula, template);
  if (read.kind === "formula") return formula;
  problems.push(source.problem(path, read.message));
  return null;
}
