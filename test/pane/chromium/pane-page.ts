import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

import type { RawValue } from "../../../src/cells";
import type { Entry, ValueEntry } from "../../../src/workbook";
import type { MemoryWorkbook } from "../memory-workbook";

declare const window: { workbook: MemoryWorkbook; clipboard: string | null };
declare const document: {
  documentElement: { scrollWidth: number; clientWidth: number };
  activeElement: { textContent: string; id: string; value?: string } | null;
};
declare const axe: {
  run(
    options: object,
  ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
};

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds on the page, as "rule: element"; of `colours` alone, where nothing else has changed. */
export async function axeFindings(
  page: Page,
  of: "everything" | "colours" = "everything",
): Promise<readonly string[]> {
  await page.evaluate(`globalThis.axe ?? (() => { ${AXE} })()`);
  return page.evaluate(async (only) => {
    const { violations } = await axe.run({
      resultTypes: ["violations"],
      ...(only === "colours" ? { runOnly: ["color-contrast"] } : {}),
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, of);
}

/** True where something is wider than the page. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

export function type(page: Page, sheet: string, cell: string, value: RawValue): Promise<void> {
  return page.evaluate(([where, at, what]) => window.workbook.type(where, at, what), [
    sheet,
    cell,
    value,
  ] as const);
}

export function fill(page: Page, entries: readonly ValueEntry[]): Promise<void> {
  return page.evaluate((all) => window.workbook.fill(all), entries);
}

export function lastShown(page: Page): Promise<{ readonly sheet: string; readonly cell: string } | null> {
  return page.evaluate(() => window.workbook.shown.at(-1) ?? null);
}

export function written(page: Page): Promise<readonly (readonly Entry[])[]> {
  return page.evaluate(() => window.workbook.written);
}

export function clipboard(page: Page): Promise<string | null> {
  return page.evaluate(() => window.clipboard);
}

/** The words of what has the focus: its label's, or its own. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}

/** Presses Tab until a control with these words has the focus; fails after a whole round. */
export async function tabTo(page: Page, role: string, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role as "button", { name }).first();
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (
      (await wanted.count()) > 0 &&
      (await wanted.evaluate((element) => element === element.ownerDocument.activeElement))
    )
      return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to ${String(name)}`);
}

/** The folder into which pictures are to be drawn; null where they are not wanted. */
const PICTURES = process.env["IMT_PICTURES"] ?? null;

/** Draws the page as it is, where pictures are wanted: the whole of it, or what is in view. */
export async function picture(page: Page, name: string, of: "page" | "view" = "page"): Promise<void> {
  if (PICTURES === null) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({
    path: join(PICTURES, `${name}.png`),
    fullPage: of === "page",
    animations: "disabled",
  });
}
