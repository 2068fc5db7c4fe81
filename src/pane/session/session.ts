import type { RawValue } from "../../cells";
import { stampOf } from "../../return";
import type { Change, Entry, OpenWorkbook, Progress } from "../../workbook";
import { shippedYear, shippedYears, type YearHead } from "../shipped-years";
import { orderOf, type Order, type PuttingIn, type Stop, type Tab } from "../state";
import type { About, Surroundings } from "../surroundings";

import type { Checker } from "./checker";
import { failureOf } from "./failure";
import { Registers } from "./registers";
import type { Filer } from "./sheets-in";
import type { Store } from "./store";
import { inTurns, turn } from "./turns";

/** Reading everything again is asked for at most as often as this, in milliseconds. */
const REFRESH_PAUSE = 2000;

/** What the pane does, as against what it shows: everything that waits for the workbook, or for a part of the pane. */
export class Session {
  readonly #store: Store;
  readonly #surroundings: Surroundings;
  readonly #registers: Registers;
  readonly #tab: Tab;
  #workbook: OpenWorkbook | null = null;
  #fileName: string | null = null;
  #about: About | null = null;
  #checker: Checker | null = null;
  #unwatch: (() => Promise<void>) | null = null;
  /** Changes that are not taken in yet. */
  #changes: Change[] = [];
  /** What is taking them in now. */
  #settling: Checker | null = null;
  #refreshed = 0;

  /** `tab` is shown first where there is a return. */
  constructor(store: Store, surroundings: Surroundings, tab: Tab) {
    this.#store = store;
    this.#surroundings = surroundings;
    this.#registers = new Registers(surroundings);
    this.#tab = tab;
  }

  get about(): About | null {
    return this.#about;
  }

