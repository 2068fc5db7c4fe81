import type { ConditionalFormat, ConditionalLook } from "../model/conditional";
import type { Side } from "../model/format";
import { text, truth } from "../protocol/arguments";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import { hostObject, type HostObject, type Kind, type Property } from "../protocol/host-object";
import type { Wire } from "../protocol/wire";
import type { Cells } from "./cells";
import { borderWith, colour, oneOf } from "./format-change";
import { guardSheet } from "./guard";

/** One conditional format of a sheet, found by its id. */
export interface Placed {
  readonly cells: Cells;
  readonly id: string;
}

export function formatOf({ cells, id }: Placed): ConditionalFormat {
  const found = cells.sheet.conditional.find((one) => one.id === id);
  if (!found) throw itemNotFound();
  return found;
}

export function change(placed: Placed, by: (format: ConditionalFormat) => ConditionalFormat): void {
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

/** What a conditional format changes about a cell. */
export const LOOK: Kind<Placed> = {
  type: "ConditionalRangeFormat",
  properties: { NumberFormat: look("numberFormat", (value) => value ?? "", text) },
  objects: {
    Fill: (placed) => hostObject(FILL, placed),
    Font: (placed) => hostObject(FONT, placed),
    Borders: (placed) => hostObject(BORDERS, placed),
  },
};
