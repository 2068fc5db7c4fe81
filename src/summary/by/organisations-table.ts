import { columnLetters, formatRectangle } from "../../cells";
import { heightFor, type SheetDraft } from "../../layout";
import type { SummaryByTable } from "../../template";

import { PLACES } from "../columns";
import type { FactPlaces } from "../fact-places";
import { drawGroups } from "../group-heads";
import { linkFormula } from "../link-formula";
import { formatOfBy } from "./by-table";
import type { ChoiceRow } from "./choice-rows";

/** Where the choices stand, and by column the figures beside them; null while no return has any. */
export interface ChoicePlaces {
  readonly labels: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** A table with a row for each return and choice, whose headings filter it: what the figures over all returns are added up of. */
export interface OrganisationsTable {
  readonly places: ChoicePlaces;
  readonly filter: string;
  readonly to: number;
}

/** Room for an organisation's name with its role, and for the words of a choice beside it. */
export const CHOICE_WIDTHS = { name: 54, choice: 30 } as const;

/** Draws it from this row on; each code leads to the first of its rows among the facts. */
export function drawOrganisations(
  draft: SheetDraft,
  table: SummaryByTable,
  rows: readonly ChoiceRow[],
  from: number,
  placeOf: FactPlaces,
): OrganisationsTable {
  const columns = table.columns.filter(({ source }) => source.kind === "each");
  const placeAt = (id: string) => PLACES.firstValue + table.columns.findIndex((column) => column.id === id);
  const right = Math.max(...columns.map(({ id }) => placeAt(id)));
  const { title, intro } = table.organisations ?? { title: table.title, intro: null };
  draft.set(from, PLACES.code, { value: title, role: "block_title" });
  draft.row(from, { height: 22 });
  let head = from + 1;
  if (intro !== null) {
    const area = { top: head, bottom: head, left: PLACES.code, right };
    draft.merged(area, { value: intro, role: "block_intro" });
    draft.row(head, { height: heightFor(intro, draft.widthOf(area) - 4) + 2 });
    head += 1;
  }
  const each = new Set(columns.map(({ id }) => id));
  const groups = table.columns.map(({ id, group }) => (each.has(id) ? group : null));
  if (groups.some((group) => group !== null)) {
    drawGroups(draft, groups, head, PLACES.firstValue);
    head += 1;
  }
  for (const [column, value] of [
    [PLACES.code, "Code"],
    [PLACES.name, "Organisation"],
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
  return drawRows(draft, table, rows, { head, right, placeAt }, placeOf);
}

function drawRows(
  draft: SheetDraft,
  table: SummaryByTable,
  rows: readonly ChoiceRow[],
  at: { readonly head: number; readonly right: number; readonly placeAt: (id: string) => number },
  placeOf: FactPlaces,
): OrganisationsTable {
  const { head, right, placeAt } = at;
  const first = head + 1;
  const last = first + Math.max(1, rows.length) - 1;
  const roles = new Map<string, Set<string>>();
  for (const { of } of rows) {
    const { code } = of.organisation;
    roles.set(code, (roles.get(code) ?? new Set()).add(of.template.role));
  }
  rows.forEach(({ of, choice, figures, keys }, offset) => {
    const row = first + offset;
    const { code, name } = of.organisation;
    const target = keys.flatMap((key) => placeOf(code, of.template, key) ?? [])[0];
    draft.set(
      row,
      PLACES.code,
      target === undefined
        ? { value: code, role: "label" }
        : { formula: linkFormula(target, code), role: "contents_link" },
    );
    const words = (roles.get(code)?.size ?? 0) > 1 ? `${name}, ${of.template.roleLabel}` : name;
    draft.set(row, PLACES.name, { value: words, role: "label" });
    draft.set(row, PLACES.open, { value: choice.label, role: "label" });
    for (const column of table.columns) {
      const value = figures.get(column.id);
      if (value !== undefined)
        draft.set(row, placeAt(column.id), { value, role: "figure", format: formatOfBy(column) });
    }
    const heights = [
      heightFor(words, draft.width(PLACES.name) - 2),
      heightFor(choice.label, draft.width(PLACES.open) - 2),
    ];
    draft.row(row, { height: Math.max(...heights) });
  });
  if (rows.length === 0) draft.set(first, PLACES.name, { value: "No return has any.", role: "label" });
  const cells = (column: number) => {
    const letters = columnLetters(column);
    return `$${letters}$${String(first)}:$${letters}$${String(last)}`;
  };
  const columns = new Map(
    table.columns
      .filter(({ source }) => source.kind === "each")
      .map(({ id }) => [id, cells(placeAt(id))] as const),
  );
  const filter = formatRectangle({ top: head, left: PLACES.code, bottom: last, right });
  return { places: { labels: cells(PLACES.open), columns }, filter, to: last };
}
