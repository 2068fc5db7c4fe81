import { quoteSheet } from "../cells";

/** Cells that a formula of a workbook refers to, as they are written: $D$10, or the two corners of a range. */
export interface WrittenReference {
  /** Null for the formula's own sheet. */
  readonly sheet: string | null;
  readonly corners: readonly string[];
}

const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6}`;
/** A text, which is left alone, or a reference with its sheet, if it names one. A function's name may end in digits too. */
const TEXT_OR_REFERENCE = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'!|([A-Za-z_][\w.]*)!)?(?<![\w.$])(${CELL})(?::(${CELL}))?(?![\w.(!])`,
  "g",
);

/**
 * The formula with other references, and otherwise to the letter as it was. It is not parsed: a conditional format may use
 * functions that the rule language does not have.
 */
export function withReferences(
  formula: string,
  by: (reference: WrittenReference) => WrittenReference,
): string {
  return formula.replace(
    TEXT_OR_REFERENCE,
    (all: string, quoted?: string, plain?: string, first?: string, last?: string) => {
      if (first === undefined) return all;
      const sheet = quoted?.replaceAll("''", "'") ?? plain ?? null;
      return written(by({ sheet, corners: last === undefined ? [first] : [first, last] }));
    },
  );
}

/** A corner of a range once a row was put in at `row`: what stood there stands one further down. */
export function cornerBelow(corner: string, row: number): string {
  return corner.replace(/[0-9]+$/, (digits) => String(rowBelow(Number(digits), row)));
}

export function rowBelow(own: number, inserted: number): number {
  return own >= inserted ? own + 1 : own;
}

function written({ sheet, corners }: WrittenReference): string {
  return `${sheet === null ? "" : `${quoteSheet(sheet)}!`}${corners.join(":")}`;
}
