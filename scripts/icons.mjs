// Draws the pictures of the ribbon's buttons anew, each at every size that Office asks for. Needs rsvg-convert.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const OUT = fileURLToPath(new URL("../src/pane/icons", import.meta.url));
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];

const BLUE = "#005EB8";
const PALE = "#8DB6DC";
const WHITE = "#FFFFFF";

/**
 * Drawn on sixteen squares and, for each size, moved to whole pixels: a line between two of them is a blur at the sizes that the
 * ribbon shows.
 */
function drawing(size, shapes) {
  const unit = size / 16;
  const at = (squares) => Math.round(squares * unit);
  const line = Math.max(1, Math.round(unit));
  const body = shapes({ unit, at, line }).map((shape) => `  ${shape}\n`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">\n${body.join("")}</svg>\n`;
}

const rectangle = (x, y, width, height, fill, radius = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}"${radius ? ` rx="${radius}"` : ""} fill="${fill}"/>`;

/** A sheet with a band on top and rows of a label and a figure; a tick takes the room of some. */
function sheet({ unit, at, line }, labels = 3, figures = labels) {
  const [left, top, right, bottom] = [at(2), at(1), at(14), at(15)];
  const [width, height] = [right - left, bottom - top];
  const band = at(4.6) - top;
  const radius = Math.round(unit * 1.2);
  const inside = Math.max(0, radius - line);
  const [label, figure, end] = [left + line + at(1), at(8), right - line - at(1)];
  const room = bottom - line - (top + band);
  const rows = [0, 1, 2].map((row) => top + band + Math.round((room * (2 * row + 1)) / 6 - line / 2));
  return [
    rectangle(left, top, width, height, BLUE, radius),
    rectangle(left + line, top + band, width - 2 * line, height - band - line, WHITE, inside),
    ...rows.slice(0, labels).map((y) => rectangle(label, y, figure - line - label, line, PALE)),
    ...rows.slice(0, figures).map((y) => rectangle(figure, y, end - figure, line, BLUE)),
  ];
}

/** A tick over a picture, kept apart from it by a white edge. */
function tick({ unit }) {
  const points = [
    [6, 11],
    [9, 14],
    [15, 8],
  ].map((point) => point.map((squares) => (squares * unit).toFixed(2)).join(","));
  const stroke = (colour, width) =>
    `<polyline points="${points.join(" ")}" fill="none" stroke="${colour}" stroke-width="${(width * unit).toFixed(2)}" stroke-linecap="round" stroke-linejoin="round"/>`;
  return [stroke(WHITE, 4), stroke(BLUE, 2)];
}

const PICTURES = { return: sheet, check: (pen) => [...sheet(pen, 2, 1), ...tick(pen)] };

mkdirSync(OUT, { recursive: true });
for (const old of readdirSync(OUT)) rmSync(join(OUT, old));
for (const [name, shapes] of Object.entries(PICTURES)) {
  writeFileSync(join(OUT, `${name}.svg`), drawing(128, shapes));
  for (const size of SIZES) {
    const args = [
      "--width",
      String(size),
      "--height",
      String(size),
      "--output",
      join(OUT, `${name}-${size}.png`),
    ];
    execFileSync("rsvg-convert", args, { input: drawing(size, shapes) });
  }
}
process.stdout.write(`${Object.keys(PICTURES).length * SIZES.length} pictures in src/pane/icons\n`);
