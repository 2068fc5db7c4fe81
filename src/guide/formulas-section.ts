import { h, headRow, type Markup, wide } from "../html";

const FORMS: readonly (readonly [string, string])[] = [
  ["form.field", "an answer of a form"],
  ["table.line[column]", "one cell of a table"],
  ["[@column]", "the cell of this column in the same line or row"],
  ["table.line[@]", "the cell of this line in the same column"],
  ["table.first..last[column]", "what is entered in these lines of a column"],
  ["table.line[first..last]", "what is entered in a line from one column to another"],
  ["list[column]", "the whole column of a list"],
  ["dates.name", "a day that the year sets"],
  ["EVERY(lines, test), ANY(lines, test)", "the test is true for every line, or for one at least"],
  ["COUNTROWS(list, test)", "how many rows of the list make the test true"],
  ["SUMROWS(list[column], test)", "the sum of a column over those rows"],
  ["COUNTSAME(list[column], value)", "how often just this value stands in the column"],
  [
    "SUMSAME(list[sum], list[search], value)",
    "the sum of one column over the rows that have just this value in another",
  ],
  [
    "STEPBELOW(cells, limit), STEPABOVE(cells, limit)",
    "the head of the first column that lies by less, or by more, than the limit above the one before it; blank where none does",
  ],
  ["MISSINGIN(cells)", "the head of the first column that is blank before one that is not"],
  ["BEHIND(cells, others)", "the head of the first column that is lower than its like in the other line"],
];

/** How the formulas of this guide are read. */
export function formulasSection(): Markup {
  return h(
    "section",
    { class: "part", id: "formulas", "aria-labelledby": "formulas-title" },
    h("h2", { id: "formulas-title" }, "How to read the formulas"),
    h(
      "p",
      { class: "lead" },
      "Formulas are Excel's, with keys in place of addresses: a key is the name of a value and stays the same wherever its cell may be. The workbook works out the very same formulas.",
    ),
    h(
      "p",
      {},
      "A check waits until what it needs is entered: a blank where an answer is due keeps it silent, and so does text where a figure is due. A blank that is an answer counts as 0 or as nothing.",
    ),
    wide(
      "Keys in formulas",
      h(
        "table",
        { class: "legend" },
        h("caption", {}, "What stands in them"),
        headRow("Written", "Means"),
        h(
          "tbody",
          {},
          FORMS.map(([written, means]) =>
            h("tr", {}, h("td", {}, h("code", {}, written)), h("td", {}, means)),
          ),
        ),
      ),
    ),
  );
}
