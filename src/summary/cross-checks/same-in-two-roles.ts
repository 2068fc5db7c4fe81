import type { Template } from "../../template";

import { isFilled, type Collection, type FilledRow } from "../collection";
import { TOO_MANY_FOR_CHANCE, notNothing, ownAmounts } from "./amounts";
import { raised, type CrossCheck, type Raised } from "./raised";

/** An organisation that files in two roles and has the same figures in a table of both: one return may be a copy of the other. */
export const sameInTwoRoles: CrossCheck = (collection) =>
  pairs(collection).flatMap(([earlier, later]) => {
    const [before, after] = [ownAmounts(earlier.counted), ownAmounts(later.counted)];
    return tablesIn(later.template).flatMap(({ id, title }): Raised[] => {
      const shared = [...after].flatMap(([key, amount]) => {
        const { field, value } = amount;
        const there = earlier.counted.reading.found.template.fields.has(key);
        return field.block === id && !field.memo && there
          ? [{ key, amount, same: before.get(key)?.value === value }]
          : [];
      });
      // What only the other return has an answer to is not the same.
      const asked = later.counted.reading.found.template.fields;
      const lacking = [...before].some(
        ([key, { field }]) => field.block === id && !field.memo && asked.has(key) && !after.has(key),
      );
      const count = notNothing(shared.map(({ amount }) => amount));
      if (lacking || count < TOO_MANY_FOR_CHANCE || !shared.every(({ same }) => same)) return [];
      const facts = {
        label: title,
        role: earlier.template.roleLabel,
        found: earlier.counted.file,
        count: String(count),
      };
      return [raised(later.counted, "same_in_two_roles", facts, shared[0]?.key)];
    });
  });

/** Two returns of one organisation, in the order of the year's roles. */
function pairs({ rows }: Collection): readonly (readonly [FilledRow, FilledRow])[] {
  const filled = rows.filter(isFilled);
  return filled.flatMap((later, at) =>
    filled
      .slice(0, at)
      .filter(({ organisation }) => organisation === later.organisation)
      .map((earlier) => [earlier, later] as const),
  );
}

function tablesIn({ sheets }: Template) {
  return sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "table"));
}
