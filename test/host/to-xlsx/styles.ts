import type ExcelJS from "exceljs";

import type { Border, Format } from "../model/format";

export function colour(hex: string): { readonly argb: string } {
  return { argb: `FF${hex.slice(1)}` };
}

export function solid(hex: string): ExcelJS.Fill {
  return { type: "pattern", pattern: "solid", fgColor: colour(hex), bgColor: colour(hex) };
}

const LINES: Readonly<Record<string, ExcelJS.BorderStyle>> = {
  Continuous: "thin",
  Dash: "dashed",
  DashDot: "dashDot",
  DashDotDot: "dashDotDot",
  Dot: "dotted",
  Double: "double",
  SlantDashDot: "slantDashDot",
};

function lineOf(border: Border | null | undefined): Partial<ExcelJS.Border> | undefined {
  if (!border) return undefined;
  const heavy =
    border.weight === "Medium"
      ? "medium"
      : border.weight === "Thick"
        ? "thick"
        : border.weight === "Hairline"
          ? "hair"
          : undefined;
  const style = border.style === "Continuous" ? (heavy ?? "thin") : LINES[border.style];
  if (style === undefined) throw new Error(`toXlsx: the line ${border.style} is not known`);
  return { style, color: colour(border.colour) };
}

export function bordersOf(
  sides: Readonly<Partial<Record<"top" | "bottom" | "left" | "right", Border | null>>>,
): Partial<ExcelJS.Borders> {
  const borders: Partial<ExcelJS.Borders> = {};
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line = lineOf(sides[side]);
    if (line) borders[side] = line;
  }
  return borders;
}

const styles = new Map<Format, Partial<ExcelJS.Style>>();

/** How exceljs has the look of a cell. */
export function styleOf(format: Format): Partial<ExcelJS.Style> {
  const known = styles.get(format);
  if (known) return known;
  const style: Partial<ExcelJS.Style> = {
    numFmt: format.numberFormat,
    font: {
      name: format.fontName,
      size: format.fontSize,
      color: colour(format.fontColour),
      bold: format.bold,
      italic: format.italic,
      strike: format.strikethrough,
      underline: format.underline === "None" ? false : format.underline === "Double" ? "double" : true,
    },
    alignment: {
      ...(format.horizontal === "General" ? {} : { horizontal: word(format.horizontal) as "left" }),
      vertical: (format.vertical === "Center" ? "middle" : word(format.vertical)) as "middle",
      wrapText: format.wrap,
      indent: format.indent,
      shrinkToFit: format.shrink,
    },
    border: bordersOf(format),
    protection: { locked: format.locked, hidden: format.formulaHidden },
    ...(format.fill === null ? {} : { fill: solid(format.fill) }),
  };
  styles.set(format, style);
  return style;
}

/** "CenterAcrossSelection" → "centerContinuous", "Left" → "left". */
function word(alignment: string): string {
  return alignment === "CenterAcrossSelection"
    ? "centerContinuous"
    : alignment.charAt(0).toLowerCase() + alignment.slice(1);
}
