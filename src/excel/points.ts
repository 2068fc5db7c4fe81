/** Dots that a digit of the usual font is wide, in Arial 10 as in Calibri 11. */
const DOTS_A_SIGN = 7;
const POINTS_A_DOT = 0.75;

/** How wide Excel shows a column, in points, of which a file says that it is so many signs wide. */
export function pointsOfWidth(signs: number): number {
  const dots = Math.trunc(((256 * signs + Math.trunc(128 / DOTS_A_SIGN)) / 256) * DOTS_A_SIGN);
  return dots * POINTS_A_DOT;
}
