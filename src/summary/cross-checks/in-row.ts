import type { CollectionFault, Field } from "../../template";

import type { Compared, ListedRow } from "../listed-rows";
import { raised, type Raised } from "./raised";

/** What a listed row says that the organisation's own return does not: one finding at the cells concerned, both files named. */
export function raisedInRow(
  row: ListedRow,
  kind: CollectionFault,
  different: readonly (readonly [one: Compared, words: string])[],
): readonly Raised[] {
  if (different.length === 0) return [];
  const facts = {
    expected: row.name,
    found: different.map(([, words]) => words).join("; "),
    file: row.of?.counted?.file ?? "",
  };
  const { file, finding } = raised(row.by.counted, kind, facts, row.codeKey);
  const { found } = file.reading;
  const fields = different.map(([{ field }]) => field);
  const cells = fields.flatMap(({ key }) => found.fields.get(key)?.place.cell ?? []);
  return [{ file, finding: { ...finding, cells, labels: fields.map(({ label }) => label) } }];
}

/** The name of a listed field without that of its row, which the organisation's name stands for. */
export function labelIn({ line }: ListedRow, { label }: Field): string {
  return label.startsWith(`${line.label}, `) ? label.slice(line.label.length + 2) : label;
}

/** "the provider's own return" */
export function ownReturn({ of }: ListedRow): string {
  return `the ${of?.template.roleLabel ?? "organisation"}'s own return`;
}

/** " (Cover D30)", where it is known where a thing stands in the own return. */
export function placeWords({ place }: Compared): string {
  return place ? ` (${place.sheet} ${place.cell})` : "";
}
