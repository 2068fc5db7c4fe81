import { formatAddress } from "../../cells";
import { formatOf, heightFor, type NumberFormat, type SheetDraft } from "../../layout";
import type { SummaryBeside } from "../../template";

import { drawGroups } from "../group-heads";
import { literal } from "../literal";

/** Every table of these sheets has the same columns: who, three groups of figures, and how the two years compare. */
export interface Columns {
  readonly code: 1;
  readonly name: 2;
  readonly third: 3;
  readonly earlier: number;
  readonly now: number;
  readonly difference: number;
  readonly share: number;
  readonly state: number;
}

const WIDTHS = { code: 7, name: 44, third: 12, figure: 10.5, share: 9, state: 27 } as const;
const HEAD_SIZE = 9;
export const AMOUNT: NumberFormat = formatOf({ kind: "money" });
export const SHARE: NumberFormat = formatOf({ kind: "percent", decimals: 1 });

export function columnsOf({ columns: { length } }: SummaryBeside): Columns {
  const earlier = 4;
  const [now, difference, share] = [earlier + length, earlier + 2 * length, earlier + 3 * length];
  return { code: 1, name: 2, third: 3, earlier, now, difference, share, state: share + 1 };
}

export function setWidths(draft: SheetDraft, at: Columns): void {
  const set = (column: number, width: number) => {
    draft.column(column, { width, hidden: false });
  };
  set(at.code, WIDTHS.code);
  set(at.name, WIDTHS.name);
  set(at.third, WIDTHS.third);
  for (let column = at.earlier; column < at.share; column += 1) set(column, WIDTHS.figure);
  set(at.share, WIDTHS.share);
  set(at.state, WIDTHS.state);
}

/** Title and heads of a table; says where its rows begin. `words`: what stands over the first three columns. */
export function drawHeads(
  draft: SheetDraft,
  beside: SummaryBeside,
  title: string,
  words: readonly [string, string, string],
  from: number,
): number {
  const at = columnsOf(beside);
  const { heads, columns } = beside;
  draft.set(from, at.code, { value: title, role: "block_title" });
  draft.row(from, { height: 22 });
  const over = [heads.earlier, heads.now].flatMap((head) => columns.map(() => head));
  drawGroups(
    draft,
    [...over, ...columns.map(() => heads.difference), heads.difference],
    from + 1,
    at.earlier,
  );
  draft.row(from + 1, { height: 16 });
  const head = from + 2;
  words.forEach((value, column) => {
    draft.set(head, column + 1, { value, role: "head_text" });
  });
  for (const first of [at.earlier, at.now, at.difference])
    columns.forEach(({ label }, offset) => {
      draft.set(head, first + offset, { value: label, role: "head_small" });
    });
  draft.set(head, at.share, { value: "%", role: "head_small" });
  draft.set(head, at.state, { value: "State", role: "head_text" });
  draft.row(head, { height: heightFor(words[2], WIDTHS.third - 2, HEAD_SIZE) + 4 });
  return head + 1;
}

/** Difference, share and state of a row, as formulas over its own figures. Where nothing is compared the cells stay empty. */
export function drawDifferences(
  draft: SheetDraft,
  beside: SummaryBeside,
  row: number,
  isOpen: (column: number) => boolean,
  look: "figure" | "figure_total",
): void {
  const at = columnsOf(beside);
  const cell = (column: number) => formatAddress({ row, column });
  const words = look === "figure" ? "label" : "total_label";
  beside.columns.forEach((_, offset) => {
    const formula = `${cell(at.now + offset)}-${cell(at.earlier + offset)}`;
    const drawn = isOpen(offset) ? { formula } : {};
    draft.set(row, at.difference + offset, { ...drawn, role: look, format: AMOUNT });
  });
  const marked = beside.columns.findIndex(({ id }) => id === beside.marked.column);
  if (!isOpen(marked)) {
    draft.set(row, at.share, { role: look, format: SHARE });
    draft.set(row, at.state, { role: words });
    return;
  }
  const [earlier, difference] = [cell(at.earlier + marked), cell(at.difference + marked)];
  // What is less than nothing, as income is, is compared by its amount.
  const share = `IF(${earlier}=0,"",${difference}/ABS(${earlier}))`;
  draft.set(row, at.share, { formula: share, role: look, format: SHARE });
  const { above, below, near } = beside.states;
  const { percent, least } = beside.marked;
  const beyond = `AND(ABS(${difference})>=${least},100*ABS(${difference})>${percent}*ABS(${earlier}))`;
  const way = `IF(${difference}>0,${literal(above)},${literal(below)})`;
  draft.set(row, at.state, { formula: `IF(${beyond},${way},${literal(near)})`, role: words });
}
