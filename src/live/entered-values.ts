import type { Cell, RawValue } from "../cells";
import type { Noticed, Return } from "../return";

/** What was noticed of the values themselves: then a new value may be one thing more, or less, to notice. */
const OF_VALUES: ReadonlySet<Noticed["kind"]> = new Set<Noticed["kind"]>([
  "sheet_copied",
  "sheet_copied_differs",
  "formula_entered",
  "not_worked_out",
  "dates_of_1904",
  "outside_entry",
  "row_inserted",
  "row_added",
  "row_copied",
]);

/**
 * The new values of a sheet's cells by the keys of entries; null where the cells are not all entries with plain values, or where more
 * of the return may hang on them than its rules and totals.
 */
export function enteredValues(
  found: Return,
  sheet: string,
  cells: ReadonlyMap<string, Cell | null>,
): ReadonlyMap<string, RawValue> | null {
  if (found.noticed.some(({ kind }) => OF_VALUES.has(kind))) return null;
  const keys = new Map([...found.fields].map(([key, { place }]) => [`${place.sheet}!${place.cell}`, key]));
  const values = new Map<string, RawValue>();
  for (const [address, cell] of cells) {
    const key = keys.get(`${sheet}!${address}`);
    const field = key === undefined ? undefined : found.template.fields.get(key);
    if (key === undefined || field?.source.kind !== "entered") return null;
    if (cell !== null && cell.formula !== null) return null;
    values.set(key, cell?.value ?? null);
  }
  return values;
}
