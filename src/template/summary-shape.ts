import * as v from "valibot";

import { assuranceShape } from "./summary-assurance-shape";
import { byTableShape } from "./summary-by-shape";
import { besideShape } from "./summary-beside-shape";
import { chartShape } from "./summary-charts-shape";
import { heldShape } from "./summary-held-shape";
import { listShape } from "./summary-list-shape";
import { ratingShape, statesShape } from "./summary-marks-shape";
import { commitmentsShape, contractsShape } from "./summary-reconciled-shape";

/** The shape of a summary's definition, as people write it. What its words mean is checked afterwards. */

const text = v.pipe(v.string("a text is wanted here"), v.minLength(1, "a text is wanted here"));
const identifier = v.pipe(
  v.string("a name is wanted here"),
  v.regex(/^[a-z][a-z0-9_]*$/, "a name has small letters, digits and _ only"),
);
const type = v.picklist(["money", "count", "percent", "text"], "the type is money, count, percent or text");
const decimals = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2));
const formula = v.pipe(v.string("a formula is wanted here"), v.startsWith("=", "a formula begins with ="));

const column = v.strictObject({
  label: text,
  group: v.optional(text),
  width: v.optional(v.number()),
  type: v.optional(type),
  decimals: v.optional(decimals),
  value: v.optional(text),
  count: v.optional(text),
  is: v.optional(formula),
  /** A formula over the return of each row, and whether its results add up over organisations. */
  works_out: v.optional(formula),
  adds: v.optional(v.boolean("yes or no is wanted here: true or false")),
  /** A column of shares that the sheet's rule gives a grade. */
  rates: v.optional(identifier),
});

/** What stands in place of totals under rates. */
const meanShape = v.strictObject({
  says: text,
  /** The column by which the mean is weighted. */
  weight: v.optional(identifier),
  target: v.optional(v.strictObject({ says: text, by: v.record(identifier, v.number()) })),
  rising: v.optional(v.strictObject({ from: identifier, to: identifier })),
});

const table = v.strictObject({
  table: identifier,
  /** Where it is of other returns than its sheet is. */
  role: v.optional(identifier),
  title: text,
  intro: v.optional(text),
  columns: v.optional(v.record(identifier, column)),
  /** A column for each line of a table of the return, or for each column of one of its lines. */
  across: v.optional(
    v.strictObject({
      table: identifier,
      column: v.optional(identifier),
      line: v.optional(identifier),
      group: v.optional(text),
      width: v.optional(v.number()),
    }),
  ),
  totals: v.optional(v.boolean()),
  states: v.optional(statesShape),
  /** A test over the return: only organisations of which it is true are shown. */
  only: v.optional(formula),
  mean: v.optional(meanShape),
});

const sheet = v.strictObject({
  sheet: v.pipe(text, v.maxLength(31)),
  /** Of a list it is every role that has it. */
  role: v.optional(identifier),
  intro: v.optional(text),
  rating: v.optional(ratingShape),
  tables: v.optional(v.array(table)),
  /** Tables over all returns together, with which the sheet begins. */
  by: v.optional(v.array(byTableShape)),
  held: v.optional(heldShape),
  rows: v.optional(v.strictObject({ of: identifier, also: v.optional(v.array(identifier)) })),
  list: v.optional(listShape),
});

export const summaryDefinition = v.strictObject({
  title: text,
  figures: v.array(
    v.strictObject({ label: text, type, decimals: v.optional(decimals), is: formula, says: text }),
  ),
  sheets: v.array(sheet),
  charts: v.optional(v.array(chartShape)),
  assurance: v.optional(assuranceShape),
  commitments: v.optional(commitmentsShape),
  lsp: v.optional(contractsShape),
  beside: v.optional(besideShape),
  /** Where a cover says on which days it was signed off. */
  signed_off: v.optional(v.array(text)),
});

export type SummaryTableDefinition = v.InferOutput<typeof table>;
export type SummaryMeanDefinition = v.InferOutput<typeof meanShape>;
export type SummarySheetDefinition = v.InferOutput<typeof sheet>;
export type SummaryColumnDefinition = v.InferOutput<typeof column>;
export type SummaryTypeName = v.InferOutput<typeof type>;
