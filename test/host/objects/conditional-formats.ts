import { intersection, isSame } from "../model/area";
import {
  NO_CHANGE,
  type Condition,
  type ConditionalFormat,
  type ConditionalLook,
} from "../model/conditional";
import type { Side } from "../model/format";
import type { Limit, Operator } from "../model/validation";
import { isMissing, record, text, truth, whole } from "../protocol/arguments";
import { invalidArgument, itemNotFound, notImplemented } from "../protocol/errors";
import { hostObject, type HostObject, type Kind, type Property } from "../protocol/host-object";
import type { Wire } from "../protocol/wire";
import type { Cells } from "./cells";
import { borderWith, colour, oneOf } from "./format-change";
import { guardSheet } from "./guard";
import { RANGE_AREAS_KIND } from "./range-areas";
import { RANGE_KIND } from "./range";

let formatsMade = 0;

/** One conditional format of a sheet, found by its id. */
interface Placed {
  readonly cells: Cells;
  readonly id: string;
}

function formatOf({ cells, id }: Placed): ConditionalFormat {
  const found = cells.sheet.conditional.find((one) => one.id === id);
  if (!found) throw itemNotFound();
  return found;
}

function change(placed: Placed, by: (format: ConditionalFormat) => ConditionalFormat): void {
  const { cells, id } = placed;
  guardSheet(cells.sheet);
  formatOf(placed);
  cells.sheet.conditional = cells.sheet.conditional.map((one) => (one.id === id ? by(one) : one));
  cells.host.book.emit({ kind: "look", sheet: cells.sheet });
}

function changeLook(placed: Placed, by: Partial<ConditionalLook>): void {
  change(placed, (format) => ({ ...format, look: { ...format.look, ...by } }));
}

function look<K extends keyof ConditionalLook>(
  name: K,
  get: (value: ConditionalLook[K]) => Wire,
  set: (value: Wire) => ConditionalLook[K],
): Property<Placed> {
  return {
    get: (placed) => get(formatOf(placed).look[name]),
    set: (placed, value) => changeLook(placed, { [name]: set(value) }),
  };
}

const FILL: Kind<Placed> = {
  type: "ConditionalRangeFill",
  properties: { Color: look("fill", (value) => value ?? "", colour) },
  methods: { Clear: (placed) => changeLook(placed, { fill: null }) },
};

const UNDERLINES = ["None", "Single", "Double"];

const FONT: Kind<Placed> = {
  type: "ConditionalRangeFont",
  properties: {
    Color: look("fontColour", (value) => value ?? "", colour),
    Bold: look("bold", (value) => value, truth),
    Italic: look("italic", (value) => value, truth),
    Underline: look("underline", (value) => value ?? "None", oneOf(UNDERLINES)),
    Strikethrough: look("strikethrough", (value) => value, truth),
  },
  methods: {
    Clear: (placed) =>
      changeLook(placed, {
        fontColour: null,
        bold: null,
        italic: null,
        underline: null,
        strikethrough: null,
      }),
  },
};

interface Edge {
  readonly placed: Placed;
  readonly side: Side;
  readonly name: string;
}

const EDGES: readonly (readonly [name: string, side: Side])[] = [
  ["EdgeTop", "top"],
  ["EdgeBottom", "bottom"],
  ["EdgeLeft", "left"],
  ["EdgeRight", "right"],
];

function edgeProperty(name: "Style" | "Color"): Property<Edge> {
  return {
    get: ({ placed, side }) => {
      const border = formatOf(placed).look.borders[side];
      return name === "Style" ? (border?.style ?? "None") : (border?.colour ?? "#000000");
    },
    set: ({ placed, side }, value) => {
      const { [side]: before = null, ...others } = formatOf(placed).look.borders;
      const border = borderWith(before, name, value);
      changeLook(placed, { borders: border ? { ...others, [side]: border } : others });
    },
  };
}

