import { writeFormula } from "../formula";
import { SheetDraft, formatOf, heightFor, type LayoutSheet } from "../layout";
import { isOpen, type Finding } from "../return";
import type { SummaryFigure, SummaryTemplate } from "../template";

import { FIRST_ROW, drawFrame, finished, type Frame } from "./frame";
import { LEVEL_WORDS, markLevels } from "./levels";
import type { TotalCells } from "./total-rows";
import type { Collection } from "./returned";

const WIDTHS = [38, 38, 38] as const;
const ACROSS = WIDTHS.length;

/** The page that is read first: six figures, who has returned, and what does not fit. */
export function overviewSheet(summary: SummaryTemplate, frame: Frame, totals: TotalCells): LayoutSheet {
  const draft = new SheetDraft("Overview");
  WIDTHS.forEach((width, at) => draft.column(at + 1, { width, hidden: false }));
  const { collection } = frame;
  const received = collection.rows.filter(
    ({ state, status }) => state === "received" && status !== "blank",
  ).length;
  const share = collection.rows.length === 0 ? 0 : received / collection.rows.length;
  const intro = `These figures cover ${received} of the ${collection.rows.length} organisations from which a return is expected (${Math.round(share * 100)}%). What is missing is shown as missing and never counted as nothing.${unsettled(collection)}`;
  drawFrame(draft, frame, ACROSS, null, intro);
  let row = FIRST_ROW;
  summary.figures.forEach((figure, at) => {
    const column = (at % ACROSS) + 1;
    if (column === 1 && at > 0) row += 5;
    draft.set(row, column, { value: figure.label, role: "caption" });
    const formula = figureFormula(figure, totals.all);
    draft.set(row + 1, column, { formula, role: "number_large", format: formatOf(figure.type) });
    draft.set(row + 2, column, { value: figure.says, role: "caption" });
    if (totals.settled.size > 0) {
      draft.set(row + 3, column, { formula: settledWords(figure, totals.settled), role: "caption" });
    }
    draft.row(row, { height: 18 });
    draft.row(row + 1, { height: 30 });
    const says = summary.figures.map((one) => heightFor(one.says, WIDTHS[0] - 2));
    draft.row(row + 2, { height: Math.max(...says) });
  });
  row = drawReturns(draft, collection, row + 5);
  row = drawFindings(draft, collection, row + 1);
  return finished(draft, frame, { freeze: { rows: 2, columns: 0 }, portrait: true });
}

function figureFormula(figure: SummaryFigure, totals: ReadonlyMap<string, string>): string {
  return writeFormula(figure.expression, (reference) =>
    reference.kind === "total" ? (totals.get(`${reference.table}.${reference.column}`) ?? "0") : "0",
  );
}

/** The same figure over the returns with nothing left open, in words. */
function settledWords(figure: SummaryFigure, settled: ReadonlyMap<string, string>): string {
  const { type } = figure;
  const format = type.kind !== "percent" ? "#,##0" : type.decimals === 2 ? "0.00%" : "0.0%";
  return `TEXT(${figureFormula(figure, settled)},"${format}")&" in the returns with nothing left open"`;
}

/** Totals hold figures that are known to be wrong until they are put right: which ones is said beside the totals. */
function unsettled({ rows }: Collection): string {
  const codes = rows
    .filter(({ counted }) => counted?.reading.findings.some(({ level }) => level === "fix"))
    .map(({ organisation }) => organisation.code);
  if (codes.length === 0) return "";
  return ` ${codes.length === 1 ? "One return has" : `${codes.length} returns have`} something to put right (${codes.join(", ")}); the totals hold their figures as they were sent.`;
}

