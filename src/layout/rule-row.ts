import { columnLetters, formatAddress, formatRectangle, quoteSheet } from "../cells";
import { parts } from "../formula";
import type { FieldExpression, MessagePart, Rule, RuleCase } from "../template";

import { NUMBER_COLUMN, placeOf, type BlockPlan, type Plan, type SheetPlan } from "./plan";
import { STATE_CODES, messageFormula, quoted, stateFormula } from "./state-formulas";

/** What stands in a row of the Checks sheet as formulas. */
export interface Formulas {
  /** Characters that the message may come to. */
  readonly longest: number;
  readonly state: string;
  readonly found: string;
  readonly link: string;
}

/** The formulas of a rule's row: of its one case, or over the lines that it stands for. */
export function ruleFormulas(rule: Rule, plan: Plan, on: string): Formulas {
  if (rule.block !== null) return ofLines(rule, linesOf(rule, plan), plan);
  const [one] = rule.cases;
  if (!one) throw new Error(`ruleFormulas: ${rule.code} is about nothing`);
  return ofCase(rule, one, plan, on);
}

function ofCase(rule: Rule, one: RuleCase, plan: Plan, on: string): Formulas {
  return {
    longest: longestOf(one.says),
    state: stateFormula(rule, one, plan, on),
    found: messageFormula(one.says, plan, on),
    link: linkTo(one.at[0] ?? "", plan),
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
  readonly column: number;
}

function linesOf(rule: Rule, plan: Plan): RuleLines {
  for (const sheetPlan of plan.sheets) {
    for (const blockPlan of sheetPlan.blocks) {
      const column = blockPlan.stateColumnOf.get(rule.code);
      if (blockPlan.block.id === rule.block && column !== undefined) return { sheetPlan, blockPlan, column };
    }
  }
  throw new Error(`linesOf: the lines of ${rule.code} stand nowhere`);
}

/**
 * A rule that stands for each line: its state over all of them, the lines concerned, a link to the first of them. Of a list it is said
 * how many rows are concerned and which is the first: sixty names would fill the sheet.
 */
function ofLines(rule: Rule, { sheetPlan, blockPlan, column }: RuleLines, plan: Plan): Formulas {
  const sheet = quoteSheet(sheetPlan.sheet.name);
  const rows = rule.cases.map((one) => ({ one, row: blockPlan.rowOf.get(one.line ?? "") ?? 0 }));
  const all = rows.map(({ row }) => row);
  const range = `${sheet}!${formatRectangle({ top: Math.min(...all), left: column, bottom: Math.max(...all), right: column })}`;
  const { fails, waits, holds, does_not_apply: none } = STATE_CODES;
  const count = (code: number) => `COUNTIF(${range},${code})>0`;
  const together = `IF(${count(fails)},${fails},IF(${count(waits)},${waits},IF(${count(holds)},${holds},${none})))`;
  const failing = (row: number) => `${sheet}!${formatAddress({ row, column })}=${fails}`;
  if (blockPlan.block.kind === "list") {
    const first = `MATCH(${fails},${range},0)`;
    const numbers = `${sheet}!${formatRectangle({ top: Math.min(...all), left: NUMBER_COLUMN, bottom: Math.max(...all), right: NUMBER_COLUMN })}`;
    const place = placeOf(rule.cases[0]?.at[0] ?? "", plan).address;
    const letters = columnLetters(place.column);
    const row = `IFERROR(${first},1)+${Math.min(...all) - 1}`;
    return {
      longest: 60,
      state: together,
      found: `"Rows concerned: "&COUNTIF(${range},${fails})&", the first is number "&INDEX(${numbers},${first})`,
      link: `HYPERLINK(${quoted(`#${sheet}!${letters}`)}&(${row}),${quoted(`${sheetPlan.sheet.name} ${letters}`)}&(${row}))`,
    };
  }
  const names = rows.map(({ one, row }) => {
    const line = blockPlan.block.lines.find(({ id }) => id === one.line);
    return `IF(${failing(row)},${quoted(`  ${[line?.number, line?.label].filter((part) => part !== null).join(" ")}`)},"")`;
  });
  const places = rows.map(({ one, row }) => ({
    row,
    at: formatAddress(placeOf(one.at[0] ?? "", plan).address),
  }));
  const target = places.reduceRight(
    (otherwise, { row, at }) => `IF(${failing(row)},${quoted(at)},${otherwise})`,
    quoted(places[0]?.at ?? "A1"),
  );
  return {
    longest: 80,
    state: together,
    found: `"Lines concerned:"&${names.join("&")}`,
    link: `HYPERLINK(${quoted(`#${sheet}!`)}&${target},${quoted(`${sheetPlan.sheet.name} `)}&${target})`,
  };
}

function linkTo(key: string, plan: Plan): string {
  const { sheet, address } = placeOf(key, plan);
  const at = formatAddress(address);
  return `HYPERLINK(${quoted(`#${quoteSheet(sheet)}!${at}`)},${quoted(`${sheet} ${at}`)})`;
}
