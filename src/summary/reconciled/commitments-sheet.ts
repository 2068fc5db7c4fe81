import { columnLetters, formatRectangle } from "../../cells";
import { SheetDraft, type LayoutSheet } from "../../layout";
import type { CommitmentState, SummaryCommitments } from "../../template";

import { isFilled, type Collection } from "../collection";
import { FIRST_ROW, drawFrame, finished, type Frame } from "../frame";
import { markLevels } from "../levels";
import type { ListCell, ListColumn } from "../list-sheet";
import { listingBodies, returnWords } from "./bodies";
import { reconciled, type Commitment, type DatabaseCommitment } from "./commitments";
import { areaOf, drawHeads, drawRow, type Rows } from "./draw-rows";

const STATES: readonly CommitmentState[] = [
  "in_both",
  "by_words",
  "apart",
  "only_plan",
  "later",
  "only_database",
  "not_returned",
  "not_expected",
  "not_registered",
];
/** States that only a return can tell: of an organisation without one nothing is known there. */
const OF_PLANS: ReadonlySet<CommitmentState> = new Set([
  "in_both",
  "by_words",
  "apart",
  "only_plan",
  "later",
  "only_database",
]);
/** Places of columns in the list; the counts above it stand in the same columns. */
const [CODE, STATE, IN_DATABASE, IN_PLAN] = [1, 3, 7, 8];
const BY_WORDS = { reference: "Reference", words: "Product and supplier" } as const;

const LIST: readonly ListColumn[] = [
  { label: "Code", width: 8 },
  { label: "Organisation", width: 32 },
  { label: "State", width: 25 },
  { label: "Product", width: 15 },
  { label: "Supplier", width: 15 },
  { label: "Reference", width: 15 },
  { label: "Go-live in the database", width: 15, figure: "date" },
  { label: "Go-live in the plan", width: 15, figure: "date" },
  { label: "Days apart", width: 12, figure: "whole" },
  { label: "Matched by", width: 15 },
  { label: "Cell", width: 12 },
  { label: "Sheet", width: 15 },
  { label: "Deployment", width: 28 },
  { label: "File", width: 34 },
  { label: "Remark", width: 44 },
];

/** Every commitment of the plans and of the database, and above them how many of each state every organisation has. */
export function commitmentsSheet(
  part: SummaryCommitments,
  extract: readonly DatabaseCommitment[],
  frame: Frame,
): LayoutSheet {
  const all = reconciled(frame.collection, part, extract);
  const draft = new SheetDraft(part.sheet);
  LIST.forEach(({ width }, at) => draft.column(at + 1, { width, hidden: false }));
  drawFrame(draft, frame, LIST.length, null, introOf(part));
  draft.set(FIRST_ROW, CODE, { value: "How many, by organisation", role: "block_title" });
  draft.row(FIRST_ROW, { height: 22 });
  const bodies = countedBodies(frame.collection, part, all);
  const head = FIRST_ROW + bodies.length + 5;
  const [top, bottom] = [head + 1, head + Math.max(1, all.length)];
  drawCounts(draft, part, bodies, { top, bottom });
  draft.set(head - 1, CODE, { value: "Every commitment", role: "block_title" });
  draft.row(head - 1, { height: 22 });
  drawHeads(draft, LIST, head, { arrows: true });
  all.forEach((one, at) => {
    drawRow(draft, LIST, cellsOf(one, part), top + at);
  });
  if (all.length === 0) drawRow(draft, LIST, ["", "There is none in the plans or in the database."], top);
  markLevels(draft, { top, bottom, column: STATE });
  return finished(draft, frame, {
    freeze: { rows: 2, columns: 2 },
    filter: formatRectangle({ top: head, left: 1, bottom, right: LIST.length }),
  });
}

function introOf({ intro, days }: SummaryCommitments): string {
  return (intro ?? "").replaceAll("{days}", String(days));
}

