import { columnLetters, formatRectangle, quoteSheet, type RawValue } from "../../cells";
import { LOOKS, SheetDraft, heightFor, type LayoutSheet, type StyleRole } from "../../layout";

import { VERDICTS, VERDICT_HEADS, verdictBlock } from "../entered/blocks";
import { drawEntry, drawWhoAndWhen } from "../entered/draw-entry";
import { anchorOf, rowKey } from "../entered/entry-block";
import { confirmation, type EntryRow } from "../entered/entry-row";
import { stampOf } from "../entered/stamp";
import { FIRST_ROW, drawFrame, finished, type Frame } from "../frame";
import { EXPLAINED, VERDICT_WORDS, markLevels } from "../levels";
import { literal } from "../literal";
import type { ListedFindings } from "../places";
import { COLUMNS, LAST_SHOWN, WIDTHS, drawKeys } from "./columns";
import { changedSince, explainedIn, type Explained } from "./explained";
import { drawGoneVerdicts, goneVerdicts } from "./gone-list";

const SHEET = "Explanations";
const OPEN = "▲ Open";
const INTRO =
  "What the returns explain or have to explain, and what shows only where returns are held against each other. Enter a verdict: Accepted settles the finding, Queried keeps it open until the return is put right or the verdict is changed. What is entered here is kept when the summary is made again with --previous; the counts on the other sheets but Assurance follow then. Where something else is found than when it was accepted, the row says so and is open until it is confirmed with a new date.";
/** Excel makes no row higher. */
const HIGHEST_ROW = 405;

export interface ExplanationsSheet {
  readonly sheet: LayoutSheet;
  readonly listed: ListedFindings | null;
}

/** Every finding that is explained or has to be, with room for the authority's verdict; below, verdicts whose finding is gone. */
export function explanationsSheet(frame: Frame): ExplanationsSheet {
  const { collection } = frame;
  const draft = new SheetDraft(SHEET);
  for (const [name, column] of Object.entries(COLUMNS)) {
    const width = WIDTHS.get(column);
    draft.column(column, { width: width ?? (name === "key" ? 3 : 6), hidden: width === undefined });
  }
  drawFrame(draft, frame, LAST_SHOWN, null, INTRO, COLUMNS.org);
  const year = collection.templates[0]?.year ?? "";
  draft.set(1, COLUMNS.key, { value: stampOf({ year, sha: collection.sha.code }), role: "key" });
  const head = FIRST_ROW + 2;
  drawKeys(draft, head - 1, anchorOf(verdictBlock(collection.templates)));
  drawHeads(draft, head);
  const all = explainedIn(collection);
  all.forEach((one, at) => {
    drawRow(draft, head + 1 + at, one, collection.entered.verdicts.get(one.key) ?? null, frame);
  });
  const bottom = head + Math.max(1, all.length);
  if (all.length === 0)
    draft.set(bottom, COLUMNS.org, { value: "Nothing is to be explained.", role: "caption" });
  markStates(draft, head + 1, bottom);
  const states = { top: head + 1, bottom, left: COLUMNS.state, right: COLUMNS.state };
  drawTally(draft, formatRectangle(states));
  const gone = goneVerdicts(collection, all);
  if (gone.length > 0) drawGoneVerdicts(draft, gone, bottom + 2, collection.templates);
  const range = (column: number) =>
    `${quoteSheet(SHEET)}!${formatRectangle({ top: head + 1, bottom, left: column, right: column })}`;
  const listed = {
    codes: range(COLUMNS.ref),
    roles: range(COLUMNS.return),
    open: range(COLUMNS.open),
    raised: range(COLUMNS.raised),
  };
  const sheet = finished(draft, frame, {
    freeze: { rows: head, columns: COLUMNS.organisation },
    // The hidden keys are sorted with their rows.
    filter: formatRectangle({ top: head, left: COLUMNS.key, bottom, right: COLUMNS.raised }),
    titleRows: [head, head],
  });
  return { sheet, listed: all.length === 0 ? null : listed };
}

function drawHeads(draft: SheetDraft, row: number): void {
  for (const [name, column] of Object.entries(COLUMNS)) {
    const head = VERDICT_HEADS.get(name) ?? OTHER_HEADS.get(name) ?? name;
    draft.set(row, column, { value: head, role: WIDTHS.has(column) ? "head_text" : "key" });
  }
  draft.row(row, { height: 20 });
}

const OTHER_HEADS: ReadonlyMap<string, string> = new Map([
  ["reason", "Explanation given"],
  ["state", "State"],
  ["since", "Since then"],
]);

