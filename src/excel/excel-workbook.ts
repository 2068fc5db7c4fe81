import type { WorkbookCells } from "../cells";
import type { Layout } from "../layout";
import type { Change, EnterResult, Entry, OpenWorkbook, Progress, PutResult, ShowResult } from "../workbook";

import { asked } from "./asked";
import { enterValues } from "./enter-values";
import { workbookCells, type ReadWorkbook } from "./open-sheets";
import { putLayout } from "./put-layout";
import { readWorkbook } from "./read-workbook";
import { showCell } from "./show-cell";
import { Watch } from "./watch";

/** What comes within this time is told together: a paste, fast typing, an edit with the selection that follows it. */
const GATHERED_WITHIN = 150;

/** The workbook that is open in Excel. */
export class ExcelWorkbook implements OpenWorkbook {
  readonly #wait: number;
  readonly #listeners = new Set<(change: Change) => void>();
  #watch: Promise<Watch> | undefined;
  #read: ReadWorkbook | undefined;

  /** `wait` is for how long changes are gathered before they are read, in milliseconds. */
  constructor(wait = GATHERED_WITHIN) {
    this.#wait = wait;
  }

  sheetNames(): Promise<readonly string[]> {
    return asked(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    });
  }

  async read(): Promise<WorkbookCells> {
    // Whoever watches has to hear of what is found, or would never.
    if (this.#watch) return (await this.#watch).readAll();
    this.#read = await readWorkbook();
    return workbookCells(this.#read);
  }

  put(layout: Layout, tell: Progress): Promise<PutResult> {
    return putLayout(layout, tell);
  }

  show(sheet: string, cell: string): Promise<ShowResult> {
    return showCell(sheet, cell);
  }

  enter(entries: readonly Entry[]): Promise<EnterResult> {
    return enterValues(entries);
  }

  async watch(listener: (change: Change) => void): Promise<() => Promise<void>> {
    const own = (change: Change) => listener(change);
    this.#listeners.add(own);
    const started = (this.#watch ??= this.#start());
    try {
      await started;
    } catch (problem) {
      this.#listeners.delete(own);
      if (this.#watch === started) this.#watch = undefined;
      throw problem;
    }
    return async () => {
      if (!this.#listeners.delete(own) || this.#listeners.size > 0) return;
      this.#watch = undefined;
      await (await started).stop();
    };
  }

  async refresh(): Promise<void> {
    await (await this.#watch)?.readAll();
  }

  #start(): Promise<Watch> {
    const known = this.#read;
    this.#read = undefined;
    const tell = (change: Change) => {
      for (const listener of this.#listeners) listener(change);
    };
    return Watch.start(tell, known, this.#wait);
  }
}
