import { columnLetters, formatAddress, formatRectangle, quoteSheet } from "../cells";
import { parts } from "../formula";
import type { FieldExpression, MessagePart, Rule, RuleCase } from "../template";

import { LABEL_COLUMN, NUMBER_COLUMN, placeOf, type BlockPlan, type Plan, type SheetPlan } from "./plan";
import { STATE_CODES, messageFormula, quoted, stateFormula } from "./state-formulas";
import { statesBetween, type StatePlace } from "./state-places";

/** What stands in a row of the Checks sheet as formulas. */
export interface Formulas {
  /** Characters that the message may come to. */
  readonly longest: number;
  readonly state: string;
  readonly found: string;
  /** Where the row's link leads: the name of a sheet, no words where it leads nowhere, and a cell there. */
  readonly sheet: Words;
  readonly cell: Words;
  /** What the link shows. */
  readonly linkSays: "sheet" | "cell";
}

type Words = { readonly value: string } | { readonly formula: string };

/** The formulas of a rule's row: of its one case, or over the lines that it stands for. */
export function ruleFormulas(rule: Rule, plan: Plan, on: string): Formulas {
  if (rule.block !== null) return ofLines(rule, linesOf(rule, plan), plan);
  const [one] = rule.cases;
  if (!one) throw new Error(`ruleFormulas: ${rule.code} is about nothing`);
  return ofCase(rule, one, plan, on);
}

function ofCase(rule: Rule, one: RuleCase, plan: Plan, on: string): Formulas {
  const { sheet, address } = placeOf(one.at[0] ?? "", plan);
  return {
    longest: longestOf(one.says),
    state: stateFormula(rule, one, plan, on),
    found: messageFormula(one.says, plan, on),
    sheet: { value: sheet },
    cell: { value: formatAddress(address) },
    linkSays: "cell",
  };
}

const USUAL_FIGURE = 8;

function longestOf(parts: readonly MessagePart[]): number {
  return parts.reduce(
    (sum, part) => sum + (part.kind === "text" ? part.text.length : longestValue(part.expression)),
    0,
  );
}

/** A value is a figure, unless its formula holds words: then it may be the longest of them. */
function longestValue(expression: FieldExpression): number {
  if (expression.kind === "text") return expression.value.length;
  const within = parts(expression).map(longestValue);
  if (expression.kind === "binary" && expression.operator === "&")
    return within.reduce((sum, one) => sum + one, 0);
  return Math.max(USUAL_FIGURE, ...within);
}

interface RuleLines {
  readonly sheetPlan: SheetPlan;
  readonly blockPlan: BlockPlan;
  readonly place: StatePlace;
}

function linesOf(rule: Rule, plan: Plan): RuleLines {
  for (const sheetPlan of plan.sheets) {
    for (const blockPlan of sheetPlan.blocks) {
      const place = blockPlan.stateOf.get(rule.code);
      if (blockPlan.block.id === rule.block && place) return { sheetPlan, blockPlan, place };
    }
  }
  throw new Error(`linesOf: the lines of ${rule.code} stand nowhere`);
}

/**
 * A rule that stands for each line: its state over all of them, how many lines are concerned, which is the first, and a link to it.
 * Every line by name would be longer than the row, and is said beside the line itself.
 */
function ofLines(rule: Rule, { sheetPlan, blockPlan, place }: RuleLines, plan: Plan): Formulas {
  const name = sheetPlan.sheet.name;
  const rows = rule.cases.map(({ line }) => blockPlan.rowOf.get(line ?? "") ?? 0);
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const { range, sought } = statesBetween(place, name, top, bottom);
  const { fails, waits, holds, does_not_apply: none } = STATE_CODES;
  const count = (state: keyof typeof STATE_CODES) => `COUNTIF(${range},${sought(state)})`;
  const first = `MATCH(${sought("fails")},${range},0)`;
  const inColumn = (column: number) =>
    `INDEX(${quoteSheet(name)}!${formatRectangle({ top, left: column, bottom, right: column })},${first})`;
  const isList = blockPlan.block.kind === "list";
  const named = isList
    ? `number "&${inColumn(NUMBER_COLUMN)}`
    : `"&${namesOf(rule, blockPlan).map(inColumn).join('&" "&')}`;
  return {
    longest: isList ? 60 : 90,
    state: `IF(${count("fails")}>0,${fails},IF(${count("waits")}>0,${waits},IF(${count("holds")}>0,${holds},${none})))`,
    found: `"${isList ? "Rows" : "Lines"} concerned: "&${count("fails")}&", the first is ${named}`,
    sheet: { value: name },
    cell: { formula: cellAt(rule, `IFERROR(${first},1)`, top, blockPlan, plan) },
    linkSays: "cell",
  };
}

/** The columns that name a line: its number, where the lines have one, and its words. */
function namesOf(rule: Rule, { block }: BlockPlan): readonly number[] {
  const numbered = rule.cases.every(({ line }) =>
    block.lines.some(({ id, number }) => id === line && number !== null),
  );
  return numbered ? [NUMBER_COLUMN, LABEL_COLUMN] : [LABEL_COLUMN];
}

/** The cell that a rule is about for the line of this place among the rows from `top` on: mostly one column of the lines themselves. */
function cellAt(rule: Rule, place: string, top: number, { rowOf }: BlockPlan, plan: Plan): string {
  const cells = rule.cases.map(({ line, at }) => ({
    row: rowOf.get(line ?? "") ?? 0,
    address: placeOf(at[0] ?? "", plan).address,
  }));
  const [column, more] = new Set(cells.map(({ address }) => address.column));
  const inOwnRows = cells.every(({ row, address }) => row === address.row);
  if (column !== undefined && more === undefined && inOwnRows)
    return `${quoted(columnLetters(column))}&(${place}+${top - 1})`;
  const byRow = new Map(cells.map(({ row, address }) => [row, formatAddress(address)]));
  const all = Array.from({ length: Math.max(...byRow.keys()) - top + 1 }, (_, at) =>
    quoted(byRow.get(top + at) ?? ""),
  );
  return `CHOOSE(${place},${all.join(",")})`;
}
