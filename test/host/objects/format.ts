import { LAST_COLUMN, LAST_ROW, type Rectangle } from "../../../src/cells";
import { cellCount } from "../model/area";
import type { Border, Format, Side } from "../model/format";
import { Lines } from "../model/lines";
import { number } from "../protocol/arguments";
import { accessDenied, invalidArgument } from "../protocol/errors";
import { hostObject, type Kind, type Property } from "../protocol/host-object";
import type { Wire } from "../protocol/wire";
import type { Cells } from "./cells";
import { ALIGNMENT, borderWith, FILL, FONT, LOCKING, type FormatMember } from "./format-change";
import { guardOption } from "./guard";

/** Beyond so many cells only those that differ from an empty one are looked at, and their rows and columns. */
const MANY = 50_000;

/** Every format that occurs in the cells. */
function* formatsOf({ sheet, areas }: Cells): Generator<Format> {
  for (const area of areas) {
    if (cellCount(area) <= MANY) {
      for (let row = area.top; row <= area.bottom; row += 1)
        for (let column = area.left; column <= area.right; column += 1) yield sheet.format(row, column);
      continue;
    }
    for (const [, , cell] of sheet.cellsIn(area)) yield cell.format;
    for (const [row, format] of sheet.rows.formatted())
      if (row >= area.top && row <= area.bottom) yield format;
    for (let column = area.left; column <= area.right; column += 1)
      yield sheet.columns.format(column) ?? sheet.usualFormat;
  }
}

/** What all of them have in common; null, as Excel has it, where they differ. */
function common<T extends Wire>(values: Iterable<T>): T | null {
  let first: T | undefined;
  for (const value of values) {
    if (first === undefined) first = value;
    else if (first !== value) return null;
  }
  return first ?? null;
}

function* mapped<A, B>(values: Iterable<A>, by: (value: A) => B): Generator<B> {
  for (const value of values) yield by(value);
}

export function changeFormat(cells: Cells, change: Partial<Format>): void {
  for (const area of cells.areas) {
    cells.sheet.changeFormat(area, change);
    const { book } = cells.host;
    book.emit({ kind: "format", sheet: cells.sheet, area, author: book.author });
  }
}

function properties(
  members: Readonly<Record<string, FormatMember>>,
  guard: (cells: Cells) => void,
): Record<string, Property<Cells>> {
  return Object.fromEntries(
    Object.entries(members).map(([name, { get, change }]): [string, Property<Cells>] => [
      name,
      {
        get: (cells) => common(mapped(formatsOf(cells), get)),
        set: (cells, value) => {
          guard(cells);
          changeFormat(cells, change(value));
        },
      },
    ]),
  );
}

const guardFormat = ({ sheet }: Cells) => guardOption(sheet, "allowFormatCells");

const FILL_KIND: Kind<Cells> = {
  type: "RangeFill",
  properties: properties(FILL, guardFormat),
  methods: {
    Clear: (cells) => {
      guardFormat(cells);
      changeFormat(cells, { fill: null });
    },
  },
};
const FONT_KIND: Kind<Cells> = { type: "RangeFont", properties: properties(FONT, guardFormat) };
const LOCKING_KIND: Kind<Cells> = {
  type: "FormatProtection",
  properties: properties(LOCKING, ({ sheet }) => {
    if (sheet.protection) throw accessDenied(`${sheet.name} is protected.`);
  }),
};

interface EdgeOf {
  readonly cells: Cells;
  readonly side: string;
}

const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;

/** The parts of an area on which an edge lies, each with the side of its cells. */
function* partsOf({ cells, side }: EdgeOf): Generator<readonly [Rectangle, Side]> {
  for (const area of cells.areas) {
    const { top, left, bottom, right } = area;
    switch (side) {
      case "EdgeTop":
        yield [{ ...area, bottom: top }, "top"];
        break;
      case "EdgeBottom":
        yield [{ ...area, top: bottom }, "bottom"];
        break;
      case "EdgeLeft":
        yield [{ ...area, right: left }, "left"];
        break;
      case "EdgeRight":
        yield [{ ...area, left: right }, "right"];
        break;
      case "InsideVertical":
        if (left < right) {
          yield [{ ...area, right: right - 1 }, "right"];
          yield [{ ...area, left: left + 1 }, "left"];
        }
        break;
      case "InsideHorizontal":
        if (top < bottom) {
          yield [{ ...area, bottom: bottom - 1 }, "bottom"];
          yield [{ ...area, top: top + 1 }, "top"];
        }
        break;
      case "DiagonalDown":
        yield [area, "diagonalDown"];
        break;
      case "DiagonalUp":
        yield [area, "diagonalUp"];
    }
  }
}

function* bordersOf(edge: EdgeOf): Generator<Border | null> {
  for (const [area, side] of partsOf(edge))
    yield* mapped(formatsOf(edge.cells.with(area)), (format) => format[side]);
}

