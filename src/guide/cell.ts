import { h, type Markup } from "../html";
import type { Field, ValueBlock } from "../template";

import { fieldAnchor } from "./anchors";
import { shownValue } from "./field-words";

/** One cell of a sheet as the guide shows it: its colour, and in words or signs what belongs there. */
export function sheetCell(field: Field | undefined, block: ValueBlock): Markup {
  if (!field) return h("td", { class: "cell shown" }, "shown");
  const id = fieldAnchor(field, block);
  const { source } = field;
  switch (source.kind) {
    case "entered": {
      const word = shortWord(field);
      return h(
        "td",
        { id, class: "cell entered", title: field.label },
        source.answer === "due" ? word : `(${word})`,
      );
    }
    case "calculated":
      return h("td", { id, class: "cell calculated", title: field.label }, "=");
    case "constant":
      return h("td", { id, class: "cell constant", title: field.label }, shownValue(source.value, field));
    case "closed":
      return h(
        "td",
        { id, class: "cell closed", title: field.label },
        h("span", { class: "unseen" }, "nothing to enter"),
      );
  }
}

function shortWord({ type }: Field): string {
  switch (type.kind) {
    case "money":
      return "£000";
    case "percent":
      return "%";
    case "count":
      return "number";
    default:
      return type.kind;
  }
}
