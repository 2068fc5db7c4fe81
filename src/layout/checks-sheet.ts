import { formatAddress, formatRectangle, quoteSheet, type Rectangle } from "../cells";
import { parts } from "../formula";
import type { EntryFault, FieldExpression, MessagePart, Rule, StandingCheck } from "../template";

import { SIGNS } from "./check-words";
import { TALLY } from "./contents";
import type { LayoutSheet } from "./layout";
import {
  CHECKS_COLUMNS,
  FIRST_VALUE_COLUMN,
  KEY_COLUMN,
  URGENCY,
  placeOf,
  type BlockPlan,
  type ChecksPlan,
  type Plan,
  type SheetPlan,
} from "./plan";
import { drawHead, footerOf } from "./sheet-head";
import { SheetDraft, heightFor } from "./sheet-draft";
import {
  MARKS,
  STATE_CODES,
  marksOf,
  messageFormula,
  quoted,
  reasonCell,
  stateFormula,
} from "./state-formulas";

const WIDTHS: readonly (readonly [number, number])[] = [
  [CHECKS_COLUMNS.code, 7],
  [CHECKS_COLUMNS.title, 40],
  [CHECKS_COLUMNS.state, 19],
  [CHECKS_COLUMNS.found, 60],
  [CHECKS_COLUMNS.link, 15],
  [CHECKS_COLUMNS.fix, 46],
  [CHECKS_COLUMNS.source, 24],
];
const HEADS: readonly (readonly [number, string])[] = [
  [CHECKS_COLUMNS.code, "Ref"],
  [CHECKS_COLUMNS.title, "What is expected"],
  [CHECKS_COLUMNS.state, "State now"],
  [CHECKS_COLUMNS.found, "What was found"],
  [CHECKS_COLUMNS.link, "Where"],
  [CHECKS_COLUMNS.fix, "How to put it right"],
  [CHECKS_COLUMNS.source, "Source"],
];

/** The sheet that shows every check of the workbook, its state now, and where it stands. */
export function checksSheet(checks: ChecksPlan, plan: Plan, organisation: string | null): LayoutSheet {
  const { sheet, headRow, lastRow } = checks;
  const draft = new SheetDraft(sheet.name);
  draft.column(KEY_COLUMN, { width: 3, hidden: true });
  for (const [column, width] of WIDTHS) draft.column(column, { width, hidden: false });
  for (const column of [CHECKS_COLUMNS.stateCode, CHECKS_COLUMNS.urgency, CHECKS_COLUMNS.short]) {
    draft.column(column, { width: 6, hidden: true });
  }
  const head = {
    title: sheet.name,
    intro: sheet.intro,
    unit: null,
    lastColumn: CHECKS_COLUMNS.source,
    legend: null,
  };
  drawHead(draft, head, plan);
  draft.set(TALLY.row, TALLY.column, { formula: tally(checks), role: "block_title" });
  draft.row(TALLY.row, { height: 24 });
  for (const block of sheet.blocks) draft.set(headRow, KEY_COLUMN, { value: `#${block.id}`, role: "key" });
  for (const [column, text] of HEADS) draft.set(headRow, column, { value: text, role: "head_text" });
  draft.row(headRow, { height: 18 });
  for (const one of checks.rows) {
    if (one.kind === "heading") {
      draft.set(one.row, CHECKS_COLUMNS.code, { value: one.text, role: "text_strong" });
      const area = { top: one.row, bottom: one.row, left: CHECKS_COLUMNS.code, right: CHECKS_COLUMNS.source };
      draft.fill(area, "text_strong");
    } else if (one.kind === "rule") drawRule(draft, one.row, one.rule, plan);
    else drawFault(draft, one.row, one.fault, checks, plan);
  }
  markStates(draft, checks);
  return draft.sheet({
    portrait: sheet.portrait,
    freeze: { rows: headRow, columns: CHECKS_COLUMNS.title },
    protected: true,
    titleRows: [headRow, headRow],
    footer: footerOf(plan.template, organisation),
    filter: formatRectangle({
      top: headRow,
      left: CHECKS_COLUMNS.code,
      bottom: lastRow,
      right: CHECKS_COLUMNS.source,
    }),
  });
}

