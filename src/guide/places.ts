import { h, type Markup } from "../html";
import {
  columnLabel,
  fieldKey,
  type Field,
  type Line,
  type Service,
  type Template,
  type ValueBlock,
} from "../template";

import { anchors, areAlike, fieldAnchor, valueBlocks } from "./anchors";

/** Links to what serves an obligation in a return: blocks, then lines, columns and single fields, then checks. */
export function servedPlaces(services: readonly Service[], template: Template): readonly Markup[] {
  const own = services.filter(({ role }) => role === template.role);
  const keys = (kind: Service["kind"]) =>
    new Set(own.filter((service) => service.kind === kind).map(({ key }) => key));
  const [blocks, fields, rules] = [keys("block"), keys("field"), keys("rule")];
  return [
    ...template.sheets.flatMap((sheet) =>
      sheet.blocks
        .filter(({ id }) => blocks.has(id))
        .map((block) => link(anchors.block(block.id), `${sheet.name}: ${block.title}`)),
    ),
    ...valueBlocks(template).flatMap((block) => fieldPlaces(block, fields, template)),
    ...template.rules
      .filter(({ code }) => rules.has(code))
      .map(({ code, title }) => link(anchors.rule(code), `check ${code}`, title)),
  ];
}

/** Whole lines and whole columns of a block are named as such. */
function fieldPlaces(block: ValueBlock, keys: ReadonlySet<string>, template: Template): readonly Markup[] {
  const open = block.lines.flatMap((line) =>
    block.columns.flatMap(({ id }) => {
      const field = template.fields.get(fieldKey(block, line.id, id));
      return field && field.source.kind !== "closed" ? [field] : [];
    }),
  );
  if (areAlike(block))
    return block.columns
      .filter(({ id }) => keys.has(`${block.id}[${id}]`))
      .map((column) => link(`${block.id}[${column.id}]`, `${block.title}: ${columnLabel(column)}`));
  const served = new Set(open.filter(({ key }) => keys.has(key)));
  const places: Markup[] = [];
  const take = (own: readonly Field[], id: string, words: string) => {
    if (own.length < 2 || !own.every((field) => served.has(field))) return;
    places.push(link(id, words));
    for (const field of own) served.delete(field);
  };
  for (const line of block.lines) {
    const own = open.filter((field) => field.line === line.id);
    take(own, anchors.line(block.id, line.id), `${block.title}: ${lineWords(line)}`);
  }
  for (const column of block.columns) {
    const own = open.filter((field) => field.column === column.id);
    take(own, anchors.column(block.id, column.id), `${block.title}: ${columnLabel(column)}`);
  }
  return [
    ...places,
    ...[...served].map((field) => link(fieldAnchor(field, block), `${block.title}: ${field.label}`)),
  ];
}

function lineWords({ number, label }: Line): string {
  return number === null ? label : `${number} ${label}`;
}

function link(id: string, words: string, title: string | null = null): Markup {
  return h("a", { href: `#${id}`, title }, words);
}
