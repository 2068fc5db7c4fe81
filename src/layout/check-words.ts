import { formatAddress, formatRectangle } from "../cells";
import { formatText } from "../formula";
import { asksForEntry, formatOfField, levelInWorkbook, type Field, type Line, type Rule } from "../template";
import {
  CHECKS_COLUMNS,
  fieldCells,
  placeOf,
  reference,
  translated,
  type BlockPlan,
  type Plan,
  type SheetPlan,
} from "./plan";
import {
  FAULT_LETTERS,
  failsFor,
  faultValue,
  isFaulty,
  isMarked,
  markOf,
  signsOf,
  stateAbout,
} from "./marks";
import { STATE_CODES, lacksReason, messageFormula, quoted } from "./state-formulas";

/** Signs that stand before the words, so that no level is told by colour alone. */
export const SIGNS = { fix: "✖", explain: "▲", note: "●", good: "✔", untouched: "○" } as const;

interface Branch {
  readonly test: string;
  readonly words: string;
}

/** The Check cell of a line: says in words the first thing to put right there, as a formula that never shows an error. */
export function checkFormula(line: Line, blockPlan: BlockPlan, sheetPlan: SheetPlan, plan: Plan): string {
  const on = sheetPlan.sheet.name;
  const row = blockPlan.rowOf.get(line.id) ?? 0;
  const fields = plan.index.fieldsOf(blockPlan.block.id, line.id);
  const at = (field: Field) => blockPlan.columnOf.get(field.column) ?? 0;
  // Thirty columns one within the other would be nested deeper than Excel takes.
  const branches: Branch[] =
    sheetPlan.marks.kind === "signs"
      ? [firstFault(fields, row, blockPlan, sheetPlan, plan)]
      : fields.map((field) => faultBranch(field, row, blockPlan, sheetPlan, plan));
  const about = rulesAbout(line, blockPlan, plan);
  const ruleBranches = (level: Rule["level"]) =>
    about
      .filter((rule) => levelInWorkbook(rule) === level)
      .map((rule) => ruleBranch(rule, line, row, blockPlan, sheetPlan, plan));
  branches.push(...ruleBranches("fix"));
  const entered = fields.filter(({ source }) => source.kind === "entered");
  // A row of its own that nobody has begun owes nothing.
  const due = entered.filter(
    ({ source, row: own }) => source.kind === "entered" && source.answer === "due" && own === null,
  );
  if (due.length > 0) {
    const tests = due.map((field) => isMarked(row, at(field), "untouched", sheetPlan));
    branches.push({ test: anyOf(tests), words: quoted(`${SIGNS.untouched} To fill in`) });
  }
  if (line.about !== null) {
    const tests = entered.map((field) => isMarked(row, at(field), "explain", sheetPlan));
    branches.push({ test: anyOf(tests), words: quoted(`${SIGNS.explain} An explanation is asked for`) });
  }
  branches.push(...ruleBranches("explain"), ...ruleBranches("note"));
  const cells = fieldCells(
    entered.map(({ key }) => key),
    plan,
    on,
  );
  const given =
    line.about === null
      ? quoted(SIGNS.good)
      : explainedWords(stateAbout(line.about, blockPlan, sheetPlan, plan));
  const otherwise = entered.length === 0 ? '""' : `IF(COUNTA(${cells})=0,"",${given})`;
  const formula = branches.reduceRight((rest, { test, words }) => `IF(${test},${words},${rest})`, otherwise);
  return `IFERROR(${formula},"")`;
}

/** A reason may stand there for a figure that has since been put right. */
function explainedWords(state: string): string {
  const needed = `${state}=${STATE_CODES.fails}`;
  return `IF(${needed},${quoted(`${SIGNS.good} Explained`)},${quoted("– Not needed now")})`;
}

/** The words for the first fault of a row whose marks are signs: which column, what, and what should stand there. */
function firstFault(
  fields: readonly Field[],
  row: number,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
): Branch {
  const { marks, tally, firstValueColumn, lastValueColumn } = sheetPlan;
  if (marks.kind === "cells") throw new Error("firstFault: these marks are no signs");
  const letter = formatAddress({ row, column: marks.letterColumn });
  const names = formatRectangle({
    top: blockPlan.keyRow,
    bottom: blockPlan.keyRow,
    left: tally.namesColumn,
    right: tally.namesColumn + lastValueColumn - firstValueColumn,
  });
  const letters = FAULT_LETTERS.slice(0, plan.checks?.faults.length ?? 0);
  const name = `INDEX(${names},FIND(${letter},${signsOf(row, sheetPlan)}))`;
  const words = `INDEX(${faultWords(sheetPlan, plan)},FIND(${letter},${quoted(letters)}))`;
  const right = figureWords(fields, letter, row, blockPlan, sheetPlan, plan);
  return { test: `${letter}<>""`, words: `${quoted(`${SIGNS.fix} `)}&${name}&${words}${right}` };
}

