/** The sides of a cell that can have a line. */
export type Side = "top" | "bottom" | "left" | "right" | "diagonalDown" | "diagonalUp";

export interface Border {
  /** As Excel names it: None, Continuous, Dash … */
  readonly style: string;
  readonly weight: string;
  readonly colour: string;
}

/** How a cell looks and whether it is locked. Formats that are equal are one object. */
export interface Format {
  readonly numberFormat: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColour: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  /** #RRGGBB; null for no fill. */
  readonly fill: string | null;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrink: boolean;
  readonly rotation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly top: Border | null;
  readonly bottom: Border | null;
  readonly left: Border | null;
  readonly right: Border | null;
  readonly diagonalDown: Border | null;
  readonly diagonalUp: Border | null;
}

const NEW: Format = {
  numberFormat: "General",
  fontName: "Calibri",
  fontSize: 11,
  fontColour: "#000000",
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  subscript: false,
  superscript: false,
  fill: null,
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  indent: 0,
  shrink: false,
  rotation: 0,
  locked: true,
  formulaHidden: false,
  top: null,
  bottom: null,
  left: null,
  right: null,
  diagonalDown: null,
  diagonalUp: null,
};

const known = new Map<string, Format>();
const changed = new WeakMap<Format, Map<string, Format>>();

/** The format of a cell that nobody touched. */
export const USUAL_FORMAT: Format = one(NEW);

function one(format: Format): Format {
  const key = JSON.stringify(format);
  const before = known.get(key);
  if (before) return before;
  known.set(key, format);
  return format;
}

/** The same format with some of it changed. */
export function formatWith(format: Format, change: Partial<Format>): Format {
  const key = JSON.stringify(change);
  const made = changed.get(format) ?? new Map<string, Format>();
  changed.set(format, made);
  const before = made.get(key);
  if (before) return before;
  // By the order of NEW, so that equal formats are written alike.
  const now = one({ ...NEW, ...format, ...change });
  made.set(key, now);
  return now;
}
