import { isCellError, type RawValue } from "../cells";

/** Longer texts that begin with a letter are never understood as anything else. */
const LONGEST_DAY = 30;

/** Whether Excel may take a text for a number, a day, a truth value or a formula where it is entered into a cell that is not for texts. */
function isAmbiguous(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return true;
  if (/^(?:true|false)$/i.test(text)) return true;
  return text.length <= LONGEST_DAY && /[0-9]/.test(text);
}

/**
 * A value as it has to be entered, so that Excel keeps it as it is: 2007/08 would be a day in August. An apostrophe before a text says so,
 * and is no part of it. Cells for texts take every text as it is.
 */
export function entered(value: RawValue, isTextCell: boolean): string | number | boolean {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value !== "string" || isTextCell || value === "") return value;
  return isAmbiguous(value) ? `'${value}` : value;
}
