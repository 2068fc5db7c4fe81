import type { FillDefinition } from "./shapes";

export interface SpelledOut {
  readonly key: string;
  readonly written: string | number;
  /** The key as the definition has it. */
  readonly from: string;
}

/**
 * Keys that are written as one, each by itself: `spend.staff[{forecast,plan}_revenue]` is two, and each of the words stands in
 * what is given too, in place of {}.
 */
export function spelledOut(fill: FillDefinition): readonly SpelledOut[] {
  return Object.entries(fill).flatMap(([from, written]): SpelledOut[] => {
    const [all, words] = /\{([^{}]*)\}/.exec(from) ?? [];
    if (all === undefined || words === undefined) return [{ key: from, written, from }];
    return words.split(",").map((word) => ({
      key: from.replace(all, word.trim()),
      written: typeof written === "string" ? written.replaceAll("{}", word.trim()) : written,
      from,
    }));
  });
}
