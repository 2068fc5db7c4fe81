import { columnLetters, formatAddress, parseAddress, type Rectangle } from "../cells";
import { NUMBER_FORMATS, type LayoutCell, type LayoutSheet } from "../layout";

import { part, type PutPart } from "./put-part";
import { entered } from "./written-text";

type Entry = string | number | boolean | null;

/** Values and formulas are put in by so many characters at a time. */
const CHARACTERS_A_PART = 400_000;

/**
 * What stands in the cells of a sheet, and its number formats. Cells for texts get their format first, or Excel makes a number of 0012;
 * formulas and numbers get theirs afterwards, or Excel takes them for texts, or makes a day of what looks at a day.
 */
export function contentsOf(sheet: LayoutSheet): readonly PutPart[] {
  const before = grid(sheet, (cell) => (isText(cell) ? NUMBER_FORMATS.text : null));
  const contents = grid(sheet, ({ value, formula, format }) =>
    formula === null ? (value === null ? null : entered(value, format === "text")) : `=${formula}`,
  );
  const after = grid(sheet, (cell) => {
    if (isText(cell)) return null;
    return cell.format === "general" && cell.formula === null ? null : NUMBER_FORMATS[cell.format];
  });
  return [
    ...before.map(([area, rows]) => written(area, rows, "numberFormat")),
    ...contents.map(([area, rows]) => written(area, rows, "formulas")),
    ...after.map(([area, rows]) => written(area, rows, "numberFormat")),
  ];
}

function isText({ format, formula, value }: LayoutCell): boolean {
  return format === "text" && formula === null && (value === null || typeof value === "string");
}

function written(area: Rectangle, rows: Entry[][], what: "numberFormat" | "formulas"): PutPart {
  const address = `${formatAddress({ row: area.top, column: area.left })}:${columnLetters(area.right)}${area.bottom}`;
  return part(1, JSON.stringify(rows).length, (to) => {
    to.getRange(address)[what] = rows;
  });
}

/** Something of each cell, as matrices of rows that follow each other; null leaves a cell as it is. Rows without anything are left out. */
function grid(
  sheet: LayoutSheet,
  of: (cell: LayoutCell) => Entry,
): readonly (readonly [area: Rectangle, rows: Entry[][]])[] {
  const rows = new Map<number, Map<number, Entry>>();
  let left = Infinity;
  let right = 0;
  for (const [address, cell] of sheet.cells) {
    const entry = of(cell);
    const at = entry === null ? undefined : parseAddress(address);
    if (!at) continue;
    const row = rows.get(at.row) ?? new Map<number, Entry>();
    rows.set(at.row, row.set(at.column, entry));
    left = Math.min(left, at.column);
    right = Math.max(right, at.column);
  }
  const areas: [Rectangle, Entry[][]][] = [];
  let size = 0;
  for (const number of [...rows.keys()].sort((a, b) => a - b)) {
    const row = rows.get(number);
    const entries = Array.from({ length: right - left + 1 }, (_, at): Entry => row?.get(left + at) ?? null);
    const characters = JSON.stringify(entries).length;
    const last = areas.at(-1);
    if (last?.[0].bottom === number - 1 && size + characters <= CHARACTERS_A_PART) {
      areas[areas.length - 1] = [{ ...last[0], bottom: number }, [...last[1], entries]];
      size += characters;
    } else {
      areas.push([{ top: number, left, bottom: number, right }, [entries]]);
      size = characters;
    }
  }
  return areas;
}
