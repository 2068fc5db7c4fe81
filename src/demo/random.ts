/** Gives numbers from 0 up to, but not including, 1. */
export type Draw = () => number;

const STEP = 0x6d2b79f5;
const RANGE = 2 ** 32;

/**
 * A stream of numbers that is the same for the same seed and words on every machine (mulberry32). The words give each
 * organisation a stream of its own, so that one more organisation leaves the figures of all others as they are.
 */
export function drawing(seed: number, words: string): Draw {
  let state = seed | 0;
  for (const letter of words) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + STEP) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / RANGE;
  };
}
