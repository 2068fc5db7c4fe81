import { parts, substitute, type Expression } from "../formula";

import { AREA_PARTS } from "./area-parts";
import { parseDefinitionFormula, type KeyReference } from "./key";
import { Unresolved } from "./resolve";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { SummaryExpression, SummaryReference } from "./summary-template";

/** Names before the point that are no tables: what is counted over the findings and the returns. */
const COUNTS = ["open", "raised", "received", "expected"] as const;
type Counted = (typeof COUNTS)[number];
/** And what the authority enters, to hold returns against. */
const HELD = "held";

/** What a name is that no table of the summary can have; null for every other. */
export function reservedFor(table: string): string | null {
  if (table === HELD) return "is what the authority enters";
  return isCounted(table) ? "counts findings or returns" : null;
}

/** A formula of the summary, each of its references checked; one that is refused is a problem by line. */
export function understood(
  formulaText: string,
  source: LocatedSource,
  path: Path,
  problems: DefinitionProblem[],
  check: (reference: SummaryReference) => void,
): SummaryExpression | undefined {
  try {
    const parsed = parseDefinitionFormula(formulaText);
    if (parsed.kind === "refused") throw new Unresolved(parsed.message);
    return inSummary(parsed.expression, check);
  } catch (problem) {
    if (!(problem instanceof Unresolved)) throw problem;
    problems.push(source.problem(path, problem.message));
    return undefined;
  }
}

/** The same expression over what a summary has; throws Unresolved. */
export function inSummary(
  expression: Expression<KeyReference>,
  check: (reference: SummaryReference) => void,
): SummaryExpression {
  const made = substitute<KeyReference, SummaryReference>(expression, (key) => {
    const reference = summaryReference(key);
    check(reference);
    return { kind: "reference", to: reference };
  });
  refuseLoneColumns(made);
  return made;
}

function summaryReference(key: KeyReference): SummaryReference {
  switch (key.kind) {
    case "same_line":
      return { kind: "row", column: key.column };
    case "column":
      return { kind: "column", table: key.block, column: key.column };
    case "field":
      if (isCounted(key.block)) return counted(key.block, key.line, key.column);
      if (key.block === HELD && key.column !== null)
        return { kind: "held", line: key.line, column: key.column };
      if (key.column === null) return { kind: "total", table: key.block, column: key.line };
  }
  throw new Unresolved("A summary knows [@column], table.column and table[column] only.");
}

function isCounted(name: string): name is Counted {
  return (COUNTS as readonly string[]).includes(name);
}

function counted(which: Counted, name: string, column: string | null): SummaryReference {
  if (which === "open" || which === "raised") {
    const code = (column ?? name).toUpperCase();
    return { kind: "findings", which, code, role: column === null ? null : name };
  }
  if (column !== null) throw new Unresolved(`Returns are counted by role, written like ${which}.role.`);
  return { kind: "returns", which, role: name };
}

function refuseLoneColumns(expression: SummaryExpression, isArea = false): void {
  if (expression.kind === "reference" && expression.to.kind === "column" && !isArea)
    throw new Unresolved(`A whole column can stand only in ${[...AREA_PARTS.keys()].join(", ")}.`);
  const areas = expression.kind === "call" ? (AREA_PARTS.get(expression.name) ?? 0) : 0;
  parts(expression).forEach((part, at) => refuseLoneColumns(part, at < areas));
}
