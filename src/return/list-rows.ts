import { formatAddress } from "../cells";
import { rowId, rowNumber } from "../template";

import type { BlockPlace } from "./block-place";
import type { Noticed } from "./noticed";
import { filledCells } from "./filled";

/** Which row of a returned list is which, those that were put in, copied or run on below it among them. */
export interface ListRows {
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** The highest number that a row got: the list has to be drawn that long. */
  readonly highest: number;
  readonly noticed: readonly Noticed[];
}

/** A list that runs on for longer than this below its last row is no list of organisations. */
const LONGEST_OVERRUN = 500;

/**
 * Gives every row of a list its name: keyed rows their own, others the next free number, so that nothing in it is left out.
 * `columns` are those in which something is entered.
 */
export function listRows(place: BlockPlace, columns: readonly number[]): ListRows {
  const { block } = place;
  const named = new Map<string, readonly number[]>();
  const unnamed: { readonly row: number; readonly copyOf: string | null }[] = [];
  for (const [id, [first = 0, ...again]] of place.rows) {
    named.set(id, [first]);
    for (const row of again) unnamed.push({ row, copyOf: id });
  }
  if (named.size === 0) return rowsInOrder(place, columns);
  for (const row of rowsWithoutKey(place, columns)) unnamed.push({ row, copyOf: null });
  let highest = Math.max(block.lines.length, ...[...named.keys()].map((id) => rowNumber(id) ?? 0));
  const noticed: Noticed[] = [];
  for (const { row, copyOf } of unnamed.sort((a, b) => a.row - b.row)) {
    highest += 1;
    named.set(rowId(highest), [row]);
    const cells = columns.map((column) => formatAddress({ row, column }));
    noticed.push(noticedRow(place, row, highest, copyOf, cells));
  }
  const deleted = block.lines.filter(({ id }) => !named.has(id));
  if (deleted.length > 0) {
    const labels = deleted.map(({ label }) => label);
    noticed.push({
      kind: "row_deleted",
      facts: { label: labels.join(", "), sheet: place.sheet.sheet.name },
      sheet: place.sheet.sheet.name,
      cells: [],
      labels,
    });
  }
  return { rows: named, highest, noticed };
}

/** Rows of a list of which no key is left: numbered as they stand below its heads. */
function rowsInOrder(place: BlockPlace, columns: readonly number[]): ListRows {
  const { block, keyRow } = place;
  const top = keyRow === null ? 1 : firstRowBelowHeads(place, keyRow);
  const filled = (row: number) => filledCells(place, row, columns).length > 0;
  const rows = new Map<string, readonly number[]>();
  const noticed: Noticed[] = [];
  const most = block.lines.length + LONGEST_OVERRUN;
  for (
    let at = 1;
    keyRow !== null && at <= most && (at <= block.lines.length || filled(top + at - 1));
    at += 1
  ) {
    const row = top + at - 1;
    rows.set(rowId(at), [row]);
    if (!filled(row)) continue;
    const cells = columns.map((column) => formatAddress({ row, column }));
    noticed.push(noticedRow(place, row, at, null, cells));
  }
  return { rows, highest: Math.max(block.lines.length, rows.size), noticed };
}

/** The first row below a list's heads. */
function firstRowBelowHeads({ block, sheet }: BlockPlace, keyRow: number): number {
  const heads = new Set(
    block.columns.flatMap(({ label, group }) => [label, group ?? label, `${label} ${block.unit ?? ""}`]),
  );
  let row = keyRow + 1;
  while ([...(sheet.rows.get(row)?.values() ?? [])].some((text) => heads.has(text))) row += 1;
  return row;
}

function noticedRow(
  place: BlockPlace,
  row: number,
  number: number,
  copyOf: string | null,
  cells: readonly string[],
): Noticed {
  const { block, sheet } = place;
  const name = block.lines[0]?.label.replace(/[0-9]+$/, "") ?? "";
  const label = `${name}${number}`;
  const first = copyOf === null ? undefined : place.rows.get(copyOf)?.[0];
  const of = block.lines.find(({ id }) => id === copyOf)?.label ?? copyOf ?? "";
  return {
    kind: copyOf === null ? "row_added" : "row_copied",
    facts: { label, row: String(row), found: of, expected: String(first ?? ""), sheet: sheet.sheet.name },
    sheet: sheet.sheet.name,
    cells,
    labels: [label],
  };
}

/** Rows within the list, and right below it, in which something was entered and that have no key. */
function rowsWithoutKey(place: BlockPlace, columns: readonly number[]): readonly number[] {
  const keyed = new Set([...place.rows.values()].flat());
  if (keyed.size === 0) return [];
  const bottom = Math.max(...keyed);
  const top = place.keyRow === null ? Math.min(...keyed) : firstRowBelowHeads(place, place.keyRow);
  const filled = (row: number) => filledCells(place, row, columns).length > 0;
  const found: number[] = [];
  for (const row of place.sheet.filledRows) {
    if (row >= top && row <= bottom && !keyed.has(row) && filled(row)) found.push(row);
  }
  for (let row = bottom + 1; row <= bottom + LONGEST_OVERRUN && filled(row); row += 1) {
    const key = place.keyColumn === null ? undefined : place.sheet.rows.get(row)?.get(place.keyColumn);
    if (key !== undefined) break;
    found.push(row);
  }
  return found;
}
