import type { RawValue } from "../../cells";
import { LOOKS, heightFor, type NumberFormat, type SheetDraft, type StyleRole } from "../../layout";

/** Columns of the sheet of changes; every table on it has its places among them. */
export const COLUMNS = {
  code: 1,
  name: 2,
  role: 3,
  what: 4,
  then: 5,
  now: 6,
  difference: 7,
  first: 8,
  second: 9,
  third: 10,
} as const;

export const LAST = COLUMNS.third;
export const WIDTHS: readonly number[] = [8, 34, 14, 62, 15, 15, 15, 15, 15, 15];

/** Cells of a row: column, value, and how a figure is shown; in a row of heads, whether figures stand below. A formula is given as such. */
export type Cells = readonly (readonly [
  column: number,
  value: RawValue | { readonly formula: string },
  format?: NumberFormat | "figure",
])[];

/** Code, organisation and role, with which most rows begin. */
export function nameCell(
  one: { readonly org: string; readonly name: string; readonly roleLabel: string },
  link: string | null = null,
): Cells {
  return [
    [COLUMNS.code, link === null ? one.org : { formula: link }],
    [COLUMNS.name, one.name],
    [COLUMNS.role, one.roleLabel],
  ];
}

export function drawTableHeads(draft: SheetDraft, heads: Cells, row: number): void {
  const heights = draw(draft, heads, row, (format) => (format === "figure" ? "head" : "head_text"));
  draft.row(row, { height: Math.max(20, ...heights) });
}

export function drawRow(draft: SheetDraft, cells: Cells, row: number): void {
  const heights = draw(draft, cells, row, (format) => (format === undefined ? "text" : "figure_list"));
  draft.row(row, { height: Math.max(15, ...heights) });
}

/** Each cell goes as far as the next one begins, so that short tables have no holes and long words have room. */
function draw(
  draft: SheetDraft,
  cells: Cells,
  row: number,
  roleOf: (format: NumberFormat | "figure" | undefined) => StyleRole,
): readonly number[] {
  return cells.map(([column, value, format], at) => {
    const next = cells[at + 1]?.[0] ?? LAST + 1;
    const figure = format !== undefined;
    const last = figure ? column : next - 1;
    const area = { top: row, bottom: row, left: column, right: last };
    const formula = typeof value === "object" && value !== null && "formula" in value ? value.formula : null;
    const role = formula === null ? roleOf(format) : "link";
    const plain = formula === null ? (value as RawValue) : null;
    const shown = format === undefined || format === "figure" ? "general" : format;
    draft.merged(area, formula === null ? { value: plain, role, format: shown } : { formula, role });
    const { wrap, size } = LOOKS[role];
    return heightFor(wrap && typeof plain === "string" ? plain : "", draft.widthOf(area) - 2, size);
  });
}
