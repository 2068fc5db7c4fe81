import { columnLetters } from "../cells";
import type { LayoutSheet } from "../layout";

import { pointsOfWidth } from "./points";
import { joined } from "./put-looks";
import { part, type PutPart } from "./put-part";

/** Sizes of columns come before words, by which Excel sets the heights of rows that have none. */
export function columnsOf({ columns }: LayoutSheet): readonly PutPart[] {
  const bySize = new Map<number, number[]>();
  columns.forEach(({ width }, at) => {
    const points = pointsOfWidth(width);
    bySize.set(points, [...(bySize.get(points) ?? []), at + 1]);
  });
  const hidden = columns.flatMap((column, at) => (column.hidden ? [at + 1] : []));
  return [
    ...[...bySize].flatMap(([points, of]) =>
      sized(runs(of, columnLetters), (format) => {
        format.columnWidth = points;
      }),
    ),
    // Several areas can be sized at once, but not hidden.
    ...runs(hidden, columnLetters).map((address) =>
      part(1, 0, (to) => {
        to.getRange(address).columnHidden = true;
      }),
    ),
  ];
}

/** Excel has no row that is higher. */
const HIGHEST = 409.5;

export function rowsOf({ rows }: LayoutSheet): readonly PutPart[] {
  const bySize = new Map<number, number[]>();
  for (const [row, { height }] of rows) {
    if (height === null) continue;
    const points = Math.min(height, HIGHEST);
    bySize.set(points, [...(bySize.get(points) ?? []), row]);
  }
  const hidden = [...rows].flatMap(([row, line]) => (line.hidden ? [row] : []));
  return [
    ...[...bySize].flatMap(([height, of]) =>
      sized(runs(of, String), (format) => {
        format.rowHeight = height;
      }),
    ),
    ...runs(hidden, String).map((address) =>
      part(1, 0, (to) => {
        to.getRange(address).rowHidden = true;
      }),
    ),
  ];
}

function sized(addresses: readonly string[], put: (format: Excel.RangeFormat) => void): readonly PutPart[] {
  return joined(addresses).map((address) =>
    part(2, address.length, (to) => {
      put((address.includes(",") ? to.getRanges(address) : to.getRange(address)).format);
    }),
  );
}

/** [3, 4, 5, 9] → "3:5", "9:9". */
function runs(lines: readonly number[], name: (line: number) => string): readonly string[] {
  const all: [first: number, last: number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const run = all.at(-1);
    if (run?.[1] === line - 1) run[1] = line;
    else all.push([line, line]);
  }
  return all.map(([first, last]) => `${name(first)}:${name(last)}`);
}
