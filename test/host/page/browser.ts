import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Frame, Locator, Page } from "playwright-core";

import { launchChromium } from "../../support/chromium";

export { chromiumBrowser } from "../../support/chromium";

export interface OpenOptions {
  /** The folder with the add-in's pages, and the page in it. */
  readonly folder: string;
  readonly page: string;
  readonly width?: number;
  readonly height?: number;
}

/** The workbench in a browser of its own, with the add-in's pane in its frame. */
export interface OpenWorkbench {
  readonly page: Page;
  readonly pane: Frame;
  /** Requests to anywhere but the workbench itself, and errors of either page. */
  readonly outside: readonly string[];
  readonly errors: readonly string[];
  /** A cell of the grid, "B4". */
  readonly cell: (address: string) => Locator;
  readonly close: () => Promise<void>;
}

export async function openWorkbench(options: OpenOptions): Promise<OpenWorkbench> {
  const { server, address } = await serve(options);
  const browser = await launchChromium().catch((problem: unknown) => {
    server.kill();
    throw problem;
  });
  const { width = 1280, height = 800 } = options;
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width, height } });
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  const origin = new URL(address).origin;
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) outside.push(url);
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(address);
  const pane = await (await page.waitForSelector("#pane")).contentFrame();
  if (!pane) throw new Error("the workbench has no pane");
  return {
    page,
    pane,
    outside,
    errors,
    cell: (at) => page.locator(`td[data-cell="${at}"]`),
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}

/** Starts the server on a free port, and gives the address that it prints. */
async function serve({
  folder,
  page,
}: OpenOptions): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const args = [join(__dirname, "serve.mjs"), "--attached", "--port", "0", "--pane", folder, "--page", page];
  const server = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (data: Buffer) => {
      said += data.toString();
      const found = /https:\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    server.on("exit", () => reject(new Error("the server of the workbench has ended")));
  });
  return { server, address };
}
