/** What a cell is for; its look follows from that and is said here only. */
export type StyleRole =
  | "key"
  | "band"
  | "band_right"
  | "band_small"
  | "band_small_right"
  | "intro"
  | "legend_label"
  | "aside"
  | "legend_input"
  | "legend_prefilled"
  | "block_title"
  | "block_intro"
  | "group_head"
  | "group_small"
  | "head"
  | "head_small"
  | "head_text"
  | "head_turned"
  | "line_number"
  | "label"
  | "total_label"
  | "input"
  | "input_text"
  | "input_note"
  | "prefilled"
  | "prefilled_figure"
  | "calculated"
  | "calculated_text"
  | "total"
  | "closed"
  | "check"
  | "figure"
  | "figure_list"
  | "figure_total"
  | "text"
  | "fact"
  | "text_small"
  | "text_strong"
  | "missing"
  | "mark"
  | "month"
  | "month_count"
  | "mark_total"
  | "link"
  | "contents_link"
  | "number_large"
  | "answer"
  | "caption"
  | "message";

export type NumberFormat =
  | "general"
  | "text"
  | "money"
  | "whole"
  | "decimal1"
  | "decimal2"
  | "percent0"
  | "percent1"
  | "percent2"
  | "date";

/** Excel's codes. What is no sign of the format stands in quotes, or Excel calls the file corrupt. */
export const NUMBER_FORMATS: Readonly<Record<NumberFormat, string>> = {
  general: "General",
  text: "@",
  money: '#,##0_);(#,##0);"–"_)',
  whole: '#,##0_);(#,##0);"–"_)',
  decimal1: '#,##0.0_);(#,##0.0);"–"_)',
  decimal2: '#,##0.00_);(#,##0.00);"–"_)',
  percent0: "0%_)",
  percent1: "0.0%_)",
  percent2: "0.00%_)",
  date: "dd mmm yyyy",
};

/** Colours as RRGGBB. */
export const COLOURS = {
  blue: "005EB8",
  white: "FFFFFF",
  text: "212B32",
  quiet: "5C6670",
  rule: "D0D7DE",
  strongRule: "5C6670",
  input: "FFF9DB",
  calculated: "EAF1F8",
  prefilled: "E8F5E9",
  closed: "D9D9D9",
  head: "F3F5F7",
  fix: "8A1010",
  fixFill: "FDE8E8",
  explain: "7A4B00",
  explainFill: "FFF4CE",
  link: "005EB8",
  green: "14521E",
  greenFill: "BFE3C4",
  amber: "5C3900",
  amberFill: "FFDF8A",
  red: "7A0C0C",
  redFill: "F6BDBD",
} as const;

export const FONT = "Arial";

export interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly underline: boolean;
  readonly colour: string;
  readonly fill: string | null;
  readonly across: "left" | "right" | "center";
  readonly down: "top" | "middle" | "bottom";
  readonly wrap: boolean;
  /** Read from below, for heads of narrow columns. */
  readonly turned: boolean;
  readonly locked: boolean;
  /** Steps from the edge of the cell. */
  readonly indent: number;
  /** Thin rules around, one above (totals), one below (heads), or none. */
  readonly rules: "none" | "box" | "total" | "below";
}

const plain: Look = {
  size: 10,
  bold: false,
  underline: false,
  colour: COLOURS.text,
  fill: null,
  across: "left",
  down: "middle",
  wrap: false,
  turned: false,
  locked: true,
  indent: 0,
  rules: "none",
};
const band: Look = { ...plain, indent: 1, size: 14, bold: true, colour: COLOURS.white, fill: COLOURS.blue };
const bandSmall: Look = { ...plain, indent: 1, colour: COLOURS.white, fill: COLOURS.blue };
const boxed: Look = { ...plain, rules: "box", indent: 1 };
const figure: Look = { ...boxed, across: "right", indent: 0 };
const wrapped: Look = { ...plain, down: "top", wrap: true };

