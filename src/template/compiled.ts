import type { InTurn } from "../in-turn";

import type { PlanningYear } from "./planning-year";
import { yearInTurn } from "./read";
import { LocatedSource } from "./source";

/** A definition file that was read when the program was bundled: its content as plain data. */
export interface CompiledFile {
  readonly name: string;
  readonly content: unknown;
}

/** What the returns of a planning year are made of, and what the guidance asks for. What a summary shows is left out. */
export interface CompiledYear {
  readonly checks: CompiledFile;
  readonly year: CompiledFile;
  readonly sheets: Readonly<Record<string, CompiledFile>>;
  readonly common: Readonly<Record<string, CompiledFile>>;
  /** Null where the year lists nothing that it asks for. */
  readonly obligations: CompiledFile | null;
}

/**
 * A planning year with the return of one role alone, from definitions that came with the program: without a parser of YAML. They were
 * found right before they were bundled, so a fault in them is the program's own and is thrown.
 */
export function* yearFromCompiled(
  { checks, year, sheets, common, obligations }: CompiledYear,
  role: string,
): InTurn<PlanningYear> {
  const result = yield* yearInTurn<CompiledFile>(
    {
      checks,
      year,
      sheets: new Map(Object.entries(sheets)),
      common: new Map(Object.entries(common)),
      obligations,
      summary: null,
    },
    ({ name, content }) => new LocatedSource(name, content, () => 0),
    { only: role, proven: true },
  );
  if (result.kind === "refused")
    throw new Error(result.problems.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  if (!result.year.templates.has(role)) throw new Error(`${year.name} has no role ${role}.`);
  return result.year;
}
