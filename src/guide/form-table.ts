import { type Child, h, headRow, type Markup, wide } from "../html";
import type { Field, ValueBlock } from "../template";

import { fieldAnchor } from "./anchors";
import type { LineFacts } from "./block-facts";
import { code, formulaCode } from "./code";
import { answerWords, shownValue, wantedIn } from "./field-words";
import { lookUpWords } from "./look-up-words";
import { servesLinks, type GuideGround } from "./pieces";

/** A form: one answer a row. */
export function formTable(
  block: ValueBlock,
  lines: readonly LineFacts[],
  { template, obligations }: GuideGround,
): Markup {
  const rows = lines.flatMap(({ line, fields, serves }) =>
    [...fields.values()].map((field) =>
      h(
        "tr",
        { id: fieldAnchor(field, block) },
        h(
          "th",
          { scope: "row" },
          line.label,
          helpOf(line.help),
          keyOf(field.key),
          servesOf(serves, obligations),
        ),
        h("td", { class: `cell ${field.source.kind}` }, contentOf(field, template)),
        h("td", {}, answerOf(field)),
      ),
    ),
  );
  return wide(
    block.title,
    h(
      "table",
      { class: "form" },
      h("caption", { class: "unseen" }, block.title),
      headRow("What is asked", "What goes in", "Answer"),
      h("tbody", {}, rows),
    ),
  );
}

function contentOf(field: Field, template: GuideGround["template"]): Child {
  const { source } = field;
  switch (source.kind) {
    case "entered":
      return wantedIn(field);
    case "calculated":
      return source.written === null ? lookUpWords(field, template) : formulaCode(source.written, template);
    case "constant":
      return shownValue(source.value, field);
    case "closed":
      return "nothing to enter";
  }
}

/** Whether an answer is due; where nothing is entered, where the value comes from. */
export function answerOf(field: Field): string {
  switch (field.source.kind) {
    case "entered":
      return answerWords(field);
    case "calculated":
      return "worked out";
    case "constant":
      return "given";
    case "closed":
      return "none";
  }
}

export function keyOf(key: string): Markup {
  return h("p", { class: "id" }, code(key));
}

export function helpOf(help: string | null): Child {
  return help === null ? null : h("p", { class: "help" }, help);
}

export function servesOf(ids: readonly string[], obligations: GuideGround["obligations"]): Child {
  return ids.length === 0 ? null : h("p", { class: "serves" }, "Serves ", servesLinks(ids, obligations));
}
