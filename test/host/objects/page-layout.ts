import type { Rectangle } from "../../../src/cells";
import { areaOf, isWholeColumns, isWholeRows, WHOLE_SHEET } from "../model/area";
import { HEADER_PARTS, INCH, type MarginSide, type PageLayout } from "../model/page-layout";
import { isMissing, number, record, text, truth, whole, word } from "../protocol/arguments";
import { invalidArgument, itemNotFound, notImplemented } from "../protocol/errors";
import { hostObject, selfOf, type Argument, type Kind, type Property } from "../protocol/host-object";
import type { Wire } from "../protocol/wire";
import { areasAt } from "./address";
import { Cells } from "./cells";
import type { SheetOf } from "./protection";
import { RANGE_AREAS_KIND } from "./range-areas";
import { RANGE_KIND } from "./range";

function change({ host, sheet }: SheetOf, by: Partial<PageLayout>): void {
  sheet.page = { ...sheet.page, ...by };
  host.book.emit({ kind: "look", sheet });
}

function property<K extends keyof PageLayout>(
  name: K,
  set: (value: Wire) => PageLayout[K] & Wire,
): Property<SheetOf> {
  return {
    // What is set is what is read.
    get: ({ sheet }) => sheet.page[name] as PageLayout[K] & Wire,
    set: (self, value) => change(self, { [name]: set(value) }),
  };
}

function margin(side: MarginSide): Property<SheetOf> {
  return {
    get: ({ sheet }) => sheet.page.margins[side],
    set: (self, value) => setMargin(self, side, number(value)),
  };
}

function setMargin(self: SheetOf, side: MarginSide, points: number): void {
  if (points < 0 || points > 49 * INCH) throw invalidArgument("The margin is too wide or too narrow.");
  change(self, { margins: { ...self.sheet.page.margins, [side]: points } });
}

const zoom: Property<SheetOf> = {
  get: ({ sheet: { page } }) =>
    page.scale === null
      ? { horizontalFitToPages: page.pagesAcross, verticalFitToPages: page.pagesDown }
      : { scale: page.scale },
  set: (self, value) => {
    const members = record(value);
    const pages = (name: string) =>
      isMissing(members.get(name)) ? null : whole(members.get(name), 1, 32_767);
    const scale = isMissing(members.get("scale")) ? null : whole(members.get("scale"), 10, 400);
    const [pagesAcross, pagesDown] = [pages("horizontalFitToPages"), pages("verticalFitToPages")];
    if ((scale === null) === (pagesAcross === null && pagesDown === null))
      throw invalidArgument("Either a scale or a number of pages is wanted.");
    change(self, { scale, pagesAcross, pagesDown });
  },
};

function areasOf({ host, sheet }: SheetOf, given: Argument): readonly Rectangle[] {
  const cells = selfOf(RANGE_KIND, given) ?? selfOf(RANGE_AREAS_KIND, given) ?? areasAt(host, sheet, given);
  if (cells.sheet !== sheet) throw invalidArgument("The cells are on another sheet.");
  return cells.areas;
}

function oneArea(self: SheetOf, given: Argument): Rectangle {
  const [area, more] = areasOf(self, given);
  if (!area || more) throw invalidArgument("One area is wanted.");
  return area;
}

const UNITS = { Points: 1, Inches: INCH, Centimeters: INCH / 2.54 } as const;
const SIDES: readonly MarginSide[] = ["left", "right", "top", "bottom", "header", "footer"];

const HEADER_KIND: Kind<SheetOf> = {
  type: "HeaderFooter",
  properties: Object.fromEntries(
    HEADER_PARTS.map((part): [string, Property<SheetOf>] => [
      part.charAt(0).toUpperCase() + part.slice(1),
      {
        get: ({ sheet }) => sheet.page.headers[part],
        set: (self, value) => {
          const words = text(value);
          const all = { ...self.sheet.page.headers, [part]: words };
          const [top, bottom] = ["Header", "Footer"].map((end) =>
            HEADER_PARTS.filter((one) => one.endsWith(end)).reduce((sum, one) => sum + all[one].length, 0),
          );
          if (Math.max(top ?? 0, bottom ?? 0) > 255)
            throw invalidArgument("A header or footer takes 255 characters.");
          change(self, { headers: all });
        },
      },
    ]),
  ),
};

const HEADERS_KIND: Kind<SheetOf> = {
  type: "HeaderFooterGroup",
  properties: {
    State: {
      get: () => "Default",
      set: (_, value) => {
        if (value !== "Default") throw notImplemented("headers that differ between pages");
      },
    },
  },
  objects: { DefaultForAllPages: (self) => hostObject(HEADER_KIND, self) },
};

