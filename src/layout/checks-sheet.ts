import { formatAddress, formatRectangle, type Rectangle } from "../cells";
import { formatText } from "../formula";
import { levelInWorkbook, type EntryFault, type Rule } from "../template";

import { SIGNS } from "./check-words";
import { TALLY } from "./contents";
import { drawFaultCounts, faultFormulas } from "./fault-row";
import type { LayoutSheet } from "./layout";
import { CHECKS_COLUMNS, KEY_COLUMN, URGENCY, type ChecksPlan, type Plan } from "./plan";
import { ruleFormulas, type Formulas } from "./rule-row";
import { hasNothing } from "./nothing";
import { drawHead, footerOf } from "./sheet-head";
import { SheetDraft, heightFor } from "./sheet-draft";
import { STATE_CODES, quoted, reasonsPlace, type ReasonsPlace } from "./state-formulas";

const WIDTHS: readonly (readonly [number, number])[] = [
  [CHECKS_COLUMNS.code, 7],
  [CHECKS_COLUMNS.title, 40],
  [CHECKS_COLUMNS.state, 19],
  [CHECKS_COLUMNS.found, 60],
  [CHECKS_COLUMNS.link, 19],
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

/** The sheet that shows every check of the workbook, its state now, and where it stands: drawn a line at a time. */
export function* checksSheet(
  checks: ChecksPlan,
  plan: Plan,
  organisation: string | null,
): Generator<undefined, LayoutSheet> {
  const { sheet, headRow, lastRow } = checks;
  const draft = new SheetDraft(sheet.name, true);
  draft.column(KEY_COLUMN, { width: 3, hidden: true });
  for (const [column, width] of WIDTHS) draft.column(column, { width, hidden: false });
  for (let column: number = CHECKS_COLUMNS.stateCode; column <= CHECKS_COLUMNS.number; column += 1)
    draft.column(column, { width: 6, hidden: true });
  drawFaultCounts(draft, checks, plan);
  const head = {
    title: sheet.name,
    intro: sheet.intro,
    unit: null,
    lastColumn: CHECKS_COLUMNS.source,
    wordsTo: CHECKS_COLUMNS.source,
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
      const area = { top: one.row, bottom: one.row, left: CHECKS_COLUMNS.code, right: CHECKS_COLUMNS.source };
      // Not merged, because the sheet can be filtered.
      draft.set(one.row, CHECKS_COLUMNS.title, { value: one.text, role: "text_strong" });
      draft.fill(area, "text_strong");
      drawWaiting(draft, one, plan);
    } else if (one.kind === "rule") drawRule(draft, one.row, one.rule, checks, plan);
    else drawFault(draft, one.row, one.fault, checks, plan);
    yield;
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
    [SIGNS.fix, URGENCY.fix, "to put right"],
    [SIGNS.explain, URGENCY.explain, "to explain"],
    [SIGNS.explain, URGENCY.explained, "explained"],
    [SIGNS.note, URGENCY.note, "to note"],
    ["…", URGENCY.waits, "waiting for entries"],
    [SIGNS.good, URGENCY.holds, "in order"],
  ];
  return parts
    .map(([sign, code, words]) => {
      const count = `COUNTIF(${range},${code})`;
      return `IF(${count}>0,${quoted(`${sign} `)}&${count}&${quoted(` ${words}     `)},"")`;
    })
    .join("&");
}

interface Words {
  readonly code: string;
  readonly title: string;
  readonly fix: string;
  readonly source: string;
}

