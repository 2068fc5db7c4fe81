import type { Change } from "./small-year";

/** The small year with a place to say that there is nothing to report. */
export const NOTHING: Change = {
  file: "explanations.yaml",
  old: "blocks:\n",
  by: `blocks:
  - nothing: nothing
    title: Nothing to report
    answer: Nothing to report
    whole: The whole return
    columns:
      answer: { label: Answer }
      reason: { label: Reason, most: 200 }
      signed: { label: Signed off by, most: 100 }
`,
};

/** Its cover always has something to say. */
export const ALWAYS: Change = {
  file: "cover.yaml",
  old: "sheet: Cover\n",
  by: "sheet: Cover\nalways: true\n",
};
