import { isoDay } from "../../cells";

/** A quarter of a financial year, which begins in April: 2007 and 1 are April to June 2007. */
export interface Quarter {
  /** The calendar year in which the financial year begins. */
  readonly year: number;
  readonly number: number;
}

/** The quarter that a person wrote, a financial year and Q1 to Q4; undefined where it is none. */
export function readQuarter(text: string): Quarter | undefined {
  const [, first = "", second = "", number = ""] =
    /^(\d{4})\/(\d{2}) Q([1-4])$/i.exec(text.trim().replace(/\s+/g, " ")) ?? [];
  const year = Number(first);
  if (first === "" || Number(second) !== (year + 1) % 100) return undefined;
  return { year, number: Number(number) };
}

/** The quarter in which a day falls, as Excel counts days; undefined where it is no day. */
export function quarterOf(serial: number): Quarter | undefined {
  const iso = isoDay(serial);
  if (iso === undefined) return undefined;
  const [year, month] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7))];
  return month < 4 ? { year: year - 1, number: 4 } : { year, number: Math.ceil((month - 3) / 3) };
}

/** As readQuarter reads it. */
export function quarterWords({ year, number }: Quarter): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")} Q${number}`;
}
