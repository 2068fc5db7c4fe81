import { standingFinding, type Finding } from "../../return";
import type { CollectionFault, StandingHole } from "../../template";

import type { Collection } from "../collection";
import { namedOnCover, type ReturnFile } from "../returned-file";

/** A finding that shows only beside other returns, and the file whose findings it joins. */
export interface Raised {
  readonly file: ReturnFile;
  readonly finding: Finding;
}

/** Holds the returns of a collection against each other. */
export type CrossCheck = (collection: Collection) => readonly Raised[];

/** A finding of a kind at the field with this key; where no key is given, at the code on the cover. */
export function raised(
  file: ReturnFile,
  kind: CollectionFault,
  facts: Partial<Record<StandingHole, string>>,
  key: string = file.reading.found.template.identity.code,
): Raised {
  return { file, finding: standingFinding(file.reading.found, kind, facts, key) };
}

/** Returns that say something of their organisation: those that count, and those of bodies that none is expected from. */
export function returnsToCompare({ rows, strangers }: Collection): readonly ReturnFile[] {
  return [...rows.flatMap(({ counted }) => (counted ? [counted] : [])), ...strangers];
}

/** "X05 provider.xlsx (X05 Harrow Hill NHS Trust)" */
export function fileAndBody(file: ReturnFile): string {
  return `${file.file} (${namedOnCover(file.reading.found)})`;
}

/** "a, b and c" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
