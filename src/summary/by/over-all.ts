import type { SheetDraft, Together } from "../../layout";
import type { SummaryByTable } from "../../template";

import type { TotalCells } from "../total-rows";
import type { ByFormula } from "./by-formulas";
import { drawByTable, placesOf, register, type ByPlaces } from "./by-table";
import type { ChoicePlaces, ListedFigures } from "./listed-figures";

/** What tables over all returns are made of, and how their cells are worked out from that. */
export interface MadeOfParts {
  /** Whether some rows are of no choice. */
  readonly hasRest: (table: SummaryByTable) => boolean;
  /** Draws from this row on what a table is made of; null where that stands in other tables. */
  readonly drawParts: (table: SummaryByTable, from: number) => ListedFigures | null;
  readonly formulas: (table: SummaryByTable, parts: ChoicePlaces | null) => ByFormula;
  /** What somebody has to know who reads the table, in a row below it. */
  readonly noteOn: (table: SummaryByTable) => string | null;
}

/** What a sheet shows of all returns together: its room is kept at the top, and drawn once what it adds up stands below. */
export class OverAll {
  readonly #parts: { readonly table: SummaryByTable; readonly places: ByPlaces }[] = [];

  constructor(
    readonly draft: SheetDraft,
    readonly tables: readonly SummaryByTable[],
    readonly totals: TotalCells,
    readonly madeOf: MadeOfParts,
  ) {}

  /** Keeps room from this row on, and says where the next thing can stand; `below` draws what stands below a table. */
  reserve(from: number, below: (table: string, row: number) => number): number {
    let row = from;
    for (const table of this.tables) {
      const { hasRest, noteOn } = this.madeOf;
      const places = placesOf(table, row, { rest: hasRest(table), note: noteOn(table) });
      register(this.draft, table, places, this.totals);
      this.#parts.push({ table, places });
      row = below(table.id, places.to + 2);
    }
    return row;
  }

  /** Draws what was kept room for, and from this row on what it is made of. */
  draw(from: number): { readonly together: readonly Together[]; readonly filter: string | null } {
    let row = from;
    let filter: string | null = null;
    const together: Together[] = [];
    for (const { table, places } of this.#parts) {
      const below = this.madeOf.drawParts(table, row);
      if (below) {
        // A sheet can be filtered in one place.
        filter ??= below.filter;
        together.push({ from: row, to: below.to });
        row = below.to + 2;
      }
      drawByTable(this.draft, table, places, this.madeOf.formulas(table, below?.places ?? null));
      together.push({ from: places.from, to: places.to });
    }
    return { together, filter };
  }
}
