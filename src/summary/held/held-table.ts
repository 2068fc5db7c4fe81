import { formatAddress, quoteSheet, type RawValue } from "../../cells";
import { formatOf, heightFor, type SheetDraft, type Together, type Validation } from "../../layout";
import type { SummaryHeld, SummaryHeldLine } from "../../template";

import { PLACES } from "../columns";
import { heldBlock } from "../entered/blocks";
import { drawEntry } from "../entered/draw-entry";
import { anchorOf, rowKey } from "../entered/entry-block";
import { stampOf } from "../entered/stamp";
import type { Frame } from "../frame";
import { literal } from "../literal";
import { placedFormula } from "../places";
import type { TotalCells } from "../total-rows";

const LARGEST = 999_999_999;
/** What is entered, what the returns have, the difference, and what it comes to. */
const ROWS_A_LINE = 4;

interface HeldPlaces {
  readonly from: number;
  readonly keys: number;
  readonly head: number;
  readonly to: number;
}

/** The room that it takes from this row on. */
function placesOf({ intro, lines }: SummaryHeld, from: number): HeldPlaces {
  const keys = from + (intro === null ? 1 : 2);
  return { from, keys, head: keys + 1, to: keys + 1 + ROWS_A_LINE * lines.length };
}

/** Says where the next thing can stand below. */
export function belowHeld(held: SummaryHeld, from: number): number {
  return placesOf(held, from).to + 2;
}

/** Figures that the authority enters, each beside what the returns have of it; a blank is not nothing. `hidden`: a column that is free. */
export function drawHeld(
  draft: SheetDraft,
  held: SummaryHeld,
  from: number,
  { frame, totals, hidden }: { readonly frame: Frame; readonly totals: TotalCells; readonly hidden: number },
): Together {
  const { collection } = frame;
  const places = placesOf(held, from);
  const block = heldBlock(held);
  const right = PLACES.firstValue + held.columns.length - 1;
  draft.column(hidden, { width: 6, hidden: true });
  const year = collection.templates[0]?.year ?? "";
  draft.set(1, hidden, { value: stampOf({ year, sha: collection.sha.code }), role: "key" });
  draft.set(from, PLACES.code, { value: held.title, role: "block_title" });
  draft.row(from, { height: 22 });
  if (held.intro !== null) {
    const area = { top: from + 1, bottom: from + 1, left: PLACES.code, right: Math.max(right, hidden - 1) };
    draft.merged(area, { value: held.intro, role: "block_intro" });
    draft.row(from + 1, { height: heightFor(held.intro, draft.widthOf(area) - 4) + 2 });
  }
  draft.set(places.keys, hidden, { value: anchorOf(block), role: "key" });
  draft.set(places.keys, PLACES.code, { value: "label", role: "key" });
  draft.row(places.keys, { hidden: true });
  drawLabel(draft, places.head, held.head, "head_text");
  const heights = held.columns.map(({ id, label }, at) => {
    const column = PLACES.firstValue + at;
    draft.set(places.keys, column, { value: id, role: "key" });
    draft.set(places.head, column, { value: label, role: "head_small" });
    return heightFor(label, draft.width(column) - 1, 9);
  });
  draft.row(places.head, { height: Math.max(20, ...heights) });
  held.lines.forEach((line, at) => {
    const top = places.head + 1 + ROWS_A_LINE * at;
    draft.set(top, hidden, { value: rowKey(block, line.id), role: "key" });
    drawLine(draft, held, line, top, frame, totals);
  });
  return { from, to: places.to };
}

function drawLabel(
  draft: SheetDraft,
  row: number,
  words: string,
  role: "label" | "total_label" | "head_text",
): void {
  const area = { top: row, bottom: row, left: PLACES.code, right: PLACES.open };
  draft.merged(area, { value: words, role });
  draft.row(row, { height: heightFor(words, draft.widthOf(area) - 2) });
}

function drawLine(
  draft: SheetDraft,
  { columns, words }: SummaryHeld,
  line: SummaryHeldLine,
  top: number,
  { collection }: Frame,
  totals: TotalCells,
): void {
  const [entered, returns, difference, result] = [top, top + 1, top + 2, top + 3];
  const kept = collection.entered.held.get(line.id);
  drawLabel(draft, entered, line.label, "label");
  drawLabel(draft, returns, line.returns.label, "label");
  drawLabel(draft, difference, words.difference, "total_label");
  drawLabel(draft, result, words.result, "label");
  const format = formatOf(line.type);
  columns.forEach(({ id }, at) => {
    const column = PLACES.firstValue + at;
    const cell = (row: number) => formatAddress({ row, column });
    const value: RawValue = kept?.values.get(id) ?? null;
    const { test, wanted } = wantedOf(line);
    totals.held.set(`${line.id}[${id}]`, `${quoteSheet(draft.name)}!${cell(entered)}`);
    drawEntry(draft, {
      ...{ row: entered, column, kept: value, role: "input", format, test, promptTitle: "" },
      ...{ prompt: `${wanted} Leave it blank while it is not known.`, error: wanted },
    });
    const expression = line.returns.by.get(id);
    const formula = expression
      ? placedFormula(expression, { totals, templates: [], returns: new Map(), findings: [] })
      : "0";
    draft.set(returns, column, { formula, role: "calculated", format });
    const known = `ISNUMBER(${cell(entered)})`;
    draft.set(difference, column, {
      formula: `IF(${known},${cell(returns)}-${cell(entered)},"")`,
      role: "total",
      format,
    });
    const [reached, short, unknown] = [words.reached, words.short, words.unknown].map(literal);
    draft.set(result, column, {
      formula: `IF(${known},IF(${cell(returns)}>=${cell(entered)},${reached ?? ""},${short ?? ""}),${unknown ?? ""})`,
      role: "label",
    });
    const area = { top: result, bottom: result, left: column, right: column };
    draft.mark(area, `LEFT(${cell(result)},1)="▼"`, "fix");
    draft.mark(area, `LEFT(${cell(result)},1)="●"`, "explain");
  });
  const longest = Math.max(words.reached.length, words.short.length, words.unknown.length);
  const room = draft.width(PLACES.firstValue) - 2;
  draft.row(result, { height: heightFor("word ".repeat(Math.ceil(longest / 5)), room) });
}

function wantedOf({ type }: SummaryHeldLine): { readonly test: Validation["test"]; readonly wanted: string } {
  return type.kind === "money"
    ? { test: { kind: "whole", least: 0, most: LARGEST }, wanted: "Whole thousands of pounds (£000)." }
    : { test: { kind: "decimal", least: 0, most: LARGEST }, wanted: "A number, 0 or more." };
}