function drawReturns(draft: SheetDraft, collection: Collection, from: number): number {
  const { rows } = collection;
  draft.set(from, 1, { value: "Who has returned", role: "block_title" });
  draft.row(from, { height: 22 });
  ["State", "Organisations", "Which"].forEach((text, at) => {
    draft.set(from + 1, at + 1, { value: text, role: at === 1 ? "head" : "head_text" });
  });
  const groups: readonly (readonly [string, (row: (typeof rows)[number]) => boolean])[] = [
    ["Received, final", ({ status }) => status === "final"],
    ["Received, draft", ({ status }) => status === "draft"],
    ["Sent blank", ({ status }) => status === "blank"],
    ["Refused: the file can't be read", ({ state }) => state === "refused"],
    [
      "Not received",
      ({ state, organisation }) => state === "not_received" && organisation.foundationTrust !== true,
    ],
    [
      "Not received: foundation trust, voluntary",
      ({ state, organisation }) => state === "not_received" && organisation.foundationTrust === true,
    ],
  ];
  let row = from + 2;
  for (const [words, belongs] of groups) {
    const those = rows.filter(belongs);
    const voluntary = words.includes("voluntary");
    if (voluntary && those.length === 0) continue;
    drawCount(draft, row, words, those.length, those.map(({ organisation }) => organisation.code).join(", "));
    row += 1;
  }
  drawCount(draft, row, "Expected", rows.length, "", true);
  return row + 1;
}

function drawCount(
  draft: SheetDraft,
  row: number,
  words: string,
  count: number,
  which: string,
  total = false,
): void {
  draft.set(row, 1, { value: words, role: total ? "total_label" : "label" });
  draft.set(row, 2, { value: count, role: total ? "figure_total" : "figure", format: "whole" });
  draft.set(row, 3, { value: which, role: "label" });
  draft.row(row, { height: heightFor(which, WIDTHS[2] - 2) });
}

/** Each check that some return does not meet, the gravest and the most frequent first. */
function drawFindings(draft: SheetDraft, collection: Collection, from: number): number {
  draft.set(from, 1, { value: "What does not fit, in the returns that count", role: "block_title" });
  draft.row(from, { height: 22 });
  ["What is expected", "To do", "Organisations"].forEach((text, at) =>
    draft.set(from + 1, at + 1, { value: text, role: "head_text" }),
  );
  const byCode = new Map<
    string,
    { readonly finding: Finding; readonly open: Set<string>; readonly explained: Set<string> }
  >();
  for (const { organisation, counted } of collection.rows) {
    for (const finding of counted?.reading.findings ?? []) {
      const known = byCode.get(finding.code) ?? { finding, open: new Set(), explained: new Set() };
      (isOpen(finding) || finding.level === "note" ? known.open : known.explained).add(organisation.code);
      byCode.set(finding.code, known);
    }
  }
  const order = ["fix", "explain", "note"];
  const all = [...byCode.values()].sort(
    (a, b) =>
      order.indexOf(a.finding.level) - order.indexOf(b.finding.level) ||
      b.open.size - a.open.size ||
      a.finding.code.localeCompare(b.finding.code),
  );
  let row = from + 2;
  for (const { finding, open, explained } of all) {
    const words = [
      `${open.size}: ${[...open].join(", ")}`,
      ...(explained.size > 0 ? [`explained by ${explained.size}: ${[...explained].join(", ")}`] : []),
    ];
    const which = open.size === 0 ? (words[1] ?? "") : words.join("; ");
    draft.set(row, 1, { value: `${finding.code}  ${finding.title}`, role: "text" });
    draft.set(row, 2, { value: open.size === 0 ? "▲ Explained" : LEVEL_WORDS[finding.level], role: "text" });
    draft.set(row, 3, { value: which, role: "text" });
    draft.row(row, {
      height: Math.max(
        heightFor(which, WIDTHS[2] - 2),
        heightFor(`${finding.code}  ${finding.title}`, WIDTHS[0] - 2),
      ),
    });
    row += 1;
  }
  if (all.length === 0) draft.set(row, 1, { value: "Everything fits.", role: "text" });
  else markLevels(draft, { top: from + 2, bottom: row - 1, column: 2 });
  return row;
}
