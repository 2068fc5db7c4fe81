import type { RawValue } from "../../src/cells";

type EntryMap = ReadonlyMap<string, RawValue>;

/** Planned figures of the spend table; recharges stand there too. */
const PLANNED = /^spend\.(.*)\[plan_(revenue|capital)\]$/;
const SPENT = /^(spend|purposes)\..*\[(plan|forecast)_(revenue|capital)\]$/;
/** Lines without capital: they would be left over where the two are taken for each other. */
const WITHOUT_CAPITAL = /^spend\.(maintenance|training)\[/;
const OTHER = { revenue: "capital", capital: "revenue" } as const;

/** The return as it is, and with a spend table that is wrong as a whole, where changes of single cells would hardly lead. */
export function spendVariants(entries: EntryMap): readonly EntryMap[] {
  const changed = (by: (key: string, value: RawValue) => RawValue | undefined) =>
    new Map([...entries].map(([key, value]) => [key, by(key, value) ?? value]));
  const ofLastYear = (key: string, isSwapped: boolean) => {
    const [, line = "", kind] = PLANNED.exec(key) ?? [];
    if (kind !== "revenue" && kind !== "capital") return undefined;
    return entries.get(`spend.${line}[forecast_${isSwapped ? OTHER[kind] : kind}]`) ?? 0;
  };
  const same = changed((key) => ofLastYear(key, false));
  const swapped = changed((key) => (WITHOUT_CAPITAL.test(key) ? 0 : ofLastYear(key, true)));
  const none = changed((key, value) => (SPENT.test(key) && typeof value === "number" ? 0 : undefined));
  return [entries, same, withoutCosts(entries), swapped, none, withoutCosts(none)];
}

/** The plan costs nothing in its first year: no purpose has to pay for any of it. */
function withoutCosts(entries: EntryMap): EntryMap {
  const isCost = (key: string, value: RawValue) =>
    typeof value === "number" && /\[(revenue|capital|cost)_y1\]$/.test(key);
  return new Map([...entries].map(([key, value]) => [key, isCost(key, value) ? 0 : value]));
}

/** These returns one after the other, over and over. */
export function inTurn(returns: readonly EntryMap[]): () => EntryMap {
  let at = 0;
  return () => {
    at += 1;
    return returns[(at - 1) % returns.length]!;
  };
}