/** The look of each role. */
export const LOOKS: Readonly<Record<StyleRole, Look>> = {
  key: { ...plain, size: 8, colour: COLOURS.quiet },
  band,
  band_right: { ...band, size: 11, across: "right" },
  band_small: bandSmall,
  band_small_right: { ...bandSmall, across: "right" },
  intro: { ...wrapped, colour: COLOURS.quiet, down: "middle" },
  legend_label: { ...plain, size: 9, colour: COLOURS.quiet, across: "right" },
  aside: { ...plain, size: 9, colour: COLOURS.quiet },
  legend_input: { ...boxed, fill: COLOURS.input },
  legend_prefilled: { ...boxed, fill: COLOURS.prefilled },
  block_title: { ...plain, size: 11, bold: true, colour: COLOURS.blue, down: "bottom" },
  block_intro: { ...wrapped, colour: COLOURS.quiet },
  group_head: { ...plain, bold: true, fill: COLOURS.head, across: "center", rules: "box" },
  group_small: {
    ...plain,
    size: 8,
    bold: true,
    fill: COLOURS.head,
    across: "center",
    wrap: true,
    rules: "box",
  },
  head: { ...plain, bold: true, fill: COLOURS.head, across: "right", wrap: true, rules: "below" },
  head_small: {
    ...plain,
    size: 8,
    bold: true,
    fill: COLOURS.head,
    across: "right",
    wrap: true,
    rules: "below",
  },
  head_text: { ...plain, indent: 1, bold: true, fill: COLOURS.head, wrap: true, rules: "below" },
  head_turned: {
    ...plain,
    size: 8,
    bold: true,
    fill: COLOURS.head,
    across: "center",
    down: "bottom",
    turned: true,
    rules: "box",
  },
  line_number: { ...boxed, indent: 0, colour: COLOURS.quiet, across: "center" },
  label: { ...boxed, wrap: true },
  total_label: { ...boxed, bold: true, wrap: true, rules: "total" },
  input: { ...figure, fill: COLOURS.input, locked: false },
  input_text: { ...boxed, fill: COLOURS.input, locked: false, wrap: true },
  input_note: { ...boxed, fill: COLOURS.input, locked: false, wrap: true, down: "top" },
  prefilled: { ...boxed, fill: COLOURS.prefilled, locked: false, wrap: true },
  prefilled_figure: { ...figure, fill: COLOURS.prefilled, locked: false },
  calculated: { ...figure, fill: COLOURS.calculated },
  calculated_text: { ...boxed, fill: COLOURS.calculated, wrap: true },
  total: { ...figure, fill: COLOURS.calculated, bold: true, rules: "total" },
  closed: { ...plain, fill: COLOURS.closed, across: "right" },
  check: { ...boxed, size: 9, wrap: true },
  figure,
  figure_list: { ...figure, down: "top" },
  figure_total: { ...figure, bold: true, fill: COLOURS.calculated, rules: "total" },
  text: { ...boxed, wrap: true, down: "top" },
  fact: { ...boxed, size: 8 },
  text_small: { ...boxed, size: 8, colour: COLOURS.quiet, wrap: true, down: "top" },
  text_strong: { ...boxed, bold: true, fill: COLOURS.head },
  mark: { ...boxed, indent: 0, bold: true, across: "center" },
  month: { ...boxed, indent: 0, size: 9, across: "center" },
  month_count: { ...boxed, indent: 0, size: 8, bold: true, across: "center", fill: COLOURS.calculated },
  mark_total: { ...boxed, indent: 0, bold: true, across: "center", fill: COLOURS.calculated, rules: "total" },
  missing: { ...boxed, fill: COLOURS.closed },
  link: { ...boxed, colour: COLOURS.link, underline: true, down: "top", wrap: true },
  contents_link: { ...boxed, colour: COLOURS.link, underline: true },
  number_large: { ...plain, size: 20, bold: true, colour: COLOURS.blue },
  answer: { ...boxed, size: 11, wrap: true, fill: COLOURS.head },
  caption: { ...wrapped, colour: COLOURS.quiet },
  message: { ...wrapped, size: 11, bold: true, colour: COLOURS.blue, down: "bottom" },
};

/** How cells look while a conditional format holds. */
export interface ConditionalLook {
  readonly colour: string;
  readonly fill: string | null;
  readonly bold: boolean;
  /** Excel's code that puts a sign before the figure; null where words or signs beside the cell say the same. */
  readonly code: string | null;
}

export const CONDITIONAL_LOOKS = {
  fix: { colour: COLOURS.fix, fill: COLOURS.fixFill, bold: false, code: null },
  explain: { colour: COLOURS.explain, fill: COLOURS.explainFill, bold: false, code: null },
  note: { colour: COLOURS.text, fill: COLOURS.head, bold: false, code: null },
  good: { colour: COLOURS.quiet, fill: null, bold: false, code: null },
  quiet: { colour: COLOURS.quiet, fill: null, bold: false, code: null },
  green: { colour: COLOURS.green, fill: COLOURS.greenFill, bold: true, code: null },
  amber: { colour: COLOURS.amber, fill: COLOURS.amberFill, bold: true, code: null },
  red: { colour: COLOURS.red, fill: COLOURS.redFill, bold: true, code: null },
  /** A day in a row of months. */
  event: { colour: COLOURS.white, fill: COLOURS.blue, bold: true, code: null },
  // Of rates: below what they are to reach, and below the one before.
  below: { colour: COLOURS.fix, fill: COLOURS.fixFill, bold: false, code: '"▼ "0%_)' },
  falls: { colour: COLOURS.explain, fill: COLOURS.explainFill, bold: false, code: '"↓ "0%_)' },
} as const satisfies Readonly<Record<string, ConditionalLook>>;
