import type { Change } from "./small-year";

/** The small year lists no obligations, unless a test says so. */
export const NOTHING_LISTED = "# nothing is listed\n";

const OBLIGATIONS = `
obligations:
  G-1: { who: [provider], source: guidance s1, due: 2002-03-31, asks: [money], what: Spend is planned. }
  G-2.1: { who: [provider], source: ours, due: close, asks: [date, choice], what: The plan is signed. }
  G-3: { who: [provider], source: guidance s3, asks: [money, percentage], what: Spend shows the uplift. }
`;

/** The year lists three; blocks, lines, columns, fields and rules of the return serve them. */
export const LISTED: readonly Change[] = [
  { file: "obligations.yaml", old: NOTHING_LISTED, by: OBLIGATIONS.trimStart() },
  { file: "year.yaml", old: "draft: Draft\n", by: "draft: Draft\ndates: { close: 2002-06-30 }\n" },
  {
    file: "spend.yaml",
    old: "    title: Spend by kind\n",
    by: "    title: Spend by kind\n    serves: [G-1]\n",
  },
  {
    file: "cover.yaml",
    old: "signed: { label: Signed, type: date, answer: optional }",
    by: "signed: { label: Signed, type: date, answer: optional, serves: [G-2.1] }",
  },
  {
    file: "spend.yaml",
    old: "uplift: { label: Uplift, ",
    by: "uplift: { label: Uplift, serves: [G-3], ",
  },
  {
    file: "spend.yaml",
    old: "    title: Net spend is above the uplift\n",
    by: "    title: Net spend is above the uplift\n    serves: [G-3, G-1]\n",
  },
];
