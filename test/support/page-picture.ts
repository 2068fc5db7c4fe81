import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** The folder in which pictures are wanted; null where nobody asked for any. */
export const PICTURES = process.env["IMT_PICTURES"] ?? null;

/** Draws a page from top to bottom, where pictures are wanted. */
export async function pagePicture(page: Page, name: string): Promise<void> {
  if (PICTURES === null) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true, animations: "disabled" });
}
