import { columnLetters, formatAddress } from "../cells";
import {
  asksForEntry,
  entryTests,
  levelInWorkbook,
  type EntryFault,
  type Field,
  type Line,
  type Rule,
} from "../template";
import { untouchedMark } from "./nothing";
import {
  SIGNS_A_TEXT,
  fieldCells,
  placeOf,
  translated,
  type BlockPlan,
  type Plan,
  type SheetPlan,
} from "./plan";
import { STATE_CODES, lacksReason, quoted, ruleState } from "./state-formulas";
import { isInState } from "./state-places";

/** What a value cell may be marked with that is no fault of its entry. */
export type Mark = "none" | "untouched" | "fix" | "explain" | "note";

/** How a mark stands in a cell of its own: 1 to `LAST_FAULT` is the place of the fault in the list of the Checks sheet. */
export const MARK_NUMBERS: Readonly<Record<Mark, number>> = {
  none: 0,
  untouched: 40,
  fix: 50,
  explain: 60,
  note: 70,
};
export const LAST_FAULT = 30;

/** How a mark stands in the text of a list's row; a fault is a capital letter, by its place in the list of the Checks sheet. */
export const MARK_SIGNS: Readonly<Record<Mark, string>> = {
  none: "0",
  fix: "1",
  explain: "2",
  note: "3",
  untouched: "4",
};
export const FAULT_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A mark as it is written in a formula. */
export function markValue(mark: Mark, { marks }: SheetPlan): string {
  return marks.kind === "cells" ? String(MARK_NUMBERS[mark]) : quoted(MARK_SIGNS[mark]);
}

export function faultValue(fault: EntryFault, { marks }: SheetPlan, { checks }: Plan): string {
  const at = checks?.faults.indexOf(fault) ?? -1;
  if (marks.kind === "cells") return String(at + 1);
  const letter = FAULT_LETTERS[at];
  if (letter === undefined) throw new Error(`faultValue: there is no letter for ${fault}`);
  return quoted(letter);
}

/** What is wrong with a value cell: its entry first, then the rules that are about it. */
export function markFormula(
  field: Field,
  line: Line,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
): string {
  const on = sheetPlan.sheet.name;
  const cell = formatAddress(placeOf(field.key, plan).address);
  const value = (fault: EntryFault) => faultValue(fault, sheetPlan, plan);
  const tail =
    line.about === null
      ? rulesMark(field, blockPlan, sheetPlan, plan)
      : reasonMark(line.about, cell, blockPlan, sheetPlan, plan);
  const { before, filled } = entryTests(field);
  let formula = filled.reduceRight(
    (otherwise, { fault, test }) =>
      `IF(${fault === "nothing_but_entries" ? standsBeside(line, blockPlan) : translated(test, plan, on)},${value(fault)},${otherwise})`,
    tail,
  );
  const { source } = field;
  // Outside of a list a blank that is due is named before.
  const blankIsNamed = source.kind === "entered" && source.answer === "due" && field.row === null;
  if (filled.length > 0 && !blankIsNamed) formula = `IF(ISBLANK(${cell}),${tail},${formula})`;
  return before.reduceRight((otherwise, { fault, test }) => {
    const mark =
      fault === "blank" ? blankMark(field, blockPlan, sheetPlan, plan, value(fault)) : value(fault);
    return `IF(${translated(test, plan, on)},${mark},${otherwise})`;
  }, formula);
}

/** Entries are counted once, in a hidden cell of the row. */
function standsBeside({ id }: Line, { rowOf, countColumn }: BlockPlan): string {
  return `${formatAddress({ row: rowOf.get(id) ?? 0, column: countColumn ?? 0 })}>0`;
}

/** A blank in a row that nobody has begun is not yet a fault to colour. */
function blankMark(
  field: Field,
  { block }: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
  fault: string,
): string {
  // In a list, only a row that was begun has a blank that is missed.
  if (field.row !== null) return fault;
  const entered = plan.index
    .fieldsOf(block.id, field.line)
    .flatMap(({ key, source }) => (source.kind === "entered" ? [key] : []));
  const untouched = field.nothing ? untouchedMark(sheetPlan) : markValue("untouched", sheetPlan);
  return `IF(COUNTA(${fieldCells(entered, plan, sheetPlan.sheet.name)})=0,${untouched},${fault})`;
}

function rulesMark(field: Field, blockPlan: BlockPlan, sheetPlan: SheetPlan, plan: Plan): string {
  const on = sheetPlan.sheet.name;
  const row = blockPlan.rowOf.get(field.line) ?? 0;
  const abouts = plan.index.aboutOf(field.key);
  const failing = (level: Rule["level"]): string | null => {
    const tests = abouts.flatMap(({ rule, one }) => {
      if (levelInWorkbook(rule) !== level) return [];
      const test = failsFor(rule, row, blockPlan, plan, on);
      const reason = level === "explain" ? lacksReason(rule.code, plan, on) : null;
      const open = [
        ...(reason === null ? [] : [reason]),
        ...(asksForEntry(one, field.key) ? [`ISBLANK(${fieldCells([field.key], plan, on)})`] : []),
      ];
      return [open.length === 0 ? test : `AND(${[test, ...open].join(",")})`];
    });
    if (tests.length === 0) return null;
    return tests.length === 1 ? (tests[0] ?? null) : `OR(${tests.join(",")})`;
  };
  return (["note", "explain", "fix"] as const).reduce(
    (otherwise, level) => {
      const test = failing(level);
      return test === null ? otherwise : `IF(${test},${markValue(level, sheetPlan)},${otherwise})`;
    },
    markValue("none", sheetPlan),
  );
}