export const PAGE_LAYOUT_KIND: Kind<SheetOf> = {
  type: "PageLayout",
  properties: {
    Orientation: property("orientation", (value) => word(value, ["Portrait", "Landscape"])),
    PaperSize: property("paperSize", text),
    Zoom: zoom,
    LeftMargin: margin("left"),
    RightMargin: margin("right"),
    TopMargin: margin("top"),
    BottomMargin: margin("bottom"),
    HeaderMargin: margin("header"),
    FooterMargin: margin("footer"),
    CenterHorizontally: property("centredAcross", truth),
    CenterVertically: property("centredDown", truth),
    PrintGridlines: property("gridlines", truth),
    PrintHeadings: property("headings", truth),
    BlackAndWhite: property("blackAndWhite", truth),
    DraftMode: property("draft", truth),
    PrintOrder: property("order", (value) => word(value, ["DownThenOver", "OverThenDown"])),
    PrintComments: property("comments", text),
    PrintErrors: property("errors", text),
    FirstPageNumber: property("firstPage", (value) => (value === "" ? "" : whole(value, 0))),
  },
  objects: { HeadersFooters: (self) => hostObject(HEADERS_KIND, self) },
  methods: {
    SetPrintArea: (self, given) => change(self, { printArea: areasOf(self, given) }),
    SetPrintTitleRows: (self, given) => {
      const area = oneArea(self, given);
      if (!isWholeRows(area)) throw invalidArgument("Whole rows are wanted.");
      change(self, { titleRows: [area.top, area.bottom] });
    },
    SetPrintTitleColumns: (self, given) => {
      const area = oneArea(self, given);
      if (!isWholeColumns(area)) throw invalidArgument("Whole columns are wanted.");
      change(self, { titleColumns: [area.left, area.right] });
    },
    SetPrintMargins: (self, unit, options) => {
      const factor = UNITS[word(unit, ["Points", "Inches", "Centimeters"])];
      for (const [name, value] of record(options)) setMargin(self, word(name, SIDES), number(value) * factor);
    },
    GetPrintArea: ({ host, sheet }) => {
      if (!sheet.page.printArea) throw itemNotFound();
      return hostObject(RANGE_AREAS_KIND, new Cells(host, sheet, sheet.page.printArea));
    },
    GetPrintTitleRows: ({ host, sheet }) => {
      if (!sheet.page.titleRows) throw itemNotFound();
      const [top, bottom] = sheet.page.titleRows;
      return hostObject(RANGE_KIND, new Cells(host, sheet, [{ ...WHOLE_SHEET, top, bottom }]));
    },
    GetPrintTitleColumns: ({ host, sheet }) => {
      if (!sheet.page.titleColumns) throw itemNotFound();
      const [left, right] = sheet.page.titleColumns;
      return hostObject(RANGE_KIND, new Cells(host, sheet, [{ ...WHOLE_SHEET, left, right }]));
    },
  },
};

/** Page breaks before rows, or before columns. */
export interface BreaksOf extends SheetOf {
  readonly along: "rows" | "columns";
}

interface BreakAt extends BreaksOf {
  readonly line: number;
}

function lines({ sheet, along }: BreaksOf): readonly number[] {
  return along === "rows" ? sheet.rowBreaks : sheet.columnBreaks;
}

function setLines({ host, sheet, along }: BreaksOf, to: readonly number[]): void {
  const sorted = [...new Set(to)].sort((a, b) => a - b);
  if (along === "rows") sheet.rowBreaks = sorted;
  else sheet.columnBreaks = sorted;
  host.book.emit({ kind: "look", sheet });
}

const BREAK_KIND: Kind<BreakAt> = {
  type: "PageBreak",
  properties: {
    _Id: { get: ({ line }) => String(line) },
    RowIndex: { get: ({ along, line }) => (along === "rows" ? line - 1 : 0) },
    ColumnIndex: { get: ({ along, line }) => (along === "columns" ? line - 1 : 0) },
  },
  methods: {
    Delete: (self) =>
      setLines(
        self,
        lines(self).filter((line) => line !== self.line),
      ),
    GetCellAfterBreak: ({ host, sheet, along, line }) =>
      hostObject(RANGE_KIND, new Cells(host, sheet, [along === "rows" ? areaOf(line, 1) : areaOf(1, line)])),
  },
};

/** The most breaks of a sheet in one direction. */
const MOST_BREAKS = 1_026;

export const PAGE_BREAKS_KIND: Kind<BreaksOf> = {
  type: "PageBreakCollection",
  children: (self) => lines(self).map((line) => hostObject(BREAK_KIND, { ...self, line })),
  child: (self, key) => {
    const line = lines(self).find((one) => String(one) === key);
    return line === undefined ? null : hostObject(BREAK_KIND, { ...self, line });
  },
  methods: {
    // The page begins with the range's first cell.
    Add: (self, given) => {
      const { top, left } = oneArea(self, given);
      const line = self.along === "rows" ? top : left;
      if (line === 1 || lines(self).length >= MOST_BREAKS) throw invalidArgument("No page can begin there.");
      setLines(self, [...lines(self), line]);
      return hostObject(BREAK_KIND, { ...self, line });
    },
    RemovePageBreaks: (self) => setLines(self, []),
  },
};
