import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Browser, BrowserContext, Frame, Locator, Page } from "playwright-core";

import type { SheetCells } from "../../../src/cells";
import { launchChromium } from "../../support/chromium";
import type { Refusal } from "../excel-host";
import { builtSite } from "./built-site";
import type { WorkbenchExcel } from "./workbench-excel";
import { writtenSheets } from "./written-cells";

export { chromiumBrowser } from "../../support/chromium";

declare const excel: WorkbenchExcel;

export interface BenchOptions {
  /** The folder with the add-in's pages; the return's own pane without it. */
  readonly folder?: string;
  /** A CSV file that is served as the register beside the pane, for scenes that ask for it. */
  readonly register?: string;
  /** The ISO day that it is for the pane; today without it. */
  readonly day?: string;
}

/** How a workbench is opened. */
export interface Scene {
  /** The add-in's page, with what is asked of it: "taskpane.html?do=check". */
  readonly page?: string;
  /** Whether the site has a register. */
  readonly registered?: boolean;
  /** What stands in the workbook; one empty sheet without it. */
  readonly sheets?: readonly SheetCells[];
  /** Requests that are refused once the pane is there. */
  readonly refusals?: readonly Refusal[];
  /** Behind how many requests the pane is kept waiting, until the test lets it go. */
  readonly heldAfter?: number;
  /** The version of ExcelApi that is claimed. */
  readonly sets?: string;
}

/** The workbench in a page of its own, with the add-in's pane in its frame. */
export interface OpenWorkbench {
  readonly page: Page;
  readonly pane: Frame;
  /** Requests to anywhere but the workbench itself, errors of either page, and what the pane's rules on content refused. */
  readonly complaints: readonly string[];
  /** A cell of the grid, "B4". */
  readonly cell: (address: string) => Locator;
  readonly close: () => Promise<void>;
}

const SIZE = { width: 960, height: 800 };
/** The narrowest that Excel makes a pane. */
const PANE_WIDTH = 320;

/** A browser and the server of the workbench: one of each for all scenes of a test file. */
export class Bench {
  private constructor(
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    private readonly server: ChildProcess,
    private readonly origin: string,
  ) {}

  static async start(options: BenchOptions = {}): Promise<Bench> {
    const site = await builtSite();
    const [{ server, origin }, browser] = await Promise.all([
      serve(site, options.folder ?? join(site, "pane"), options.register),
      launchChromium(),
    ]);
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: SIZE });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    if (options.day !== undefined) await context.addInitScript(dayIs, options.day);
    return new Bench(browser, context, server, origin);
  }

  async open(scene: Scene = {}): Promise<OpenWorkbench> {
    const {
      page: asked = "taskpane.html",
      registered = false,
      sheets,
      refusals = [],
      heldAfter,
      sets,
    } = scene;
    const page = await this.context.newPage();
    // A whole plan takes seconds to draw, to put in and to read, and several times that on a busy machine.
    page.setDefaultTimeout(60_000);
    const complaints = this.complaintsOf(page);
    const query = new URLSearchParams({ later: "", width: String(PANE_WIDTH), ...(sets ? { sets } : {}) });
    await page.goto(`${this.origin}/?${query.toString()}`);
    if (sheets) await page.evaluate((cells) => excel.opens(cells), writtenSheets(sheets));
    for (const refusal of refusals) await page.evaluate((one) => excel.refuses(one), refusal);
    if (heldAfter !== undefined) await page.evaluate((after) => excel.holds(after), heldAfter);
    await page.evaluate((address) => excel.openPane(address), `/${registered ? "listed" : "pane"}/${asked}`);
    const pane = await (await page.waitForSelector("#pane")).contentFrame();
    if (!pane) throw new Error("the workbench has no pane");
    return {
      page,
      pane,
      complaints,
      cell: (at) => page.locator(`td[data-cell="${at}"]`),
      close: () => page.close(),
    };
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.kill();
  }

  private complaintsOf(page: Page): readonly string[] {
    const complaints: string[] = [];
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(this.origin) && !/^(data|blob|about):/.test(url))
        complaints.push(`asked for ${url}`);
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      // A site without a register has none to give.
      if (message.location().url.endsWith("/register.csv")) return;
      if (message.type() === "error" || /Content Security Policy/.test(message.text()))
        complaints.push(message.text());
    });
    return complaints;
  }
}

/** Runs in every page: no moment, where none is named, is on any other day. */
function dayIs(day: string): void {
  const Real = Date;
  class OnThatDay extends Real {
    constructor(...given: readonly unknown[]) {
      if (given.length === 0) super(`${day}T12:00:00Z`);
      else super(...(given as [string]));
    }
  }
  globalThis.Date = OnThatDay as DateConstructor;
}

/** Starts the server on a free port, and gives the origin that it prints. */
async function serve(
  site: string,
  pane: string,
  register: string | undefined,
): Promise<{ readonly server: ChildProcess; readonly origin: string }> {
  const args = [join(__dirname, "serve.mjs"), "--attached", "--port", "0", "--pane", pane];
  args.push("--workbench", join(site, "workbench"));
  if (register !== undefined) args.push("--register", register);
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
  return { server, origin: new URL(address).origin };
}
