import { columnLetters, LAST_COLUMN, LAST_ROW, parseAddress, type Address } from "../../cells";

/** A formula cut where it refers to cells, so that it can be moved many times at little cost. */
export interface MovableFormula {
  readonly home: Address;
  /** Text as it stands, and the ends of references, which move. */
  readonly parts: readonly (string | ReferenceEnd)[];
}

/** One end of a reference; a whole column has no row, a whole row no column. */
interface ReferenceEnd {
  readonly column: number | undefined;
  readonly columnFixed: boolean;
  readonly row: number | undefined;
  readonly rowFixed: boolean;
}

/** Texts and quoted sheet names, closed or not, words, and any other character. Linear, whatever the text. */
const TOKEN = /"(?:[^"]|"")*(?:"|$)|'(?:[^']|'')*(?:'|$)|[\w.$\\?\u0080-\uffff]+|[^]/y;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)([1-9]\d{0,6})$/;

/** Finds the references of a formula that stands at `home`. */
export function cutFormula(text: string, home: Address): MovableFormula {
  const tokens = tokensOf(text);
  const parts: (string | ReferenceEnd)[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] ?? "";
    const whole =
      tokens[i + 1] === ":" && !isName(tokens[i + 3]) ? wholeEnds(token, tokens[i + 2]) : undefined;
    const cell = isName(tokens[i + 1]) ? undefined : cellEnd(token);
    if (cell) parts.push(cell);
    else if (whole) {
      parts.push(whole[0], ":", whole[1]);
      i += 2;
    } else parts.push(token);
  }
  return { home, parts };
}

/** The formula as it reads in another cell; references past the sheet's edge come back at the other side, as in Excel. */
export function moveFormula({ home, parts }: MovableFormula, to: Address): string {
  const rows = to.row - home.row;
  const columns = to.column - home.column;
  return parts.map((part) => (typeof part === "string" ? part : moveEnd(part, rows, columns))).join("");
}

function moveEnd(
  { column, columnFixed, row, rowFixed }: ReferenceEnd,
  rows: number,
  columns: number,
): string {
  const letters =
    column === undefined
      ? ""
      : columnFixed
        ? `$${columnLetters(column)}`
        : columnLetters(wrap(column + columns, LAST_COLUMN));
  const number = row === undefined ? "" : rowFixed ? `$${row}` : String(wrap(row + rows, LAST_ROW));
  return letters + number;
}

/** A word before any of these is the name of a sheet (the second of "Jan:Mar!A1", too), a function or a table. */
function isName(next = ""): boolean {
  return next === "!" || next === "(" || next.startsWith("[");
}

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  for (let at = 0; at < text.length;) {
    TOKEN.lastIndex = at;
    const end = text[at] === "[" ? bracketEnd(text, at) : undefined;
    const token = end === undefined ? (TOKEN.exec(text)?.[0] ?? text.slice(at)) : text.slice(at, end);
    tokens.push(token);
    at += token.length;
  }
  return tokens;
}

/** Square brackets hold another workbook's number or a table's columns; an apostrophe escapes what follows it. */
function bracketEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "'") at += 1;
    else if (text[at] === "[") depth += 1;
    else if (text[at] === "]") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function cellEnd(token: string): ReferenceEnd | undefined {
  const match = CELL.exec(token);
  const address = match ? parseAddress(token) : undefined;
  return address && { ...address, columnFixed: match?.[1] === "$", rowFixed: match?.[3] === "$" };
}

/** Both ends of "A:$C" or "$1:5". */
function wholeEnds(first: string, second = ""): readonly [ReferenceEnd, ReferenceEnd] | undefined {
  const ends = [columnEnd(first) ?? rowEnd(first), columnEnd(second) ?? rowEnd(second)] as const;
  const [start, end] = ends;
  if (!start || !end || (start.row === undefined) !== (end.row === undefined)) return undefined;
  return [start, end];
}

function columnEnd(token: string): ReferenceEnd | undefined {
  const match = COLUMN.exec(token);
  const address = match ? parseAddress(`${match[2]}1`) : undefined;
  return (
    address && { column: address.column, columnFixed: match?.[1] === "$", row: undefined, rowFixed: false }
  );
}

function rowEnd(token: string): ReferenceEnd | undefined {
  const match = ROW.exec(token);
  const row = Number(match?.[2]);
  if (!match || row > LAST_ROW) return undefined;
  return { column: undefined, columnFixed: false, row, rowFixed: match[1] === "$" };
}

function wrap(place: number, last: number): number {
  return ((((place - 1) % last) + last) % last) + 1;
}
