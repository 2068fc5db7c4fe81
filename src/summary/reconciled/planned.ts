import { isCellError } from "../../cells";
import { foundText, foundValue, valueOf, type Place } from "../../return";
import { fieldKey, type Line, type Template, type ValueBlock } from "../../template";

import { isFilled, type Collection, type FilledRow } from "../collection";

/** A list whose rows are held against another source, and which of its columns is what. */
interface Held<Part extends string> {
  readonly list: string;
  readonly marked: { readonly column: string; readonly is: string };
  readonly columns: Readonly<Record<Part | "go_live", string>>;
  readonly later?: { readonly column: string; readonly is: readonly string[] } | null;
}

/** A row of such a list, in a return that counts. */
export interface Planned<Part extends string> {
  readonly by: FilledRow;
  /** Whether the row has the answer that marks those that are meant. */
  readonly marked: boolean;
  /** Whether it need not be recorded anywhere else yet. */
  readonly later: boolean;
  readonly texts: Readonly<Record<Part, string | null>>;
  /** The day as Excel counts them; null where there is none. */
  readonly goLive: number | null;
  /** Where its first filled cell stands. */
  readonly place: Place | null;
}

/** Every row with something in it of the list, in all the returns that count, in their order. */
export function plannedRows<Part extends string>(
  { rows }: Collection,
  { list: id, marked, columns, later = null }: Held<Part>,
  parts: readonly Part[],
): readonly Planned<Part>[] {
  return rows.filter(isFilled).flatMap((by) => {
    const { found } = by.counted.reading;
    const list = listIn(found.template, id);
    return (list?.lines ?? []).flatMap((line): Planned<Part>[] => {
      const block = list ?? { kind: "list", id };
      const keys = list ? enteredKeys(list, line, found.template) : [];
      const first = keys.find((key) => foundValue(found, key) !== null);
      if (first === undefined) return [];
      const text = (column: string) => foundText(found, fieldKey(block, line.id, column));
      const field = found.template.fields.get(fieldKey(block, line.id, columns.go_live));
      const day = field ? valueOf(found, field) : null;
      const answer = text(marked.column);
      return [
        {
          by,
          marked: isAmong(answer, [marked.is]),
          later: later !== null && isAmong(text(later.column), later.is),
          texts: Object.fromEntries(parts.map((part) => [part, text(columns[part])])) as Record<
            Part,
            string | null
          >,
          goLive: typeof day === "number" && !isCellError(day) ? Math.floor(day) : null,
          place: found.fields.get(first)?.place ?? null,
        },
      ];
    });
  });
}

function isAmong(answer: string | null, answers: readonly string[]): boolean {
  return answers.some((one) => one.toLowerCase() === answer?.toLowerCase());
}

/** The list of a return by its name; undefined where that return has none. */
export function listIn({ sheets }: Template, id: string): ValueBlock | undefined {
  return sheets
    .flatMap(({ blocks }) => blocks)
    .find((block): block is ValueBlock => block.kind === "list" && block.id === id);
}

function enteredKeys(list: ValueBlock, line: Line, { fields }: Template): readonly string[] {
  return list.columns.flatMap(({ id }) => {
    const key = fieldKey(list, line.id, id);
    return fields.get(key)?.source.kind === "entered" ? [key] : [];
  });
}
