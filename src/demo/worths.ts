import { serialOfDay, type RawValue } from "../cells";
import type { Path } from "../template";

import type { Kinds } from "./kinds";
import { drawing } from "./random";
import type { WorthDefinition, WorthsDefinition } from "./shapes";

/** What a name stands for: a value, a number drawn between two, or one of some texts. */
export type Worth =
  | { readonly kind: "value"; readonly value: RawValue }
  | { readonly kind: "range"; readonly least: number; readonly most: number }
  | { readonly kind: "one_of"; readonly texts: readonly string[] };

export type Worths = ReadonlyMap<string, Worth>;

/** What names stand for in returns of one size. */
export function readWorths(written: WorthsDefinition | undefined, path: Path, kinds: Kinds): Worths {
  return new Map(
    Object.entries(written ?? {}).flatMap(([name, given]): (readonly [string, Worth])[] => {
      const own =
        typeof given === "object" && !Array.isArray(given) ? kinds.own(given, [...path, name]) : given;
      return own === undefined ? [] : [[name, worthOf(own)]];
    }),
  );
}

function worthOf(written: WorthDefinition): Worth {
  if (typeof written === "number") return { kind: "value", value: written };
  if (typeof written === "string") return { kind: "value", value: serialOfDay(written) ?? written };
  const [first, second] = written;
  if (typeof first === "number" && typeof second === "number")
    return { kind: "range", least: first, most: second };
  return { kind: "one_of", texts: written.map(String) };
}

/** The worth of a name; each is drawn by itself, so that another name beside it changes nothing. */
export function drawn(worth: Worth, seed: number, words: string): RawValue {
  if (worth.kind === "value") return worth.value;
  const draw = drawing(seed, words)();
  if (worth.kind === "range") return worth.least + draw * (worth.most - worth.least);
  return worth.texts[Math.floor(draw * worth.texts.length)] ?? null;
}
