import type { RawValue } from "../../cells";
import { serialOfIso } from "./iso-date";
import { Refusal } from "./refusal";
import { decodeEscapes } from "./rich-text";
import { isTrue } from "./xml";

/** A cell's content as the file gives it. */
export interface WrittenCell {
  readonly type: string;
  /** The text of its value element; undefined where it has none. */
  readonly text: string | undefined;
  /** The text written in the cell itself rather than in the shared list. */
  readonly inline: string | undefined;
}

/** What the cells of one workbook share. */
export interface WorkbookSense {
  /** Undefined where the workbook has no list of texts. */
  readonly strings: readonly string[] | undefined;
  readonly date1904: boolean;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A cell's value; null for none. `place` says in a refusal which cell could not be understood. */
export function valueOf(cell: WrittenCell, sense: WorkbookSense, place: () => string): RawValue {
  const { type, text, inline } = cell;
  if (type === "inlineStr") return inline ?? (text === undefined ? null : decodeEscapes(text));
  if (text === undefined) return inline ?? null;
  if (type === "str") return decodeEscapes(text);
  const plain = text.trim();
  if (plain === "") return null;
  switch (type) {
    case "s":
      return sharedText(plain, sense.strings, place);
    case "n":
      return numberOf(plain, place);
    case "b":
      if (isTrue(plain)) return true;
      if (plain === "0" || plain === "false") return false;
      break;
    case "e":
      return { error: plain };
    case "d": {
      const serial = serialOfIso(plain, sense.date1904);
      if (serial !== undefined) return serial;
      break;
    }
  }
  throw broken(place);
}

function numberOf(plain: string, place: () => string): number {
  const number = NUMBER.test(plain) ? Number(plain) : NaN;
  if (!Number.isFinite(number)) throw broken(place);
  return number;
}

function sharedText(plain: string, strings: readonly string[] | undefined, place: () => string): string {
  if (strings === undefined) throw new Refusal("missing_strings");
  const text = /^\d+$/.test(plain) ? strings[Number(plain)] : undefined;
  if (text === undefined) throw broken(place);
  return text;
}

function broken(place: () => string): Refusal {
  return new Refusal("broken_cell", `${place()} has a value that cannot be read`);
}
