import { mkdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { succeed } from "./run";
import { onPath } from "./tool";
import type { Tool } from "./tool";

export const poppler: Tool = { available: onPath("pdftoppm", "pdftotext", "pdfinfo"), name: "Poppler" };

/** One picture a page, in order: `name-1.png`, or `name-01.png` where there are ten pages or more. */
export async function toPng(pdf: string, outFolder: string, dpi = 80): Promise<readonly string[]> {
  mkdirSync(outFolder, { recursive: true });
  const name = basename(pdf, ".pdf");
  await succeed("pdftoppm", ["-png", "-r", String(dpi), resolve(pdf), resolve(outFolder, name)]);
  const pages = await pdfPages(pdf);
  const digits = String(pages).length;
  // By number, not by what lies in the folder: an earlier, longer print may have left pages there.
  return Array.from({ length: pages }, (_, at) =>
    join(outFolder, `${name}-${String(at + 1).padStart(digits, "0")}.png`),
  );
}

/** The text, one entry a page, laid out as it stands on the paper. */
export async function pdfText(pdf: string): Promise<readonly string[]> {
  const text = await succeed("pdftotext", ["-layout", "-enc", "UTF-8", resolve(pdf), "-"]);
  return text.split("\f").slice(0, -1);
}

export async function pdfPages(pdf: string): Promise<number> {
  const match = /^Pages:\s+(\d+)$/m.exec(await succeed("pdfinfo", [resolve(pdf)]));
  if (!match) throw new Error(`pdfinfo did not say how many pages ${basename(pdf)} has`);
  return Number(match[1]);
}
