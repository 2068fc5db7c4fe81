import { serialOfDay } from "../cells";
import { FUNCTIONS, parts } from "../formula";

import type { RuleDefinition } from "./definition";
import { parseDefinitionFormula } from "./key";
import { readMessage } from "./message";
import { readKeys } from "./reads";
import { acrossKeys, expand, resolve, Unresolved, type Known, type Standpoint } from "./resolve";
import type { DefinitionProblem, LocatedSource, Path } from "./source";
import type { Field, FieldExpression, MessagePart, Rule, RuleCase, ValueBlock } from "./template";

/** A rule as it was written, and where. */
export interface RuleDraft {
  readonly definition: RuleDefinition;
  readonly sheet: string;
  readonly block: ValueBlock | null;
  readonly source: LocatedSource;
  readonly path: Path;
}

/** What a rule is built with: what is known, the finished fields, and how sources are shown. */
export interface RuleGround {
  readonly known: Known;
  readonly fields: ReadonlyMap<string, Field>;
  readonly sourceText: (source: string) => string | null;
}

/** Excel refuses a longer text inside a formula. */
const LONGEST_TEXT = 255;

/** How whole amounts are written. */
const WHOLE = "#,##0";

/** Builds one rule with a case for each line it is for; what is wrong with it is a problem, and the rule is left out. */
export function buildRule(
  draft: RuleDraft,
  ground: RuleGround,
  problems: DefinitionProblem[],
): Rule | undefined {
  const { definition, block } = draft;
  const before = problems.length;
  const refuse = (part: string, message: string) =>
    problems.push(draft.source.problem([...draft.path, part], message));
  const attempt = <T>(part: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (problem) {
      if (!(problem instanceof Unresolved)) throw problem;
      refuse(part, problem.message);
      return undefined;
    }
  };
  if (definition.each === "line" && !block) {
    refuse("each", "A rule for each line stands under the table whose lines it is for.");
    return undefined;
  }
  const source = ground.sourceText(definition.source);
  if (source === null)
    refuse("source", `The source “${definition.source}” is not among the sources of the year.`);
  const hole = /\{[^}]*\}/.exec(definition.fix)?.[0];
  if (hole !== undefined) refuse("fix", `${hole} is not filled in here; only short and says quote values.`);
  const lines = definition.each === "line" && block ? block.lines.map((line) => line.id) : [null];
  const cases: RuleCase[] = [];
  for (const line of lines) {
    const from: Standpoint = { block: line === null ? null : block, line, column: null };
    const at = attempt("at", () => placesOf(definition, from, ground));
    // A line whose cell is closed or worked out has nothing that this rule could be about.
    if (!at || (line !== null && at.some((key) => ground.fields.get(key)?.source.kind !== "entered")))
      continue;
    const formula = (part: "when" | "holds", text: string) =>
      attempt(part, () => leafFormula(text, from, ground));
    const when = definition.when === undefined ? null : formula("when", definition.when);
    const holds = formula("holds", definition.holds);
    const short = attempt("short", () => message(definition.short, from, ground));
    const says = attempt("says", () => message(definition.says, from, ground));
    const row = line === null ? null : (ground.fields.get(at[0] ?? "")?.row ?? null);
    if (short && block?.kind === "list") refuseFarValues(short, draft.sheet, ground, refuse);
    if (when !== undefined && holds && short && says) cases.push({ line, row, at, when, holds, short, says });
    if (problems.length > before) return undefined;
  }
  const compares = attempt("compares", () => comparedFigures(definition, ground)) ?? null;
  if (problems.length > before) return undefined;
  const { code, level, title, fix, unless = [], serves = [], advisory_until: advisory } = definition;
  if (advisory !== undefined && level === "note")
    refuse("advisory_until", "A note asks for nothing, so it can't be advisory at first.");
  const of = definition.each === "line" && block ? block.id : null;
  return {
    code,
    level,
    advisoryUntil: advisory === undefined ? null : (serialOfDay(advisory) ?? null),
    title,
    fix,
    source: source ?? "",
    sheet: draft.sheet,
    block: of,
    unless,
    serves,
    compares,
    written: {
      when: definition.when ?? null,
      holds: definition.holds,
      at: writtenPlaces(definition),
      says: definition.says,
    },
    cases,
  };
}

/** A picture has room for one pair of figures, so a rule that stands for each line has none. */
function comparedFigures({ compares, each }: RuleDefinition, ground: RuleGround): Rule["compares"] {
  if (compares === undefined) return null;
  if (each !== undefined) throw new Unresolved("A rule for each line compares no two figures of the return.");
  const figure = (text: string) => {
    const expression = leafFormula(text, { block: null, line: null, column: null }, ground);
    if (usualFormat(expression, ground.fields) !== WHOLE)
      throw new Unresolved(`${text} is no whole amount, which a picture could show.`);
    return expression;
  };
  return { expected: figure(compares.expected), planned: figure(compares.planned) };
}

function writtenPlaces({ at }: RuleDefinition): readonly string[] {
  return typeof at === "string" ? [at] : at;
}

/** Sixty rows share the formula of their Check cell only where it looks at its own sheet. */
function refuseFarValues(
  short: readonly MessagePart[],
  sheet: string,
  { fields }: RuleGround,
  refuse: (part: string, message: string) => void,
): void {
  for (const part of short) {
    const keys = part.kind === "value" ? [...readKeys(part.expression)] : [];
    const far = keys.find((key) => fields.get(key)?.sheet !== sheet);
    if (far !== undefined)
      refuse("short", `The short words of a list's rule quote its own sheet only; ${far} is on another.`);
  }
}

