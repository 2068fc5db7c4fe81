import { isCellError, parseAddress, type Address, type RawValue } from "../cells";
import { textOf } from "../formula";

import type { BlockPlace } from "./block-place";
import { filledCells } from "./filled";
import type { Noticed } from "./noticed";

const MOST_QUOTED = 5;

/** Rows that were put in between the lines of a block and in which something stands: it belongs to no line and counts nowhere. */
export function insertedRows(
  place: BlockPlace,
  columns: readonly number[],
  taken: ReadonlySet<number>,
): readonly Noticed[] {
  const { block, sheet } = place;
  if (block.kind === "list") return [];
  const rows = [...place.rows.values()].flatMap(([first]) => first ?? []);
  if (rows.length === 0 || columns.length === 0) return [];
  const found: Noticed[] = [];
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  for (const row of [...sheet.filledRows].sort((a, b) => a - b)) {
    if (row <= first || row >= last || taken.has(row)) continue;
    const cells = filledCells(place, row, columns);
    if (cells.length === 0) continue;
    const values = cells.map((at) => {
      const { value = null, formula = null } = sheet.sheet.cells.get(at) ?? {};
      return value === null && formula !== null ? `=${formula}` : quoted(value);
    });
    const after = block.lines.filter(({ id }) => (place.rows.get(id)?.[0] ?? Infinity) < row).at(-1);
    found.push({
      kind: "row_inserted",
      facts: {
        row: String(row),
        sheet: sheet.sheet.name,
        label: after ? [after.number, after.label].filter((part) => part !== null).join(" ") : block.title,
        found: shortened(values),
      },
      sheet: sheet.sheet.name,
      cells,
      labels: [`row ${row}`],
    });
  }
  return found;
}

/**
 * Figures on a return's sheets that stand in none of its cells: beside the table or below it, they count nowhere.
 * `claimed` are the cells that are fields, or that were told of already.
 */
export function outsideEntries(
  places: readonly BlockPlace[],
  claimed: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Noticed[] {
  const sheets = new Map(places.map((place) => [place.sheet.sheet.name, place.sheet.sheet]));
  return [...sheets.values()].flatMap((sheet): Noticed[] => {
    const own = places.filter((place) => place.sheet.sheet === sheet);
    const firstColumn = Math.min(
      ...own.flatMap((place) => [...place.columns.values()].flatMap(([at]) => at ?? [])),
    );
    const cells = [...sheet.cells]
      .flatMap(([at, cell]): { readonly at: string; readonly address: Address }[] => {
        const address = parseAddress(at);
        if (!address || typeof cell.value !== "number" || cell.formula !== null) return [];
        if (claimed.get(sheet.name)?.has(at)) return [];
        // Left of the entries stand the numbers of the lines.
        return address.column < firstColumn ? [] : [{ at, address }];
      })
      .sort((a, b) => a.address.row - b.address.row || a.address.column - b.address.column)
      .map(({ at }) => at);
    if (cells.length === 0) return [];
    const values = cells.map((at) => `${at} (${quoted(sheet.cells.get(at)?.value ?? null)})`);
    return [
      {
        kind: "outside_entry",
        facts: { sheet: sheet.name, found: shortened(values) },
        sheet: sheet.name,
        cells,
        labels: [],
      },
    ];
  });
}

function quoted(value: RawValue): string {
  return isCellError(value) ? value.error : textOf(value);
}

function shortened(values: readonly string[]): string {
  const shown = values.slice(0, MOST_QUOTED).join(", ");
  return values.length > MOST_QUOTED ? `${shown} and ${values.length - MOST_QUOTED} more` : shown;
}
