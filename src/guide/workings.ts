import { type Child, h, headRow, listed, type Markup, wide } from "../html";
import { columnLabel, type Field, type Line, type ValueBlock } from "../template";

import type { LineFacts } from "./block-facts";
import { formulaCode } from "./code";
import { lookUpWords } from "./look-up-words";
import type { GuideGround } from "./pieces";

/** How the calculated fields of a block come about, those with the same formula together; nothing where it has none. */
export function workings(
  block: ValueBlock,
  lines: readonly LineFacts[],
  { template }: GuideGround,
): Markup | null {
  const groups = new Map<string, Field[]>();
  for (const { id } of block.columns)
    for (const { fields } of lines) {
      const field = fields.get(id);
      if (field?.source.kind !== "calculated") continue;
      const name = formulaOf(field) ?? `look-up ${JSON.stringify(field.source.formula)}`;
      groups.set(name, [...(groups.get(name) ?? []), field]);
    }
  if (groups.size === 0) return null;
  const rows = [...groups.values()].map((fields) => {
    const [first] = fields;
    const formula = first && formulaOf(first);
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, placesOf(fields, block)),
      h("td", {}, formula ? formulaCode(formula, template) : first ? lookUpWords(first, template) : null),
    );
  });
  return wide(
    `Worked out in ${block.title}`,
    h(
      "table",
      { class: "workings" },
      h("caption", {}, "Worked out: ", h("span", { class: "quiet" }, block.title)),
      headRow("What", "How"),
      h("tbody", {}, rows),
    ),
  );
}

/** The formula as it is written, with `[@]` for the field's own column; null for what is looked up. */
function formulaOf({ source, column }: Field): string | null {
  if (source.kind !== "calculated") return null;
  return source.written?.replaceAll(`[${column}]`, "[@]") ?? null;
}

/** Lines and columns in words: whole columns and whole lines are named as such. */
function placesOf(fields: readonly Field[], block: ValueBlock): Child {
  if (block.kind === "form") return listed(fields.map(({ label }) => label));
  const lines = block.lines.filter(({ id }) => fields.some(({ line }) => line === id));
  const columns = block.columns.filter(({ id }) => fields.some(({ column }) => column === id));
  const inColumns = listed(columns.map(columnLabel));
  if (block.kind === "list") return inColumns;
  if (lines.length * columns.length !== fields.length) return listed(fields.map(({ label }) => label));
  const ofLines = linesWords(lines, block);
  return inColumns === "" ? ofLines : [ofLines, h("br", {}), h("span", { class: "quiet" }, inColumns)];
}

/** Every line, lines from one to another, or each by its name. */
function linesWords(lines: readonly Line[], block: ValueBlock): string {
  if (lines.length === block.lines.length && lines.length > 1) return "every line";
  const named = lines.map(({ number, label }) => (number === null ? label : `${number} ${label}`));
  const [first, last] = [named[0], named.at(-1)];
  const from = block.lines.findIndex(({ id }) => id === lines[0]?.id);
  const inTurn = lines.every(({ id }, at) => block.lines[from + at]?.id === id);
  return lines.length > 2 && inTurn && first && last ? `${first} to ${last}` : listed(named);
}
