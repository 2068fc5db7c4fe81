/** Texts of a formula, which are left alone, and references outside of them: sheet, then for first and last cell column and row, each with its $. */
const PIECES =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_.]*)!)?(?<![A-Za-z0-9_.$])(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})(?::(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7}))?(?![A-Za-z0-9_(!])/g;

/** A cell as a reference has it, each $ by itself. */
type Change = (fixed: string, letters: string, fixedRow: string, digits: string, isOwn: boolean) => string;

/**
 * The formula of a cell in this row with a $ before every reference that is not to the row itself. Moved down a row, it is the formula
 * of the next one; a person who copies a row gets what the row means.
 */
export function anchored(formula: string, row: number): string {
  return changed(formula, row, (_, letters, __, digits, isOwn) =>
    isOwn ? letters + digits : `$${letters}$${digits}`,
  );
}

/** The same text for formulas that say the same of their own rows, and for no others. */
export function rowless(formula: string, row: number): string {
  return changed(formula, row, (fixed, letters, fixedRow, digits, isOwn) => {
    if (!isOwn) return fixed + letters + fixedRow + digits;
    // A fixed reference that happens to be to this row is to another one from any other row.
    return fixed + fixedRow === "" ? `${letters}@` : `${fixed}${letters}${fixedRow}${digits}#`;
  });
}

function changed(formula: string, row: number, change: Change): string {
  const own = String(row);
  const piece = (
    whole: string,
    sheet: string | undefined,
    fixed: string | undefined,
    letters = "",
    fixedRow = "",
    digits = "",
    lastFixed = "",
    lastLetters?: string,
    lastFixedRow = "",
    lastDigits = "",
  ): string => {
    if (fixed === undefined) return whole;
    const isOwn = sheet === undefined && digits === own && (lastLetters === undefined || lastDigits === own);
    const first = change(fixed, letters, fixedRow, digits, isOwn);
    const last =
      lastLetters === undefined ? "" : `:${change(lastFixed, lastLetters, lastFixedRow, lastDigits, isOwn)}`;
    return (sheet ?? "") + first + last;
  };
  return formula.replace(PIECES, piece);
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
