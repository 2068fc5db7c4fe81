import { fieldKey } from "../../template";

import { isFilled, rowsOfRole, type SummaryRow } from "../collection";
import { listedRows, takingLists } from "../listed-rows";
import { raised, type CrossCheck, type Raised } from "./raised";

/** Bodies of an organisation's community, by the register, that a list lacks which has to have them all: one finding a list. */
export const communityLacks: CrossCheck = (collection) => {
  const listed = listedRows(collection);
  return collection.rows.filter(isFilled).flatMap((by) => {
    const { lhc } = by.organisation;
    if (lhc === null) return [];
    const lists = takingLists(by.counted.reading.found.template).filter(({ takes }) => takes.whole);
    return lists.flatMap((list): Raised[] => {
      const there = new Set(
        listed.flatMap((row) => (row.by === by && row.list.id === list.id ? (row.code ?? []) : [])),
      );
      const lacking = rowsOfRole(collection, list.takes.role).filter(
        ({ organisation }) => organisation.lhc === lhc && !there.has(organisation.code),
      );
      if (lacking.length === 0) return [];
      const facts = { expected: lhc, label: list.title, found: lacking.map(inWords).join("; ") };
      const key = fieldKey(list, list.lines[0]?.id ?? "", list.takes.code);
      return [raised(by.counted, "community_lacks", facts, key)];
    });
  });
};

/** "Example Hospital NHS Trust (X01; its return is the file X01 provider.xlsx)" */
function inWords({ organisation, counted }: SummaryRow): string {
  const file = counted ? `its return is the file ${counted.file}` : "no return yet";
  return `${organisation.name} (${organisation.code}; ${file})`;
}
