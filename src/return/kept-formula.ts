import { formatAddress, formatRectangle, parseAddress, quoteSheet, rectangles, type Address } from "../cells";
import { parseSheetFormula, writeFormula, type CellReference, type Expression } from "../formula";
import type { FieldExpression, FieldReference } from "../template";

import type { FoundField, Place, Return } from "./return";

/** Functions whose parts may stand in any order and be drawn together: SUM(A1,A2) is SUM(A1:A2). */
const IN_ANY_ORDER: ReadonlySet<string> = new Set(["SUM", "MIN", "MAX", "COUNT", "COUNTA", "AND", "OR"]);

/** An area that is larger was never drawn by this program. */
const LARGEST_AREA = 10_000;

/** Which field stands in which cell of a returned workbook. */
export type FieldsByCell = ReadonlyMap<string, string>;

export function fieldsByCell(found: Return): FieldsByCell {
  return new Map([...found.fields].map(([key, { place }]) => [cellKey(place), key]));
}

function cellKey({ sheet, cell }: Place): string {
  return `${sheet}!${cell}`;
}

/**
 * Whether a formula of a workbook still means what the template says, however a program wrote it down and wherever its cells now
 * stand. True too where it can't be compared, because a line that it needs is lost: that is told on its own.
 */
export function keepsFormula(
  found: Return,
  there: FoundField,
  expected: FieldExpression,
  byCell: FieldsByCell,
): boolean {
  const wanted = canonical(expected, ({ keys }) => namesOf(keys, found));
  if (wanted.names.some((key) => !found.fields.has(key))) return true;
  const parsed = parseSheetFormula(there.formula ?? "");
  if (parsed.kind === "refused") return false;
  const own = there.place.sheet;
  const now = canonical(parsed.expression, (reference) => namesIn(reference, own, byCell, found));
  return now.text === wanted.text;
}

/** The template's formula with the addresses that its cells now have, as a person would type it. */
export function formulaNow(found: Return, expected: FieldExpression, on: string): string {
  return `=${writeFormula(expected, ({ keys }: FieldReference) => {
    const bySheet = new Map<string, Address[]>();
    for (const key of keys) {
      const place = found.fields.get(key)?.place;
      const address = place && parseAddress(place.cell);
      if (place && address) bySheet.set(place.sheet, [...(bySheet.get(place.sheet) ?? []), address]);
    }
    const areas = [...bySheet].flatMap(([sheet, addresses]) =>
      rectangles(addresses).map(
        (area) => (sheet === on ? "" : `${quoteSheet(sheet)}!`) + formatRectangle(area),
      ),
    );
    return areas.join(",");
  })}`;
}

/** Fields that count in a comparison: closed ones hold nothing, and rows of a list that came or went are told on their own. */
function namesOf(keys: readonly string[], { template, fields, added, lost }: Return): readonly string[] {
  const compared = keys.filter((key) => {
    const field = template.fields.get(key);
    if (!field || field.source.kind === "closed" || added.has(key)) return false;
    return field.row === null || fields.has(key) || lost.includes(key);
  });
  return compared.sort();
}

/** The same for cells of a workbook. A row that was put in among them has no fields, and what stands there is told on its own. */
function namesIn(
  { sheet, area }: CellReference,
  own: string,
  byCell: FieldsByCell,
  found: Return,
): readonly string[] {
  const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  const name = sheet ?? own;
  const keys: string[] = [];
  for (let row = area.top; size <= LARGEST_AREA && row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const key = byCell.get(cellKey({ sheet: name, cell: formatAddress({ row, column }) }));
      if (key !== undefined) keys.push(key);
    }
  }
  return keys.length > 0 ? namesOf(keys, found) : [`${name}!${formatRectangle(area)}`];
}

interface Canonical {
  readonly text: string;
  readonly names: readonly string[];
}

/** A formula as text in which only its meaning is left. */
function canonical<R>(
  expression: Expression<R>,
  namesOfReference: (reference: R) => readonly string[],
): Canonical {
  const names: string[] = [];
  const put = (part: Expression<R>): unknown => {
    switch (part.kind) {
      case "reference": {
        const own = namesOfReference(part.to);
        names.push(...own);
        return own;
      }
      case "negate":
      case "percent":
        return [part.kind, put(part.of)];
      case "binary":
        return [part.operator, put(part.left), put(part.right)];
      case "call": {
        if (!IN_ANY_ORDER.has(part.name)) return [part.name, ...part.args.map(put)];
        const references = part.args
          .filter((arg) => arg.kind === "reference")
          .flatMap((arg) => put(arg) as string[]);
        const others = part.args
          .filter((arg) => arg.kind !== "reference")
          .map((arg) => JSON.stringify(put(arg)));
        return [part.name, references.sort(), others.sort()];
      }
      default:
        return part.value;
    }
  };
  return { text: JSON.stringify(put(expression)), names };
}
