import { shown } from "./problem";

export type CodeResult =
  | { readonly kind: "code"; readonly code: string }
  /** The end of a sentence that began with what the code is of. */
  | { readonly kind: "refused"; readonly why: string };

/** As codes are kept and looked up: no spaces around, capital letters. */
export function normaliseCode(text: string): string {
  return text.trim().toUpperCase();
}

// What Excel makes of a code such as 9E1 on opening a CSV: 9.00E+01, 9E+01 or 90. The code itself, having no sign and no
// point, is left alone.
const TURNED = /^[+-]?(?:\d+|\d*[.,]\d+(?:e[+-]?\d+)?|\d+e[+-]\d+)$/i;

/** A code from a cell that is not empty. Only letters and digits: codes become parts of file and sheet names. */
export function readCode(text: string, file = "register"): CodeResult {
  const trimmed = text.trim();
  if (TURNED.test(trimmed)) {
    const why =
      `${shown(trimmed)} is a number: Excel has probably changed it. ` +
      `Format the column as Text, type the code again and save the ${file}.`;
    return { kind: "refused", why };
  }
  if (/\s/.test(trimmed)) {
    return { kind: "refused", why: `${shown(trimmed)} has a space inside it. Type the code without spaces.` };
  }
  if (!/^[A-Za-z0-9]+$/.test(trimmed)) {
    const why = `${shown(trimmed)} holds a character that is neither a letter nor a digit. Type the code again.`;
    return { kind: "refused", why };
  }
  return { kind: "code", code: normaliseCode(trimmed) };
}
