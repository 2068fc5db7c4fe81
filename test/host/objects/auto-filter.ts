import { isMissing } from "../protocol/arguments";
import { invalidArgument, itemNotFound, notImplemented } from "../protocol/errors";
import { hostObject, selfOf, type Kind } from "../protocol/host-object";
import { cellsAt } from "./address";
import { Cells } from "./cells";
import { guardSheet } from "./guard";
import type { SheetOf } from "./protection";
import { RANGE_KIND } from "./range";

/** The arrows of a list. What is filtered by them is not simulated. */
export const AUTO_FILTER_KIND: Kind<SheetOf> = {
  type: "AutoFilter",
  properties: {
    Enabled: { get: ({ sheet }) => sheet.filter !== null },
    IsDataFiltered: { get: () => false },
  },
  methods: {
    Apply: ({ host, sheet }, range, columnIndex, criteria) => {
      guardSheet(sheet);
      if (!isMissing(columnIndex) || !isMissing(criteria)) throw notImplemented("filter by criteria");
      const cells = selfOf(RANGE_KIND, range) ?? cellsAt(host, sheet, range);
      if (cells.sheet !== sheet) throw invalidArgument("The cells are on another sheet.");
      sheet.filter = cells.area;
      host.book.emit({ kind: "look", sheet });
    },
    Remove: ({ host, sheet }) => {
      guardSheet(sheet);
      sheet.filter = null;
      host.book.emit({ kind: "look", sheet });
    },
    GetRange: ({ host, sheet }) => {
      if (!sheet.filter) throw itemNotFound();
      return hostObject(RANGE_KIND, new Cells(host, sheet, [sheet.filter]));
    },
  },
};
