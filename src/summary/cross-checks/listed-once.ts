import { isFilled, rowsOfRole } from "../collection";
import { listings } from "../unlisted";
import { listed, raised, type CrossCheck, type Raised } from "./raised";

/** Organisations that stand in no list of others' returns, or in those of several bodies. */
export const listedOnce: CrossCheck = (collection) =>
  listings(collection).flatMap(({ row, lister, at }): readonly Raised[] => {
    const expected = `${row.organisation.name} (${row.organisation.code})`;
    if (at.length === 0) {
      if (!row.counted) return [];
      const all = rowsOfRole(collection, lister.role);
      const found = `no ${lister.roleLabel} return (received: ${all.filter(isFilled).length} of ${all.length})`;
      return [raised(row.counted, "listed_once", { expected, found })];
    }
    const bodies = new Map(at.map(({ by }) => [by.organisation.code, by.organisation]));
    if (bodies.size < 2) return [];
    const names = [...bodies.values()].map(({ name, code }) => `${name} (${code})`);
    const found = `the ${lister.roleLabel} returns of ${listed(names)}`;
    return at.map(({ by, codeKey }) => raised(by.counted, "listed_once", { expected, found }, codeKey));
  });
