import { formatAddress, formatRectangle, type RawValue } from "../../cells";
import { formatOf, heightFor, type SheetDraft, type Validation } from "../../layout";
import type { OwnSpend, OwnSpendLine } from "../../template";

import { ownSpendBlock } from "../entered/blocks";
import { drawEntry } from "../entered/draw-entry";
import type { EnteredRows } from "../entered/entered";
import { anchorOf, rowKey } from "../entered/entry-block";
import { placedFormula, type SummaryPlaces } from "../places";
import { COLUMNS } from "./columns";

const LARGEST = 999_999_999;

/** What the authority spends itself, to be entered; beside it the returns, and both together in lines of their own. Says where it ends. */
export function drawOwnSpend(
  draft: SheetDraft,
  own: OwnSpend,
  from: number,
  entered: EnteredRows,
  places: SummaryPlaces,
): number {
  const block = ownSpendBlock(own);
  draft.set(from, COLUMNS.ref, { value: own.title, role: "block_title" });
  draft.row(from, { height: 22 });
  draft.set(from + 1, COLUMNS.key, { value: anchorOf(block), role: "key" });
  draft.set(from + 1, COLUMNS.shows, { value: "label", role: "key" });
  draft.row(from + 1, { hidden: true });
  draft.set(from + 2, COLUMNS.shows, { value: own.head, role: "head_text" });
  const columnOf = new Map(own.columns.map(({ id }, at) => [id, COLUMNS.figure + at]));
  for (const { id, label } of own.columns) {
    const column = columnOf.get(id) ?? 0;
    draft.set(from + 1, column, { value: id, role: "key" });
    draft.set(from + 2, column, { value: label, role: "head" });
  }
  const heights = own.columns.map(({ label }) => heightFor(label, draft.width(COLUMNS.figure) - 3));
  draft.row(from + 2, { height: Math.max(...heights) });
  const first = from + 3;
  const parts = [
    { words: "The authority itself", before: "", draw: ownCell },
    // Each label stands once: the first of them tells which entries they are, should the hidden keys be lost.
    { words: "All returns received", before: "Returns: ", draw: returnsCell },
    { words: "Both together", before: "Together: ", draw: togetherCell },
  ];
  const size = own.lines.length + 1;
  const rowOf = (part: number, line: OwnSpendLine) => first + part * size + 1 + own.lines.indexOf(line);
  const ground: Ground = { draft, own, entered, places, rowOf };
  parts.forEach(({ words, before, draw }, part) => {
    const top = first + part * size;
    const width = { top, bottom: top, left: COLUMNS.shows, right: COLUMNS.figure + own.columns.length - 1 };
    draft.set(top, COLUMNS.shows, { value: words, role: "text_strong" });
    draft.fill(width, "text_strong");
    for (const line of own.lines) {
      const row = rowOf(part, line);
      const total = line.sums !== null;
      if (part === 0 && !total) draft.set(row, COLUMNS.key, { value: rowKey(block, line.id), role: "key" });
      draft.set(row, COLUMNS.shows, {
        value: labelAfter(before, line),
        role: total ? "total_label" : "label",
      });
      for (const [id, column] of columnOf) draw({ line, id, row, column }, ground);
    }
  });
  const last = first + parts.length * size - 1;
  if (own.intro !== null) {
    const area = { top: from + 2, bottom: last, left: COLUMNS.ref, right: COLUMNS.due };
    draft.merged(area, { value: own.intro, role: "block_intro" });
  }
  return last;
}

/** "Returns: capital", but "Returns: IM&T staff". */
function labelAfter(before: string, { label }: OwnSpendLine): string {
  const inside = /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  return before === "" ? label : before + inside;
}

interface Ground {
  readonly draft: SheetDraft;
  readonly own: OwnSpend;
  readonly entered: EnteredRows;
  readonly places: SummaryPlaces;
  readonly rowOf: (part: number, line: OwnSpendLine) => number;
}

interface Place {
  readonly line: OwnSpendLine;
  readonly id: string;
  readonly row: number;
  readonly column: number;
}

/** An entry, or the sum of entries while none of them is missing. */
function ownCell({ line, id, row, column }: Place, { draft, own, entered, rowOf }: Ground): void {
  const format = formatOf(line.type);
  if (line.sums === null) {
    const kept: RawValue = entered.get(line.id)?.values.get(id) ?? null;
    const { test, wanted } = wantedOf(line);
    drawEntry(draft, {
      ...{ row, column, kept, role: "input", format, test },
      ...{ promptTitle: "", prompt: `${wanted} Leave it blank while it is not known.`, error: wanted },
    });
    return;
  }
  const cells = line.sums.flatMap((sum) => {
    const summed = own.lines.find((one) => one.id === sum);
    return summed ? [formatAddress({ row: rowOf(0, summed), column })] : [];
  });
  const formula = `IF(COUNT(${cells.join(",")})<${cells.length},"",SUM(${cells.join(",")}))`;
  draft.set(row, column, { formula, role: "total", format });
}

function returnsCell({ line, id, row, column }: Place, { draft, places }: Ground): void {
  const expression = line.returns.get(id);
  const role = line.sums === null ? "calculated" : "total";
  const format = formatOf(line.type);
  draft.set(
    row,
    column,
    expression ? { formula: placedFormula(expression, places), role, format } : { role, format },
  );
}

/** A figure that was not entered is not nothing, so there is no sum with it. */
function togetherCell({ line, row, column }: Place, { draft, rowOf }: Ground): void {
  const [own, returns] = [0, 1].map((part) => formatAddress({ row: rowOf(part, line), column }));
  const both = formatRectangle({ top: row, bottom: row, left: column, right: column });
  if (own === undefined || returns === undefined) throw new Error(`togetherCell: ${both} adds up nothing`);
  draft.set(row, column, {
    formula: `IF(ISNUMBER(${own}),${own}+${returns},"")`,
    role: line.sums === null ? "calculated" : "total",
    format: formatOf(line.type),
  });
}

function wantedOf({ type }: OwnSpendLine): { readonly test: Validation["test"]; readonly wanted: string } {
  return type.kind === "money"
    ? {
        test: { kind: "whole", least: -LARGEST, most: LARGEST },
        wanted: "Whole thousands of pounds (£000).",
      }
    : { test: { kind: "decimal", least: 0, most: LARGEST }, wanted: "A number, 0 or more." };
}
