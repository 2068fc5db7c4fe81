/** Work that gives way after each of its steps, and tells what share of it is done by then, from 0 to 1. */
export type InTurn<Result> = Generator<number, Result>;

/** Does such work without giving way. */
export function toEnd<Result>(work: Iterator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Work that is a part of some other: all of it takes that from one share to another. */
export function* part<Result>(work: InTurn<Result>, from: number, to: number): InTurn<Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Does the same with each of them, a step each. */
export function* each<One>(all: Iterable<One>, work: (one: One) => void): InTurn<void> {
  const every = [...all];
  for (const [at, one] of every.entries()) {
    work(one);
    yield (at + 1) / every.length;
  }
}
