import { formatAddress, isCellError, type RawValue, type WorkbookCells } from "../../src/cells";
import {
  CHECKS_COLUMNS,
  STATE_CODES,
  type BlockPlan,
  type Layout,
  type Plan,
  type SheetPlan,
} from "../../src/layout";
import {
  entryFault,
  ruleOutcomes,
  said,
  type Entries,
  type RuleOutcome,
  type RuleState,
} from "../../src/return";
import {
  asksForEntry,
  ENTRY_FAULTS,
  type EntryFault,
  type Field,
  type Line,
  type Rule,
} from "../../src/template";

import type { Sample } from "./samples";

const STATE_OF_CODE = new Map<unknown, RuleState>(
  Object.entries(STATE_CODES).map(([state, code]) => [code, state as RuleState]),
);
/** How a blank in a row that nobody has begun is marked, and the last mark that is the number of a fault. */
const UNTOUCHED = 40;
const SIGNS_IN_A_TEXT = 16;
const LAST_FAULT = 30;

type Differ = (what: string, engine: unknown, book: unknown) => void;

/** Every place where workbook and engine differ, in words. */
export function differences(sample: Sample, workbook: WorkbookCells): readonly string[] {
  const found: string[] = [];
  const differ: Differ = (what, engine, book) => {
    if (engine !== book) found.push(`${what}: engine ${String(engine)}, workbook ${String(book)}`);
  };
  const outcomes = ruleOutcomes(sample.template, sample.cells);
  const entered = enteredBy(sample);
  differInRules(sample, workbook, outcomes, differ);
  differInFaults(sample, entered, workbook, differ);
  for (const sheetPlan of sample.plan.sheets) {
    for (const blockPlan of sheetPlan.blocks) {
      differInLines(sheetPlan, blockPlan, workbook, outcomes, differ);
      differInMarks(entered, sheetPlan, blockPlan, sample.plan, workbook, differ);
      differInCheckCells(sample, entered, sheetPlan, blockPlan, workbook, outcomes, differ);
    }
  }
  return found;
}

type Outcomes = ReadonlyMap<string, RuleOutcome>;

/** What the engine says of every field, worked out once: there are thousands. */
interface Entered {
  /** The fields of each block's line, by "block.line". */
  readonly ofLine: ReadonlyMap<string, readonly Field[]>;
  /** The fault of each field that has one, by its key. */
  readonly faults: ReadonlyMap<string, EntryFault>;
}

function enteredBy({ template, cells }: Sample): Entered {
  const ofLine = new Map<string, Field[]>();
  const faults = new Map<string, EntryFault>();
  for (const field of template.fields.values()) {
    const line = `${field.block}.${field.line}`;
    const known = ofLine.get(line);
    if (known) known.push(field);
    else ofLine.set(line, [field]);
    const fault = entryFault(field, cells);
    if (fault !== null) faults.set(field.key, fault);
  }
  return { ofLine, faults };
}

/** States on the Checks sheet, and what is said there: the message of a rule, or the lines that it is about. */
function differInRules(
  { plan, cells, template }: Sample,
  workbook: WorkbookCells,
  outcomes: Outcomes,
  differ: Differ,
): void {
  const { sheet, rowOfRule } = plan.checks!;
  for (const [code, row] of rowOfRule) {
    const { rule, state, cases } = outcomes.get(code)!;
    const at = (column: number) => cellOf(workbook, sheet.name, row, column);
    differ(code, state, STATE_OF_CODE.get(at(CHECKS_COLUMNS.stateCode)));
    const blocks = template.sheets.flatMap(({ blocks: all }) => all);
    const block = blocks.find(({ id }) => id === rule.block);
    const lines = block && block.kind !== "checks" ? block.lines : [];
    const names = rule.cases.flatMap(({ line }, index) => {
      const own = lines.find(({ id }) => id === line);
      return own && cases[index] === "fails" ? [own.number ?? [], own.label].flat().join(" ") : [];
    });
    const concerned = rule.cases.flatMap(({ line }, index) =>
      cases[index] === "fails" ? (lines.find(({ id }) => id === line)?.number ?? []) : [],
    );
    const words =
      rule.block === null
        ? said(rule.cases[0]!.says, cells)
        : block?.kind === "list"
          ? `Rows concerned: ${concerned.length}, the first is number ${concerned[0]}`
          : `Lines concerned: ${names.length}, the first is ${names[0]}`;
    differ(`${code} in words`, state === "fails" ? words : "", at(CHECKS_COLUMNS.found) ?? "");
  }
}

/** Whether any entry has a fault, as the Checks sheet has it. */
function differInFaults(
  { plan }: Sample,
  { faults }: Entered,
  workbook: WorkbookCells,
  differ: Differ,
): void {
  const there = new Set(faults.values());
  const { sheet, rowOfFault } = plan.checks!;
  for (const fault of ENTRY_FAULTS) {
    const row = rowOfFault.get(fault);
    if (row === undefined) continue;
    const state = cellOf(workbook, sheet.name, row, CHECKS_COLUMNS.stateCode);
    differ(`every ${fault}`, there.has(fault) ? "fails" : "holds", STATE_OF_CODE.get(state));
  }
}

