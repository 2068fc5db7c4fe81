import type { SheetCells } from "../../../src/cells";
import { Session } from "../../../src/pane/session/session";
import { Store } from "../../../src/pane/session/store";
import type { PaneState } from "../../../src/pane/state";
import type { Opening, Surroundings } from "../../../src/pane/surroundings";
import { MemoryWorkbook, type Trouble } from "./memory-workbook";

const EMPTY: readonly SheetCells[] = [{ name: "Sheet1", visibility: "visible", cells: new Map() }];

/** A session over a workbook in memory, and every state that its pane has gone through. */
export async function openedSession(
  sheets: readonly SheetCells[] = EMPTY,
  {
    trouble = {},
    opening,
    meanwhile,
  }: {
    readonly trouble?: Trouble;
    readonly opening?: Opening;
    /** What somebody does when the pane comes to a state. */
    readonly meanwhile?: (state: PaneState, workbook: MemoryWorkbook) => void;
  } = {},
) {
  const workbook = new MemoryWorkbook(sheets, trouble);
  const store = new Store();
  const states: PaneState[] = [];
  store.subscribe(() => {
    states.push(store.state);
    meanwhile?.(store.state, workbook);
  });
  const surroundings: Surroundings = {
    open: () =>
      Promise.resolve(
        opening ?? { kind: "open", workbook, fileName: null, dark: null, about: { host: "A test" } },
      ),
    register: () => Promise.resolve(null),
    copy: () => Promise.resolve(true),
    advice: () => "Try again.",
    today: () => "2007-02-01",
  };
  const session = new Session(store, surroundings, "check");
  await session.begin();
  return { workbook, store, session, states };
}

/** Until the pane shows what follows from something: it takes its turns with the page, and nobody says how many. */
export async function shows(store: Store, wanted: (state: PaneState) => boolean): Promise<void> {
  for (let tries = 0; !wanted(store.state); tries += 1) {
    if (tries === 20_000) throw new Error("The pane does not come to show it.");
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
