/** Functions that take several cells, in a return's formulas and in a summary's: in so many of their first parts. */
export const AREA_PARTS: ReadonlyMap<string, number> = new Map([
  ["SUM", Infinity],
  ["MIN", Infinity],
  ["MAX", Infinity],
  ["COUNT", Infinity],
  ["COUNTA", Infinity],
  ["COUNTSAME", 1],
  ["SUMSAME", 2],
]);
