import { typed } from "./typed";

/** What Excel takes for a number when it is typed: digits, or digits with a power of ten. */
const TURNED = /^\d{1,15}(?:e\d{1,3})?$/i;
/** How the number may then be written: 50, 50.00, 5E+01, 5.00E+01. */
const WRITTEN = /^\d{1,15}(?:\.\d{1,15})?(?:e[+-]?\d{1,3})?$/i;

/** The greatest number that Excel makes of what is typed; beyond it a code stays text. */
const GREATEST = 9.99999999999999e307;

/**
 * Those of a register's codes that Excel would have turned into this number, in the register's order: a digit E a digit is to Excel a
 * power of ten, and noughts in front are lost. The number may have been kept as text since.
 */
export function likelyCodes(value: number | string, codes: readonly string[]): readonly string[] {
  const wanted = typeof value === "number" ? value : numberIn(typed(value) ?? "", WRITTEN);
  if (wanted === null || !(wanted >= 0 && wanted <= GREATEST)) return [];
  const digits = kept(wanted);
  return codes.filter((code) => {
    const number = numberIn(code, TURNED);
    return number !== null && number <= GREATEST && kept(number) === digits;
  });
}

function numberIn(text: string, form: RegExp): number | null {
  return form.test(text) ? Number(text) : null;
}

/** The fifteen digits that Excel keeps; it may differ from us in the last bits of a great power. */
function kept(number: number): string {
  return number.toPrecision(15);
}