/** The state of each line of a rule that stands for lines. */
function differInLines(
  { sheet }: SheetPlan,
  { rowOf, stateOf }: BlockPlan,
  workbook: WorkbookCells,
  outcomes: Outcomes,
  differ: Differ,
): void {
  for (const [code, { column, at: place }] of stateOf) {
    const { rule, cases } = outcomes.get(code)!;
    rule.cases.forEach(({ line }, at) => {
      const state = cellOf(workbook, sheet.name, rowOf.get(line ?? "")!, column);
      const sign =
        place === null ? state : typeof state === "string" ? Number(state.charAt(place - 1)) : null;
      differ(`${code} ${line}`, cases[at], STATE_OF_CODE.get(sign));
    });
  }
}

const numberOfMark = (value: unknown): number => (typeof value === "number" ? value : Number.NaN);

/** A letter is the place of a fault, a digit something else: 4 where nothing was begun. */
function numberOfSign(text: unknown, at: number): number {
  const sign = typeof text === "string" ? text.charAt(at) : "";
  if (/^[A-Z]$/.test(sign)) return sign.charCodeAt(0) - 64;
  return sign === "4" ? UNTOUCHED : /^[0-3]$/.test(sign) ? 0 : Number.NaN;
}

/** The fault that each entry is marked with. */
function differInMarks(
  { ofLine, faults }: Entered,
  { sheet, marks, firstValueColumn }: SheetPlan,
  { block, rowOf, columnOf }: BlockPlan,
  { checks }: Plan,
  workbook: WorkbookCells,
  differ: Differ,
): void {
  for (const field of block.lines.flatMap(({ id }) => ofLine.get(`${block.id}.${id}`) ?? [])) {
    const at = columnOf.get(field.column)! - firstValueColumn;
    const hidden = (column: number) => cellOf(workbook, sheet.name, rowOf.get(field.line)!, column);
    const mark =
      marks.kind === "cells"
        ? numberOfMark(hidden(marks.firstColumn + at))
        : numberOfSign(hidden(marks.firstColumn + Math.floor(at / SIGNS_IN_A_TEXT)), at % SIGNS_IN_A_TEXT);
    const named = mark >= 1 && mark <= LAST_FAULT ? (checks!.faults[mark - 1] ?? null) : null;
    differ(`entry ${field.key}`, faults.get(field.key) ?? null, mark === UNTOUCHED ? "blank" : named);
  }
}

/** The Check cell says a rule's words where one fails for its line and no entry there is at fault, and otherwise none. */
function differInCheckCells(
  { cells }: Sample,
  { ofLine, faults }: Entered,
  { sheet, checkColumn }: SheetPlan,
  { block, rowOf }: BlockPlan,
  workbook: WorkbookCells,
  outcomes: Outcomes,
  differ: Differ,
): void {
  const failing = [...outcomes.values()].filter(({ state }) => state === "fails");
  for (const line of block.lines) {
    const fields = ofLine.get(`${block.id}.${line.id}`) ?? [];
    const words = cellOf(workbook, sheet.name, rowOf.get(line.id)!, checkColumn) ?? "";
    const at = `the Check cell of ${block.id}.${line.id}`;
    if (isCellError(words)) differ(at, "words", words.error);
    if (line.about !== null || fields.some(({ key }) => faults.has(key))) continue;
    const keys = new Set(fields.map(({ key }) => key));
    const short = failing.flatMap((outcome) => shortWords(outcome, line, keys, cells));
    const order: readonly Rule["level"][] = ["fix", "explain", "note"];
    const first = order.flatMap((level) => short.filter((one) => one.level === level))[0];
    const signed = typeof words === "string" && /^[✖▲●]/.test(words);
    differ(at, first?.text ?? "", signed ? words.replace(/^[✖▲●] (Explained: )?/, "") : "");
  }
}

/** The few words of a rule that fails for a line of which it names a cell. */
function shortWords(
  { rule, state, cases }: RuleOutcome,
  line: Line,
  keys: ReadonlySet<string>,
  cells: Entries,
): readonly { readonly level: Rule["level"]; readonly text: string }[] {
  return rule.cases.flatMap((one, at) => {
    if (one.line !== null && one.line !== line.id) return [];
    const own = one.at.filter((key) => keys.has(key));
    const fails = (rule.block === null ? state : cases[at]) === "fails";
    if (own.length === 0 || !fails) return [];
    // A rule that only asks for an entry says so where that is still blank.
    const asked = own.every((key) => asksForEntry(one, key));
    if (asked && own.every((key) => cells(key) !== null)) return [];
    return [{ level: rule.level, text: said(one.short, cells) }];
  });
}

/** Every formula of a layout whose result is not what the workbook has there. */
export function wrongResults(layout: Layout | WorkbookCells, workbook: WorkbookCells): readonly string[] {
  return layout.sheets.flatMap((sheet) => {
    const calculated = workbook.sheets.find(({ name }) => name === sheet.name);
    return [...sheet.cells].flatMap(([address, { formula, value }]) => {
      const result = calculated?.cells.get(address)?.value ?? null;
      if (formula === null || sameValue(value, result)) return [];
      return [`${sheet.name} ${address}: ${JSON.stringify(value)}, LibreOffice ${JSON.stringify(result)}`];
    });
  });
}

function sameValue(a: RawValue, b: RawValue): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  // LibreOffice writes no text where a formula makes an empty one.
  return isCellError(a) && isCellError(b) ? a.error === b.error : (a ?? "") === (b ?? "");
}

function cellOf(workbook: WorkbookCells, sheet: string, row: number, column: number): RawValue {
  const address = formatAddress({ row, column });
  return workbook.sheets.find(({ name }) => name === sheet)?.cells.get(address)?.value ?? null;
}
