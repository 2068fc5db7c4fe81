import { each, part, type InTurn } from "../in-turn";

import { amongOf } from "./among";
import type { FieldDraft } from "./blocks";
import { constantOf } from "./constant";
import { parseDefinitionFormula } from "./key";
import { lookUp, type YearTables } from "./look-up";
import { expand, resolve, Unresolved, type Known } from "./resolve";
import type { DefinitionProblem } from "./source";
import { fieldKey, type Field, type FieldExpression, type FieldSource, type ValueType } from "./template";

/** Excel's bounds for what stands beside an input cell. */
const LONGEST_LIST = 255;
const LONGEST_PROMPT = 255;
const LONGEST_CELL_TEXT = 32_767;
const USUAL_TEXT = 255;

export type YearLists = ReadonlyMap<string, readonly string[]>;

export function draftKey(draft: FieldDraft): string {
  return fieldKey(draft.block, draft.line.id, draft.column.id);
}

/** Turns drafts into fields: their types, bounds and formulas understood. What can't be is a problem by line. */
export function* fieldsInTurn(
  drafts: ReadonlyMap<string, FieldDraft>,
  known: Known,
  lists: YearLists,
  tables: YearTables,
  problems: DefinitionProblem[],
): InTurn<ReadonlyMap<string, Field>> {
  const formulas = new Map<string, FieldExpression>();
  const constants = new Map<string, string | number>();
  const understand = ([key, draft]: readonly [string, FieldDraft]) => {
    const formula = formulaOf(draft, known, tables, problems);
    if (formula) formulas.set(key, formula);
    if (draft.origin.kind === "constant")
      constants.set(key, constantOf(draft.origin.value, draft, known, problems));
  };
  yield* part(each(drafts, understand), 0, 0.5);
  const behind = (key: string) => {
    const constant = constants.get(key);
    return constant === undefined
      ? (formulas.get(key) ?? null)
      : { kind: "constant" as const, value: constant };
  };
  const fields = new Map<string, Field>();
  const rows = new Map<string, readonly string[]>();
  const build = ([key, draft]: readonly [string, FieldDraft]) => {
    const source = sourceOf(key, draft, known, behind, problems);
    const { properties } = draft;
    if (properties.help !== undefined && properties.help.length > LONGEST_PROMPT) {
      problems.push(
        draft.source.problem(
          [...draft.path, "help"],
          `This help has ${properties.help.length} characters; Excel shows ${LONGEST_PROMPT}.`,
        ),
      );
    }
    fields.set(key, {
      key,
      block: draft.block.id,
      line: draft.line.id,
      column: draft.column.id,
      label: draft.label,
      sheet: draft.sheet,
      type: typeOf(draft, lists, problems),
      source,
      memo: properties.memo ?? false,
      anothers: properties.anothers ?? false,
      row: isOfOwnRow(draft.block) ? enteredInRow(draft, known, rows) : null,
      nothing: null,
      help: properties.help ?? null,
      serves: draft.serves,
    });
  };
  yield* part(each(drafts, build), 0.5, 1);
  return fields;
}

/** Of lines of which each is answered or not: one with nothing in it is not asked for. */
function isOfOwnRow({ kind }: FieldDraft["block"]): boolean {
  return kind === "list" || kind === "nothing";
}

/** The entries of a row are found once for all its fields. */
function enteredInRow(
  { block, line }: FieldDraft,
  known: Known,
  rows: Map<string, readonly string[]>,
): readonly string[] {
  const row = `${block.id} ${line.id}`;
  const there = rows.get(row);
  if (there) return there;
  const entered = block.columns
    .map((column) => fieldKey(block, line.id, column.id))
    .filter((key) => known.origins.get(key) === "entered");
  rows.set(row, entered);
  return entered;
}

function typeOf(draft: FieldDraft, lists: YearLists, problems: DefinitionProblem[]): ValueType {
  const { type, decimals, list, most } = draft.properties;
  const refuse = (message: string) => problems.push(draft.source.problem(draft.path, message));
  switch (type) {
    case undefined:
      refuse("This has no type: say money, count, percent, date, text, code or choice.");
      return { kind: "money" };
    case "money":
      return { kind: "money" };
    case "count":
    case "percent":
      return { kind: type, decimals: decimals ?? (type === "percent" ? 1 : 0) };
    case "date":
    case "code":
      return { kind: type };
    case "text":
      if (most !== undefined && most > LONGEST_CELL_TEXT)
        refuse(`A cell of Excel holds ${LONGEST_CELL_TEXT} characters at most.`);
      return { kind: "text", most: most ?? USUAL_TEXT };
    case "choice": {
      const choices = draft.choices ?? lists.get(list ?? "");
      if (!choices)
        refuse(list === undefined ? "A choice needs its list." : `There is no list ${list} in this year.`);
      else if (choices.join(",").length > LONGEST_LIST) {
        refuse(
          `The list ${list} has ${choices.join(",").length} characters; Excel takes ${LONGEST_LIST} in a cell's list.`,
        );
      } else if (choices.some((choice) => choice.includes(",") || choice.includes('"'))) {
        refuse(
          `The list ${list} has a choice with a comma or a quotation mark, which Excel takes for the end of the choice.`,
        );
      }
      return { kind: "choice", choices: choices ?? [] };
    }
  }
}

function sourceOf(
  key: string,
  draft: FieldDraft,
  known: Known,
  behind: Parameters<typeof expand>[1],
  problems: DefinitionProblem[],
): FieldSource {
  const { origin, properties } = draft;
  const own = behind(key);
  if (origin.kind === "closed") return { kind: "closed" };
  if (origin.kind === "entered") {
    const bounded = properties.type !== "text";
    const { least = null, most = null } = bounded ? properties : {};
    const among = amongOf(draft, known, problems);
    return { kind: "entered", answer: properties.answer ?? "due", least, most, among, excludes: null };
  }
  if (own?.kind === "constant") return own;
  const formula: FieldExpression = own ?? { kind: "number", value: 0 };
  const written = origin.kind === "formula" ? origin.text : null;
  try {
    return { kind: "calculated", written, formula, expanded: expand(formula, behind, [key]) };
  } catch (problem) {
    if (!(problem instanceof Unresolved)) throw problem;
    problems.push(draft.source.problem(draft.path, problem.message));
    return { kind: "calculated", written, formula, expanded: { kind: "number", value: 0 } };
  }
}

function formulaOf(
  draft: FieldDraft,
  known: Known,
  tables: YearTables,
  problems: DefinitionProblem[],
): FieldExpression | undefined {
  const { origin } = draft;
  try {
    if (origin.kind === "look_up") return lookUp(origin, draft, known, tables);
    if (origin.kind !== "formula") return undefined;
    const parsed = parseDefinitionFormula(origin.text);
    if (parsed.kind === "refused") throw new Unresolved(parsed.message);
    return resolve(
      parsed.expression,
      { block: draft.block, line: draft.line.id, column: draft.column.id },
      known,
    );
  } catch (problem) {
    if (!(problem instanceof Unresolved)) throw problem;
    problems.push(draft.source.problem(draft.path, problem.message));
    return undefined;
  }
}
