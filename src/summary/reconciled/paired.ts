/** Two entries that are the same thing, and by what that was seen. */
export interface Pair<P, D> {
  readonly plan: P;
  readonly database: D;
  readonly by: "reference" | "words";
}

export interface Paired<P, D> {
  readonly pairs: readonly Pair<P, D>[];
  /** What has no counterpart, each with why none was chosen where there were several; else null. */
  readonly plans: ReadonlyMap<P, string | null>;
  readonly databases: ReadonlyMap<D, string | null>;
}

/** What entries are known by: a reference, and their words; null where there is none. */
export interface Known {
  readonly byReference: string | null;
  readonly byWords: string | null;
  /** True for what need not have a counterpart yet: by words it is looked at last. */
  readonly later: boolean;
}

/**
 * Pairs entries of a plan with entries of a database: by reference, by reference and words where the reference stands there several
 * times, then by words. Only what fits exactly once on either side is a pair; what fits several times is left, and said.
 */
export function paired<P extends Known, D extends Known>(
  plans: readonly P[],
  databases: readonly D[],
): Paired<P, D> {
  const pairs: Pair<P, D>[] = [];
  const [left, over] = [new Set(plans), new Set(databases)];
  const take = (by: Pair<P, D>["by"], keyOf: (one: Known) => string | null) => {
    const there = byKey(over, keyOf);
    for (const [key, here] of byKey(left, keyOf)) {
      const [plan, ...more] = here;
      const [database, ...others] = there.get(key) ?? [];
      if (!plan || !database || more.length > 0 || others.length > 0) continue;
      pairs.push({ plan, database, by });
      left.delete(plan);
      over.delete(database);
    }
  };
  take("reference", ({ byReference }) => byReference);
  take("reference", ({ byReference, byWords }) =>
    byReference === null || byWords === null ? null : `${byReference} | ${byWords}`,
  );
  take("words", ({ byWords, later }) => (later ? null : byWords));
  take("words", ({ byWords }) => byWords);
  const why = (one: Known) => whyNone(one, [...left], [...over]);
  return {
    pairs,
    plans: new Map([...left].map((one) => [one, why(one)])),
    databases: new Map([...over].map((one) => [one, why(one)])),
  };
}

/** Why what was left has no counterpart although something fits. */
function whyNone(one: Known, plans: readonly Known[], databases: readonly Known[]): string | null {
  for (const [what, keyOf] of [
    ["this reference", ({ byReference }: Known) => byReference],
    ["this product and supplier", ({ byWords }: Known) => byWords],
  ] as const) {
    const key = keyOf(one);
    if (key === null) continue;
    const [here, there] = [plans, databases].map((all) => all.filter((other) => keyOf(other) === key).length);
    if (here && there)
      return `The plan has ${here === 1 ? "one entry" : `${here} entries`} with ${what}, the database ${there === 1 ? "one" : there}: none was chosen.`;
  }
  return null;
}

function byKey<T extends Known>(
  all: Iterable<T>,
  keyOf: (one: Known) => string | null,
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key !== null) found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}