function drawWords(
  draft: SheetDraft,
  row: number,
  level: Rule["level"],
  words: Words,
  formulas: Formulas,
  reason: ReasonsPlace | null,
  waiting: string,
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
  draft.set(row, CHECKS_COLUMNS.link, { formula: linkFormula(row, formulas.linkSays), role: "link" });
  draft.set(row, CHECKS_COLUMNS.sheet, { ...formulas.sheet, role: "key" });
  draft.set(row, CHECKS_COLUMNS.cell, { ...formulas.cell, role: "key" });
  draft.set(row, CHECKS_COLUMNS.fix, { value: words.fix, role: "text" });
  draft.set(row, CHECKS_COLUMNS.source, { value: words.source, role: "text_small" });
  draft.row(row, { height: Math.max(...heights(draft, words, formulas)) });
  draft.set(row, CHECKS_COLUMNS.stateCode, { formula: formulas.state, role: "key" });
  const failing =
    reason === null
      ? `${URGENCY[level]}`
      : `IF(ISBLANK(${atCode(reason, row)}),${URGENCY.explain},${URGENCY.explained})`;
  draft.set(row, CHECKS_COLUMNS.urgency, {
    formula: `CHOOSE(${stateCell}+1,${URGENCY.does_not_apply},${URGENCY.holds},${failing},${waiting})`,
    role: "key",
  });
}

/** The reason that stands beside the code of this row: looked up, so that all rows have one formula. */
function atCode({ codes, reasons }: ReasonsPlace, row: number): string {
  return `INDEX(${reasons},MATCH(${formatAddress({ row, column: CHECKS_COLUMNS.code })},${codes},0))`;
}

/** A link to where the hidden cells of the row say; the same formula in each row. */
function linkFormula(row: number, says: Formulas["linkSays"]): string {
  const sheet = formatAddress({ row, column: CHECKS_COLUMNS.sheet });
  const cell = formatAddress({ row, column: CHECKS_COLUMNS.cell });
  const words = says === "sheet" ? sheet : `${sheet}&" "&${cell}`;
  return `IF(${sheet}="","",HYPERLINK("#'"&SUBSTITUTE(${sheet},"'","''")&"'!"&${cell},${words}))`;
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

function drawRule(draft: SheetDraft, row: number, rule: Rule, checks: ChecksPlan, plan: Plan): void {
  const on = draft.name;
  const level = levelInWorkbook(rule);
  const reason = level === "explain" ? reasonsPlace(rule.code, plan, on) : null;
  drawWords(
    draft,
    row,
    level,
    advised(rule),
    ruleFormulas(rule, plan, on),
    reason,
    waitingFor(rule.sheet, checks, plan, on),
  );
}

/** Hidden in the heading of a sheet that may have nothing to report: how urgent what waits for its entries is. */
function drawWaiting(
  draft: SheetDraft,
  { row, text }: { readonly row: number; readonly text: string },
  plan: Plan,
) {
  const nothing = hasNothing(text, plan, draft.name);
  if (nothing === null) return;
  draft.set(row, CHECKS_COLUMNS.stateCode, {
    formula: `IF(${nothing},${URGENCY.does_not_apply},${URGENCY.waits})`,
    role: "key",
  });
}

/** The urgency of a rule that waits, in a formula of the Checks sheet: nothing waits for a sheet that has nothing to report. */
function waitingFor(sheet: string, { rows }: ChecksPlan, plan: Plan, on: string): string {
  const heading = rows.find((one) => one.kind === "heading" && one.text === sheet);
  return !heading || hasNothing(sheet, plan, on) === null
    ? String(URGENCY.waits)
    : formatAddress({ row: heading.row, column: CHECKS_COLUMNS.stateCode });
}

/** Of a rule that is advisory at first, until when. */
function advised(rule: Rule): Words {
  if (rule.advisoryUntil === null) return rule;
  const day = formatText(rule.advisoryUntil, "dd mmm yyyy") ?? "";
  return { ...rule, fix: `Advisory until ${day}; from then on the authority asks for it. ${rule.fix}` };
}

function drawFault(draft: SheetDraft, row: number, fault: EntryFault, checks: ChecksPlan, plan: Plan): void {
  const check = plan.template.standing.get(fault);
  if (!check) throw new Error(`drawFault: no check ${fault}`);
  drawWords(draft, row, check.level, check, faultFormulas(row, checks, plan), null, String(URGENCY.waits));
  draft.set(row, CHECKS_COLUMNS.short, { value: check.short, role: "key" });
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
