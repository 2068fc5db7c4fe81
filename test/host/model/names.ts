import type { Sheet } from "./sheet";

/** A defined name of the workbook or of a sheet. */
export interface DefinedName {
  readonly name: string;
  /** With its equals sign. */
  formula: string;
  comment: string;
  visible: boolean;
  /** Null where it belongs to the workbook. */
  readonly scope: Sheet | null;
}

/** Letters, digits, points and lines, not beginning with a digit, and no address. */
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;

export function isName(text: string): boolean {
  return NAME.test(text) && !/^(r|c)$/i.test(text) && !/^\$?[A-Za-z]{1,3}\$?[0-9]+$/.test(text);
}
