import type { EntryBlock } from "./entry-block";
import { textIn, type EntryRow, type FoundRow } from "./entry-row";

/** The words that a column can be given. */
export interface Choices {
  readonly column: string;
  readonly words: readonly string[];
}

/** The same row with a choice in its own letters: "accepted " is Accepted. */
export function tidied<R extends FoundRow>(row: R, { column, words }: Choices): R {
  const text = textIn(row, column)?.toLowerCase();
  const meant = words.find((word) => word.toLowerCase() === text);
  return meant === undefined ? row : { ...row, values: new Map([...row.values, [column, meant]]) };
}

/** What of a row's entries is none of the choices, or no date, in sentences. Such entries are kept as they are. */
export function unfitIn(row: EntryRow, block: EntryBlock, { column, words }: Choices): readonly string[] {
  const place = ["org", "return", "ref"].flatMap((one) => textIn(row, one) ?? []).join(" ") || row.key;
  const head = (id: string) => block.heads.get(id) ?? id;
  const chosen = textIn(row, column);
  const said: string[] = [];
  if (chosen !== null && !words.includes(chosen))
    said.push(`${place}: “${chosen}” is no ${head(column).toLowerCase()}; choose ${words.join(" or ")}.`);
  for (const day of block.days) {
    const value = row.values.get(day) ?? null;
    if (value !== null && typeof value !== "number")
      said.push(`${place}: “${textIn(row, day) ?? ""}” is no date; enter day, month and year.`);
  }
  return said;
}
