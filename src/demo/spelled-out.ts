import type { FillDefinition } from "./shapes";

export interface SpelledOut {
  readonly key: string;
  readonly written: string | number;
  /** The key as the definition has it. */
  readonly from: string;
}

/**
 * Keys that are written as one, each by itself: `spend.staff[{forecast,plan}_revenue]` is two, and each of the words stands in
 * what is given too, in place of {}, and its number, from 1 on, in place of {#}. Where a key has several such places, these are
 * about the first.
 */
export function spelledOut(fill: FillDefinition): readonly SpelledOut[] {
  return Object.entries(fill).flatMap(([from, written]) => spelled({ key: from, written, from }));
}

function spelled({ key, written, from }: SpelledOut): readonly SpelledOut[] {
  const [all, words] = /\{([^{}]*)\}/.exec(key) ?? [];
  if (all === undefined || words === undefined) return [{ key, written, from }];
  return words.split(",").flatMap((part, at) => {
    const word = part.trim();
    const inPlace = (text: string) => text.replaceAll("{}", word).replaceAll("{#}", String(at + 1));
    return spelled({
      key: key.replace(all, word),
      written: typeof written === "string" ? inPlace(written) : written,
      from,
    });
  });
}
