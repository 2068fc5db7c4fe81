// Taken before a test may put other clocks in their place.
const { setTimeout: wait } = globalThis;
const immediate = "setImmediate" in globalThis ? globalThis.setImmediate : undefined;

/** Does something once whatever is under way has ended, as a message from another process comes. Clocks that a test sets do not hold it up. */
export function later(work: () => void): void {
  if (immediate) immediate(work);
  else wait(work, 0);
}

/** Ends when everything that was put off before it has been done. */
export function turn(): Promise<void> {
  return new Promise((resolve) => later(resolve));
}
