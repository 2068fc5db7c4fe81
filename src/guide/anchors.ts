import type { Field, Template, ValueBlock } from "../template";

/** Where things stand in the guide. */
export const anchors = {
  sheet: (at: number) => `sheet-${at + 1}`,
  block: (id: string) => `block-${id}`,
  line: (block: string, line: string) => `line-${block}.${line}`,
  column: (block: string, column: string) => `column-${block}.${column}`,
  rule: (code: string) => `rule-${code}`,
  check: (code: string) => `check-${code}`,
  obligation: (id: string) => `obligation-${id}`,
} as const;

/** Every block of values, in the order of the sheets. */
export function valueBlocks({ sheets }: Template): readonly ValueBlock[] {
  return sheets
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is ValueBlock => block.kind !== "checks");
}

export function blockNamed(id: string, template: Template): ValueBlock | null {
  return valueBlocks(template).find((block) => block.id === id) ?? null;
}

/** Whether the lines of a block are all alike, so that its columns alone are told. */
export function areAlike(block: ValueBlock): boolean {
  return block.kind === "list" || block.kind === "explanations" || block.kind === "nothing";
}

/** Where a field stands: under its key, or with all others of its column where lines are alike. */
export function fieldAnchor({ key, block, column }: Pick<Field, "key" | "block" | "column">, of: ValueBlock) {
  return areAlike(of) ? `${block}[${column}]` : key;
}

/** Where the field or the column of a list with this key stands, and what it is called; null where there is none. */
export function anchorOf(
  key: string,
  template: Template,
): { readonly id: string; readonly label: string } | null {
  const field = template.fields.get(key);
  const of = field && blockNamed(field.block, template);
  if (field && of) return { id: fieldAnchor(field, of), label: field.label };
  const [, list = "", id = ""] = /^([a-z][a-z0-9_]*)\[([a-z][a-z0-9_]*)\]$/.exec(key) ?? [];
  const block = blockNamed(list, template);
  const column = block && areAlike(block) ? block.columns.find((one) => one.id === id) : undefined;
  return block && column ? { id: key, label: `${column.label}, ${block.title}` } : null;
}
