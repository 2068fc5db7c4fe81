import { cellCount, isWholeColumns, isWholeRows } from "../model/area";
import { empty } from "../model/enter";
import { isMissing, word } from "../protocol/arguments";
import { notImplemented } from "../protocol/errors";
import { hostObject, type Kind } from "../protocol/host-object";
import { fullAddress } from "./address";
import type { Cells } from "./cells";
import { CONDITIONAL_FORMATS_KIND } from "./conditional-formats";
import { FORMAT_KIND } from "./format";
import { guardContents } from "./guard";
import { RANGE_KIND } from "./range";
import { VALIDATION_KIND } from "./validation";
import { WORKSHEET_KIND } from "./worksheet";

const RANGES_KIND: Kind<Cells> = {
  type: "RangeCollection",
  children: (cells) => cells.areas.map((area) => hostObject(RANGE_KIND, cells.with(area))),
};

/** Several areas of a sheet, whose look is changed together. */
export const RANGE_AREAS_KIND: Kind<Cells> = {
  type: "RangeAreas",
  properties: {
    Address: { get: fullAddress },
    AddressLocal: { get: fullAddress },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: {
      get: ({ areas }) => {
        const count = areas.reduce((sum, area) => sum + cellCount(area), 0);
        return count >= 2 ** 31 ? -1 : count;
      },
    },
    IsEntireColumn: { get: ({ areas }) => areas.every(isWholeColumns) },
    IsEntireRow: { get: ({ areas }) => areas.every(isWholeRows) },
  },
  objects: {
    Areas: (cells) => hostObject(RANGES_KIND, cells),
    Worksheet: ({ host, sheet }) => hostObject(WORKSHEET_KIND, { host, sheet }),
    Format: (cells) => hostObject(FORMAT_KIND, cells),
    DataValidation: (cells) => hostObject(VALIDATION_KIND, cells),
    ConditionalFormats: (cells) => hostObject(CONDITIONAL_FORMATS_KIND, cells),
  },
  methods: {
    Clear: (cells, what) => {
      const apply = isMissing(what) ? "All" : word(what, ["All", "Formats", "Contents"]);
      if (apply !== "Contents") throw notImplemented(`RangeAreas.clear of ${apply}`);
      guardContents(cells);
      for (const area of cells.areas) empty(cells.host.book, cells.sheet, area);
    },
    Calculate: ({ host }) => {
      host.book.calculation.calculate();
      host.book.emitCalculated();
    },
  },
};
