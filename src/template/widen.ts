import { substitute } from "../formula";

import { rowId, rowNumber } from "./list-block";
import type {
  Block,
  Field,
  FieldExpression,
  FieldReference,
  Line,
  MessagePart,
  Rule,
  RuleCase,
  Template,
  ValueBlock,
} from "./template";

/**
 * The same return with a list drawn to this many rows. What adds a column up, adds up the new rows too, and the rules of a row
 * stand for them as well. A list that is long enough already stays as it is.
 */
export function widened(template: Template, list: string, rows: number): Template {
  const block = template.sheets
    .flatMap((sheet) => sheet.blocks)
    .find((one): one is ValueBlock => one.kind === "list" && one.id === list);
  const last = block?.lines.at(-1);
  if (!block || !last) throw new Error(`widened: there is no list ${list}`);
  const from = (rowNumber(last.id) ?? 0) + 1;
  if (rows < from) return template;
  const added = Array.from({ length: rows - from + 1 }, (_, at): NewRow => {
    const number = from + at;
    const label = last.label.replace(/[0-9]+$/, String(number));
    return { line: { ...last, id: rowId(number), number, label }, last, list };
  });
  const longer = (keys: readonly string[]) => withRows(keys, block, added);
  const whole = (expression: FieldExpression) => withColumns(expression, longer);
  const fields = new Map<string, Field>();
  for (const field of template.fields.values()) {
    fields.set(field.key, { ...field, source: mapped(field.source, whole, longer) });
    if (field.block !== list || field.line !== last.id || !isLastOfRow(field, block)) continue;
    for (const row of added)
      for (const one of rowOf(template, field))
        fields.set(
          movedKey(one.key, row),
          movedField({ ...one, source: mapped(one.source, whole, longer) }, row),
        );
  }
  return {
    ...template,
    sheets: template.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((one): Block =>
        one === block ? { ...block, lines: [...block.lines, ...added.map(({ line }) => line)] } : one,
      ),
    })),
    fields,
    rules: template.rules.map((rule) => widenedRule(rule, last, added, whole)),
  };
}

interface NewRow {
  readonly line: Line;
  /** The row that it is made after. */
  readonly last: Line;
  readonly list: string;
}

function rowOf(template: Template, field: Field): readonly Field[] {
  return [...template.fields.values()].filter((one) => one.block === field.block && one.line === field.line);
}

function isLastOfRow(field: Field, block: ValueBlock): boolean {
  return block.columns.at(-1)?.id === field.column;
}

function movedKey(key: string, { line, last, list }: NewRow): string {
  const start = `${list}.${last.id}[`;
  return key.startsWith(start) ? `${list}.${line.id}[${key.slice(start.length)}` : key;
}

function movedExpression(expression: FieldExpression, row: NewRow): FieldExpression {
  return substitute<FieldReference, FieldReference>(expression, ({ keys }) => ({
    kind: "reference",
    // A whole column stays one; only what is of the row itself moves.
    to: {
      keys:
        keys.length === 1 || keys.every((key) => movedKey(key, row) !== key)
          ? keys.map((key) => movedKey(key, row))
          : keys,
    },
  }));
}

function movedField(field: Field, row: NewRow): Field {
  return {
    ...field,
    key: movedKey(field.key, row),
    line: row.line.id,
    label: movedText(field.label, row),
    row: field.row?.map((key) => movedKey(key, row)) ?? null,
    source: mapped(field.source, (expression) => movedExpression(expression, row)),
  };
}

function movedText(text: string, { line, last }: NewRow): string {
  return text.startsWith(last.label) ? line.label + text.slice(last.label.length) : text;
}

function mapped(
  source: Field["source"],
  by: (expression: FieldExpression) => FieldExpression,
  longer: (keys: readonly string[]) => readonly string[] = (keys) => keys,
): Field["source"] {
  if (source.kind === "entered") {
    const { among, excludes } = source;
    if (among === null && excludes === null) return source;
    return { ...source, among: among && longer(among), excludes: excludes?.map(longer) ?? null };
  }
  if (source.kind !== "calculated") return source;
  return { ...source, formula: by(source.formula), expanded: by(source.expanded) };
}

function withColumns(
  expression: FieldExpression,
  longer: (keys: readonly string[]) => readonly string[],
): FieldExpression {
  return substitute<FieldReference, FieldReference>(expression, ({ keys }) => ({
    kind: "reference",
    to: { keys: longer(keys) },
  }));
}

/** The keys of every row of a column get the new rows as well. */
function withRows(keys: readonly string[], block: ValueBlock, added: readonly NewRow[]): readonly string[] {
  const start = `${block.id}.`;
  const last = keys.at(-1);
  const isColumn =
    keys.length > 1 && keys.length === block.lines.length && keys.every((key) => key.startsWith(start));
  return !isColumn || last === undefined ? keys : [...keys, ...added.map((row) => movedKey(last, row))];
}

function widenedRule(
  rule: Rule,
  last: Line,
  added: readonly NewRow[],
  whole: (expression: FieldExpression) => FieldExpression,
): Rule {
  const cases = rule.cases.map((one) => mappedCase(one, whole, (text) => text));
  const model = rule.block === added[0]?.list ? cases.find(({ line }) => line === last.id) : undefined;
  if (!model) return { ...rule, cases };
  const more = added.map((row): RuleCase => ({
    ...mappedCase(
      model,
      (expression) => movedExpression(expression, row),
      (text) => text.replaceAll(last.label, row.line.label),
    ),
    line: row.line.id,
    row: model.row?.map((key) => movedKey(key, row)) ?? null,
    at: model.at.map((key) => movedKey(key, row)),
  }));
  return { ...rule, cases: [...cases, ...more] };
}

function mappedCase(
  one: RuleCase,
  by: (expression: FieldExpression) => FieldExpression,
  words: (text: string) => string,
): RuleCase {
  const message = (parts: readonly MessagePart[]) =>
    parts.map((part): MessagePart =>
      part.kind === "text"
        ? { kind: "text", text: words(part.text) }
        : { ...part, expression: by(part.expression) },
    );
  return {
    ...one,
    when: one.when && by(one.when),
    holds: by(one.holds),
    short: message(one.short),
    says: message(one.says),
  };
}
