import { formatRectangle, parseAddress, rectangles, type Address, type Rectangle } from "../cells";
import { COLOURS, FONT, LOOKS, type LayoutSheet, type Look } from "../layout";

import { part, type PutPart } from "./put-part";

/** One thing about how cells look: what it is for a look, null where it is as in any new cell, and how it is put on. */
interface Aspect<T extends string | number | boolean> {
  readonly of: (look: Look) => T | null;
  readonly put: (format: Excel.RangeFormat, value: T) => void;
}

function aspect<T extends string | number | boolean>(
  of: Aspect<T>["of"],
  put: Aspect<T>["put"],
): AspectOfSheet {
  return (cells) => {
    const byValue = new Map<T, Address[]>();
    for (const [look, addresses] of cells) {
      const value = of(look);
      if (value === null) continue;
      byValue.set(value, [...(byValue.get(value) ?? []), ...addresses]);
    }
    return [...byValue].flatMap(([value, addresses]) =>
      formatted(rectangles(addresses), 1, (format) => put(format, value)),
    );
  };
}

type CellsByLook = ReadonlyMap<Look, readonly Address[]>;
type AspectOfSheet = (cells: CellsByLook) => readonly PutPart[];

const ACROSS = { left: "Left", right: "Right", center: "Center" } as const;
const DOWN = { top: "Top", middle: "Center", bottom: "Bottom" } as const;
const USUAL_SIZE = 10;

const ASPECTS: readonly AspectOfSheet[] = [
  aspect(
    ({ size }) => (size === USUAL_SIZE ? null : size),
    (format, size) => {
      format.font.size = size;
    },
  ),
  aspect(
    ({ bold }) => bold || null,
    (format, bold) => {
      format.font.bold = bold;
    },
  ),
  aspect(
    ({ underline }) => underline || null,
    (format) => {
      format.font.underline = "Single";
    },
  ),
  aspect(
    ({ colour }) => colour,
    (format, colour) => {
      format.font.color = `#${colour}`;
    },
  ),
  aspect(
    ({ fill }) => fill,
    (format, fill) => {
      format.fill.color = `#${fill}`;
    },
  ),
  aspect(
    ({ across }) => ACROSS[across],
    (format, across) => {
      format.horizontalAlignment = across;
    },
  ),
  aspect(
    ({ down }) => (down === "bottom" ? null : DOWN[down]),
    (format, down) => {
      format.verticalAlignment = down;
    },
  ),
  aspect(
    ({ turned }) => turned || null,
    (format) => {
      format.textOrientation = 90;
    },
  ),
  aspect(
    ({ wrap }) => wrap || null,
    (format, wrap) => {
      format.wrapText = wrap;
    },
  ),
  // After what is across, without which there is no indent.
  aspect(
    ({ indent }) => indent || null,
    (format, indent) => {
      format.indentLevel = indent;
    },
  ),
  aspect(
    ({ locked }) => (locked ? null : locked),
    (format, locked) => {
      format.protection.locked = locked;
    },
  ),
  rules,
];

/** How the cells of a sheet look and which are locked, each thing about them in as few areas as may be. */
export function looksOf(sheet: LayoutSheet): readonly PutPart[] {
  const cells = new Map<Look, Address[]>();
  for (const [address, { role }] of sheet.cells) {
    const at = parseAddress(address);
    // Keys are hidden and look as an empty sheet does.
    if (!at || role === "key") continue;
    const known = cells.get(LOOKS[role]);
    if (known) known.push(at);
    else cells.set(LOOKS[role], [at]);
  }
  const whole = part(2, 0, (to) => {
    const { font } = to.getRange().format;
    font.name = FONT;
    font.size = USUAL_SIZE;
  });
  return [whole, ...ASPECTS.flatMap((of) => of(cells))];
}

type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

/**
 * Thin rules around cells. Cells side by side share theirs, so the strong ones of totals and heads are put on last, and row by row, since
 * an area has one edge.
 */
function rules(cells: CellsByLook): readonly PutPart[] {
  const ruled = [...cells].filter(([{ rules: kind }]) => kind !== "none");
  const areas = rectangles(ruled.flatMap(([, addresses]) => addresses));
  const strong = (kind: Look["rules"], edge: Edge) => {
    const of = ruled.filter(([look]) => look.rules === kind).flatMap(([, addresses]) => addresses);
    return lines(rows(rectangles(of)), COLOURS.strongRule, [edge]);
  };
  return [
    ...lines(areas, COLOURS.rule, ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"]),
    // An area of one row, or of one column, has no inside.
    ...lines(
      areas.filter(({ top, bottom }) => top < bottom),
      COLOURS.rule,
      ["InsideHorizontal"],
    ),
    ...lines(
      areas.filter(({ left, right }) => left < right),
      COLOURS.rule,
      ["InsideVertical"],
    ),
    ...strong("below", "EdgeBottom"),
    ...strong("total", "EdgeTop"),
  ];
}

function lines(areas: readonly Rectangle[], colour: string, edges: readonly Edge[]): readonly PutPart[] {
  return formatted(areas, 2 * edges.length, ({ borders }) => {
    for (const edge of edges) {
      const border = borders.getItem(edge);
      border.style = "Continuous";
      border.color = `#${colour}`;
    }
  });
}

function rows(areas: readonly Rectangle[]): readonly Rectangle[] {
  return areas.flatMap((area) =>
    Array.from({ length: area.bottom - area.top + 1 }, (_, at) => ({
      ...area,
      top: area.top + at,
      bottom: area.top + at,
    })),
  );
}

/** An address of several areas is cut off by Excel where it is longer than 8,192 characters. */
const LONGEST_ADDRESS = 4_000;

/** Puts something on to all of these areas at once. */
function formatted(
  areas: readonly Rectangle[],
  actions: number,
  put: (format: Excel.RangeFormat) => void,
): readonly PutPart[] {
  return joined(areas.map(formatRectangle)).map((address) =>
    part(actions + 1, address.length, (to) => {
      put((address.includes(",") ? to.getRanges(address) : to.getRange(address)).format);
    }),
  );
}

/** Addresses joined by commas, none too long. */
export function joined(addresses: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const address of addresses) {
    const last = texts.at(-1);
    if (last === undefined || last.length + address.length >= LONGEST_ADDRESS) texts.push(address);
    else texts[texts.length - 1] = `${last},${address}`;
  }
  return texts;
}
