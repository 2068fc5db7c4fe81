import type { Border, Format, Side } from "../model/format";
import { number, record, text, truth, whole } from "../protocol/arguments";
import { invalidArgument, notImplemented } from "../protocol/errors";
import type { Wire } from "../protocol/wire";

/** One member of a format: how it reads, and what writing it changes. */
export interface FormatMember {
  readonly get: (format: Format) => Wire;
  readonly change: (value: Wire) => Partial<Format>;
}

type Members = Readonly<Record<string, FormatMember>>;

const HORIZONTAL = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
];
const VERTICAL = ["Top", "Center", "Bottom", "Justify", "Distributed"];
const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"];
export const BORDER_STYLES = [
  "None",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Double",
  "SlantDashDot",
];
export const BORDER_WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"];

const NAMED_COLOURS: ReadonlyMap<string, string> = new Map([
  ["black", "#000000"],
  ["white", "#FFFFFF"],
  ["red", "#FF0000"],
  ["green", "#008000"],
  ["blue", "#0000FF"],
  ["yellow", "#FFFF00"],
  ["orange", "#FFA500"],
  ["gray", "#808080"],
  ["grey", "#808080"],
]);

/** #RRGGBB in capitals, of "#rrggbb", "rrggbb" or a colour's name as far as it is known here. */
export function colour(value: Wire): string {
  const given = text(value);
  const [, digits] = /^#?([0-9a-f]{6})$/i.exec(given) ?? [];
  const found = digits === undefined ? NAMED_COLOURS.get(given.toLowerCase()) : `#${digits.toUpperCase()}`;
  if (found === undefined) throw invalidArgument(`${given} is no colour.`);
  return found;
}

export function oneOf(words: readonly string[]): (value: Wire) => string {
  return (value) => {
    const given = text(value);
    if (!words.includes(given)) throw invalidArgument(`${given} is none of ${words.join(", ")}.`);
    return given;
  };
}

export const FILL: Members = {
  // A cell without a fill reads as white.
  Color: {
    get: ({ fill }) => fill ?? "#FFFFFF",
    change: (value) => ({ fill: value === "" ? null : colour(value) }),
  },
};

export const FONT: Members = {
  Name: { get: (format) => format.fontName, change: (value) => ({ fontName: text(value) }) },
  Size: { get: (format) => format.fontSize, change: (value) => ({ fontSize: number(value) }) },
  Color: { get: (format) => format.fontColour, change: (value) => ({ fontColour: colour(value) }) },
  Bold: { get: ({ bold }) => bold, change: (value) => ({ bold: truth(value) }) },
  Italic: { get: ({ italic }) => italic, change: (value) => ({ italic: truth(value) }) },
  Underline: {
    get: ({ underline }) => underline,
    change: (value) => ({ underline: oneOf(UNDERLINES)(value) }),
  },
  Strikethrough: {
    get: (format) => format.strikethrough,
    change: (value) => ({ strikethrough: truth(value) }),
  },
  Subscript: { get: ({ subscript }) => subscript, change: (value) => ({ subscript: truth(value) }) },
  Superscript: { get: ({ superscript }) => superscript, change: (value) => ({ superscript: truth(value) }) },
};

export const ALIGNMENT: Members = {
  HorizontalAlignment: {
    get: (format) => format.horizontal,
    change: (value) => ({ horizontal: oneOf(HORIZONTAL)(value) }),
  },
  VerticalAlignment: {
    get: (format) => format.vertical,
    change: (value) => ({ vertical: oneOf(VERTICAL)(value) }),
  },
  WrapText: { get: ({ wrap }) => wrap, change: (value) => ({ wrap: truth(value) }) },
  IndentLevel: { get: ({ indent }) => indent, change: (value) => ({ indent: whole(value, 0, 250) }) },
  ShrinkToFit: { get: ({ shrink }) => shrink, change: (value) => ({ shrink: truth(value) }) },
  TextOrientation: {
    get: ({ rotation }) => rotation,
    change: (value) => ({ rotation: whole(value, -90, 180) }),
  },
};

export const LOCKING: Members = {
  Locked: { get: ({ locked }) => locked, change: (value) => ({ locked: truth(value) }) },
  FormulaHidden: {
    get: (format) => format.formulaHidden,
    change: (value) => ({ formulaHidden: truth(value) }),
  },
};

const NO_BORDER: Border = { style: "Continuous", weight: "Thin", colour: "#000000" };

/** A line as it is after one of its properties was set; null for none. */
export function borderWith(border: Border | null, name: string, value: Wire): Border | null {
  const now = border ?? NO_BORDER;
  switch (name) {
    case "Style": {
      const style = oneOf(BORDER_STYLES)(value);
      return style === "None" ? null : { ...now, style };
    }
    case "Weight":
      return { ...now, weight: oneOf(BORDER_WEIGHTS)(value) };
    case "Color":
      return { ...now, colour: colour(value) };
  }
  throw notImplemented(`RangeBorder.${name}`);
}

const SIDES: Readonly<Record<string, Side>> = {
  top: "top",
  bottom: "bottom",
  left: "left",
  right: "right",
  diagonalDown: "diagonalDown",
  diagonalUp: "diagonalUp",
};

/** The changes of one cell as setCellProperties takes them, with the names that an add-in writes. */
export function changeOf(properties: Wire, before: Format): Partial<Format> {
  let change: Partial<Format> = {};
  const take = (members: Members, given: Wire, what: string) => {
    for (const [name, value] of record(given)) {
      const member = members[name.charAt(0).toUpperCase() + name.slice(1)];
      if (!member) throw notImplemented(`${what}.${name} in setCellProperties`);
      change = { ...change, ...member.change(value) };
    }
  };
  for (const [name, value] of record(properties)) {
    if (name !== "format") throw notImplemented(`${name} in setCellProperties`);
    for (const [part, given] of record(value)) {
      if (part === "fill") take(FILL, given, part);
      else if (part === "font") take(FONT, given, part);
      else if (part === "protection") take(LOCKING, given, part);
      else if (part === "borders") change = { ...change, ...bordersOf(given, before) };
      else take(ALIGNMENT, { [part]: given }, "format");
    }
  }
  return change;
}

function bordersOf(given: Wire, before: Format): Partial<Format> {
  const change: Partial<Record<Side, Border | null>> = {};
  for (const [name, properties] of record(given)) {
    const side = SIDES[name];
    if (side === undefined) throw notImplemented(`border ${name} in setCellProperties`);
    let border: Border | null = before[side];
    // The style decides whether there is a line at all, so it comes first.
    const members = [...record(properties)].sort(([a], [b]) => Number(b === "style") - Number(a === "style"));
    for (const [member, value] of members)
      border = borderWith(border, member.charAt(0).toUpperCase() + member.slice(1), value);
    change[side] = border;
  }
  return change;
}
