import { columnLetters, formatAddress, type RawValue } from "../../cells";
import { LOOKS, formatOf, heightFor, type NumberFormat, type SheetDraft } from "../../layout";
import type { AssuranceFigure, AssuranceLine } from "../../template";

import { JUDGEMENTS, judgementBlock, refOf } from "../entered/blocks";
import { drawEntry, drawWhoAndWhen } from "../entered/draw-entry";
import { rowKey } from "../entered/entry-block";
import { confirmation, type EntryRow } from "../entered/entry-row";
import { literal } from "../literal";
import { placedFormula, type SummaryPlaces } from "../places";
import { COLUMNS } from "./columns";

/** Columns of which a line has one cell, whatever number of figures it shows. */
const ONCE = [
  COLUMNS.ref,
  COLUMNS.question,
  COLUMNS.due,
  COLUMNS.judgement,
  COLUMNS.comment,
  COLUMNS.by,
  COLUMNS.date,
  COLUMNS.since,
] as const;

/** Draws a line from this row on: the question, what the returns show, room for the judgement; says in which row it ends. */
export function drawAssuranceLine(
  draft: SheetDraft,
  line: AssuranceLine,
  top: number,
  judgement: EntryRow | null,
  places: SummaryPlaces,
): number {
  const bottom = top + Math.max(1, line.shows.length) - 1;
  const kept = (column: string): RawValue => judgement?.values.get(column) ?? null;
  draft.set(top, COLUMNS.ref, { value: refOf(line.serves), role: "text" });
  draft.set(top, COLUMNS.question, { value: line.question, role: "text" });
  draft.set(top, COLUMNS.due, {
    value: line.by,
    role: "text",
    format: line.by === null ? "general" : "date",
  });
  drawEntry(draft, {
    ...{ row: top, column: COLUMNS.judgement, kept: kept("judgement") },
    test: { kind: "list", choices: Object.values(JUDGEMENTS) },
    promptTitle: "Judgement",
    prompt: "What the authority makes of it. It is kept when the summary is made again.",
    error: "Choose from the list.",
  });
  drawWhoAndWhen(draft, top, COLUMNS.comment, kept);
  draft.set(top, COLUMNS.since, { formula: sinceFormula(top, judgement), role: "text" });
  for (const column of ONCE) draft.merge({ top, bottom, left: column, right: column });
  drawTrace(draft, line, top, judgement);
  for (let row = top; row <= bottom; row += 1) drawFigure(draft, line.shows[row - top] ?? null, row, places);
  const comment = kept("comment");
  const needed = Math.max(
    heightFor(line.question, draft.width(COLUMNS.question) - 2),
    heightFor(typeof comment === "string" ? comment : "", draft.width(COLUMNS.comment) - 2),
    heightFor(refOf(line.serves), draft.width(COLUMNS.ref) - 2),
  );
  setHeights(draft, line, top, bottom, needed);
  return bottom;
}

/** What the entries were made about, beside what is shown now, so that a judgement on other figures is seen. */
function drawTrace(draft: SheetDraft, line: AssuranceLine, top: number, judgement: EntryRow | null): void {
  const block = judgementBlock(null);
  draft.set(top, COLUMNS.key, { value: rowKey(block, line.id), role: "key" });
  const formula = line.shows
    .map((figure, at) => textFormula(figure, `${columnLetters(COLUMNS.figure)}${top + at}`))
    .join('&"|"&');
  if (formula !== "")
    for (const column of [COLUMNS.shown, COLUMNS.now]) draft.set(top, column, { formula, role: "key" });
  if (judgement?.about != null) draft.set(top, COLUMNS.about, { value: judgement.about, role: "key" });
  if (judgement) draft.set(top, COLUMNS.kept, { value: confirmation(judgement, block), role: "key" });
}

/** A figure as it is shown, so that programs that differ in the last digit do not differ here. */
function textFormula({ type }: AssuranceFigure, cell: string): string {
  switch (type.kind) {
    case "percent":
      return `TEXT(${cell},"${type.decimals === 0 ? "0%" : type.decimals === 1 ? "0.0%" : "0.00%"}")`;
    case "count":
      return `TEXT(${cell},"${type.decimals === 0 ? "0" : type.decimals === 1 ? "0.0" : "0.00"}")`;
    case "money":
      return `TEXT(${cell},"0")`;
    default:
      return cell;
  }
}

function sinceFormula(row: number, judgement: EntryRow | null): string {
  if (!judgement || judgement.about === null) return '""';
  const at = (column: number) => formatAddress({ row, column });
  const same = [
    [COLUMNS.judgement, "judgement"] as const,
    [COLUMNS.date, "date"] as const,
    // A new judgement or day confirms it.
  ].map(([column, id]) => `${at(column)}=${literal(judgement.values.get(id) ?? null)}`);
  const changed = `${at(COLUMNS.about)}<>${at(COLUMNS.shown)}`;
  return `IF(AND(${[...same, changed].join(",")}),"▲ Figures changed since","")`;
}

const NOTHING = { value: "The returns say nothing of this.", role: "text_small" } as const;

function drawFigure(
  draft: SheetDraft,
  figure: AssuranceFigure | null,
  row: number,
  places: SummaryPlaces,
): void {
  draft.set(row, COLUMNS.shows, figure ? { value: figure.label, role: "label" } : NOTHING);
  if (!figure) {
    for (const column of [COLUMNS.figure, COLUMNS.of]) draft.set(row, column, { role: "label" });
    return;
  }
  const words = figure.type.kind === "text";
  const format: NumberFormat = words ? "general" : formatOf(figure.type);
  draft.set(row, COLUMNS.figure, {
    formula: placedFormula(figure.expression, places),
    role: words ? "label" : "figure",
    format,
  });
  const beside = figure.of && besideFormula(figure, placedFormula(figure.of, places));
  draft.set(row, COLUMNS.of, beside === null ? { role: "label" } : { formula: beside, role: "label" });
  if (!figure.open) return;
  const cell = formatAddress({ row, column: COLUMNS.figure });
  const area = { top: row, bottom: row, left: COLUMNS.figure, right: COLUMNS.of };
  draft.mark(area, `IF(ISNUMBER($${cell}),$${cell}<>0,FALSE)`, "explain");
}

/** "of 12": what the figure is a part of, or is held against. */
function besideFormula({ type, word }: AssuranceFigure, of: string): string {
  const format = type.kind === "count" && type.decimals > 0 ? "#,##0.0" : "#,##0";
  return `${literal(`${word} `)}&TEXT(${of},"${format}")`;
}

/** Each figure has room for its label, and together they have room for the question. */
function setHeights(
  draft: SheetDraft,
  line: AssuranceLine,
  top: number,
  bottom: number,
  needed: number,
): void {
  const size = LOOKS.label.size;
  const own = Array.from({ length: bottom - top + 1 }, (_, at) =>
    heightFor(line.shows[at]?.label ?? "", draft.width(COLUMNS.shows) - 2, size),
  );
  const lacking = Math.max(0, needed - own.reduce((sum, height) => sum + height, 0)) / own.length;
  own.forEach((height, at) => {
    draft.row(top + at, { height: height + lacking });
  });
}
