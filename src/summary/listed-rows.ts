import { isCellError, type RawValue } from "../cells";
import { foundText, valueOf, type Place, type Return } from "../return";
import { fieldKey, type Column, type Field, type Line, type Template, type ValueBlock } from "../template";

import { isFilled, rowsOfRole, type Collection, type FilledRow, type SummaryRow } from "./collection";

/** One row of a list that is put in from other returns, as one organisation filed it. */
export interface ListedRow {
  /** Whose return lists it. */
  readonly by: FilledRow;
  readonly list: TakingList;
  readonly line: Line;
  /** The key of the code, and the code itself in capitals; null where none is entered. */
  readonly codeKey: string;
  readonly code: string | null;
  /** The organisation that is listed as the register has it, or as the row names it. */
  readonly name: string;
  /** That organisation's own return in the role that the list takes from; null where this SHA expects none. */
  readonly of: SummaryRow | null;
}

/** Every row with something in it, of every list that is put in from other returns, in all the returns that count. */
export function listedRows(collection: Collection): readonly ListedRow[] {
  return collection.rows.filter(isFilled).flatMap((by) =>
    takingLists(by.counted.reading.found.template).flatMap((list) => {
      const others = new Map(
        rowsOfRole(collection, list.takes.role).map((row) => [row.organisation.code, row]),
      );
      return list.lines.flatMap((line): ListedRow[] => {
        const { found } = by.counted.reading;
        if (!hasEntry(found, list, line)) return [];
        const codeKey = fieldKey(list, line.id, list.takes.code);
        const code = foundText(found, codeKey)?.toUpperCase() ?? null;
        const of = code === null ? null : (others.get(code) ?? null);
        const known = of?.organisation ?? (code === null ? undefined : collection.register.find(code));
        const name = known?.name ?? nameIn(found, list, line) ?? code ?? line.label;
        return [{ by, list, line, codeKey, code, name, of }];
      });
    }),
  );
}

export type TakingList = ValueBlock & { readonly takes: NonNullable<ValueBlock["takes"]> };

/** The lists of a return whose rows are put in from other returns. */
export function takingLists({ sheets }: Template): readonly TakingList[] {
  return sheets.flatMap((sheet) =>
    sheet.blocks.filter((block): block is TakingList => block.kind === "list" && block.takes !== null),
  );
}

/** True where something is entered in a row of a list. */
export function hasEntry(found: Return, list: ValueBlock, line: Line): boolean {
  return list.columns.some(({ id }) => {
    const field = found.template.fields.get(fieldKey(list, line.id, id));
    return field?.source.kind === "entered" && valueOf(found, field) !== null;
  });
}

/** The name that the row gives: of the columns that are put in, the first that holds words and is not the code. */
function nameIn(found: Return, list: TakingList, line: Line): string | null {
  for (const [column] of list.takes.keys) {
    const key = fieldKey(list, line.id, column);
    const text = column === list.takes.code ? null : foundText(found, key);
    if (text !== null && found.template.fields.get(key)?.type.kind === "text") return text;
  }
  return null;
}

/** What a listed row has in a column beside the same in the organisation's own return. */
export interface Compared {
  readonly column: Column;
  /** The field in the list, and what the row has there. */
  readonly field: Field;
  readonly listed: RawValue;
  /** What the own return has; null where it is not there or says nothing. */
  readonly own: RawValue;
  /** Where that stands in the own return; null where there is no such return or it has lost the cell. */
  readonly place: Place | null;
}

/** Figures and days are held against each other; words may be written in many ways. */
export function isComparable({ type }: Field): boolean {
  return ["money", "count", "percent", "date"].includes(type.kind);
}

/** The figures and days that a listed row takes from the organisation's own return, beside that return. */
export function compared(row: ListedRow): readonly Compared[] {
  return besideOwn(row, row.list.takes.keys).filter(({ field }) => isComparable(field));
}

/** Columns of a listed row beside what the organisation's own return has under these keys. */
export function besideOwn(
  { by, list, line, of }: ListedRow,
  keys: ReadonlyMap<string, string>,
): readonly Compared[] {
  const { found } = by.counted.reading;
  const own = of && isFilled(of) ? of.counted.reading.found : null;
  return list.columns.flatMap((column): Compared[] => {
    const field = found.template.fields.get(fieldKey(list, line.id, column.id));
    const key = keys.get(column.id);
    if (!field || key === undefined) return [];
    const there = own?.template.fields.get(key);
    return [
      {
        column,
        field,
        listed: valueOf(found, field),
        own: own && there ? valueOf(own, there) : null,
        place: own?.fields.get(key)?.place ?? null,
      },
    ];
  });
}

/** True where both sides have a figure, and not the same. */
export function differs({ listed, own }: Pick<Compared, "listed" | "own">): boolean {
  return typeof listed === "number" && typeof own === "number" && listed !== own;
}

/** A value that can stand in a list: an error as its own text. */
export function plainCell(value: RawValue): RawValue {
  return isCellError(value) ? value.error : value;
}