function drawRow(
  draft: SheetDraft,
  row: number,
  one: Explained,
  verdict: EntryRow | null,
  { collection }: Frame,
): void {
  const block = verdictBlock(collection.templates);
  const { organisation, template } = one.row;
  const changed = verdict !== null && changedSince(verdict, one);
  const kept = (column: string): RawValue => verdict?.values.get(column) ?? null;
  const texts: readonly (readonly [number, RawValue, StyleRole])[] = [
    [COLUMNS.org, organisation.code, "text"],
    [COLUMNS.organisation, organisation.name, "text"],
    [COLUMNS.return, template.roleLabel, "text"],
    [COLUMNS.ref, one.code, "text"],
    [COLUMNS.found, one.found, "text"],
    [COLUMNS.reason, one.reason, "text"],
    [COLUMNS.since, changed ? CHANGED : null, "text"],
  ];
  for (const [column, value, role] of texts) draft.set(row, column, { value, role });
  drawEntry(draft, {
    ...{ row, column: COLUMNS.verdict, kept: kept("verdict") },
    test: { kind: "list", choices: Object.values(VERDICTS) },
    promptTitle: "Verdict",
    prompt: `${VERDICTS.accepted} settles the finding; ${VERDICTS.queried} keeps it open.`,
    error: "Choose from the list.",
  });
  drawWhoAndWhen(draft, row, COLUMNS.comment, kept);
  const at = (column: number) => `${columnLetters(column)}${row}`;
  draft.set(row, COLUMNS.state, { formula: stateFormula(at, changed ? verdict : null), role: "text" });
  const settled = [EXPLAINED, VERDICT_WORDS.accepted].map((words) => `${at(COLUMNS.state)}="${words}"`);
  const hidden: readonly (readonly [number, RawValue])[] = [
    [COLUMNS.key, rowKey(block, one.key)],
    [COLUMNS.raised, 1],
    [COLUMNS.about, verdict?.about ?? null],
    [COLUMNS.now, one.mark],
    [COLUMNS.kept, verdict && confirmation(verdict, block)],
  ];
  for (const [column, value] of hidden) if (value !== null) draft.set(row, column, { value, role: "key" });
  draft.set(row, COLUMNS.open, { formula: `IF(OR(${settled.join(",")}),0,1)`, role: "key" });
  const comment = kept("comment");
  const heights = [
    ...texts.map(([column, value]) => [column, value] as const),
    [COLUMNS.comment, comment] as const,
  ].map(([column, value]) =>
    heightFor(typeof value === "string" ? value : "", draft.width(column) - 2, LOOKS.text.size),
  );
  draft.row(row, { height: Math.min(HIGHEST_ROW, Math.max(...heights)) });
}

const CHANGED = "Changed since the verdict";

/** The state of a row by its verdict and its reason; one that was accepted before it changed is confirmed by a new date. */
function stateFormula(at: (column: number) => string, changed: EntryRow | null): string {
  const { verdict, reason, date } = COLUMNS;
  const otherwise = `IF(${at(verdict)}="${VERDICTS.queried}","${VERDICT_WORDS.queried}",IF(${at(reason)}="","${OPEN}","${EXPLAINED}"))`;
  const accepted = `IF(${at(verdict)}="${VERDICTS.accepted}","${VERDICT_WORDS.accepted}",${otherwise})`;
  if (changed?.values.get("verdict") !== VERDICTS.accepted) return accepted;
  const same = `${at(date)}=${literal(changed.values.get("date") ?? null)}`;
  return `IF(AND(${at(verdict)}="${VERDICTS.accepted}",${same}),"${VERDICT_WORDS.changed}",${accepted})`;
}

function markStates(draft: SheetDraft, top: number, bottom: number): void {
  markLevels(draft, { top, bottom, column: COLUMNS.state });
  const since = { top, bottom, left: COLUMNS.since, right: COLUMNS.since };
  draft.mark(since, `LEN(${columnLetters(COLUMNS.since)}${top})>0`, "explain");
}

/** How many are in which state, counted live. */
function drawTally(draft: SheetDraft, states: string): void {
  const parts = [
    [OPEN, "open"],
    [VERDICT_WORDS.queried, "queried"],
    [VERDICT_WORDS.changed, "changed since they were accepted"],
    [EXPLAINED, "explained, without a verdict"],
    [VERDICT_WORDS.accepted, "accepted"],
  ].map(([state, words]) => {
    const count = `COUNTIF(${states},"${state ?? ""}")`;
    return `IF(${count}>0,${count}&" ${words ?? ""}     ","")`;
  });
  draft.set(FIRST_ROW, COLUMNS.org, { formula: parts.join("&"), role: "block_title" });
  draft.row(FIRST_ROW, { height: 22 });
}
