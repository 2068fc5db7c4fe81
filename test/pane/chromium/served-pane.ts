import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

import { madeOnce, PROGRAM } from "../../support/made-once";
import { run } from "../../support/run";
import { writtenSheets } from "../written-cells";

import type { SheetCells } from "../../../src/cells";

const HERE = __dirname;
const SITE = "https://pane.example/";

/** The folder with the bundled page of tests, made anew where anything in it changed. */
export function bundledPane(): Promise<string> {
  const own = ["webpack.config.js", "scripts/webpack", "test/pane/page", "test/pane/memory-workbook.ts"];
  return madeOnce({
    name: "pane",
    from: [...PROGRAM, ...own.map((name) => join(HERE, "..", "..", "..", name)), join(HERE, "bundle.mjs")],
    make: async (folder) => {
      const { code, stdout, stderr } = await run(process.execPath, [join(HERE, "bundle.mjs"), folder], {
        timeout: 240_000,
      });
      if (code !== 0) throw new Error(`${stdout}${stderr}`);
    },
  });
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".csv": "text/csv",
};

/** What an opened pane has around it. */
export interface Scene {
  /** Behind the page's address: "do=check". */
  readonly ask?: string;
  readonly sheets?: readonly SheetCells[];
  /** The text of register.csv; without it the site serves none. */
  readonly register?: string;
  readonly trouble?: Readonly<Record<string, boolean>>;
  readonly context?: BrowserContextOptions;
}

export interface OpenedPane {
  readonly page: Page;
  /** What the page's rules on content refused, what it asked of other sites, and what went wrong in its program. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens the pane in a page of its own, 320 wide unless the scene says otherwise. */
export async function openedPane(browser: Browser, folder: string, scene: Scene): Promise<OpenedPane> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, ...scene.context });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || /Content Security Policy/.test(message.text()))
      if (!/register\.csv|404/.test(message.text() + message.location().url)) complaints.push(message.text());
  });
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (!url.startsWith(SITE)) {
      complaints.push(`asked for ${url}`);
      return route.abort();
    }
    const name = new URL(url).pathname.slice(1);
    if (name === "office/office.js") return route.fulfill({ body: "", contentType: "text/javascript" });
    if (name === "favicon.ico") return route.fulfill({ status: 204 });
    if (name === "register.csv" && scene.register !== undefined)
      return route.fulfill({ body: scene.register, contentType: "text/csv" });
    if (name === "sheets/scene.json" && scene.sheets)
      return route.fulfill({
        body: JSON.stringify(writtenSheets(scene.sheets)),
        contentType: "application/json",
      });
    const file = join(folder, name);
    if (!existsSync(file)) return route.fulfill({ status: 404, body: "" });
    const contentType = TYPES[extname(name)] ?? "application/octet-stream";
    return route.fulfill({ body: readFileSync(file), contentType });
  });
  const ask = new URLSearchParams(scene.ask);
  if (scene.sheets) ask.set("sheets", "scene");
  if (scene.trouble) ask.set("trouble", JSON.stringify(scene.trouble));
  await page.goto(`${SITE}taskpane.html?${ask.toString()}`);
  return { page, complaints, close: () => context.close() };
}
