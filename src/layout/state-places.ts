import { formatAddress, formatRectangle, quoteSheet } from "../cells";
import type { Rule, ValueBlock } from "../template";

import { SIGNS_A_TEXT, type BlockPlan } from "./plan";
import { STATE_CODES, quoted } from "./state-formulas";

/** Where the states of a rule for each line stand, hidden: in a cell each or, in a list, as one sign of a text of the row. */
export interface StatePlace {
  readonly column: number;
  /** The place of the sign in the text, from 1; null where the state has a cell of its own. */
  readonly at: number | null;
}

export interface StatePlaces {
  readonly stateOf: ReadonlyMap<string, StatePlace>;
  /** The first column behind them. */
  readonly nextColumn: number;
}

type State = keyof typeof STATE_CODES;

/** Where the states of a block's rules stand, from this column on. */
export function placeStates(
  block: ValueBlock,
  rules: readonly Rule[],
  silencedBy: (rule: Rule) => number,
  firstColumn: number,
): StatePlaces {
  const own = rules.filter((rule) => rule.block === block.id);
  const stateOf = new Map<string, StatePlace>();
  if (block.kind !== "list") {
    own.forEach(({ code }, at) => stateOf.set(code, { column: firstColumn + at, at: null }));
    return { stateOf, nextColumn: firstColumn + own.length };
  }
  let column = firstColumn;
  const depths = [...new Set(own.map(silencedBy))].sort((a, b) => a - b);
  for (const depth of depths) {
    // A text that held a rule and one that this rule silences would need itself.
    const together = own.filter((rule) => silencedBy(rule) === depth);
    together.forEach(({ code }, at) =>
      stateOf.set(code, { column: column + Math.floor(at / SIGNS_A_TEXT), at: (at % SIGNS_A_TEXT) + 1 }),
    );
    column += Math.ceil(together.length / SIGNS_A_TEXT);
  }
  return { stateOf, nextColumn: column };
}

/** How many rules one after the other may silence a rule: 0 where none does. */
export function depthsOf(rules: readonly Rule[]): (rule: Rule) => number {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  const known = new Map<Rule, number>();
  const depth = (rule: Rule): number => {
    const before = known.get(rule);
    if (before !== undefined) return before;
    const others = rule.unless.flatMap((code) => byCode.get(code) ?? []);
    const now = others.reduce((most, other) => Math.max(most, depth(other) + 1), 0);
    known.set(rule, now);
    return now;
  };
  return depth;
}

/** A test for a formula of this row: the rule is in that state there. Null where its states stand on no line of the block. */
export function isInState(code: string, state: State, row: number, { stateOf }: BlockPlan): string | null {
  const place = stateOf.get(code);
  if (!place) return null;
  const cell = formatAddress({ row, column: place.column });
  const wanted = String(STATE_CODES[state]);
  return place.at === null ? `${cell}=${wanted}` : `MID(${cell},${place.at},1)=${quoted(wanted)}`;
}

/** The cells with a rule's states from one row to another, for a formula on another sheet, and what COUNTIF and MATCH seek there. */
export function statesBetween(
  { column, at }: StatePlace,
  sheet: string,
  top: number,
  bottom: number,
): { readonly range: string; readonly sought: (state: State) => string } {
  const range = `${quoteSheet(sheet)}!${formatRectangle({ top, left: column, bottom, right: column })}`;
  const sought = (state: State) =>
    at === null ? String(STATE_CODES[state]) : quoted(`${"?".repeat(at - 1)}${STATE_CODES[state]}*`);
  return { range, sought };
}
