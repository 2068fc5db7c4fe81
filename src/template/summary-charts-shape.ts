import * as v from "valibot";

/** The shape of a summary's charts, as people write them. */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const identifier = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _ only"),
);
const formula = v.pipe(v.string("a formula is wanted here"), v.startsWith("=", "a formula begins with ="));

export const CHART_KINDS = ["bars", "columns", "stacked_bars", "stacked_columns", "lines"] as const;
/** Bars lie across, columns stand, stacked ones stand on each other, lines run over time. */
export type ChartKind = (typeof CHART_KINDS)[number];

export const CHART_LOOKS = ["accent", "beside", "quiet", "good", "explain", "fix"] as const;
/** The first is what a chart is about, the next two what stands beside it; the others are states. */
export type ChartLook = (typeof CHART_LOOKS)[number];

const most = v.pipe(
  v.number("a number of points is wanted here"),
  v.integer("a whole number is wanted here"),
  v.minValue(1, "one point at least is drawn"),
  v.maxValue(100, "nobody reads more than 100 bars"),
);

const series = v.strictObject({
  label: text,
  look: v.picklist(CHART_LOOKS, `a look is ${CHART_LOOKS.join(", ")}`),
  /** A formula for each point. */
  is: v.optional(v.array(formula)),
  /** The column of the organisations' table, or of that whose rows are drawn. */
  column: v.optional(identifier),
});

export const chartShape = v.strictObject({
  chart: identifier,
  /** The sheet on which it is drawn. */
  on: text,
  /** The table of that sheet below which it stands; without it, it stands above them all. */
  below: v.optional(identifier),
  kind: v.picklist(CHART_KINDS, `a kind of chart is ${CHART_KINDS.join(", ")}`),
  type: v.picklist(["money", "count", "percent"], "the type is money, count or percent"),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2))),
  /** Its message, and what somebody is told who does not see it: sentences with figures in them. */
  title: text,
  says: text,
  /** Points are named here, with a formula for each in every series; or are organisations of a table, or rows of one over all returns. */
  points: v.optional(v.pipe(v.array(text), v.minLength(1, "a chart has one point at least"))),
  organisations: v.optional(
    v.strictObject({
      table: identifier,
      /** The column by which they are sorted, which of its figures come first, and how many are drawn. */
      by: identifier,
      first: v.picklist(["greatest", "least"], "first come the greatest or the least"),
      most,
    }),
  ),
  rows: v.optional(
    v.strictObject({
      table: identifier,
      /** The column by which they are sorted, the greatest first, and how many are drawn; without it all, as they stand. */
      by: v.optional(identifier),
      most: v.optional(most),
    }),
  ),
  /** More than there are looks could not be told from each other. */
  series: v.pipe(
    v.array(series),
    v.minLength(1, "a chart has one series at least"),
    v.maxLength(CHART_LOOKS.length, `a chart has ${CHART_LOOKS.length} series at most`),
  ),
});

export type ChartDefinition = v.InferOutput<typeof chartShape>;
export type ChartSeriesDefinition = v.InferOutput<typeof series>;
