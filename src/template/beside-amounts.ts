import { isAnothers } from "./anothers";
import type { Path } from "./source";
import type { BesideDefinition } from "./summary-beside-shape";
import { fieldKey, type Field, type Template, type ValueBlock } from "./template";

export type Side = "earlier" | "now";
type Refuse = (path: Path, message: string) => void;

/**
 * The table with its columns and lines has to be in these returns, and hold amounts that add up over organisations. A line need not be
 * in every role, but in one; `wanted` says of which lines a role has to have each.
 */
export function checkAmounts(
  written: BesideDefinition,
  side: Side,
  templates: readonly Template[],
  refuse: Refuse,
  wanted: (role: string, line: string) => boolean = () => false,
): void {
  const having = new Set<string>();
  for (const template of templates) {
    const where = `the ${template.roleLabel} return for ${template.yearLabel}`;
    const block = tableIn(template, written.table);
    if (!block) {
      refuse(["table"], `There is no table ${written.table} in ${where}.`);
      continue;
    }
    const columns = Object.entries(written.columns).flatMap(([id, of]) => {
      const there = block.columns.some((column) => column.id === of[side]);
      if (!there)
        refuse(["columns", id, side], `The table ${block.id} of ${where} has no column ${of[side]}.`);
      return there ? [{ id, column: of[side] }] : [];
    });
    written.lines.forEach((line, at) => {
      if (!block.lines.some(({ id }) => id === line)) {
        if (wanted(template.role, line))
          refuse(["lines", at], `The table ${block.id} of ${where} has no line ${line}.`);
        return;
      }
      having.add(line);
      for (const { id, column } of columns) {
        const why = whyNone(template.fields.get(fieldKey(block, line, column)), template);
        if (why !== null)
          refuse(["columns", id, side], `${fieldKey(block, line, column)} in ${where} ${why}.`);
      }
    });
  }
  if (side === "earlier" || templates.every((template) => !tableIn(template, written.table))) return;
  written.lines.forEach((line, at) => {
    if (!having.has(line)) refuse(["lines", at], `The table ${written.table} has no line ${line}.`);
  });
}

/** The table of a return by its name. */
export function tableIn({ sheets }: Template, id: string): ValueBlock | undefined {
  return sheets
    .flatMap(({ blocks }) => blocks)
    .find((block): block is ValueBlock => block.kind === "table" && block.id === id);
}

/** Why a field can't be added up over organisations; null where it can, or where nothing applies. */
function whyNone(field: Field | undefined, { fields }: Template): string | null {
  if (!field || field.source.kind === "closed") return null;
  if (field.type.kind !== "money" && field.type.kind !== "count")
    return `is of type ${field.type.kind}; an amount is wanted here`;
  if (field.memo) return "is a memo, which is part of no total";
  return isAnothers(field, fields) ? "is a figure of another organisation, which is part of no total" : null;
}
