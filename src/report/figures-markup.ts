import { h, type Markup } from "../html";

import type { LargeFigure } from "./piece";
import { shownValue } from "./shown-value";

/** Figures in large letters, each with what it is called above it and what is said of it below. */
export function figuresMarkup(figures: readonly LargeFigure[]): Markup {
  return h(
    "dl",
    { class: "figures" },
    figures.map(({ label, cell, notes }) =>
      h(
        "div",
        {},
        h("dt", {}, label),
        h("dd", { class: "large" }, shownValue(cell.value, cell.format)),
        notes.map((note) => h("dd", {}, note)),
      ),
    ),
  );
}
