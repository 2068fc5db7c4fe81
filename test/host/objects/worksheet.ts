import { areaOf } from "../model/area";
import { deleteSheet, renameSheet } from "../model/structure";
import type { Visibility } from "../model/sheet";
import { isMissing, text, truth, truthOr, whole, word } from "../protocol/arguments";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import { hostObject, type HostObject, type Kind, type Property } from "../protocol/host-object";
import { areasAt, cellsAt } from "./address";
import { AUTO_FILTER_KIND } from "./auto-filter";
import { Cells } from "./cells";
import { CHARTS_KIND, SHAPES_KIND } from "./drawings";
import { colour } from "./format-change";
import { FREEZE_PANES_KIND } from "./freeze-panes";
import { NAMES_KIND } from "./names";
import { PAGE_BREAKS_KIND, PAGE_LAYOUT_KIND } from "./page-layout";
import { PROTECTION_KIND, type SheetOf } from "./protection";
import { RANGE_AREAS_KIND } from "./range-areas";
import { RANGE_KIND } from "./range";
import { SHEET_PROPERTIES_KIND } from "./settings";

const VISIBILITIES: readonly Visibility[] = ["Visible", "Hidden", "VeryHidden"];

function range({ host, sheet }: SheetOf, area: ReturnType<typeof areaOf>): HostObject {
  return hostObject(RANGE_KIND, new Cells(host, sheet, [area]));
}

function neighbour({ host, sheet }: SheetOf, step: 1 | -1, visibleOnly: boolean): HostObject {
  const { sheets } = host.book;
  for (let at = sheets.indexOf(sheet) + step; at >= 0 && at < sheets.length; at += step) {
    const other = sheets[at];
    if (other && (!visibleOnly || other.visibility === "Visible"))
      return hostObject(WORKSHEET_KIND, { host, sheet: other });
  }
  throw itemNotFound("There is no further sheet.");
}

function look({ host, sheet }: SheetOf): void {
  host.book.emit({ kind: "look", sheet });
}

/** A sheet that is gone is not found, whoever still holds it. */
function present(self: SheetOf): SheetOf {
  if (!self.host.book.sheets.includes(self.sheet)) throw itemNotFound();
  return self;
}

const gridlines: Property<SheetOf> = {
  get: ({ sheet }) => sheet.showsGridlines,
  set: (self, value) => {
    self.sheet.showsGridlines = truth(value);
    look(self);
  },
};

const headings: Property<SheetOf> = {
  get: ({ sheet }) => sheet.showsHeadings,
  set: (self, value) => {
    self.sheet.showsHeadings = truth(value);
    look(self);
  },
};

export const WORKSHEET_KIND: Kind<SheetOf> = {
  type: "Worksheet",
  properties: {
    Id: { get: ({ sheet }) => sheet.id },
    Name: {
      get: (self) => present(self).sheet.name,
      set: (self, value) => renameSheet(self.host.book, present(self).sheet, text(value)),
    },
    Position: {
      get: ({ host, sheet }) => host.book.sheets.indexOf(sheet),
      set: ({ host, sheet }, value) => host.book.move(sheet, whole(value, 0)),
    },
    Visibility: {
      get: ({ sheet }) => sheet.visibility,
      set: ({ host, sheet }, value) => host.book.setVisibility(sheet, word(value, VISIBILITIES)),
    },
    TabColor: {
      get: ({ sheet }) => sheet.tabColour,
      set: (self, value) => {
        self.sheet.tabColour = value === "" ? "" : colour(value);
        look(self);
      },
    },
    ShowGridlines: gridlines,
    ShowHeadings: headings,
    // Under these names the client sends what is written to them.
    Gridlines: gridlines,
    Headings: headings,
    StandardHeight: { get: ({ sheet }) => sheet.rows.usual },
  },
  objects: {
    Protection: (self) => hostObject(PROTECTION_KIND, self),
    FreezePanes: (self) => hostObject(FREEZE_PANES_KIND, self),
    PageLayout: (self) => hostObject(PAGE_LAYOUT_KIND, self),
    HorizontalPageBreaks: (self) => hostObject(PAGE_BREAKS_KIND, { ...self, along: "rows" }),
    VerticalPageBreaks: (self) => hostObject(PAGE_BREAKS_KIND, { ...self, along: "columns" }),
    Names: (self) => hostObject(NAMES_KIND, self),
    Charts: ({ sheet }) => hostObject(CHARTS_KIND, sheet.charts),
    Shapes: ({ sheet }) => hostObject(SHAPES_KIND, sheet.shapes),
    AutoFilter: (self) => hostObject(AUTO_FILTER_KIND, self),
    CustomProperties: ({ host, sheet }) =>
      hostObject(SHEET_PROPERTIES_KIND, { host, values: sheet.customProperties }),
  },
  methods: {
    GetRange: (self, address) => {
      const { host, sheet } = present(self);
      if (typeof address === "string" && address.includes(","))
        throw invalidArgument("getRanges takes several areas.");
      return hostObject(RANGE_KIND, cellsAt(host, sheet, address));
    },
    GetRanges: (self, address) =>
      hostObject(RANGE_AREAS_KIND, areasAt(self.host, present(self).sheet, address)),
    GetRangeByIndexes: (self, row, column, rows, columns) => {
      const area = areaOf(whole(row, 0) + 1, whole(column, 0) + 1, whole(rows, 1), whole(columns, 1));
      if (area.bottom > 1_048_576 || area.right > 16_384)
        throw invalidArgument("The range would lie beyond the edge.");
      return range(present(self), area);
    },
    GetCell: (self, row, column) =>
      range(present(self), areaOf(whole(row, 0, 1_048_575) + 1, whole(column, 0, 16_383) + 1)),
    GetUsedRange: (self, valuesOnly) => {
      const { sheet } = present(self);
      return range(
        self,
        (truthOr(valuesOnly, false) ? sheet.usedWithValues() : sheet.used()) ?? areaOf(1, 1),
      );
    },
    GetUsedRangeOrNullObject: (self, valuesOnly) => {
      const { sheet } = present(self);
      const used = truthOr(valuesOnly, false) ? sheet.usedWithValues() : sheet.used();
      return used && range(self, used);
    },
    GetNext: (self, visibleOnly) => neighbour(present(self), 1, truthOr(visibleOnly, false)),
    GetPrevious: (self, visibleOnly) => neighbour(present(self), -1, truthOr(visibleOnly, false)),
    _GetSheetById: ({ host }, id) => {
      const sheet = isMissing(id) ? undefined : host.book.sheetWith(text(id));
      return sheet ? hostObject(WORKSHEET_KIND, { host, sheet }) : null;
    },
    Activate: (self) => self.host.book.activate(present(self).sheet),
    Delete: (self) => deleteSheet(self.host.book, present(self).sheet),
    Calculate: ({ host }) => {
      host.book.calculation.calculate();
      host.book.emitCalculated();
    },
  },
};
