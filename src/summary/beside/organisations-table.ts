import { formatAddress, formatRectangle, quoteSheet, rectangles } from "../../cells";
import { heightFor, type SheetDraft } from "../../layout";
import { fieldKey, type SummaryBeside } from "../../template";

import type { FactPlaces } from "../fact-places";
import { markLevels } from "../levels";
import { linkedWords } from "../link-formula";
import { AMOUNT, columnsOf, drawDifferences, drawHeads } from "./columns";
import type { PairedLine } from "./pairs";

/** The total of a line over the organisations that have both years: where it stands, and how many they are. */
export interface LineTotal {
  readonly sheet: string;
  readonly row: number;
  readonly both: number;
  readonly of: number;
  /** Which columns take figures in this line, in the order of the definition. */
  readonly open: readonly boolean[];
}

/** A line of all organisations of a role: both years, their difference, and the total like for like. */
export interface LineTable {
  readonly title: string;
  readonly line: string;
  readonly lines: readonly PairedLine[];
}

/** How many rows such a table has: title, two rows of heads, keys, organisations, total. */
export function heightOf({ lines }: LineTable): number {
  return lines.length + 5;
}

/** Draws it from this row on; it ends `heightOf` rows further down. */
export function drawOrganisations(
  draft: SheetDraft,
  beside: SummaryBeside,
  { title, line, lines }: LineTable,
  from: number,
  placeOf: FactPlaces,
): LineTotal {
  const at = columnsOf(beside);
  const keys = drawHeads(draft, beside, title, ["Code", "Organisation", "Returned then by"], from);
  drawKeys(draft, beside, line, keys);
  const first = keys + 1;
  lines.forEach((one, offset) => {
    drawOne(draft, beside, line, one, first + offset, placeOf);
  });
  const end = first + lines.length;
  markLevels(draft, { top: first, bottom: end, column: at.state });
  const compared = lines.flatMap(({ why }, offset) => (why === null ? [first + offset] : []));
  const open = beside.columns.map((_, offset) =>
    lines.some(({ figures }) => figures[offset]?.closed === false),
  );
  drawTotal(draft, beside, { row: end, compared, of: lines.length, open });
  return { sheet: draft.name, row: end, both: compared.length, of: lines.length, open };
}

/** The keys under which the figures stand on the sheet Facts, in a row that is hidden. */
function drawKeys(draft: SheetDraft, beside: SummaryBeside, line: string, row: number): void {
  const at = columnsOf(beside);
  draft.set(row, at.name, { value: "Key on the sheet Facts", role: "key" });
  beside.columns.forEach(({ earlier, now }, offset) => {
    draft.set(row, at.earlier + offset, { value: keyOf(beside, line, earlier), role: "key" });
    draft.set(row, at.now + offset, { value: keyOf(beside, line, now), role: "key" });
  });
  draft.row(row, { hidden: true });
}

function drawOne(
  draft: SheetDraft,
  beside: SummaryBeside,
  line: string,
  { row: of, bodies, lacks, isThere, figures, why }: PairedLine,
  row: number,
  placeOf: FactPlaces,
): void {
  const at = columnsOf(beside);
  const { organisation, template } = of;
  const state = why === null ? null : [beside.states[why], ...(lacks === null ? [] : [lacks])].join(": ");
  const [column] = beside.columns;
  const now = placeOf(organisation.code, template, keyOf(beside, line, column?.now ?? ""));
  draft.set(row, at.code, linkedWords(organisation.code, now));
  draft.set(row, at.name, { value: organisation.name, role: "label" });
  const [body] = bodies;
  const codes = bodies.map(({ code }) => code).join(", ");
  const then =
    body &&
    placeOf(body.code, body.counted.reading.found.template, keyOf(beside, line, column?.earlier ?? ""));
  draft.set(row, at.third, body ? linkedWords(codes, then) : { role: "missing" });
  figures.forEach(({ earlier, now: figure, closed }, offset) => {
    const look = (there: boolean) => ({
      role: there && !closed ? ("figure" as const) : ("missing" as const),
      format: AMOUNT,
    });
    const sum = earlier && earlier.length > 1 ? earlier.map(signed).join("+") : null;
    const before = sum === null ? { value: earlier?.[0] ?? null } : { formula: sum };
    draft.set(row, at.earlier + offset, { ...before, ...look(isThere.earlier) });
    draft.set(row, at.now + offset, { value: figure, ...look(isThere.now) });
  });
  drawDifferences(
    draft,
    beside,
    row,
    (offset) => why === null && figures[offset]?.closed === false,
    "figure",
  );
  if (state !== null) draft.set(row, at.state, { value: state, role: "label" });
  draft.row(row, {
    height: Math.max(
      heightFor(organisation.name, draft.width(at.name) - 2),
      heightFor(codes, draft.width(at.third) - 2),
      heightFor(state ?? "", draft.width(at.state) - 2),
    ),
  });
}

function drawTotal(
  draft: SheetDraft,
  beside: SummaryBeside,
  {
    row,
    compared,
    of,
    open,
  }: {
    readonly row: number;
    readonly compared: readonly number[];
    readonly of: number;
    readonly open: readonly boolean[];
  },
): void {
  const at = columnsOf(beside);
  const words =
    compared.length === 0
      ? "No organisation has both years"
      : `Total of the ${compared.length} with both years, of ${of}`;
  draft.set(row, at.code, { role: "total_label" });
  draft.set(row, at.name, { value: words, role: "total_label" });
  draft.set(row, at.third, { role: "total_label" });
  const isOpen = (offset: number) => compared.length > 0 && open[offset] === true;
  for (const group of [at.earlier, at.now])
    beside.columns.forEach((_, offset) => {
      const column = group + offset;
      const cells = rectangles(compared.map((one) => ({ row: one, column }))).map(formatRectangle);
      const sum = isOpen(offset) ? { formula: `SUM(${cells.join(",")})` } : {};
      draft.set(row, column, { ...sum, role: "figure_total", format: AMOUNT });
    });
  drawDifferences(draft, beside, row, isOpen, "figure_total");
}

/** The cell of a line's total in a column, as a formula on another sheet names it. */
export function cellOf({ sheet, row }: LineTotal, column: number): string {
  return `${quoteSheet(sheet)}!${formatAddress({ row, column })}`;
}

function keyOf({ table }: SummaryBeside, line: string, column: string): string {
  return fieldKey({ kind: "table", id: table }, line, column);
}

/** A figure as one of several that are added up: "-40" in brackets. */
function signed(figure: number): string {
  return figure < 0 ? `(${figure})` : String(figure);
}
