import { readFileSync } from "node:fs";
import { join } from "node:path";

import { CHART_COLOURS } from "../../../../src/layout";
import { libreOffice, poppler, toPdf } from "../../../support/libreoffice";
import { made } from "../../../support/made";
import { succeed } from "../../../support/run";
import { saved } from "../../../support/saved";
import { describeWith } from "../../../support/skipping";
import { KINDS, bare, charted } from "./layouts";

const DPI = 50;
/** How far apart two colours may be in each of their parts: LibreOffice smooths edges. */
const NEAR = 6;

/** How many dots of a page have a colour. Poppler writes a page as "P6 WIDTH HEIGHT 255" and three bytes a dot. */
function dotsOf(file: string, colour: string): number {
  const bytes = readFileSync(file);
  const [head = ""] = /^P6\s+\d+\s+\d+\s+255\s/.exec(bytes.subarray(0, 40).toString("latin1")) ?? [];
  const wanted = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16));
  let dots = 0;
  for (let at = head.length; at + 2 < bytes.length; at += 3)
    if (wanted.every((part, place) => Math.abs(part - bytes[at + place]!) <= NEAR)) dots += 1;
  return dots;
}

const both = { available: libreOffice.available && poppler.available, name: "LibreOffice or Poppler" };

describeWith(both, "what LibreOffice prints of charts", () => {
  /** The colours of each page: of the first series, and of the second. */
  const seen = new Map<string, readonly (readonly [number, number])[]>();
  beforeAll(async () => {
    const folder = made("xlsx-charts-libreoffice");
    const layout = charted();
    const files = [await saved(layout, folder, "with"), await saved(bare(layout), folder, "without")];
    const printed = await toPdf(files, join(folder, "printed"));
    for (const [at, name] of ["with", "without"].entries()) {
      const to = join(folder, "printed", name);
      await succeed("pdftoppm", ["-r", String(DPI), printed[at]!, to]);
      const pages = KINDS.map((_, page) => `${to}-${page + 1}.ppm`);
      const { accent, explain } = CHART_COLOURS;
      seen.set(
        name,
        pages.map((page) => [dotsOf(page, accent.fill), dotsOf(page, explain.fill)]),
      );
    }
  }, 120_000);

  test.each([...KINDS.entries()])("has chart %i, of %s", (at, kind) => {
    const [accent, explain] = seen.get("with")![at]!;
    // A line is thin; bars fill a good part of an area of some 230 by 145 dots.
    const least = kind === "lines" ? 60 : 1_000;
    expect(accent).toBeGreaterThan(least);
    expect(explain).toBeGreaterThan(least / 2);
  });

  test("has none of their colours in the same workbook without charts", () => {
    expect(seen.get("without")).toEqual(KINDS.map(() => [0, 0]));
  });
});
