import type { SheetCells } from "../../../src/cells";
import { Session } from "../../../src/pane/session/session";
import { Store } from "../../../src/pane/session/store";
import type { PaneState } from "../../../src/pane/state";
import type { Opening, Surroundings } from "../../../src/pane/surroundings";
import { MemoryWorkbook, type Trouble } from "./memory-workbook";

const EMPTY: readonly SheetCells[] = [{ name: "Sheet1", visibility: "visible", cells: new Map() }];

/** What a page of a browser gives to work that takes its turns with it. */
export function givePage(): void {
  Object.assign(globalThis, { requestAnimationFrame: (draw: () => void) => setTimeout(draw, 0) });
}

/** A session over a workbook in memory, and every state that its pane has gone through. */
export async function openedSession(
  sheets: readonly SheetCells[] = EMPTY,
  { trouble = {}, opening }: { readonly trouble?: Trouble; readonly opening?: Opening } = {},
) {
  const workbook = new MemoryWorkbook(sheets, trouble);
  const store = new Store();
  const states: PaneState[] = [];
  store.subscribe(() => states.push(store.state));
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
  await settled();
  return { workbook, store, session, states };
}

/** Until what was begun has been shown. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}
