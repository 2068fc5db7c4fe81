import { type Child, h, type Markup } from "../html";
import type { Template } from "../template";

import { anchorOf } from "./anchors";

/** Texts in quotes, keys, what a line may end after, and anything else. */
const PIECES =
  /"(?:[^"]|"")*"|[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*(?:\[[a-z][a-z0-9_]*\])?|[a-z][a-z0-9_]*\[[a-z][a-z0-9_]*\]|[,&*/+=<>-]+|[^",&*/+=<>a-z-]+|[a-z][a-z0-9_]*/g;

/** A formula as its definition has it; each key in it leads to its field, and long ones break behind commas and signs. */
export function formulaCode(text: string, template: Template): Markup {
  const pieces = [...text.matchAll(PIECES)].map(([piece]): Child => {
    const to = piece.startsWith('"') ? null : anchorOf(piece, template);
    if (to !== null) return h("a", { href: `#${to.id}`, title: to.label }, piece);
    return /^[,&*/+=<>-]+$/.test(piece) ? [piece, h("wbr", {})] : piece;
  });
  return h("code", { class: "formula" }, pieces);
}

/** A key, a code or a name as it is written. */
export function code(text: string): Markup {
  return h("code", {}, text);
}