/** One line of the counts. */
interface Counted {
  readonly code: string;
  readonly organisation: string;
  /** Where its returns stand; empty where none is expected. */
  readonly returns: string;
  /** Whether anything is known of its plans. */
  readonly planned: boolean;
}

/** Everybody who is expected to file the list, with commitments or without, then whom else the database names. */
function countedBodies(
  collection: Collection,
  { list }: SummaryCommitments,
  all: readonly Commitment[],
): readonly Counted[] {
  const expected = listingBodies(collection, list).map((body): Counted => {
    const { code, name } = body.organisation;
    return { code, organisation: name, returns: returnWords(body), planned: body.rows.some(isFilled) };
  });
  const known = new Set(expected.map(({ code }) => code));
  const others = new Map(
    all.flatMap(({ code, organisation }) =>
      known.has(code) ? [] : [[code, { code, organisation, returns: "", planned: false }] as const],
    ),
  );
  return [...expected, ...others.values()];
}

/** A row for each organisation with how many of its commitments are in each state, counted in the list below, and the total. */
function drawCounts(
  draft: SheetDraft,
  { states }: SummaryCommitments,
  bodies: readonly Counted[],
  list: Rows,
): void {
  const head = FIRST_ROW + 1;
  const columns: readonly ListColumn[] = [
    { label: "Code", width: 0 },
    { label: "Organisation", width: 0 },
    { label: "Return", width: 0 },
    ...STATES.map((state) => ({ label: states[state], width: 0, figure: "whole" }) as const),
    { label: "Commitments", width: 0, figure: "whole" },
  ];
  drawHeads(draft, columns, head, { arrows: false });
  const [first, last] = [STATE + 1, STATE + STATES.length];
  const across = (row: number) =>
    `SUM(${formatRectangle({ top: row, bottom: row, left: first, right: last })})`;
  const countOf = (at: number) => (row: number) => {
    const words = `${columnLetters(first + at)}$${head}`;
    return `SUMPRODUCT((${areaOf(CODE, list)}=$A${row})*(${areaOf(STATE, list)}=${words}))`;
  };
  bodies.forEach(({ code, organisation, returns, planned }, at) => {
    const counts = STATES.map((state, of): ListCell =>
      planned || !OF_PLANS.has(state) ? countOf(of) : null,
    );
    const row = head + 1 + at;
    drawRow(draft, columns, [code, organisation, returns, ...counts, across], row);
    if (planned) return;
    if (returns !== "") draft.set(row, STATE, { value: returns, role: "missing" });
    counts.forEach((count, of) => {
      if (count === null) draft.set(row, first + of, { role: "missing" });
    });
  });
  const total = head + 1 + bodies.length;
  const down = (column: number) =>
    formatRectangle({ top: head + 1, bottom: total - 1, left: column, right: column });
  const sums = [...STATES.map((_, at) => first + at), last + 1].map((column): ListCell =>
    bodies.length === 0 ? 0 : () => `SUM(${down(column)})`,
  );
  drawRow(draft, columns, ["", "Total", "", ...sums], total, {
    text: "total_label",
    figure: "figure_total",
  });
}

function cellsOf(one: Commitment, { states }: SummaryCommitments): readonly ListCell[] {
  const { plan, database, by, remarks } = one;
  const [a, b] = [columnLetters(IN_DATABASE), columnLetters(IN_PLAN)];
  return [
    one.code,
    one.organisation,
    states[one.state],
    database?.product ?? plan?.texts.product ?? null,
    (database?.supplier ?? "") || (plan?.texts.supplier ?? null),
    (database?.reference ?? "") || (plan?.texts.reference ?? null),
    database?.goLive ?? null,
    plan?.goLive ?? null,
    (row) => `IF(COUNT(${a}${row}:${b}${row})<2,"",${b}${row}-${a}${row})`,
    by === null ? null : BY_WORDS[by],
    plan?.place?.cell ?? null,
    plan?.place?.sheet ?? null,
    plan?.texts.name ?? null,
    plan?.by.counted.file ?? null,
    remarks.join(" "),
  ];
}
