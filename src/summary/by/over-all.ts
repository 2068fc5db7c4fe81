import type { SheetDraft, Together } from "../../layout";
import type { SummaryByTable, SummaryTables } from "../../template";

import type { Collection } from "../collection";
import type { FactPlaces } from "../fact-places";
import type { TotalCells } from "../total-rows";
import { drawByTable, placesOf, register, type ByPlaces } from "./by-table";
import { choiceRows, type ChoiceRow } from "./choice-rows";
import { drawOrganisations, type ChoicePlaces } from "./organisations-table";

interface Part {
  readonly table: SummaryByTable;
  /** Null where no rows of a list are put to the table's rows. */
  readonly rows: readonly ChoiceRow[] | null;
  readonly places: ByPlaces;
}

/** What a sheet shows of all returns together: its room is kept at the top, and drawn once what it adds up stands below. */
export class OverAll {
  readonly #parts: Part[] = [];

  constructor(
    readonly draft: SheetDraft,
    readonly sheet: SummaryTables,
    readonly collection: Collection,
    readonly totals: TotalCells,
  ) {}

  /** Keeps room from this row on, and says where the next thing can stand; `below` draws what stands below a table. */
  reserve(from: number, below: (table: string, row: number) => number): number {
    let row = from;
    for (const table of this.sheet.by) {
      const rows = table.list && choiceRows(table, table.list, this.collection);
      const rest = rows?.some(({ choice }) => choice.id === table.list?.rest.id) ?? false;
      const places = placesOf(table, row, rest);
      register(this.draft, table, places, this.totals);
      this.#parts.push({ table, rows, places });
      row = below(table.id, places.to + 2);
    }
    return row;
  }

  /** Draws what was kept room for, and from this row on what it is made of. */
  draw(
    from: number,
    placeOf: FactPlaces,
  ): { readonly together: readonly Together[]; readonly filter: string | null } {
    let row = from;
    let filter: string | null = null;
    const together: Together[] = [];
    for (const { table, rows, places } of this.#parts) {
      let choices: ChoicePlaces | null = null;
      if (rows) {
        const below = drawOrganisations(this.draft, table, rows, row, placeOf);
        choices = below.places;
        // A sheet can be filtered in one place.
        filter ??= below.filter;
        together.push({ from: row, to: below.to });
        row = below.to + 2;
      }
      drawByTable(this.draft, table, places, this.totals, choices);
      together.push({ from: places.from, to: places.to });
    }
    return { together, filter };
  }
}