const BORDER: Kind<Edge> = {
  type: "ConditionalRangeBorder",
  properties: {
    SideIndex: { get: ({ name }) => name },
    Style: edgeProperty("Style"),
    Color: edgeProperty("Color"),
  },
};

function edge(placed: Placed, wanted: string): HostObject {
  const [name, side] = EDGES.find(([one]) => one === wanted) ?? [];
  if (name === undefined || side === undefined) throw invalidArgument("There is no such border.");
  return hostObject(BORDER, { placed, side, name });
}

const BORDERS: Kind<Placed> = {
  type: "ConditionalRangeBorderCollection",
  properties: { Count: { get: () => EDGES.length } },
  objects: {
    Top: (placed) => edge(placed, "EdgeTop"),
    Bottom: (placed) => edge(placed, "EdgeBottom"),
    Left: (placed) => edge(placed, "EdgeLeft"),
    Right: (placed) => edge(placed, "EdgeRight"),
  },
  children: (placed) => EDGES.map(([name]) => edge(placed, name)),
  child: (placed, name) => edge(placed, text(name)),
};

const LOOK: Kind<Placed> = {
  type: "ConditionalRangeFormat",
  properties: { NumberFormat: look("numberFormat", (value) => value ?? "", text) },
  objects: {
    Fill: (placed) => hostObject(FILL, placed),
    Font: (placed) => hostObject(FONT, placed),
    Borders: (placed) => hostObject(BORDERS, placed),
  },
};

function setFormula(placed: Placed, value: Wire): void {
  const formula = text(value);
  if (!formula.startsWith("=")) throw invalidArgument("A formula begins with =.");
  const { cells } = placed;
  const [first] = formatOf(placed).areas;
  cells.host.book.calculation.formula(formula, cells.sheet, first?.top ?? 1, first?.left ?? 1);
  change(placed, (format) => ({ ...format, condition: { kind: "Custom", formula } }));
}

const formulaProperty: Property<Placed> = {
  get: (placed) => {
    const { condition } = formatOf(placed);
    return condition.kind === "Custom" ? condition.formula : "";
  },
  set: setFormula,
};

const RULE: Kind<Placed> = {
  type: "ConditionalFormatRule",
  properties: { Formula: formulaProperty, FormulaLocal: formulaProperty },
};

const CUSTOM: Kind<Placed> = {
  type: "CustomConditionalFormat",
  objects: { Format: (placed) => hostObject(LOOK, placed), Rule: (placed) => hostObject(RULE, placed) },
};

/** Conditional formats leave out the To that validations have. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ["Between", "Between"],
  ["NotBetween", "NotBetween"],
  ["EqualTo", "EqualTo"],
  ["NotEqualTo", "NotEqualTo"],
  ["GreaterThan", "GreaterThan"],
  ["LessThan", "LessThan"],
  ["GreaterThanOrEqual", "GreaterThanOrEqualTo"],
  ["LessThanOrEqual", "LessThanOrEqualTo"],
]);

const CELL_VALUE: Kind<Placed> = {
  type: "CellValueConditionalFormat",
  properties: {
    Rule: {
      get: (placed) => {
        const { condition } = formatOf(placed);
        if (condition.kind !== "CellValue") return null;
        const { formula1, formula2, operator } = condition;
        return {
          formula1,
          ...(formula2 === null ? {} : { formula2 }),
          operator: operator.replace("OrEqualTo", "OrEqual"),
        };
      },
      set: (placed, value) => {
        const members = record(value);
        const limit = (name: string): Limit | null => {
          const given = members.get(name);
          if (isMissing(given)) return null;
          return typeof given === "number" ? given : text(given);
        };
        const operator = OPERATORS.get(text(members.get("operator")));
        if (!operator) throw invalidArgument("There is no such operator.");
        const condition: Condition = {
          kind: "CellValue",
          operator,
          formula1: limit("formula1") ?? "",
          formula2: limit("formula2"),
        };
        change(placed, (format) => ({ ...format, condition }));
      },
    },
  },
  objects: { Format: (placed) => hostObject(LOOK, placed) },
};

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
