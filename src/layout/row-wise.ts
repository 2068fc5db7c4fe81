/** Texts of a formula, which are left alone, and references outside of them: sheet, first address, last address. */
const PIECES =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_.]*)!)?(?<![A-Za-z0-9_.$])(\$?[A-Z]{1,3}\$?[0-9]{1,7})(?::(\$?[A-Z]{1,3}\$?[0-9]{1,7}))?(?![A-Za-z0-9_(!])/g;
const ADDRESS = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/;

type Change = (address: string, row: number, isOwn: boolean) => string;

/**
 * The formula of a cell in this row with a $ before every reference that is not to the row itself. Moved down a row, it is the formula
 * of the next one; a person who copies a row gets what the row means.
 */
export function anchored(formula: string, row: number): string {
  return changed(formula, row, (address, _, isOwn) => {
    const [, letters = "", digits = ""] = ADDRESS.exec(address) ?? [];
    return isOwn ? `${letters}${digits}` : `$${letters}$${digits}`;
  });
}

/** The same text for formulas that say the same of their own rows, and for no others. */
export function rowless(formula: string, row: number): string {
  return changed(formula, row, (address, at, isOwn) => {
    if (!isOwn) return address;
    // A fixed reference that happens to be to this row is to another one from any other row.
    return address.includes("$") ? `${address}#` : address.replace(String(at), "@");
  });
}

function changed(formula: string, row: number, change: Change): string {
  return formula.replace(PIECES, (whole: string, sheet?: string, first?: string, last?: string) => {
    if (first === undefined) return whole;
    const rows = [first, last ?? first].map((address) => Number(ADDRESS.exec(address)?.[2]));
    const isOwn = sheet === undefined && rows.every((one) => one === row);
    const changedFirst = change(first, rows[0] ?? 0, isOwn);
    const changedLast = last === undefined ? "" : `:${change(last, rows[1] ?? 0, isOwn)}`;
    return `${sheet ?? ""}${changedFirst}${changedLast}`;
  });
}

/** A text or a figure that stands in a formula. */
export interface Literal {
  /** As it is written, from which character on. */
  readonly text: string;
  readonly from: number;
  readonly value: string | number;
}

/** Texts, references and figures, in that order: the digits of a reference are no figure. */
const LITERALS =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_.]*)!|(?<![A-Za-z0-9_.])\$?[A-Z]{1,3}\$?[0-9]{1,7}(?![A-Za-z0-9_(])|(?<![A-Za-z0-9_.$])[0-9]+(?:\.[0-9]+)?(?![A-Za-z0-9_.])/g;

/** A formula of this row without its texts and figures: what formulas have in common that say the same of other things. */
export function literalsOf(
  formula: string,
  row: number,
): { readonly skeleton: string; readonly literals: readonly Literal[] } {
  const literals: Literal[] = [];
  const skeleton = formula.replace(LITERALS, (text: string, from: number) => {
    const isText = text.startsWith('"');
    if (!isText && !/^[0-9]/.test(text)) return text;
    const value = isText ? text.slice(1, -1).replaceAll('""', '"') : Number(text);
    literals.push({ text, from, value });
    return "#";
  });
  return { skeleton: rowless(skeleton, row), literals };
}