function placesOf(definition: RuleDefinition, from: Standpoint, ground: RuleGround): readonly string[] {
  return writtenPlaces(definition).flatMap((text) => {
    const parsed = parseDefinitionFormula(`=${text}`);
    if (parsed.kind === "refused") throw new Unresolved(parsed.message);
    const { expression } = parsed;
    if (expression.kind === "reference") {
      const { to } = expression;
      if (to.kind === "across" || to.kind === "same_line_across") return acrossKeys(to, from, ground.known);
    }
    const resolved = resolve(expression, from, ground.known);
    if (resolved.kind === "number" && from.line !== null) return "";
    const key =
      resolved.kind === "reference" && resolved.to.keys.length === 1 ? resolved.to.keys[0] : undefined;
    if (key === undefined) throw new Unresolved(`${text} is no cell of this return.`);
    return key;
  });
}

function leafFormula(text: string, from: Standpoint, ground: RuleGround): FieldExpression {
  const parsed = parseDefinitionFormula(text);
  if (parsed.kind === "refused") throw new Unresolved(parsed.message);
  const resolved = resolve(parsed.expression, from, ground.known);
  refuseTolerantTotals(resolved, ground.fields);
  return toLeaves(resolved, ground.fields);
}

/** ISBLANK of a total would ask whether a sum is blank, which it never is. */
function refuseTolerantTotals(expression: FieldExpression, fields: ReadonlyMap<string, Field>): void {
  if (expression.kind === "call" && FUNCTIONS.get(expression.name)?.tolerant) {
    for (const arg of expression.args) {
      const key = arg.kind === "reference" ? arg.to.keys[0] : undefined;
      if (arg.kind === "reference" && (key === undefined || fields.get(key)?.source.kind !== "entered")) {
        throw new Unresolved(`${expression.name} asks about ${key}, which is worked out and never blank.`);
      }
    }
  }
  for (const part of parts(expression)) refuseTolerantTotals(part, fields);
}

/** The formula in entered fields alone. */
export function toLeaves(expression: FieldExpression, fields: ReadonlyMap<string, Field>): FieldExpression {
  return expand(expression, (key) => {
    const source = fields.get(key)?.source;
    if (source?.kind === "calculated") return source.expanded;
    return source?.kind === "constant" ? source : null;
  });
}

function message(text: string, from: Standpoint, ground: RuleGround): readonly MessagePart[] {
  return readMessage(text).map((part): MessagePart => {
    if (part.kind === "text" || part.kind === "line") {
      const shown = part.kind === "text" ? part.text : lineLabel(from);
      if (shown.length > LONGEST_TEXT) {
        throw new Unresolved(
          `A stretch of the message has ${shown.length} characters; Excel takes ${LONGEST_TEXT} in a formula.`,
        );
      }
      return { kind: "text", text: shown };
    }
    const resolved = resolve(part.expression, from, ground.known);
    return {
      kind: "value",
      expression: toLeaves(resolved, ground.fields),
      format: part.format ?? usualFormat(resolved, ground.fields),
    };
  });
}

function lineLabel(from: Standpoint): string {
  const line = from.block?.lines.find(({ id }) => id === from.line);
  if (!line) throw new Unresolved("{line} stands only in a rule for each line.");
  // A row of a list has its number in its label.
  if (line.number === null || from.block?.kind === "list") return line.label;
  return `Line ${line.number}, ${line.label}`;
}

/** How a value is shown where the message does not say: as its first field is shown in the sheet. */
function usualFormat(expression: FieldExpression, fields: ReadonlyMap<string, Field>): string | null {
  switch (expression.kind) {
    case "reference":
      return formatOfField(fields.get(expression.to.keys[0] ?? ""));
    case "negate":
    case "percent":
      return usualFormat(expression.of, fields);
    case "binary":
      if (expression.operator === "&") return null;
      return usualFormat(expression.left, fields) ?? usualFormat(expression.right, fields);
    case "call":
      if (expression.name === "COUNT" || expression.name === "COUNTA") return "0";
      if (expression.name === "IF") return usualFormat(expression.args[1] ?? expression, fields);
      return expression.name === "TEXT" || !expression.args[0]
        ? null
        : usualFormat(expression.args[0], fields);
    default:
      return null;
  }
}

/** How a figure of this field is written in a message; null for texts. */
export function formatOfField(field: Field | undefined): string | null {
  switch (field?.type.kind) {
    case "money":
      return WHOLE;
    case "count":
      return field.type.decimals === 0 ? WHOLE : "#,##0.0";
    case "percent":
      return field.type.decimals === 0 ? "0%" : "0.0%";
    case "date":
      return "dd mmm yyyy";
    default:
      return null;
  }
}

/** Rules silence each other by `unless`; a circle of them, or one that names no rule, is a problem. */
export function checkSilences(
  rules: readonly Rule[],
  drafts: ReadonlyMap<string, RuleDraft>,
  problems: DefinitionProblem[],
): void {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  for (const rule of rules) {
    const draft = drafts.get(rule.code);
    if (!draft) continue;
    const at = [...draft.path, "unless"];
    for (const other of rule.unless) {
      if (!byCode.has(other))
        problems.push(draft.source.problem(at, `There is no rule ${other} in this return.`));
    }
    if (reaches(rule.code, rule, byCode, new Set())) {
      problems.push(
        draft.source.problem(at, `${rule.code} would be silenced by itself: its unless goes in a circle.`),
      );
    }
  }
}

function reaches(code: string, from: Rule, byCode: ReadonlyMap<string, Rule>, seen: Set<string>): boolean {
  return from.unless.some((other) => {
    if (other === code) return true;
    if (seen.has(other)) return false;
    seen.add(other);
    const next = byCode.get(other);
    return next !== undefined && reaches(code, next, byCode, seen);
  });
}