  /** Looks at where the pane is: the workbook may hold a return, or none yet. */
  async begin(): Promise<void> {
    this.#store.dispatch({ kind: "opening" });
    await this.#attempt(UNREAD, async () => {
      const opening = await this.#surroundings.open();
      if (opening.kind === "not_possible") {
        this.#store.dispatch(opening);
        return;
      }
      this.#workbook = opening.workbook;
      this.#fileName = opening.fileName;
      this.#about = opening.about;
      if (opening.dark !== null) document.documentElement.dataset["theme"] = opening.dark ? "dark" : "light";
      await this.#openReturn(opening.workbook, this.#tab);
    });
  }

  /** Puts the sheets in that were chosen, or says what is still missing. */
  async putIn(): Promise<void> {
    const { state } = this.#store;
    const workbook = this.#workbook;
    if (state.kind !== "start" || workbook === null) return;
    const complete = orderOf(state.start);
    if (complete.kind === "refused") {
      this.#store.dispatch(complete);
      return;
    }
    const result = await this.#attempt(
      "The sheets could not be put in. The workbook is as it was before.",
      async () => {
        const tell = (stage: PuttingIn["stage"]) => (done: number, all: number) =>
          this.#store.dispatch({ kind: "putting_in", stage, done, all });
        tell("drawing")(0, 1);
        const layout = await this.#layout(complete.order, tell("drawing"));
        const put = await workbook.put(layout, tell("writing"));
        if (put.kind === "put") tell("reading")(0, 1);
        else this.#store.dispatch({ kind: "refused", refusal: put });
        return put;
      },
    );
    // What goes wrong from here on leaves the sheets where they are.
    if (result?.kind === "put") await this.#attempt(UNREAD, () => this.#openReturn(workbook, "fill"));
  }

  /** Goes to a cell. */
  async show({ sheet, cell }: Pick<Stop, "sheet" | "cell">): Promise<void> {
    const result = await this.#workbook?.show(sheet, cell).catch(() => null);
    if (result?.kind === "shown") this.#store.dispatch({ kind: "said", said: null });
    else if (result?.kind === "gone") this.#refuse(`${sheet} ${cell} is no longer in the workbook.`);
    else this.#refuse(`Excel could not go to ${cell} just now. ${FINISH_EDITING}`);
  }

  /** Writes what a person asked for by a button. `done` is said when it stands there. */
  async enter(entries: readonly Entry[], done: string): Promise<boolean> {
    const workbook = this.#workbook;
    if (workbook === null) return false;
    const result = await workbook.enter(entries).catch(() => null);
    switch (result?.kind) {
      case "entered":
        this.#store.dispatch({ kind: "said", said: { tone: "done", sentence: done } });
        return true;
      case "gone":
        this.#refuse("A cell is no longer where it was, so nothing was written. The list is read again.");
        await this.refresh(true);
        return false;
      default:
        this.#refuse(
          `Excel did not take it just now, so nothing was written. ${entries.some(isFormula) ? OPEN_SHEET : FINISH_EDITING}`,
        );
        return false;
    }
  }

  /** Keeps an explanation in the place that the return has for it. */
  explain(place: { readonly sheet: string; readonly cell: string }, text: string): Promise<boolean> {
    const value: RawValue = text.trim() === "" ? null : text.trim();
    const done = value === null ? "The explanation was taken out." : "The explanation is kept in the return.";
    return this.enter([{ ...place, value }], done);
  }

  /** Reads everything again, for what no event was raised; not more often than makes sense, unless it is `asked` for. */
  async refresh(asked = false): Promise<void> {
    const now = performance.now();
    if (this.#checker === null || (!asked && now - this.#refreshed < REFRESH_PAUSE)) return;
    this.#refreshed = now;
    await this.#workbook?.refresh().catch(() => {
      if (asked) this.#refuse(`The workbook could not be read just now. ${FINISH_EDITING}`);
    });
  }

  async copy(text: string, done: string): Promise<boolean> {
    const copied = await this.#surroundings.copy(text);
    if (copied) this.#store.dispatch({ kind: "said", said: { tone: "done", sentence: done } });
    return copied;
  }

  async #openReturn(workbook: OpenWorkbook, tab: Tab): Promise<void> {
    await this.#close();
    const cells = await workbook.read();
    const stamp = stampOf(cells);
    const years = shippedYears();
    if (stamp === null) {
      this.#start(years);
      return;
    }
    const year = years.find(({ id }) => id === stamp.year);
    const role = year?.roles.find(({ id }) => id === stamp.role);
    if (!year || !role) {
      this.#store.dispatch({ kind: "unreadable", why: unknownReturn(stamp.year, year, years) });
      return;
    }
    const title = `${role.title} ${year.label}, ${role.label}`;
    const tell = (done: number) => this.#store.dispatch({ kind: "checking", title, done });
    tell(0);
    // What changed since it was read is told first.
    this.#unwatch = await workbook.watch((change) => this.#take(change, tab));
    const [{ Checker: Made }, building] = await Promise.all([
      import(/* webpackChunkName: "checker" */ "./checker"),
      shippedYear(year, role.id),
      this.#registers.load(),
    ]);
    const circumstances = {
      register: this.#registers.register,
      fileName: this.#fileName,
      day: this.#surroundings.today(),
    };
    // Both take about as long.
    const definitions = await inTurns(building, (done) => tell(done / 2));
    const checker = await inTurns(Made.inTurn(cells, definitions, circumstances), (done) =>
      tell((1 + done) / 2),
    );
    await turn();
    this.#checker = checker;
    await this.#settle(checker, tab);
  }

  async #close(): Promise<void> {
    const unwatch = this.#unwatch;
    this.#unwatch = null;
    this.#checker = null;
    this.#changes = [];
    await unwatch?.();
  }

  #start(years: readonly YearHead[]): void {
    this.#store.dispatch({ kind: "no_return", years });
    void this.#registers.load().then(
      (register) => this.#store.dispatch({ kind: "register", register }),
      () => this.#store.dispatch({ kind: "register", register: { kind: "none" } }),
    );
  }

  async #layout({ year, role, chosen }: Order, tell: Progress) {
    const [{ sheetsFor }, building] = await Promise.all([
      import(/* webpackChunkName: "sheets" */ "./sheets-in"),
      shippedYear(year, role.id),
    ]);
    return sheetsFor(await inTurns(building), role.id, this.#filer(chosen), tell);
  }

  #filer(chosen: Order["chosen"]): Filer {
    if (chosen.kind === "by_hand") return chosen;
    const { code } = chosen.organisation;
    const organisation = this.#registers.register?.find(code);
    if (!organisation) throw new Error("filer: the organisation that was chosen is not in the register");
    return { kind: "registered", organisation };
  }

  /** Changes that come together are shown together, after the page had its turn. */
  #take(change: Change, tab: Tab): void {
    this.#changes.push(change);
    const checker = this.#checker;
    // What comes before the first reading is done is taken in after it.
    if (checker === null || this.#settling === checker) return;
    this.#settling = checker;
    setTimeout(() => void this.#settle(checker, tab), 0);
  }

  /** Takes in what has changed, and shows what there is to say then, until nothing more has changed meanwhile. */
  async #settle(checker: Checker, tab: Tab): Promise<void> {
    this.#settling = checker;
    try {
      do {
        let unknown = false;
        for (const one of this.#changes.splice(0)) unknown = await inTurns(checker.takes(one));
        // Its sheets may have been read anew, or taken out, meanwhile.
        if (this.#checker !== checker) return;
        this.#show(tab);
        // A formula that somebody wrote may show another figure now, and no event tells of that.
        if (unknown) void this.refresh(true);
      } while (this.#changes.length > 0 && this.#checker === checker);
    } catch (error) {
      this.#fail("The return could not be checked.", error);
    } finally {
      if (this.#settling === checker) this.#settling = null;
    }
  }

  #show(tab: Tab): void {
    const checked = this.#checker?.now;
    switch (checked?.kind) {
      case "reading":
        this.#store.dispatch({ kind: "read", reading: checked.reading, tab });
        return;
      case "unreadable":
        this.#store.dispatch(checked);
        return;
      case "no_return":
        void this.#close();
        this.#start(shippedYears());
    }
  }

  async #attempt<T>(sentence: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.#fail(sentence, error);
      return null;
    }
  }

  #fail(sentence: string, error: unknown): void {
    this.#store.dispatch({
      kind: "failed",
      failure: failureOf(sentence, this.#surroundings.advice(error), error),
    });
  }

  #refuse(sentence: string): void {
    this.#store.dispatch({ kind: "said", said: { tone: "refused", sentence } });
  }
}

/** Totals are locked while their sheet is protected; who typed over one had taken the protection off. */
const isFormula = (entry: Entry): boolean => "formula" in entry;
const OPEN_SHEET =
  "Take the protection of the sheet off (Review, Unprotect Sheet), finish the cell that you are editing, and try again.";
const UNREAD = "The workbook could not be read.";
const FINISH_EDITING = "If a cell is being edited, press Enter in it, and try again.";

function unknownReturn(written: string, year: YearHead | undefined, years: readonly YearHead[]): string {
  if (year) return `It is a return of ${year.label} for a role that this pane does not know.`;
  const known = years.map(({ label }) => label).join(", ");
  return `It is a return of the planning year ${written}. This pane knows ${known}.`;
}
