import { h, wide, type Markup } from "../../html";
import { shownValue } from "../shown-value";
import { drawBars } from "./bars";
import type { ChartFigures } from "./chart-figures";
import { drawColumns } from "./columns";
import { rounded, type Drawn } from "./drawn";
import { drawLines } from "./lines";

/** A chart is drawn for a page and for a telephone, or half a sheet of paper: letters that shrink with a drawing can't be read. */
const WIDTHS = { roomy: 420, slim: 280 } as const;

/** A chart with its message above, the words for those who do not see it, and the table of its figures behind it. */
export function chartMarkup(figures: ChartFigures): Markup {
  return h(
    "figure",
    { class: "chart" },
    h("figcaption", {}, figures.title),
    (["roomy", "slim"] as const).map((size) => drawing(figures, size)),
    h("details", {}, h("summary", {}, "Figures of this chart"), figuresTable(figures)),
  );
}

function drawing(figures: ChartFigures, size: keyof typeof WIDTHS): Markup {
  const width = WIDTHS[size];
  const { height, marks } = drawn(figures, width);
  return h(
    "svg",
    {
      class: size,
      viewBox: `0 0 ${width} ${rounded(height)}`,
      role: "img",
      "aria-label": figures.says,
    },
    marks,
  );
}

function drawn(figures: ChartFigures, width: number): Drawn {
  switch (figures.kind) {
    case "bars":
    case "stacked_bars":
      return drawBars(figures, width);
    case "columns":
    case "stacked_columns":
      return drawColumns(figures, width) ?? drawBars(figures, width);
    case "lines":
      return drawLines(figures, width);
  }
}

function figuresTable({ title, categories, series, format }: ChartFigures): Markup {
  const name = `Figures of “${title}”`;
  return wide(
    name,
    h(
      "table",
      {},
      h("caption", { class: "unseen" }, name),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("td", {}),
          series.map((one) => h("th", { scope: "col", class: "figure" }, one.name)),
        ),
      ),
      h(
        "tbody",
        {},
        categories.map((category, at) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, category),
            series.map(({ figures: own }) =>
              h("td", { class: "figure" }, shownValue(own[at] ?? null, format)),
            ),
          ),
        ),
      ),
    ),
  );
}