/** "✖ 2 to put right   ▲ 1 to explain   …", counted live. */
function tally(checks: ChecksPlan): string {
  const column = CHECKS_COLUMNS.urgency;
  const range = formatRectangle({
    top: checks.headRow + 1,
    left: column,
    bottom: checks.lastRow,
    right: column,
  });
  const parts: readonly (readonly [string, number, string])[] = [
    [`${SIGNS.fix} `, URGENCY.fix, " to put right"],
    [`     ${SIGNS.explain} `, URGENCY.explain, " to explain"],
    [`     ${SIGNS.explain} `, URGENCY.explained, " explained"],
    [`     ${SIGNS.note} `, URGENCY.note, " to note"],
    ["     … ", URGENCY.waits, " waiting for entries"],
    [`     ${SIGNS.good} `, URGENCY.holds, " in order"],
  ];
  return parts
    .map(([before, code, after]) => `${quoted(before)}&COUNTIF(${range},${code})&${quoted(after)}`)
    .join("&");
}

interface Words {
  readonly code: string;
  readonly title: string;
  readonly fix: string;
  readonly source: string;
}

interface Formulas {
  /** Characters that the message may come to. */
  readonly longest: number;
  readonly state: string;
  readonly found: string;
  readonly link: string;
}

function drawWords(
  draft: SheetDraft,
  row: number,
  level: Rule["level"],
  words: Words,
  formulas: Formulas,
  reason: string | null,
): void {
  const stateCell = formatAddress({ row, column: CHECKS_COLUMNS.stateCode });
  const urgencyCell = formatAddress({ row, column: CHECKS_COLUMNS.urgency });
  draft.set(row, CHECKS_COLUMNS.code, { value: words.code, role: "text" });
  draft.set(row, CHECKS_COLUMNS.title, { value: words.title, role: "text" });
  draft.set(row, CHECKS_COLUMNS.state, { formula: stateWords(urgencyCell), role: "text" });
  draft.set(row, CHECKS_COLUMNS.found, {
    formula: `IF(${stateCell}=${STATE_CODES.fails},IFERROR(${formulas.found},"–"),"")`,
    role: "text",
  });
  draft.set(row, CHECKS_COLUMNS.link, { formula: formulas.link, role: "link" });
  draft.set(row, CHECKS_COLUMNS.fix, { value: words.fix, role: "text" });
  draft.set(row, CHECKS_COLUMNS.source, { value: words.source, role: "text_small" });
  draft.row(row, { height: Math.max(...heights(draft, words, formulas)) });
  draft.set(row, CHECKS_COLUMNS.stateCode, { formula: formulas.state, role: "key" });
  const failing =
    reason === null ? `${URGENCY[level]}` : `IF(ISBLANK(${reason}),${URGENCY.explain},${URGENCY.explained})`;
  draft.set(row, CHECKS_COLUMNS.urgency, {
    formula: `CHOOSE(${stateCell}+1,${URGENCY.does_not_apply},${URGENCY.holds},${failing},${URGENCY.waits})`,
    role: "key",
  });
}

/** Rows do not grow while Excel only recalculates, so each has room for its message from the start. */
function heights(draft: SheetDraft, words: Words, { longest }: Formulas): readonly number[] {
  const room = (column: number) => draft.width(column) - 2;
  return [
    heightFor(words.title, room(CHECKS_COLUMNS.title)),
    heightFor(words.fix, room(CHECKS_COLUMNS.fix)),
    heightFor(words.source, room(CHECKS_COLUMNS.source), 8),
    heightFor("x".repeat(longest), room(CHECKS_COLUMNS.found)),
  ];
}

function stateWords(urgency: string): string {
  const words = [
    `${SIGNS.fix} Put right`,
    `${SIGNS.explain} Explain`,
    `${SIGNS.note} Note`,
    `${SIGNS.explain} Explained`,
    "… Waits for entries",
    `${SIGNS.good} In order`,
    "– Does not apply",
  ];
  return `CHOOSE(${urgency},${words.map(quoted).join(",")})`;
}

