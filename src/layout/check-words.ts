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
  lacksReason,
  markColumn,
  messageFormula,
  quoted,
  ruleState,
} from "./state-formulas";

/** Signs that stand before the words, so that no level is told by colour alone. */
export const SIGNS = { fix: "✖", explain: "▲", note: "●", good: "✔", untouched: "○" } as const;

interface Branch {
  readonly test: string;
  readonly words: string;
}

/** A branch for one cell with its mark. */
type FaultBranch = Branch & { readonly mark: string };

/** The words for the first of these cells, side by side, that is at fault: halved and halved again. */
function firstOf(faults: readonly FaultBranch[]): Branch {
  const marks = `${faults[0]?.mark ?? ""}:${faults.at(-1)?.mark ?? ""}`;
  return { test: `SUMPRODUCT((${marks}>0)*(${marks}<=${MARKS.last_fault}))>0`, words: firstWords(faults) };
}

function firstWords(faults: readonly FaultBranch[]): string {
  const [only] = faults;
  if (only && faults.length === 1) return only.words;
  const half = Math.ceil(faults.length / 2);
  const left = faults.slice(0, half);
  const { test } = left.length === 1 && left[0] ? left[0] : firstOf(left);
  return `IF(${test},${firstWords(left)},${firstWords(faults.slice(half))})`;
}

/** The Check cell of a line: says in words the first thing to put right there, as a formula that never shows an error. */
export function checkFormula(line: Line, blockPlan: BlockPlan, sheetPlan: SheetPlan, plan: Plan): string {
  const on = sheetPlan.sheet.name;
  const row = blockPlan.rowOf.get(line.id) ?? 0;
  const fields = fieldsWithMarks(line, blockPlan, sheetPlan, plan);
  const faults = fields.map(({ field, mark }) => faultBranch(field, mark, blockPlan, sheetPlan, plan));
  // Thirty columns one within the other would be nested deeper than Excel takes.
  const branches: Branch[] = blockPlan.block.kind === "list" ? [firstOf(faults)] : [...faults];
  const about = rulesAbout(line, blockPlan, plan);
  const ruleBranches = (level: Rule["level"]) =>
    about
      .filter((rule) => rule.level === level)
      .map((rule) => ruleBranch(rule, line, row, blockPlan, sheetPlan, plan));
  branches.push(...ruleBranches("fix"));
  const entered = fields.filter(({ field }) => field.source.kind === "entered");
  const due = entered.filter(({ field }) => field.source.kind === "entered" && field.source.answer === "due");
  if (due.length > 0 && blockPlan.block.kind !== "list") {
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
  return plan.index.fieldsOf(blockPlan.block.id, line.id).map((field) => {
    const column = blockPlan.columnOf.get(field.column) ?? 0;
    return { field, mark: formatAddress({ row, column: markColumn(column, sheetPlan) }) };
  });
}

function placeText(field: Field, { rowOf, columnOf }: BlockPlan): string {
  return formatAddress({ row: rowOf.get(field.line) ?? 0, column: columnOf.get(field.column) ?? 0 });
}

function faultBranch(
  field: Field,
  mark: string,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
): FaultBranch {
  const on = sheetPlan.sheet.name;
  const column = blockPlan.block.columns.find(({ id }) => id === field.column);
  const name = [column?.group, column?.label]
    .filter((part) => part !== null && part !== "" && part !== undefined)
    .join(", ");
  const start = quoted(name === "" ? `${SIGNS.fix} ` : `${SIGNS.fix} ${name}: `);
  if (field.source.kind === "calculated" || field.source.kind === "constant") {
    const words = `${start}&${rightFigure(field, plan, on)}`;
    return { mark, test: `${mark}=${typedOverNumber(plan)}`, words };
  }
  return {
    mark,
    test: `AND(${mark}>0,${mark}<=${MARKS.last_fault})`,
    words: `${start}&INDEX(${faultWords(sheetPlan, plan)},${mark})`,
  };
}

/** The cells that hold the words for each fault, in the order of their numbers. */
function faultWords({ sheet, echoes }: SheetPlan, { checks }: Plan): string {
  if (echoes) {
    const last = echoes.firstWord + (checks?.faults.length ?? 1) - 1;
    return `${formatAddress({ row: echoes.row, column: echoes.firstWord })}:${formatAddress({ row: echoes.row, column: last })}`;
  }
  if (!checks) return '""';
  const rows = [...checks.rowOfFault.values()];
  const first = { row: Math.min(...rows), column: CHECKS_COLUMNS.short };
  const last = formatAddress({ row: Math.max(...rows), column: CHECKS_COLUMNS.short });
  return `${reference(checks.sheet.name, first, sheet.name)}:${last}`;
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
  // What looks at another sheet could not be shared by the rows of a list.
  if (field.row !== null && right.includes("!")) return quoted(words);
  return `${quoted(`${words}; should be `)}&${format === null ? `(${right})` : `TEXT(${right},${quoted(format)})`}`;
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
  const column = blockPlan.stateColumnOf.get(rule.code);
  const state = column === undefined ? ruleState(rule.code, plan, on) : formatAddress({ row, column });
  const one = plan.index.caseOf(rule, line.id) ?? rule.cases[0];
  const short = one ? messageFormula(one.short, plan, on) : '""';
  const sign = quoted(`${SIGNS[rule.level]} `);
  const reason = rule.level === "explain" ? lacksReason(rule.code, sheetPlan, plan) : null;
  const start = reason === null ? sign : `IF(${reason},${sign},${quoted(`${SIGNS.explain} Explained: `)})`;
  const test = `${state}=${STATE_CODES.fails}`;
  const asked =
    one?.at.filter((key) => placeOf(key, plan).sheet === on && placeOf(key, plan).address.row === row) ?? [];
  const onlyAsked = one !== undefined && asked.length > 0 && asked.every((key) => asksForEntry(one, key));
  const blank = asked.map((key) => `ISBLANK(${fieldCells([key], plan, on)})`);
  return { test: onlyAsked ? `AND(${test},${anyOf(blank)})` : test, words: `${start}&${short}` };
}

function anyOf(tests: readonly string[]): string {
  return tests.length === 1 ? (tests[0] ?? "FALSE") : `OR(${tests.join(",")})`;
}
