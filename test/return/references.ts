import { columnLetters, parseAddress } from "../../src/cells";

/** Rows or columns by number, from first to last; null where nothing of them is left. */
export type Span = readonly [first: number, last: number];
export type SpanMove = (span: Span) => Span | null;

/** What becomes of one reference of a formula: its sheet as it is called afterwards, and where its rows and columns now are. */
export interface Shift {
  /** The sheet that is changed, and its name afterwards; null where it is gone. */
  readonly sheet: string;
  readonly name: string | null;
  readonly rows: SpanMove;
  readonly columns: SpanMove;
}

export const stays: SpanMove = (span) => span;

export const inserted =
  (before: number, count: number): SpanMove =>
  ([first, last]) => [first < before ? first : first + count, last < before ? last : last + count];

export const deleted =
  (gone: number): SpanMove =>
  ([first, last]) =>
    first === gone && last === gone
      ? null
      : [first > gone ? first - 1 : first, last >= gone ? last - 1 : last];

const QUOTED = /("[^"]*")/;
const REFERENCE =
  /(?<![\w.!'])((?:'(?:[^']|'')+'|[A-Za-z_]\w*)!)?(\$?)([A-Z]{1,3})(\$?)(\d+)(?::(\$?)([A-Z]{1,3})(\$?)(\d+))?(?![\w(!])/g;

/** A formula as Excel keeps it when rows, columns or sheets that it refers to are changed. `on` is the sheet that it stands on. */
export function adjusted(formula: string, on: string, { sheet, name, rows, columns }: Shift): string {
  return outsideTexts(formula, (text) =>
    text.replace(REFERENCE, (whole: string, prefix: string | undefined, ...rest: string[]) => {
      if (sheetIn(prefix, on) !== sheet) return whole;
      if (name === null) return "#REF!";
      const area = areaIn(rest);
      const [down, along] = [rows(area.rows), columns(area.columns)];
      if (!down || !along) return "#REF!";
      const written = [0, 1].map(
        (at) => `${rest[at * 4]}${columnLetters(along[at]!)}${rest[at * 4 + 2]}${down[at]!}`,
      );
      const shown = area.single ? written[0]! : written.join(":");
      return prefix === undefined ? shown : `${nameAsWritten(name)}!${shown}`;
    }),
  );
}

/** A formula as it is pasted elsewhere: what has no $ looks as far down and along as it did. */
export function pasted(formula: string, rows: number, columns: number): string {
  return outsideTexts(formula, (text) =>
    text.replace(REFERENCE, (_whole: string, prefix: string | undefined, ...rest: string[]) => {
      const area = areaIn(rest);
      const moved = (at: 0 | 1) => {
        const [fixedColumn, , fixedRow] = rest.slice(at * 4, at * 4 + 3);
        const column = area.columns[at] + (fixedColumn === "$" ? 0 : columns);
        return `${fixedColumn}${columnLetters(column)}${fixedRow}${area.rows[at] + (fixedRow === "$" ? 0 : rows)}`;
      };
      return (prefix ?? "") + (area.single ? moved(0) : `${moved(0)}:${moved(1)}`);
    }),
  );
}

function outsideTexts(formula: string, change: (text: string) => string): string {
  return formula
    .split(QUOTED)
    .map((part) => (part.startsWith('"') ? part : change(part)))
    .join("");
}

function sheetIn(prefix: string | undefined, on: string): string {
  return prefix === undefined ? on : prefix.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
}

function areaIn(parts: readonly (string | undefined)[]) {
  const [, letters = "", , row = "", , toLetters, , toRow] = parts;
  const from = parseAddress(letters + row)!;
  const to = toLetters === undefined || toRow === undefined ? null : parseAddress(toLetters + toRow)!;
  const rows: Span = [from.row, (to ?? from).row];
  const columns: Span = [from.column, (to ?? from).column];
  return { rows, columns, single: to === null };
}

/** Excel quotes a sheet's name only where it has to. */
function nameAsWritten(name: string): string {
  return /^[A-Za-z_][A-Za-z_]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
