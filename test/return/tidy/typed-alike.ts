import type { RawValue } from "../../../src/cells";
import type { ValueType } from "../../../src/template";
import { tidied } from "../../../src/return/tidy";

export const MONEY: ValueType = { kind: "money" };
export const COUNT: ValueType = { kind: "count", decimals: 1 };
export const PERCENT: ValueType = { kind: "percent", decimals: 1 };
export const DATE: ValueType = { kind: "date" };

/** What an entry was meant to be, or null. */
export function meant(value: RawValue, type: ValueType, most: number | null = null): number | string | null {
  return tidied(value, type, most)?.value ?? null;
}

/** "1250000" → "1,250,000", without the code under test. */
export function withCommas(value: number, comma = ","): string {
  const digits = [...String(value)];
  return digits.map((digit, at) => (at > 0 && (digits.length - at) % 3 === 0 ? comma : "") + digit).join("");
}
