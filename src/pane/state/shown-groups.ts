import type { FindingGroup } from "../reading";

import type { CheckView } from "./state";

/** The findings that are to be shown: of the level and the sheet that were chosen, with all the words that were searched for. */
export function shownGroups(
  groups: readonly FindingGroup[],
  { level, sheet, search }: CheckView,
): readonly FindingGroup[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return groups.filter(
    (group) =>
      (level === "all" || group.level === level) &&
      (sheet === null || group.sheet === sheet) &&
      words.every((word) => textOf(group).includes(word)),
  );
}

function textOf({ sheet, title, fix, places }: FindingGroup): string {
  const found = places.flatMap(({ where, label, message }) => [where, label, message]);
  return [sheet, title, fix, ...found].join(" ").toLowerCase();
}

/** One place to go to, and the finding that it belongs to. */
export interface Stop {
  readonly group: string;
  readonly place: number;
  readonly sheet: string;
  readonly cell: string;
}

/** Where Next and Previous go, from top to bottom. What is of no cell is passed over. */
export function stopsOf(groups: readonly FindingGroup[]): readonly Stop[] {
  return groups.flatMap(({ id, sheet, places }) =>
    places.flatMap(({ cell }, place) => (cell === null ? [] : [{ group: id, place, sheet, cell }])),
  );
}

/** The stop after or before the one that was gone to last; the list is gone round. */
export function nextStop(stops: readonly Stop[], at: CheckView["at"], by: 1 | -1): Stop | null {
  const from =
    at === null ? -1 : stops.findIndex(({ group, place }) => group === at.group && place === at.place);
  if (from === -1) return (by === 1 ? stops[0] : stops.at(-1)) ?? null;
  return stops[(from + by + stops.length) % stops.length] ?? null;
}