function borderProperty(name: string, get: (border: Border | null) => Wire): Property<EdgeOf> {
  return {
    get: (edge) => common(mapped(bordersOf(edge), get)),
    set: (edge, value) => {
      guardFormat(edge.cells);
      for (const [area, side] of partsOf(edge)) {
        // Lines of one edge mostly look alike, and then they are all changed at once.
        const before = new Set(mapped(formatsOf(edge.cells.with(area)), (format) => format[side]));
        const [only] = before;
        if (before.size === 1) {
          changeFormat(edge.cells.with(area), { [side]: borderWith(only ?? null, name, value) });
          continue;
        }
        for (let row = area.top; row <= area.bottom; row += 1)
          for (let column = area.left; column <= area.right; column += 1) {
            const border = borderWith(edge.cells.sheet.format(row, column)[side], name, value);
            changeFormat(edge.cells.with({ top: row, left: column, bottom: row, right: column }), {
              [side]: border,
            });
          }
      }
    },
  };
}

const BORDER_KIND: Kind<EdgeOf> = {
  type: "RangeBorder",
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: borderProperty("Style", (border) => border?.style ?? "None"),
    Weight: borderProperty("Weight", (border) => border?.weight ?? "Thin"),
    Color: borderProperty("Color", (border) => border?.colour ?? "#000000"),
  },
};

const BORDERS_KIND: Kind<Cells> = {
  type: "RangeBorderCollection",
  properties: { Count: { get: () => EDGES.length } },
  children: (cells) => EDGES.map((side) => hostObject(BORDER_KIND, { cells, side })),
  child: (cells, side) => {
    const known = EDGES.find((one) => one === side);
    if (known === undefined) throw invalidArgument("There is no such border.");
    return hostObject(BORDER_KIND, { cells, side: known });
  },
};

/** Every row, or column, of the cells once; those of a whole sheet are too many to name. */
function linesOf(cells: Cells, along: "rows" | "columns"): readonly number[] | "all" {
  const lines = new Set<number>();
  for (const area of cells.areas) {
    const [first, last, end] =
      along === "rows" ? [area.top, area.bottom, LAST_ROW] : [area.left, area.right, LAST_COLUMN];
    if (first === 1 && last === end) return "all";
    for (let line = first; line <= last; line += 1) lines.add(line);
  }
  return [...lines];
}

function sizeProperty(along: "rows" | "columns", most: number): Property<Cells> {
  return {
    get: (cells) => {
      const lines = linesOf(cells, along);
      const all = cells.sheet[along];
      const used =
        lines === "all"
          ? [...all.used().map((line) => all.size(line)), all.usual]
          : lines.map((line) => all.size(line));
      return common(used);
    },
    set: (cells, value) => {
      guardOption(cells.sheet, along === "rows" ? "allowFormatRows" : "allowFormatColumns");
      const size = number(value);
      if (size < 0 || size > most) throw invalidArgument(`${size} points are too many or too few.`);
      setSize(cells, along, size);
    },
  };
}

export function setSize(cells: Cells, along: "rows" | "columns", size: number): void {
  const lines = linesOf(cells, along);
  const { sheet } = cells;
  if (lines === "all") {
    const before = sheet[along];
    const after = new Lines(size);
    for (const line of before.used()) {
      after.setHidden(line, before.isHidden(line));
      const format = before.format(line);
      if (format) after.setFormat(line, format);
    }
    sheet[along] = after;
  } else for (const line of lines) sheet[along].setSize(line, size);
  cells.host.book.emit({ kind: "look", sheet });
}

export function setHidden(cells: Cells, along: "rows" | "columns", hidden: boolean): void {
  const lines = linesOf(cells, along);
  const { sheet } = cells;
  if (lines === "all") throw invalidArgument("Not every row or column of a sheet can be hidden.");
  for (const line of lines) sheet[along].setHidden(line, hidden);
  const { book } = cells.host;
  if (along === "rows")
    for (const area of cells.areas)
      book.emit({ kind: "rowsHidden", sheet, area, hidden, author: book.author });
  else book.emit({ kind: "look", sheet });
}

/** Whether all of them are hidden, none (false), or some (null). */
export function hiddenLines(cells: Cells, along: "rows" | "columns"): boolean | null {
  const lines = linesOf(cells, along);
  const all = cells.sheet[along];
  if (lines === "all") return all.used().some((line) => all.isHidden(line)) ? null : false;
  return common(lines.map((line) => all.isHidden(line)));
}

export const FORMAT_KIND: Kind<Cells> = {
  type: "RangeFormat",
  properties: {
    ...properties(ALIGNMENT, guardFormat),
    // 255 signs of the usual font, and Excel's highest row.
    ColumnWidth: sizeProperty("columns", 1_343),
    RowHeight: sizeProperty("rows", 409.5),
  },
  objects: {
    Fill: (cells) => hostObject(FILL_KIND, cells),
    Font: (cells) => hostObject(FONT_KIND, cells),
    Borders: (cells) => hostObject(BORDERS_KIND, cells),
    Protection: (cells) => hostObject(LOCKING_KIND, cells),
  },
};
