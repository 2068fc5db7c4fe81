import { OPENING, reduce, type Action, type PaneState } from "../state";

/** The state as it is now, and who wants to know when it changes. */
export class Store {
  #state: PaneState = OPENING;
  readonly #listeners = new Set<() => void>();

  get state(): PaneState {
    return this.#state;
  }

  dispatch(action: Action): void {
    const next = reduce(this.#state, action);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
