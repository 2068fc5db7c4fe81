import { DASHES, typed } from "./typed";

const NIL = new RegExp(`^(?:[${DASHES}\\u2014]|nil|none|zero)$`, "i");

const SIGN = `[+${DASHES}]`;
/** Digits, commas and spaces; whether the commas and spaces are in their places is asked afterwards. */
export const NUMBER = String.raw`\d(?:[\d, ]*\d)?(?:\.\d+)?|\.\d+`;
const GROUPED = /^(?:(?:\d+|[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+))(?:\.\d+)?|\.\d+)$/;

/** A number holds no more digits exactly. */
const MOST_DIGITS = 15;

/** `£000`, `£k`, `£m` and the like: said beside a figure, they are its unit and no amount. */
const UNIT = "£(?:['‘’]?(?<noughts>000)(?:['‘’]?s)?|(?<letter>[km]))";
const UNIT_BEFORE = [
  new RegExp(`^${UNIT}:? *(?<rest>.+)$`, "i"),
  new RegExp(`^\\(${UNIT}\\):?(?<rest>.+)$`, "i"),
];
const UNIT_BEHIND = [new RegExp(`^(?<rest>.+)${UNIT}$`, "i"), new RegExp(`^(?<rest>.+)\\(${UNIT}\\)$`, "i")];

const SCALE = "k|m|thousand|million";
const SIGNED = new RegExp(
  `^(?<front>${SIGN})?(?<pound>£)?(?<inner>${SIGN})?(?<number>${NUMBER})(?<scale>${SCALE})?(?<behind>[-\\u2212])?$`,
  "i",
);
/** As accountants write what is below nothing. */
const BRACKETED = new RegExp(
  `^(?<outside>£)?\\((?<inside>£)?(?<number>${NUMBER})(?<scale>${SCALE})?\\)(?<after>${SCALE})?$`,
  "i",
);

/** Spaces that part nothing: beside a letter, a bracket or a pound sign, and behind a minus. */
const TO_CLOSE = new RegExp(`(?<! ) +(?=[^\\d., ${DASHES}])|(?<=[^\\d., ]) +`, "g");

/** A point that may part thousands: 1.250 is one and a quarter to some and 1250 to others. */
const DOUBTFUL_POINT = /^[1-9]\d{0,2}\.\d{3}$/;

interface Amount {
  readonly negative: boolean;
  /** Plain digits, perhaps with a point: "1250.5". */
  readonly digits: string;
  readonly pound: boolean;
  /** Words and letters for thousands or millions of pounds, in small letters. */
  readonly units: readonly string[];
}

/**
 * The figure that a text surely stands for, or null. Money is in £000: k and £000 are its own unit, m and million a thousand of
 * it; a pound sign alone says no more than that money is meant. A count (`money` false) has no unit: pounds are not one.
 */
export function figureOf(text: string, money: boolean): number | null {
  const plain = withoutFullStop(typed(text));
  if (plain === null) return null;
  if (isNil(money ? plain.replace(/^£ */, "") : plain)) return 0;
  const { rest, unit } = unitBeside(tight(plain));
  const amount = amountIn(rest);
  if (!amount) return null;
  const units = [...unit, ...amount.units];
  if (units.length > 1 || (!money && (amount.pound || units.length > 0))) return null;
  // "£000" alone, in brackets or not, is a heading that somebody copied.
  if (amount.digits === "000") return null;
  const millions = units.some((each) => each.startsWith("m"));
  if (!millions && DOUBTFUL_POINT.test(amount.digits)) return null;
  return scaled(amount.digits, millions ? 3 : 0, amount.negative);
}

/** True of a dash or a word that stands for no amount. */
export function isNil(plain: string): boolean {
  return NIL.test(plain);
}

/** An entry without the spaces between a figure and its signs. Those between digits, and before a minus, may part two figures. */
export function tight(plain: string): string {
  return plain.replace(TO_CLOSE, "");
}

/** An entry without the full stop that ends it: behind a word or sign, or behind digits that have no other. */
export function withoutFullStop(plain: string | null): string | null {
  return plain !== null && /[a-z%)]\.$|^[^.]*\d\.$/i.test(plain) ? plain.slice(0, -1) : plain;
}

/** The plain digits of "1,250.5" or "1 250.5"; null where groups are not of three, or there are more digits than a number keeps. */
export function digitsOf(number: string): string | null {
  if (!GROUPED.test(number)) return null;
  const digits = number.replace(/[, ]/g, "");
  return digits.replace(".", "").replace(/^0+/, "").length <= MOST_DIGITS ? digits : null;
}

/** Digits times ten to a power. The power is read with them, so that 1.1 thousand is 1100 to the last bit. Never -0. */
export function scaled(digits: string, power: number, negative: boolean): number {
  const value = Number(`${digits}e${power}`);
  return negative && value !== 0 ? -value : value;
}

function unitBeside(text: string): { readonly rest: string; readonly unit: readonly string[] } {
  for (const form of [...UNIT_BEFORE, ...UNIT_BEHIND]) {
    const { rest, noughts, letter } = form.exec(text)?.groups ?? {};
    const unit = noughts ?? letter;
    if (rest !== undefined && unit !== undefined) return { rest, unit: [unit.toLowerCase()] };
  }
  return { rest: text, unit: [] };
}

function amountIn(text: string): Amount | null {
  const { front, pound, inner, behind, outside, inside, number, scale, after } =
    SIGNED.exec(text)?.groups ?? BRACKETED.exec(text)?.groups ?? {};
  const digits = number === undefined ? null : digitsOf(number);
  const signs = [front, inner, behind].filter((sign) => sign !== undefined);
  const pounds = [pound, outside, inside].filter((sign) => sign !== undefined);
  if (digits === null || signs.length > 1 || pounds.length > 1) return null;
  return {
    negative: text.includes("(") || (signs.length === 1 && signs[0] !== "+"),
    digits,
    pound: pounds.length > 0,
    units: [scale, after].flatMap((unit) => (unit === undefined ? [] : [unit.toLowerCase()])),
  };
}
