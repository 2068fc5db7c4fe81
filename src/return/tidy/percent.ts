import { NUMBER, digitsOf, isNil, scaled, tight, withoutFullStop } from "./figure";
import { DASHES, typed } from "./typed";

const SHARE = new RegExp(`^(?<sign>[+${DASHES}])?(?<number>${NUMBER})(?<percent>%|percent)?$`, "i");
const BRACKETED = new RegExp(`^\\((?<number>${NUMBER})(?<inside>%)?\\)(?<outside>%)?$`);

/**
 * The share that a text surely stands for, 0.45 for 45%, or null. `most` is the field's own bound, as a share: only where it is at
 * most 1 (100%) does 45 without a sign mean 45%. A share that is then above 1 is not sure either.
 */
export function percentOf(text: string, most: number | null): number | null {
  const plain = withoutFullStop(typed(text));
  if (plain === null) return null;
  if (isNil(plain)) return 0;
  const close = tight(plain);
  const bracketed = BRACKETED.exec(close)?.groups;
  const { sign, number, percent, inside, outside } = bracketed ?? SHARE.exec(close)?.groups ?? {};
  const digits = number === undefined ? null : digitsOf(number);
  if (digits === null || (inside !== undefined && outside !== undefined)) return null;
  const negative = bracketed !== undefined || (sign !== undefined && sign !== "+");
  if ((percent ?? inside ?? outside) !== undefined) {
    const share = scaled(digits, -2, negative);
    return share > 1 && isShare(most) ? null : share;
  }
  const value = scaled(digits, 0, negative);
  // Exactly 1 may be the whole, or one of a hundred.
  if (Math.abs(value) < 1) return value;
  return isPoints(value, most) ? scaled(digits, -2, false) : null;
}

/** The share that a number of percent points stands for, 0.45 for 45; null where the number is right as it stands. */
export function percentOfPoints(value: number, most: number | null): number | null {
  // Fifteen digits are what Excel itself keeps; the rest would be dust of the division.
  return isPoints(value, most) ? Number((value / 100).toPrecision(15)) : null;
}

function isPoints(value: number, most: number | null): boolean {
  return isShare(most) && value > 1 && value <= 100;
}

/** True where a field's bound allows no more than the whole. */
function isShare(most: number | null): boolean {
  return most !== null && most <= 1;
}
