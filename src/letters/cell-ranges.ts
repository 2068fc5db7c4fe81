import { formatRectangle, parseAddress, rectangles } from "../cells";

/** Cells of a sheet as people name them: "G10", "G10:G14", each once, from top to bottom. */
export function cellRanges(cells: readonly string[]): readonly string[] {
  const places = cells.flatMap((cell) => parseAddress(cell) ?? []);
  const areas = [...rectangles(places)].sort((a, b) => a.top - b.top || a.left - b.left);
  return areas.map(formatRectangle);
}
