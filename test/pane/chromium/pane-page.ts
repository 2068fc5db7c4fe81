import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Locator } from "playwright-core";

import type { RawValue } from "../../../src/cells";
import type { OpenWorkbench } from "../../host/page/browser";
import type { WorkbenchExcel } from "../../host/page/workbench-excel";
import { PICTURES } from "../../support/page-picture";

declare const excel: WorkbenchExcel;
declare const document: {
  documentElement: { scrollWidth: number; clientWidth: number; scrollHeight: number };
  activeElement: { id: string } | null;
};
declare const axe: {
  run(
    options: object,
  ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
};

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** A cell as the tests name it. */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

const written = ({ sheet, cell }: Place) => `'${sheet}'!${cell}`;

/** What axe-core finds on a page, as "rule: element"; of `colours` alone where nothing else has changed, or of all but them, which take longest. */
export async function axeFindings(
  pane: Frame,
  of: "everything" | "colours" | "all_but_colours" = "everything",
): Promise<readonly string[]> {
  await pane.evaluate(`globalThis.axe ?? (() => { ${AXE} })()`);
  return pane.evaluate(async (wanted) => {
    const { violations } = await axe.run({
      resultTypes: ["violations"],
      ...(wanted === "colours" ? { runOnly: ["color-contrast"] } : {}),
      ...(wanted === "all_but_colours" ? { rules: { "color-contrast": { enabled: false } } } : {}),
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, of);
}

/** True where something is wider than the pane. */
export function scrollsSideways(pane: Frame): Promise<boolean> {
  return pane.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** Somebody types into cells, one after the other; what Excel refuses of it is given. */
export function types(
  { page }: OpenWorkbench,
  entries: readonly (Place & { readonly value: RawValue })[],
): Promise<readonly string[]> {
  const typed = entries.map((entry) => [written(entry), entry.value ?? ""] as const);
  return page.evaluate(async (all) => {
    const refused: string[] = [];
    for (const [place, value] of all) {
      const outcome = await excel.user.types(place, value as string);
      if (outcome.kind === "refused") refused.push(`${place} ${JSON.stringify(value)}: ${outcome.message}`);
    }
    return refused;
  }, typed);
}

/** The active cell of the grid. */
export function selected({ page }: OpenWorkbench): Promise<Place> {
  return page.evaluate(() => excel.selected());
}

/** Waits until the active cell is this one. */
export async function isSelected({ page }: OpenWorkbench, place: Place): Promise<void> {
  await page.waitForFunction(({ sheet, cell }) => {
    const now = excel.selected();
    return now.sheet === sheet && now.cell === cell;
  }, place);
}

/** What stands in a cell of the workbook. */
export function valueIn({ page }: OpenWorkbench, place: Place): Promise<RawValue> {
  return page.evaluate((at) => excel.value(at), written(place));
}

/** Requests of the add-in that changed something in the workbook, and steps that the user could still undo. */
export function changes({ page }: OpenWorkbench): Promise<{
  readonly writing: number;
  readonly undo: number;
}> {
  return page.evaluate(() => ({ writing: excel.requests.writing, undo: excel.workbook.undo.depth }));
}

/** What the pane put on the clipboard. */
export function clipboard({ page }: OpenWorkbench): Promise<string> {
  return page.evaluate("navigator.clipboard.readText()");
}

/** Control and F6, by which Office leads from the sheet to the pane and back, as soon as the other has the keys. */
export async function crosses({ page }: OpenWorkbench, to: "grid" | "pane"): Promise<void> {
  await page.keyboard.press("Control+F6");
  // Office.js of the pane and Excel tell each other by messages.
  await page.waitForFunction((id) => document.activeElement?.id === id, to);
}

/** Presses Tab until a control of the pane with these words has the focus, coming in again where it leaves the pane; fails after whole rounds. */
export async function tabTo(opened: OpenWorkbench, role: string, name: string | RegExp): Promise<void> {
  const { page, pane } = opened;
  const wanted = pane.getByRole(role as "button", { name }).first();
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (
      (await wanted.count()) > 0 &&
      (await wanted.evaluate((element) => element === element.ownerDocument.activeElement))
    )
      return;
    if (await page.evaluate("document.activeElement.id === 'pane'")) await page.keyboard.press("Tab");
    else await crosses(opened, "pane");
  }
  throw new Error(`Tab does not come to ${String(name)}`);
}

/** Waits until so many are there: the pane draws what is new of it after what was done has come back. */
export async function areThere(wanted: Locator, many: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await wanted.count()) === many) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await wanted.count()).toBe(many);
}

/** Draws the pane as it is, where pictures are wanted: the whole of it, or what is in view. */
export async function picture(
  { page, pane }: OpenWorkbench,
  name: string,
  of: "page" | "view" = "page",
): Promise<void> {
  if (PICTURES === null) return;
  mkdirSync(PICTURES, { recursive: true });
  const before = page.viewportSize() ?? { width: 960, height: 800 };
  const whole = await pane.evaluate(() => document.documentElement.scrollHeight);
  if (of === "page") await page.setViewportSize({ ...before, height: Math.max(before.height, whole) });
  await page.locator("#pane").screenshot({ path: join(PICTURES, `${name}.png`), animations: "disabled" });
  await page.setViewportSize(before);
}