/** What should stand in place of a total that is the first fault of its row; nothing where the row has no totals. */
function figureWords(
  fields: readonly Field[],
  letter: string,
  row: number,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
): string {
  const figures = fields.filter(({ source }) => source.kind === "calculated" || source.kind === "constant");
  if (figures.length === 0) return "";
  const typedOver = faultValue("typed_over", sheetPlan, plan);
  const should = figures.reduceRight((otherwise, field) => {
    const mark = markOf(row, blockPlan.columnOf.get(field.column) ?? 0, sheetPlan);
    return `IF(${mark}=${typedOver},${rightFigure(field, plan, sheetPlan.sheet.name)},${otherwise})`;
  }, '""');
  return `&IF(${letter}=${typedOver},${should},"")`;
}

function faultBranch(
  field: Field,
  row: number,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
): Branch {
  const on = sheetPlan.sheet.name;
  const column = blockPlan.block.columns.find(({ id }) => id === field.column);
  const at = blockPlan.columnOf.get(field.column) ?? 0;
  const name = [column?.group, column?.label]
    .filter((part) => part !== null && part !== "" && part !== undefined)
    .join(", ");
  const start = quoted(name === "" ? `${SIGNS.fix} ` : `${SIGNS.fix} ${name}: `);
  const mark = markOf(row, at, sheetPlan);
  if (field.source.kind === "calculated" || field.source.kind === "constant") {
    const typedOver = faultValue("typed_over", sheetPlan, plan);
    const short = quoted(plan.template.standing.get("typed_over")?.short ?? "");
    return {
      test: `${mark}=${typedOver}`,
      words: joined(joined(start, short), rightFigure(field, plan, on)),
    };
  }
  return {
    test: isFaulty(row, at, sheetPlan),
    words: `${start}&INDEX(${faultWords(sheetPlan, plan)},${mark})`,
  };
}

/** Two texts of a formula joined, as one where the second begins with a text of its own. */
function joined(first: string, second: string): string {
  return second.startsWith('"') ? `${first.slice(0, -1)}${second.slice(1)}` : `${first}&${second}`;
}

/** The cells that hold the words for each fault, in the order of their numbers. */
function faultWords({ sheet }: SheetPlan, { checks }: Plan): string {
  if (!checks) return '""';
  const rows = [...checks.rowOfFault.values()];
  const first = { row: Math.min(...rows), column: CHECKS_COLUMNS.short };
  const last = formatAddress({ row: Math.max(...rows), column: CHECKS_COLUMNS.short });
  return `${reference(checks.sheet.name, first, sheet.name)}:${last}`;
}

/** "; should be 4,210", as a text of a formula. */
function rightFigure(field: Field, plan: Plan, on: string): string {
  const { source } = field;
  if (source.kind === "constant") {
    const format = typeof source.value === "number" ? formatOfField(field) : null;
    const right = format === null ? String(source.value) : formatText(Number(source.value), format);
    return quoted(`; should be ${right ?? source.value}`);
  }
  if (source.kind !== "calculated") return '""';
  const format = formatOfField(field);
  const right = translated(source.expanded, plan, on);
  return `${quoted("; should be ")}&${format === null ? `(${right})` : `TEXT(${right},${quoted(format)})`}`;
}

function rulesAbout(line: Line, { block }: BlockPlan, plan: Plan): readonly Rule[] {
  const rules = new Set(
    plan.index
      .fieldsOf(block.id, line.id)
      .flatMap(({ key }) => plan.index.aboutOf(key).map(({ rule }) => rule)),
  );
  return [...rules].sort((a, b) => plan.template.rules.indexOf(a) - plan.template.rules.indexOf(b));
}

function ruleBranch(
  rule: Rule,
  line: Line,
  row: number,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
): Branch {
  const on = sheetPlan.sheet.name;
  const one = plan.index.caseOf(rule, line.id) ?? rule.cases[0];
  const short = one ? messageFormula(one.short, plan, on) : '""';
  const level = levelInWorkbook(rule);
  const sign = quoted(`${SIGNS[level]} `);
  const reason = level === "explain" ? lacksReason(rule.code, plan, on) : null;
  const start = reason === null ? sign : `IF(${reason},${sign},${quoted(`${SIGNS.explain} Explained: `)})`;
  const test = failsFor(rule, row, blockPlan, plan, on);
  const asked =
    one?.at.filter((key) => placeOf(key, plan).sheet === on && placeOf(key, plan).address.row === row) ?? [];
  const onlyAsked = one !== undefined && asked.length > 0 && asked.every((key) => asksForEntry(one, key));
  const blank = asked.map((key) => `ISBLANK(${fieldCells([key], plan, on)})`);
  return { test: onlyAsked ? `AND(${test},${anyOf(blank)})` : test, words: `${start}&${short}` };
}

function anyOf(tests: readonly string[]): string {
  return tests.length === 1 ? (tests[0] ?? "FALSE") : `OR(${tests.join(",")})`;
}
