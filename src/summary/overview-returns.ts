import { formatAddress, quoteSheet } from "../cells";
import type { DraftCell, SheetDraft } from "../layout";

import { isLate, isVoluntary, rolesFiled, rowsOfRole, type Collection, type SummaryRow } from "./collection";
import { GRID, drawAcross, drawTitle } from "./overview-grid";
import { someCodesByRole } from "./role-words";
import { unlisted } from "./unlisted";

/** So many returns of a state are named here; the sheet Returns has them all. */
const MOST_NAMED = 24;

/** One state in which an expected return can be: its words, and whether those concerned are named below. */
interface State {
  readonly words: string;
  readonly named: string | null;
  readonly belongs: (row: SummaryRow, collection: Collection) => boolean;
}

const EXPECTED: State = { words: "Expected", named: null, belongs: () => true };
const FINAL: State = { words: "Final", named: null, belongs: ({ status }) => status === "final" };
const DRAFT: State = { words: "Draft", named: null, belongs: ({ status }) => status === "draft" };
const STATES: readonly State[] = [
  FINAL,
  DRAFT,
  { words: "Blank", named: "Sent blank", belongs: ({ status }) => status === "blank" },
  {
    words: "Refused",
    named: "Refused: the file can't be read",
    belongs: ({ state }) => state === "refused",
  },
  {
    words: "Missing",
    named: "Not received",
    belongs: (row) => row.state === "not_received" && !isVoluntary(row),
  },
];
const VOLUNTARY: State = {
  words: "Voluntary",
  named: "Not received: foundation trust, voluntary",
  belongs: isVoluntary,
};
const LATE: State = {
  words: "Late",
  named: "Received late",
  belongs: ({ counted }, collection) => counted !== null && isLate(collection, counted),
};

/**
 * Who has returned: a line for each role with counts, and below it who is missing or has sent nothing that can be used. Notes where
 * the counts of a role stand.
 */
export function drawReturns(
  draft: SheetDraft,
  collection: Collection,
  from: number,
  places: Map<string, string>,
): number {
  drawTitle(draft, from, "Who has returned");
  const states = [
    EXPECTED,
    ...STATES,
    ...(collection.rows.some(isVoluntary) ? [VOLUNTARY] : []),
    ...(collection.arrivals ? [LATE] : []),
  ];
  const first = GRID.columns - states.length;
  drawAcross(draft, from + 1, [
    [first, { value: "Return", role: "head_text" }],
    ...states.map(({ words }) => [1, { value: words, role: "head_small" }] as const),
  ]);
  let row = from + 2;
  for (const { role, roleLabel } of rolesFiled(collection)) {
    const rows = rowsOfRole(collection, role);
    const count = ({ belongs }: State): DraftCell => {
      const value = rows.filter((one) => belongs(one, collection)).length;
      return { value, role: "figure", format: "whole" };
    };
    drawAcross(draft, row, [
      [first, { value: capital(roleLabel), role: "label" }],
      ...states.map((state) => [1, count(state)] as const),
    ]);
    const cellOf = (state: State) =>
      `${quoteSheet(draft.name)}!${formatAddress({ row, column: first + 1 + states.indexOf(state) })}`;
    places.set(`expected ${role}`, cellOf(EXPECTED));
    places.set(`received ${role}`, `(${[FINAL, DRAFT].map(cellOf).join("+")})`);
    row += 1;
  }
  for (const { named, belongs } of states) {
    const those = collection.rows.filter((one) => belongs(one, collection));
    if (named === null || those.length === 0) continue;
    drawNamed(draft, row, named, someCodesByRole(collection, those, MOST_NAMED));
    row += 1;
  }
  for (const [title, names] of nowhere(collection)) {
    drawNamed(draft, row, `On no list “${title}”`, some(names));
    row += 1;
  }
  return row;
}

function drawNamed(draft: SheetDraft, row: number, words: string, which: string): void {
  drawAcross(draft, row, [
    [1, { value: words, role: "label" }],
    [GRID.columns - 1, { value: which, role: "label" }],
  ]);
}

/** Organisations that no list names and that sent no return of their own: by the title of the list in which they should stand. */
function nowhere(collection: Collection): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  for (const { list, row } of unlisted(collection))
    codes.set(list.title, [...(codes.get(list.title) ?? []), row.organisation.code]);
  return codes;
}

function some(names: readonly string[]): string {
  if (names.length <= MOST_NAMED + 1) return names.join(", ");
  return `${names.slice(0, MOST_NAMED).join(", ")} and ${names.length - MOST_NAMED} more`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
