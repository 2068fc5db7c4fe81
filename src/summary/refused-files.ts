import type { SummaryRow } from "./collection";
import { bareName, firstWord, type ReturnedFile } from "./returned-file";

/** What is needed of a row to say whether a file that can't be read was meant for it. */
type Expected = Pick<SummaryRow, "organisation" | "template" | "counted">;

/**
 * Puts files that could not be read to the rows that they are named for: by the code that the name begins with and the word for
 * a role in it, or else to the first role in which the organisation has no return. What is named for nobody is left out.
 */
export function refusedByRow<R extends Expected>(
  refused: readonly ReturnedFile[],
  rows: readonly R[],
): ReadonlyMap<R, readonly ReturnedFile[]> {
  const byRow = new Map<R, ReturnedFile[]>();
  for (const file of refused) {
    const ofBody = rows.filter(({ organisation }) => organisation.code === firstWord(file.file));
    const words = new Set(
      bareName(file.file)
        .toLowerCase()
        .match(/[a-z]+/g),
    );
    const row =
      ofBody.find(({ template }) =>
        [template.role, template.roleLabel.toLowerCase()].some((word) => words.has(word)),
      ) ??
      ofBody.find((one) => one.counted === null && !byRow.has(one)) ??
      ofBody.find(({ counted }) => counted === null) ??
      ofBody[0];
    if (row) byRow.set(row, [...(byRow.get(row) ?? []), file]);
  }
  return byRow;
}
