import { intersection, isSame } from "../model/area";
import { NO_CHANGE, type Condition, type ConditionalFormat } from "../model/conditional";
import { text, truth, whole } from "../protocol/arguments";
import { invalidArgument, itemNotFound, notImplemented } from "../protocol/errors";
import { hostObject, type HostObject, type Kind } from "../protocol/host-object";
import type { Cells } from "./cells";
import { change, formatOf, type Placed } from "./conditional-look";
import { CELL_VALUE, CUSTOM } from "./conditional-rules";
import { guardSheet } from "./guard";
import { RANGE_AREAS_KIND } from "./range-areas";
import { RANGE_KIND } from "./range";

let formatsMade = 0;

function part(
  kind: Condition["kind"],
  of: Kind<Placed>,
  orNull: boolean,
): (placed: Placed) => HostObject | null {
  return (placed) => {
    if (formatOf(placed).condition.kind === kind) return hostObject(of, placed);
    if (orNull) return null;
    throw invalidArgument(`The conditional format is of another type than ${kind}.`);
  };
}

const FORMAT: Kind<Placed> = {
  type: "ConditionalFormat",
  properties: {
    Id: { get: ({ id }) => id },
    Type: { get: (placed) => formatOf(placed).condition.kind },
    StopIfTrue: {
      get: (placed) => formatOf(placed).stopIfTrue,
      set: (placed, value) => change(placed, (format) => ({ ...format, stopIfTrue: truth(value) })),
    },
    Priority: {
      get: (placed) => placed.cells.sheet.conditional.indexOf(formatOf(placed)),
      set: (placed, value) => {
        guardSheet(placed.cells.sheet);
        const format = formatOf(placed);
        const others = placed.cells.sheet.conditional.filter((one) => one !== format);
        const at = whole(value, 0, others.length);
        placed.cells.sheet.conditional = [...others.slice(0, at), format, ...others.slice(at)];
        placed.cells.host.book.emit({ kind: "look", sheet: placed.cells.sheet });
      },
    },
  },
  objects: {
    Custom: part("Custom", CUSTOM, false),
    CustomOrNullObject: part("Custom", CUSTOM, true),
    CellValue: part("CellValue", CELL_VALUE, false),
    CellValueOrNullObject: part("CellValue", CELL_VALUE, true),
  },
  methods: {
    Delete: (placed) => {
      guardSheet(placed.cells.sheet);
      const format = formatOf(placed);
      placed.cells.sheet.conditional = placed.cells.sheet.conditional.filter((one) => one !== format);
      placed.cells.host.book.emit({ kind: "look", sheet: placed.cells.sheet });
    },
    GetRange: (placed) => {
      const { areas } = formatOf(placed);
      if (areas.length !== 1) throw itemNotFound("It applies to several areas.");
      return hostObject(RANGE_KIND, placed.cells.with(...areas));
    },
    GetRanges: (placed) => hostObject(RANGE_AREAS_KIND, placed.cells.with(...formatOf(placed).areas)),
  },
};

function concerned({ sheet, areas }: Cells): readonly ConditionalFormat[] {
  return sheet.conditional.filter((one) =>
    one.areas.some((area) => areas.some((other) => intersection(area, other))),
  );
}

export const CONDITIONAL_FORMATS_KIND: Kind<Cells> = {
  type: "ConditionalFormatCollection",
  children: (cells) => concerned(cells).map(({ id }) => hostObject(FORMAT, { cells, id })),
  child: (cells, id) => {
    const found = concerned(cells).find((one) => one.id === id);
    return found ? hostObject(FORMAT, { cells, id: found.id }) : null;
  },
  methods: {
    // A new one comes before all others.
    Add: (cells, type) => {
      guardSheet(cells.sheet);
      const wanted = text(type);
      if (wanted !== "Custom" && wanted !== "CellValue")
        throw notImplemented(`conditional format of type ${wanted}`);
      formatsMade += 1;
      const condition: Condition =
        wanted === "Custom"
          ? { kind: wanted, formula: "=FALSE" }
          : { kind: wanted, operator: "Between", formula1: "", formula2: null };
      const format: ConditionalFormat = {
        id: `{CF000000-0000-0000-0000-${String(formatsMade).padStart(12, "0")}}`,
        areas: cells.areas,
        condition,
        look: NO_CHANGE,
        stopIfTrue: false,
      };
      cells.sheet.conditional = [format, ...cells.sheet.conditional];
      cells.host.book.emit({ kind: "look", sheet: cells.sheet });
      return hostObject(FORMAT, { cells, id: format.id });
    },
    ClearAll: (cells) => {
      guardSheet(cells.sheet);
      cells.sheet.conditional = cells.sheet.conditional.flatMap((one): ConditionalFormat[] => {
        const left = one.areas.filter(
          (area) => !cells.areas.some((other) => isSame(intersection(area, other) ?? other, area)),
        );
        if (left.length === one.areas.length) {
          const cut = one.areas.some((area) => cells.areas.some((other) => intersection(area, other)));
          if (cut) throw notImplemented("way to clear conditional formats of a part of their cells");
        }
        return left.length === 0 ? [] : [{ ...one, areas: left }];
      });
      cells.host.book.emit({ kind: "look", sheet: cells.sheet });
    },
  },
};
