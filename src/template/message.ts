import { TEXT_FORMATS, type Expression } from "../formula";

import { parseDefinitionFormula, type KeyReference } from "./key";
import { Unresolved } from "./resolve";

/** A message as it is written: texts, and formulas in braces, each with the format that it asks for. */
export type WrittenPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "line" }
  | { readonly kind: "value"; readonly expression: Expression<KeyReference>; readonly format: string | null };

/** Reads "… {spend.net[plan_total]} … {a/b|0.0%} …"; `{line}` is the line's label. Throws Unresolved. */
export function readMessage(text: string): readonly WrittenPart[] {
  const parts: WrittenPart[] = [];
  for (const piece of pieces(text)) {
    if (piece.hole === null) {
      if (piece.text !== "") parts.push({ kind: "text", text: piece.text });
    } else if (piece.hole === "line") parts.push({ kind: "line" });
    else parts.push(value(piece.hole));
  }
  return parts;
}

function value(hole: string): WrittenPart {
  const bar = hole.lastIndexOf("|");
  const format = bar < 0 ? null : hole.slice(bar + 1).trim();
  if (format !== null && !(TEXT_FORMATS as readonly string[]).includes(format)) {
    throw new Unresolved(`{${hole}} asks for the format ${format}; there are ${TEXT_FORMATS.join(", ")}.`);
  }
  const formula = bar < 0 ? hole : hole.slice(0, bar);
  const parsed = parseDefinitionFormula(`=${formula}`);
  if (parsed.kind === "refused")
    throw new Unresolved(`{${hole}} names nothing that can be shown: ${parsed.message}`);
  return { kind: "value", expression: parsed.expression, format };
}

/** Texts and holes in turn. A brace inside a quoted text of a formula ends no hole. */
function pieces(text: string): readonly { readonly text: string; readonly hole: string | null }[] {
  const found: { text: string; hole: string | null }[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("{", at);
    found.push({ text: text.slice(at, open < 0 ? undefined : open), hole: null });
    if (open < 0) break;
    let quoted = false;
    let close = open + 1;
    while (close < text.length && (quoted || text[close] !== "}")) {
      if (text[close] === '"') quoted = !quoted;
      close += 1;
    }
    if (close >= text.length) throw new Unresolved("A brace { is never closed.");
    const hole = text.slice(open + 1, close).trim();
    if (hole === "") throw new Unresolved("A hole {} names no key.");
    found.push({ text: "", hole });
    at = close + 1;
  }
  return found;
}
