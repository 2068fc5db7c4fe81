import { columnLetters, formatRectangle, type RawValue } from "../../cells";
import { heightFor, type SheetDraft } from "../../layout";
import type { SummaryByColumn, SummaryByTable } from "../../template";

import { PLACES } from "../columns";
import { drawGroups } from "../group-heads";
import { linkedWords } from "../link-formula";
import { formatOfBy, roleOfBy } from "./by-table";

/** Where the choices stand, and by column the figures beside them. */
export interface ChoicePlaces {
  readonly labels: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** A table with a row for each body and choice, whose headings filter it: what the figures over all returns are added up of. */
export interface ListedFigures {
  readonly places: ChoicePlaces;
  readonly filter: string;
  readonly to: number;
}

/** What one body has of one choice. */
export interface ListedRow {
  readonly code: string;
  /** Where its code leads; undefined where it leads nowhere. */
  readonly target: string | undefined;
  readonly name: string;
  /** The words of the choice or, where there are no figures, why there are none. */
  readonly choice: string;
  /** By column; null where nothing is known. */
  readonly figures: ReadonlyMap<string, RawValue> | null;
}

export interface Listed {
  readonly title: string;
  readonly intro: string | null;
  /** What stands over the names. */
  readonly head: string;
  /** The columns of the table that are shown, each at its own place. */
  readonly columns: readonly SummaryByColumn[];
  readonly rows: readonly ListedRow[];
}

/** Room for an organisation's name with its role, and for the words of a choice beside it. */
export const CHOICE_WIDTHS = { name: 54, choice: 30 } as const;

/** Draws it from this row on. */
export function drawListed(
  draft: SheetDraft,
  table: SummaryByTable,
  listed: Listed,
  from: number,
): ListedFigures {
  const { columns } = listed;
  const placeAt = (id: string) => PLACES.firstValue + table.columns.findIndex((column) => column.id === id);
  const right = Math.max(...columns.map(({ id }) => placeAt(id)));
  draft.set(from, PLACES.code, { value: listed.title, role: "block_title" });
  draft.row(from, { height: 22 });
  let head = from + 1;
  if (listed.intro !== null) {
    const area = { top: head, bottom: head, left: PLACES.code, right };
    draft.merged(area, { value: listed.intro, role: "block_intro" });
    draft.row(head, { height: heightFor(listed.intro, draft.widthOf(area) - 4) + 2 });
    head += 1;
  }
  const shown = new Set(columns.map(({ id }) => id));
  const groups = table.columns.map(({ id, group }) => (shown.has(id) ? group : null));
  if (groups.some((group) => group !== null)) {
    drawGroups(draft, groups, head, PLACES.firstValue);
    head += 1;
  }
  for (const [column, value] of [
    [PLACES.code, "Code"],
    [PLACES.name, listed.head],
    [PLACES.open, table.head],
  ] as const)
    draft.set(head, column, { value, role: "head_text" });
  const heights = columns.map((column) => {
    const place = placeAt(column.id);
    draft.set(head, place, { value: column.label, role: "head_small" });
    // The arrow of the filter takes room beside the words.
    return heightFor(column.label, draft.width(place) - 4, 9);
  });
  draft.row(head, { height: Math.max(20, ...heights) });
  return drawRows(draft, listed, { head, right, placeAt });
}

function drawRows(
  draft: SheetDraft,
  { columns, rows }: Listed,
  at: { readonly head: number; readonly right: number; readonly placeAt: (id: string) => number },
): ListedFigures {
  const { head, right, placeAt } = at;
  const first = head + 1;
  const last = first + Math.max(1, rows.length) - 1;
  rows.forEach(({ code, target, name, choice, figures }, offset) => {
    const row = first + offset;
    draft.set(row, PLACES.code, linkedWords(code, target, "contents_link"));
    draft.set(row, PLACES.name, { value: name, role: "label" });
    draft.set(row, PLACES.open, { value: choice, role: figures ? "label" : "missing" });
    for (const column of columns) {
      const look = { role: roleOfBy(column, "figure"), format: formatOfBy(column) } as const;
      const cell = figures
        ? { value: figures.get(column.id) ?? null, ...look }
        : { role: "missing" as const };
      draft.set(row, placeAt(column.id), cell);
    }
    const heights = [
      heightFor(name, draft.width(PLACES.name) - 2),
      heightFor(choice, draft.width(PLACES.open) - 2),
    ];
    draft.row(row, { height: Math.max(...heights) });
  });
  if (rows.length === 0) draft.set(first, PLACES.name, { value: "No return has any.", role: "label" });
  const cells = (column: number) => {
    const letters = columnLetters(column);
    return `$${letters}$${String(first)}:$${letters}$${String(last)}`;
  };
  const filter = formatRectangle({ top: head, left: PLACES.code, bottom: last, right });
  return {
    places: {
      labels: cells(PLACES.open),
      columns: new Map(columns.map(({ id }) => [id, cells(placeAt(id))] as const)),
    },
    filter,
    to: last,
  };
}
