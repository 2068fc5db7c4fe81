/** A cell's place on a sheet; rows and columns count from 1. */
export interface Address {
  readonly row: number;
  readonly column: number;
}

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** Addresses are made by the hundred thousand: the letters of a column are put together once. */
const lettersOf: string[] = [];

/** 1 → "A", 28 → "AB". */
export function columnLetters(column: number): string {
  return (lettersOf[column] ??= lettersFor(column));
}

function lettersFor(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** {row: 14, column: 4} → "D14". */
export function formatAddress(address: Address): string {
  return `${columnLetters(address.column)}${address.row}`;
}

/** "D14" or "$D$14" → {row: 14, column: 4}; undefined where the text is no address on a sheet. */
export function parseAddress(text: string): Address | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(text) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return column <= LAST_COLUMN && row <= LAST_ROW ? { row, column } : undefined;
}

/** A sheet's name as a formula needs it: quoted, with its own quotes doubled. */
export function quoteSheet(name: string): string {
  // Four letters and more are no column, and so no address; other names might be read as something else.
  if (/^[A-Za-z]{4,}$/.test(name) && !/^(true|false)$/i.test(name)) return name;
  return `'${name.replaceAll("'", "''")}'`;
}

/** Cells with these rows and columns, as few rectangles as a simple sweep finds: columns first, then equal runs side by side. */
export function rectangles(addresses: readonly Address[]): readonly Rectangle[] {
  const sorted = [...addresses].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: Rectangle[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.right === column && last.bottom === row) continue;
    if (last?.right === column && last.bottom === row - 1) runs[runs.length - 1] = { ...last, bottom: row };
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  const merged: Rectangle[] = [];
  for (const run of runs) {
    const beside = merged.find(
      (m) => m.right === run.left - 1 && m.top === run.top && m.bottom === run.bottom,
    );
    if (beside) merged[merged.indexOf(beside)] = { ...beside, right: run.right };
    else merged.push(run);
  }
  return merged;
}

/** A block of cells, all four sides included. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** "D10" or "D10:D19". */
export function formatRectangle(r: Rectangle): string {
  const first = formatAddress({ row: r.top, column: r.left });
  const last = formatAddress({ row: r.bottom, column: r.right });
  return first === last ? first : `${first}:${last}`;
}
