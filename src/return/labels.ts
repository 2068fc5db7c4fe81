import { formatAddress } from "../cells";

import type { BlockPlace } from "./block-place";
import type { Noticed } from "./noticed";
import { tidyText } from "./sheet-texts";

/** Labels are the second witness: a row whose key and words say different things is told, and one that was reworded too. */
export function labelChanges(place: BlockPlace): readonly Noticed[] {
  const { block, sheet, keyColumn } = place;
  if (block.kind === "list") return [];
  const columns = [...place.columns.values()].flatMap(([first]) => first ?? []);
  const firstColumn = columns.length > 0 ? Math.min(...columns) : Infinity;
  const labels = new Map(block.lines.map((line) => [tidyText(line.label), line.label]));
  return block.lines.flatMap((line): Noticed[] => {
    const [row] = place.rows.get(line.id) ?? [];
    if (row === undefined) return [];
    const words = [...(sheet.rows.get(row) ?? [])]
      .filter(([column]) => column !== keyColumn && column < firstColumn)
      .sort(([a], [b]) => b - a);
    if (words.some(([, text]) => text === tidyText(line.label))) return [];
    // The row of an explanation has its rule's words beside its code, and only the code tells it.
    const [column, text] = words.find(([, one]) => labels.has(one)) ?? words[0] ?? [];
    const other = text === undefined ? undefined : labels.get(text);
    const cells = column === undefined ? [] : [formatAddress({ row, column })];
    return [
      {
        kind: other === undefined ? "label_changed" : "label_of_another",
        facts: {
          label: line.label,
          found: other ?? text ?? "nothing",
          row: String(row),
          sheet: sheet.sheet.name,
        },
        sheet: sheet.sheet.name,
        cells,
        labels: [line.label],
      },
    ];
  });
}
