import { formatAddress } from "../cells";
import { formatText } from "../formula";
import { asksForEntry, formatOfField, type Field, type Line, type Rule } from "../template";
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
  MARKS,
  STATE_CODES,
  markColumn,
  messageFormula,
  quoted,
  reasonCell,
  ruleState,
} from "./state-formulas";

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
  const fields = fieldsWithMarks(line, blockPlan, sheetPlan, plan);
  const branches: Branch[] = fields.map(({ field, mark }) => faultBranch(field, mark, blockPlan, plan, on));
  const about = rulesAbout(line, blockPlan, plan);
  const ruleBranches = (level: Rule["level"]) =>
    about
      .filter((rule) => rule.level === level)
      .map((rule) => ruleBranch(rule, line, row, blockPlan, plan, on));
  branches.push(...ruleBranches("fix"));
  const entered = fields.filter(({ field }) => field.source.kind === "entered");
  const due = entered.filter(({ field }) => field.source.kind === "entered" && field.source.answer === "due");
  if (due.length > 0) {
    const tests = due.map(({ mark }) => `${mark}=${MARKS.untouched}`);
    branches.push({ test: anyOf(tests), words: quoted(`${SIGNS.untouched} To fill in`) });
  }
  if (line.about !== null) {
    const tests = entered.map(({ mark }) => `${mark}=${MARKS.explain}`);
    branches.push({ test: anyOf(tests), words: quoted(`${SIGNS.explain} An explanation is asked for`) });
  }
  branches.push(...ruleBranches("explain"), ...ruleBranches("note"));
  const cells = entered.map(({ field }) => placeText(field, blockPlan));
  const given = line.about === null ? quoted(SIGNS.good) : explainedWords(line.about, plan, on);
  const otherwise = entered.length === 0 ? '""' : `IF(COUNTA(${cells.join(",")})=0,"",${given})`;
  const formula = branches.reduceRight((rest, { test, words }) => `IF(${test},${words},${rest})`, otherwise);
  return `IFERROR(${formula},"")`;
}

/** A reason may stand there for a figure that has since been put right. */
function explainedWords(code: string, plan: Plan, on: string): string {
  const needed = `${ruleState(code, plan, on)}=${STATE_CODES.fails}`;
  return `IF(${needed},${quoted(`${SIGNS.good} Explained`)},${quoted("– Not needed now")})`;
}

function fieldsWithMarks(line: Line, blockPlan: BlockPlan, sheetPlan: SheetPlan, plan: Plan) {
  const row = blockPlan.rowOf.get(line.id) ?? 0;
  return [...plan.template.fields.values()]
    .filter((field) => field.block === blockPlan.block.id && field.line === line.id)
    .map((field) => {
      const column = blockPlan.columnOf.get(field.column) ?? 0;
      return { field, mark: formatAddress({ row, column: markColumn(column, sheetPlan) }) };
    });
}

function placeText(field: Field, { rowOf, columnOf }: BlockPlan): string {
  return formatAddress({ row: rowOf.get(field.line) ?? 0, column: columnOf.get(field.column) ?? 0 });
}

function faultBranch(field: Field, mark: string, blockPlan: BlockPlan, plan: Plan, on: string): Branch {
  const column = blockPlan.block.columns.find(({ id }) => id === field.column);
  const name = [column?.group, column?.label]
    .filter((part) => part !== null && part !== "" && part !== undefined)
    .join(", ");
  const start = quoted(name === "" ? `${SIGNS.fix} ` : `${SIGNS.fix} ${name}: `);
  if (field.source.kind === "calculated" || field.source.kind === "constant") {
    return { test: `${mark}=${typedOverNumber(plan)}`, words: `${start}&${rightFigure(field, plan, on)}` };
  }
  const { checks } = plan;
  if (!checks) return { test: "FALSE", words: '""' };
  const rows = [...checks.rowOfFault.values()];
  const first = reference(checks.sheet.name, { row: Math.min(...rows), column: CHECKS_COLUMNS.short }, on);
  const last = formatAddress({ row: Math.max(...rows), column: CHECKS_COLUMNS.short });
  return {
    test: `AND(${mark}>0,${mark}<=${MARKS.last_fault})`,
    words: `${start}&INDEX(${first}:${last},${mark})`,
  };
}

function typedOverNumber(plan: Plan): number {
  return (plan.checks?.faults.indexOf("typed_over") ?? -1) + 1;
}

/** "was typed over; should be 4,210". */
function rightFigure(field: Field, plan: Plan, on: string): string {
  const words = plan.template.standing.get("typed_over")?.short ?? "";
  const { source } = field;
  if (source.kind === "constant") {
    const format = typeof source.value === "number" ? formatOfField(field) : null;
    const right = format === null ? String(source.value) : formatText(Number(source.value), format);
    return quoted(`${words}; should be ${right ?? source.value}`);
  }
  if (source.kind !== "calculated") return quoted(words);
  const format = formatOfField(field);
  const right = translated(source.expanded, plan, on);
  return `${quoted(`${words}; should be `)}&${format === null ? `(${right})` : `TEXT(${right},${quoted(format)})`}`;
}

function rulesAbout(line: Line, { block }: BlockPlan, plan: Plan): readonly Rule[] {
  const keys = new Set(
    [...plan.template.fields.values()]
      .filter((field) => field.block === block.id && field.line === line.id)
      .map((field) => field.key),
  );
  return plan.template.rules.filter((rule) => rule.cases.some((one) => one.at.some((key) => keys.has(key))));
}

function ruleBranch(
  rule: Rule,
  line: Line,
  row: number,
  blockPlan: BlockPlan,
  plan: Plan,
  on: string,
): Branch {
  const column = blockPlan.stateColumnOf.get(rule.code);
  const state = column === undefined ? ruleState(rule.code, plan, on) : formatAddress({ row, column });
  const one = rule.cases.find((each) => each.line === line.id) ?? rule.cases[0];
  const short = one ? messageFormula(one.short, plan, on) : '""';
  const sign = quoted(`${SIGNS[rule.level]} `);
  const reason = rule.level === "explain" ? reasonCell(rule.code, plan, on) : null;
  const start =
    reason === null ? sign : `IF(ISBLANK(${reason}),${sign},${quoted(`${SIGNS.explain} Explained: `)})`;
  const test = `${state}=${STATE_CODES.fails}`;
  const asked =
    one?.at.filter((key) => placeOf(key, plan).sheet === on && placeOf(key, plan).address.row === row) ?? [];
  const onlyAsked = one !== undefined && asked.length > 0 && asked.every((key) => asksForEntry(one, key));
  const blank = asked.map((key) => `ISBLANK(${fieldCells([key], plan, on)})`);
  return { test: onlyAsked ? `AND(${[test, ...blank].join(",")})` : test, words: `${start}&${short}` };
}

function anyOf(tests: readonly string[]): string {
  return tests.length === 1 ? (tests[0] ?? "FALSE") : `OR(${tests.join(",")})`;
}
