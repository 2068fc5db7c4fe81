import { isCellError, type RawValue } from "../../../src/cells";
import type { ConditionalFormat } from "../model/conditional";
import type { Border, Format } from "../model/format";

/** Dots of the screen for a point. */
export const DOTS = 4 / 3;

const ACROSS: Readonly<Record<string, string>> = {
  Left: "left",
  Right: "right",
  Center: "center",
  CenterAcrossSelection: "center",
};
const DOWN: Readonly<Record<string, string>> = { Top: "top", Center: "middle", Bottom: "bottom" };
const WEIGHTS: Readonly<Record<string, number>> = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 };

/** The style of a cell of the grid: its own look, with what the conditional formats that hold change about it. */
export function styleOf(value: RawValue, format: Format, applied: readonly ConditionalFormat[]): string {
  // The first to say something is heeded.
  const changed = <K extends keyof ConditionalFormat["look"]>(name: K) =>
    applied.map(({ look }) => look[name]).find((one) => one !== null) ?? null;
  const fill = changed("fill") ?? format.fill;
  const bold = changed("bold") ?? format.bold;
  const italic = changed("italic") ?? format.italic;
  const parts = [
    `font: ${italic ? "italic " : ""}${bold ? "bold " : ""}${format.fontSize}pt "${format.fontName}", Arial, sans-serif`,
    `color: ${changed("fontColour") ?? format.fontColour}`,
    `text-align: ${ACROSS[format.horizontal] ?? usualSide(value)}`,
    `vertical-align: ${DOWN[format.vertical] ?? "bottom"}`,
  ];
  if (fill !== null) parts.push(`background-color: ${fill}`);
  if (format.wrap) parts.push("white-space: pre-wrap");
  const lines = [
    ...((changed("underline") ?? format.underline) === "None" ? [] : ["underline"]),
    ...((changed("strikethrough") ?? format.strikethrough) ? ["line-through"] : []),
  ];
  if (lines.length > 0) parts.push(`text-decoration: ${lines.join(" ")}`);
  if (format.indent > 0)
    parts.push(`padding-${format.horizontal === "Right" ? "right" : "left"}: ${format.indent * 9}px`);
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const border =
      applied.map(({ look }) => look.borders[side]).find((one) => one !== undefined) ?? format[side];
    if (border) parts.push(`border-${side}: ${lineOf(border)}`);
  }
  return parts.join(";");
}

function lineOf({ style, weight, colour }: Border): string {
  const kind =
    style === "Double" ? "double" : style === "Dot" ? "dotted" : style.includes("Dash") ? "dashed" : "solid";
  return `${style === "Double" ? 3 : (WEIGHTS[weight] ?? 1)}px ${kind} ${colour}`;
}

function usualSide(value: RawValue): string {
  if (typeof value === "number") return "right";
  return typeof value === "boolean" || isCellError(value) ? "center" : "left";
}
