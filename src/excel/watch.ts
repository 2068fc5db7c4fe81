import type { Cell, Rectangle, WorkbookCells } from "../cells";
import type { Change } from "../workbook";

import { areasAt } from "./areas";
import { areSameWorkbooks, differenceOf, learn } from "./difference";
import { listen, type Heard, type Listening } from "./listen";
import { areSameSheets, workbookCells, type ReadWorkbook } from "./open-sheets";
import { readAreas, type ReadAreas } from "./read-areas";
import { isTooLarge, readSheets, readWorkbook } from "./read-workbook";
import { Wanted } from "./wanted";

type Tell = (change: Change) => void;

interface KnownSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: ReadWorkbook["sheets"][number]["visibility"];
  readonly cells: Map<string, Cell>;
}

interface Known {
  readonly sheets: readonly KnownSheet[];
  readonly date1904: boolean;
}

/** How much longer it waits after each reading that failed, and for how long at most. */
const LONGER = 4;
const LONGEST_WAIT = 10_000;

/**
 * Keeps what is known of a workbook in step with it. Events only say where to look: what is told is what was read afterwards and differs
 * from what was known, so an event that comes twice tells nothing twice, and what no event was raised for is told as soon as a selection
 * or another sheet gives reason to look. Nothing is ever written.
 */
export class Watch {
  readonly #wait: number;
  readonly #tell: Tell;
  #listening: Listening | undefined;
  #known: Known;
  #wanted = new Wanted();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #stopped = false;
  /** The sheet in front, and what is selected on each sheet, as far as events have told. */
  #active: string | undefined;
  readonly #selected = new Map<string, readonly Rectangle[]>();

  private constructor(known: Known, tell: Tell, wait: number) {
    this.#known = known;
    this.#tell = tell;
    this.#wait = wait;
  }

  /**
   * `known` is what was read before, from which it tells the difference; `wait` is for how long what comes is gathered before it is
   * read, in milliseconds.
   */
  static async start(tell: Tell, known: ReadWorkbook | undefined, wait: number): Promise<Watch> {
    const watch = new Watch(knownOf(known ?? { sheets: [], date1904: false }), tell, wait);
    const listening = await listen((heard) => watch.#hear(heard));
    watch.#listening = listening;
    watch.#active = listening.active;
    try {
      // Events that arrive during this reading wait for it.
      await watch.#inTurn(async () => {
        const changes = watch.#learnAll(await readWorkbook());
        if (known) watch.#tellAll(changes);
      });
    } catch (problem) {
      await watch.stop();
      throw problem;
    }
    return watch;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#turn;
    await this.#listening?.end();
  }

  /** Reads everything, tells it where it differs from what was known, and gives it. */
  readAll(): Promise<WorkbookCells> {
    return this.#inTurn(async () => {
      this.#wanted = new Wanted();
      this.#tellAll(this.#learnAll(await readWorkbook()));
      return workbookCells(this.#known);
    });
  }

  #hear(heard: Heard): void {
    const wanted = this.#wanted;
    switch (heard.kind) {
      case "edited":
        wanted.wantAddress(heard.id, heard.address);
        break;
      case "moved":
        wanted.wantWhole();
        break;
      case "selected": {
        const before = this.#selected.get(heard.id);
        if (before) wanted.wantAreas(heard.id, before);
        else wanted.wantSheet(heard.id);
        this.#selected.set(heard.id, areasAt(heard.address) ?? []);
        break;
      }
      case "activated": {
        const before = this.#active;
        this.#active = heard.id;
        if (before !== undefined && before !== heard.id) wanted.wantSheet(before);
        break;
      }
    }
    this.#readSoon();
  }

  #readSoon(): void {
    if (this.#stopped || this.#timer !== undefined || this.#wanted.isNothing) return;
    const wait = Math.min(this.#wait * LONGER ** this.#failures, Math.max(LONGEST_WAIT, this.#wait));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#inTurn(() => this.#readWanted());
    }, wait);
  }

  async #readWanted(): Promise<void> {
    const wanted = this.#wanted;
    if (this.#stopped || wanted.isNothing) return;
    this.#wanted = new Wanted();
    let changes: readonly Change[];
    try {
      changes = wanted.isWhole ? this.#learnAll(await readWorkbook()) : await this.#readAreas(wanted);
      this.#failures = 0;
    } catch {
      // Nobody asked for this reading, so nobody is told; what it was for is read with the next one.
      this.#failures += 1;
      this.#wanted.wantAgain(wanted);
      this.#readSoon();
      return;
    }
    this.#tellAll(changes);
  }

  async #readAreas(wanted: Wanted): Promise<readonly Change[]> {
    let read: ReadAreas;
    try {
      read = await readAreas(wanted.areas);
    } catch (problem) {
      if (!isTooLarge(problem)) throw problem;
      return this.#learnAll(await readWorkbook());
    }
    // A name or an order that changed without an event, which not every Excel raises.
    if (!areSameSheets(this.#known.sheets, read.sheets))
      return this.#learnAll(await readSheets(read.sheets, this.#known.date1904));
    return read.areas.flatMap(({ id, area, cells }) => {
      const sheet = this.#known.sheets.find((one) => one.id === id);
      const change = sheet && differenceOf(sheet.name, sheet.cells, area, cells);
      if (!change) return [];
      learn(sheet.cells, change);
      return [change];
    });
  }

  #learnAll(read: ReadWorkbook): readonly Change[] {
    if (areSameWorkbooks(this.#known, read)) return [];
    this.#known = knownOf(read);
    return [{ kind: "sheets", workbook: workbookCells(this.#known) }];
  }

  #tellAll(changes: readonly Change[]): void {
    if (this.#stopped) return;
    for (const change of changes) this.#tell(change);
  }

  /** One reading after the other, so that what is known is never older than what was told. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

function knownOf({ sheets, date1904 }: ReadWorkbook): Known {
  return { sheets: sheets.map((sheet) => ({ ...sheet, cells: new Map(sheet.cells) })), date1904 };
}
