import type { Expression } from "../formula";
import { type Child, h } from "../html";
import { readMessage, type KeyReference } from "../template";

import { formulaWords, givesDay, labelOf, type WordsGround } from "./formula-words";

/** What is too long to read inside a sentence is shown as a figure or words that the check fills in. */
const LONGEST = 110;

/** A message with what it quotes, in words instead of figures. */
export function messageWords(text: string, ground: WordsGround): Child {
  return readMessage(text).map((part): Child => {
    if (part.kind === "text") return part.text;
    if (part.kind === "line") return quoted("the line");
    const { expression } = part;
    if (expression.kind === "call" && expression.name === "IF") {
      const choices = expression.args.slice(1).flatMap((arg) => (arg.kind === "text" ? [arg.value] : []));
      if (choices.length === expression.args.length - 1)
        return quoted(choices.filter((choice) => choice !== "").join(" / "));
    }
    const words = formulaWords(expression, ground);
    if (words.length <= LONGEST)
      return quoted(expression.kind === "reference" ? labelOf(expression.to, ground) : words);
    return quoted(isText(expression) ? "words" : givesDay(expression, ground) ? "day" : "figure");
  });
}

function isText(expression: Expression<KeyReference>): boolean {
  return (
    expression.kind === "text" ||
    (expression.kind === "binary" && expression.operator === "&") ||
    (expression.kind === "call" && expression.name === "IF" && expression.args.slice(1).some(isText))
  );
}

/** A message of a check that the program makes: `{label}` and the like are filled in by it. */
export function standingWords(text: string): Child {
  return text
    .split(/(\{[^}]*\})/)
    .map((piece): Child => (piece.startsWith("{") ? quoted(piece.slice(1, -1).replaceAll("_", " ")) : piece));
}

function quoted(words: string): Child {
  return h("span", { class: "hole" }, words);
}
