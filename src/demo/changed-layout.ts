import { formatAddress, parseAddress, type Address } from "../cells";
import type { Layout, LayoutCell, LayoutSheet } from "../layout";

import { withRowInserted } from "./insert-row";
import { withSheetRenamed } from "./rename-sheet";
import type { LayoutChange } from "./script";

/** Key → where its field stands. */
export type Places = ReadonlyMap<string, { readonly sheet: string; readonly address: Address }>;

export interface Placed {
  readonly layout: Layout;
  readonly places: Places;
}

/** A workbook after one thing that was done to it. Results of formulas are still those from before. */
export function changed({ layout, places }: Placed, change: LayoutChange): Placed {
  return { layout: changedLayout(layout, places, change), places: changedPlaces(places, change) };
}

/** Where everything stands after one thing that was done to a workbook. */
export function changedPlaces(places: Places, change: LayoutChange): Places {
  switch (change.kind) {
    case "formula":
      return places;
    case "rename":
      return moved(places, change.from, ({ address }) => ({ sheet: change.to, address }));
    case "row": {
      const { sheet, row } = rowOf(change, places);
      return moved(places, sheet, ({ address: at }) => ({
        sheet,
        address: at.row < row ? at : { ...at, row: at.row + 1 },
      }));
    }
  }
}

function changedLayout(layout: Layout, places: Places, change: LayoutChange): Layout {
  switch (change.kind) {
    case "formula": {
      const { sheet, address } = placeIn(places, change.key);
      return withCell(layout, sheet, address, (before) => ({ ...before, formula: change.formula }));
    }
    case "rename":
      return withSheetRenamed(layout, change.from, change.to);
    case "row": {
      const { sheet, row } = rowOf(change, places);
      let after = withRowInserted(layout, sheet, row);
      for (const { under, value } of change.figures) {
        const { column } = placeIn(places, under).address;
        after = withCell(after, sheet, { row, column }, (before) => ({ ...before, value, formula: null }));
      }
      return withLabel(after, sheet, row, change.label);
    }
  }
}

/** Where a row is put in; its sheet may have got another name before. */
function rowOf({ below }: Extract<LayoutChange, { kind: "row" }>, places: Places) {
  const { sheet, address } = placeIn(places, below);
  return { sheet, row: address.row + 1 };
}

function placeIn(places: Places, key: string): { readonly sheet: string; readonly address: Address } {
  const place = places.get(key);
  if (!place) throw new Error(`placeIn: ${key} stands nowhere`);
  return place;
}

type Place = ReturnType<typeof placeIn>;

/** The places with those on one sheet moved. */
function moved(places: Places, sheet: string, by: (place: Place) => Place): Places {
  return new Map([...places].map(([key, place]) => [key, place.sheet === sheet ? by(place) : place]));
}

function withCell(
  layout: Layout,
  sheet: string,
  address: Address,
  by: (cell: LayoutCell) => LayoutCell,
): Layout {
  const at = formatAddress(address);
  return onSheet(layout, sheet, (one) => {
    const cell = one.cells.get(at);
    if (!cell) throw new Error(`withCell: ${sheet} has nothing at ${at}`);
    return { ...one, cells: new Map([...one.cells, [at, by(cell)]]) };
  });
}

/** Words where the other lines have theirs. */
function withLabel(layout: Layout, sheet: string, row: number, label: string): Layout {
  const cells = layout.sheets.find(({ name }) => name === sheet)?.cells ?? new Map<string, LayoutCell>();
  const at = [...cells].find(
    ([text, { role }]) => (role === "label" || role === "total_label") && parseAddress(text)?.row === row,
  );
  const address = at && parseAddress(at[0]);
  return address ? withCell(layout, sheet, address, (cell) => ({ ...cell, value: label })) : layout;
}

function onSheet(layout: Layout, sheet: string, by: (sheet: LayoutSheet) => LayoutSheet): Layout {
  return { ...layout, sheets: layout.sheets.map((one) => (one.name === sheet ? by(one) : one)) };
}