function drawRule(draft: SheetDraft, row: number, rule: Rule, plan: Plan): void {
  const on = draft.name;
  const reason = rule.level === "explain" ? reasonCell(rule.code, plan, on) : null;
  const lines = rule.block === null ? null : linesOf(rule, plan);
  const [one] = rule.cases;
  if (!one) throw new Error(`drawRule: ${rule.code} is about nothing`);
  const formulas =
    lines === null
      ? {
          longest: longestOf(one.says),
          state: stateFormula(rule, one, plan, on),
          found: messageFormula(one.says, plan, on),
          link: linkTo(one.at[0] ?? "", plan),
        }
      : ofLines(rule, lines, plan);
  drawWords(draft, row, rule.level, rule, formulas, reason);
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

/** A rule that stands for each line: its state over all of them, the lines concerned, a link to the first of them. */
function ofLines(rule: Rule, { sheetPlan, blockPlan, column }: RuleLines, plan: Plan): Formulas {
  const sheet = quoteSheet(sheetPlan.sheet.name);
  const rows = rule.cases.map((one) => ({ one, row: blockPlan.rowOf.get(one.line ?? "") ?? 0 }));
  const all = rows.map(({ row }) => row);
  const range = `${sheet}!${formatRectangle({ top: Math.min(...all), left: column, bottom: Math.max(...all), right: column })}`;
  const { fails, waits, holds, does_not_apply: none } = STATE_CODES;
  const count = (code: number) => `COUNTIF(${range},${code})>0`;
  const failing = (row: number) => `${sheet}!${formatAddress({ row, column })}=${fails}`;
  const names = rows.map(({ one, row }) => {
    const line = blockPlan.block.lines.find(({ id }) => id === one.line);
    return `IF(${failing(row)},${quoted(` · ${[line?.number, line?.label].filter((part) => part !== null).join(" ")}`)},"")`;
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
    state: `IF(${count(fails)},${fails},IF(${count(waits)},${waits},IF(${count(holds)},${holds},${none})))`,
    found: `"Lines concerned:"&${names.join("&")}`,
    link: `HYPERLINK(${quoted(`#${sheet}!`)}&${target},${quoted(sheetPlan.sheet.name)})`,
  };
}

function linkTo(key: string, plan: Plan): string {
  const { sheet, address } = placeOf(key, plan);
  const at = formatAddress(address);
  return `HYPERLINK(${quoted(`#${quoteSheet(sheet)}!${at}`)},${quoted(`${sheet} ${at}`)})`;
}

/** A check of every entry of a kind: how many cells of which sheets it concerns, counted from their marks. */
function drawFault(draft: SheetDraft, row: number, fault: EntryFault, checks: ChecksPlan, plan: Plan): void {
  const check = standing(fault, plan);
  const number = checks.faults.indexOf(fault) + 1;
  const counts = plan.sheets.map((sheetPlan) => {
    const range = `${quoteSheet(sheetPlan.sheet.name)}!${formatRectangle(marksOf(sheetPlan))}`;
    const untouched = fault === "blank" ? `+COUNTIF(${range},${MARKS.untouched})` : "";
    return { sheetPlan, count: `COUNTIF(${range},${number})${untouched}` };
  });
  const names = counts.map(
    ({ sheetPlan, count }) => `IF(${count}>0,${quoted(` · ${sheetPlan.sheet.name} (`)}&(${count})&")","")`,
  );
  const target = counts.reduceRight(
    (otherwise, { sheetPlan, count }) => {
      const first = formatAddress({ row: sheetPlan.firstLine, column: FIRST_VALUE_COLUMN });
      return `IF(${count}>0,${quoted(`#${quoteSheet(sheetPlan.sheet.name)}!${first}`)},${otherwise})`;
    },
    quoted(`#${quoteSheet(plan.sheets[0]?.sheet.name ?? draft.name)}!A1`),
  );
  drawWords(
    draft,
    row,
    check.level,
    check,
    {
      longest: 60,
      state: `IF(${counts.map(({ count }) => count).join("+")}>0,${STATE_CODES.fails},${STATE_CODES.holds})`,
      found: `"Cells concerned:"&${names.join("&")}`,
      link: `HYPERLINK(${target},"Go to the sheet")`,
    },
    null,
  );
  draft.set(row, CHECKS_COLUMNS.short, { value: check.short, role: "key" });
}

function standing(fault: EntryFault, plan: Plan): StandingCheck {
  const check = plan.template.standing.get(fault);
  if (!check) throw new Error(`standing: no check ${fault}`);
  return check;
}

function markStates(draft: SheetDraft, { headRow, lastRow }: ChecksPlan): void {
  const area: Rectangle = {
    top: headRow + 1,
    bottom: lastRow,
    left: CHECKS_COLUMNS.state,
    right: CHECKS_COLUMNS.found,
  };
  const urgency = `$${formatAddress({ row: headRow + 1, column: CHECKS_COLUMNS.urgency })}`;
  draft.mark(area, `${urgency}=${URGENCY.fix}`, "fix");
  draft.mark(area, `${urgency}=${URGENCY.explain}`, "explain");
  draft.mark(area, `${urgency}>=${URGENCY.waits}`, "quiet");
}
