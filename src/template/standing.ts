import type { StandingDefinition, YearDefinition } from "./definition";
import type { RuleDraft } from "./rules";
import type { DefinitionProblem, LocatedSource } from "./source";
import {
  COLLECTION_FAULTS,
  ENTRY_FAULTS,
  RETURN_FAULTS,
  type Field,
  type Sheet,
  type StandingCheck,
  type StandingKind,
} from "./template";

/** What the message of a standing check may quote. */
export const STANDING_HOLES = [
  "label",
  "found",
  "right",
  "least",
  "most",
  "decimals",
  "choices",
  "expected",
  "code",
  "type",
  "role",
  "sheet",
  "row",
  "formula",
  "count",
  "file",
] as const;
export type StandingHole = (typeof STANDING_HOLES)[number];

/** The checks that are not written as rules, by kind. Each kind that the program knows needs its words, and none besides. */
export function standingChecks(
  definition: StandingDefinition,
  source: LocatedSource,
  sourceText: (source: string) => string | null,
  rules: ReadonlyMap<string, RuleDraft>,
  problems: DefinitionProblem[],
): ReadonlyMap<StandingKind, StandingCheck> {
  const checks = new Map<StandingKind, StandingCheck>();
  const codes = new Set(rules.keys());
  const kinds: readonly StandingKind[] = [...ENTRY_FAULTS, ...RETURN_FAULTS, ...COLLECTION_FAULTS];
  const written = new Map(Object.entries(definition.checks));
  for (const kind of kinds) {
    const check = written.get(kind);
    if (!check) {
      problems.push(source.problem(["checks"], `The check ${kind} is missing.`));
      continue;
    }
    const refuse = (part: string, message: string) =>
      problems.push(source.problem(["checks", kind, part], message));
    if (codes.has(check.code)) refuse("code", `The code ${check.code} is used twice.`);
    codes.add(check.code);
    const from = sourceText(check.source);
    if (from === null) refuse("source", `The source “${check.source}” is not among the sources.`);
    for (const [, hole = ""] of check.says.matchAll(/\{([^}]*)\}/g)) {
      if (!(STANDING_HOLES as readonly string[]).includes(hole))
        refuse("says", `{${hole}} names nothing that this check can quote.`);
    }
    for (const part of ["short", "fix"] as const) {
      const hole = /\{[^}]*\}/.exec(check[part] ?? "")?.[0];
      if (hole !== undefined) refuse(part, `${hole} is not filled in here; only says quotes what was found.`);
    }
    if ((ENTRY_FAULTS as readonly string[]).includes(kind) && check.short === undefined) {
      refuse("title", "A check of single entries needs short words for the workbook's own Check cell.");
    }
    const { code, level, title, short = null, says, fix } = check;
    checks.set(kind, { kind, code, level, title, short, says, fix, source: from ?? "" });
  }
  for (const kind of written.keys()) {
    if (!(kinds as readonly string[]).includes(kind)) {
      problems.push(source.problem(["checks", kind], `There is no check ${kind}.`));
    }
  }
  return checks;
}

/** A workbook shows the state of its rules in one place. */
export function checkChecksBlock(
  role: string,
  sheets: readonly Sheet[],
  source: LocatedSource,
  problems: DefinitionProblem[],
): void {
  const found = sheets.flatMap((sheet) => sheet.blocks.filter((block) => block.kind === "checks"));
  if (found.length !== 1)
    problems.push(source.problem(["roles", role, "sheets"], "A return needs one sheet with checks."));
}

/** The fields that say who files a return have to be there, and to be entered. */
export function checkIdentity(
  year: YearDefinition,
  fields: ReadonlyMap<string, Field>,
  source: LocatedSource,
  problems: DefinitionProblem[],
): void {
  for (const [part, key] of Object.entries(year.identity)) {
    // Not every role has a place for these.
    if (part === "predecessors" && key !== undefined && !fields.has(key)) continue;
    if (key !== undefined && fields.get(key)?.source.kind !== "entered") {
      problems.push(
        source.problem(["identity", part], `${key} is no field of this return that can be filled in.`),
      );
    }
  }
}

/** The words for a draft and a final return have to be among the choices of the field that says which it is. */
export function checkStates(
  year: YearDefinition,
  fields: ReadonlyMap<string, Field>,
  source: LocatedSource,
  problems: DefinitionProblem[],
): void {
  const type = fields.get(year.identity.status)?.type;
  const choices = type?.kind === "choice" ? type.choices : [];
  for (const part of ["draft", "final"] as const) {
    if (choices.includes(year[part])) continue;
    problems.push(
      source.problem([part], `“${year[part]}” is not among the choices of ${year.identity.status}.`),
    );
  }
}