/** A test for a formula of this row: the rule fails there, or anywhere where it is not about lines of the block. */
export function failsFor(rule: Rule, row: number, blockPlan: BlockPlan, plan: Plan, on: string): string {
  const here = isInState(rule.code, "fails", row, blockPlan);
  return here ?? `${ruleState(rule.code, plan, on)}=${STATE_CODES.fails}`;
}

/** Marks the place for a reason while one is asked for and not given. */
function reasonMark(
  code: string,
  cell: string,
  blockPlan: BlockPlan,
  sheetPlan: SheetPlan,
  plan: Plan,
): string {
  const needed = `${stateAbout(code, blockPlan, sheetPlan, plan)}=${STATE_CODES.fails}`;
  const [explain, none] = [markValue("explain", sheetPlan), markValue("none", sheetPlan)];
  return `IF(AND(${needed},ISBLANK(${cell})),${explain},${none})`;
}

/** The state of the rule that a line of explanations is about. */
export function stateAbout(code: string, blockPlan: BlockPlan, sheetPlan: SheetPlan, plan: Plan): string {
  const line = blockPlan.block.lines.find(({ about }) => about === code);
  const row = line && blockPlan.rowOf.get(line.id);
  if (blockPlan.aboutColumn === null || row === undefined) return ruleState(code, plan, sheetPlan.sheet.name);
  return formatAddress({ row, column: blockPlan.aboutColumn });
}

/** The signs of a row's marks as one text, in a formula of that row. */
export function signsOf(row: number, { marks }: SheetPlan, fixed: "" | "$" = ""): string {
  if (marks.kind === "cells") throw new Error("signsOf: the marks of this sheet stand in cells of their own");
  return Array.from(
    { length: marks.texts },
    (_, at) => `${fixed}${formatAddress({ row, column: marks.firstColumn + at })}`,
  ).join("&");
}

/** What a value cell is marked with, in a formula of its row. */
export function markOf(row: number, column: number, sheetPlan: SheetPlan): string {
  const { marks, firstValueColumn } = sheetPlan;
  const at = column - firstValueColumn;
  if (marks.kind === "cells") return formatAddress({ row, column: marks.firstColumn + at });
  const text = formatAddress({ row, column: marks.firstColumn + Math.floor(at / SIGNS_A_TEXT) });
  return `MID(${text},${(at % SIGNS_A_TEXT) + 1},1)`;
}

/** A test: the value cell has this mark. */
export function isMarked(row: number, column: number, mark: Mark, sheetPlan: SheetPlan): string {
  return `${markOf(row, column, sheetPlan)}=${markValue(mark, sheetPlan)}`;
}

/** A test: the entry of the value cell has a fault of its own. */
export function isFaulty(row: number, column: number, sheetPlan: SheetPlan): string {
  return tellsFault(markOf(row, column, sheetPlan), sheetPlan);
}

/** The tests by which a sheet's value cells are coloured, for the first of this row; moved to another, they are the tests of that. */
export function coloursAcross(
  row: number,
  sheetPlan: SheetPlan,
): { readonly wrong: string; readonly toExplain: string } {
  const { marks, firstValueColumn: column } = sheetPlan;
  const letters = columnLetters(column);
  const mark =
    marks.kind === "cells"
      ? markOf(row, column, sheetPlan)
      : `MID(${signsOf(row, sheetPlan, "$")},COLUMNS($${letters}${row}:${letters}${row}),1)`;
  return {
    wrong: `OR(${tellsFault(mark, sheetPlan)},${mark}=${markValue("fix", sheetPlan)})`,
    toExplain: `${mark}=${markValue("explain", sheetPlan)}`,
  };
}

function tellsFault(mark: string, sheetPlan: SheetPlan): string {
  // Texts are ordered digits first; no sign at all comes before both.
  return sheetPlan.marks.kind === "signs" ? `${mark}>="A"` : `AND(${mark}>0,${mark}<=${LAST_FAULT})`;
}

/** The sign of the first fault in the signs of a row; nothing where there is none. */
export function letterFormula(row: number, sheetPlan: SheetPlan): string {
  const letters = Object.values(MARK_SIGNS).reduce(
    (text, sign) => `SUBSTITUTE(${text},${quoted(sign)},"")`,
    signsOf(row, sheetPlan),
  );
  return `LEFT(${letters},1)`;
}
