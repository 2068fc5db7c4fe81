import { isCellError, type RawValue } from "../cells";
import { evaluate } from "../formula";
import { readKeys } from "../template";

import { countsAs } from "./read-fields";
import { foundValue, type Return } from "./return";
import { reading } from "./state";
import { totalsOver } from "./totals-over";

/** A return after entries were made in it, with its totals as Excel shows them then. */
export interface NewEntries {
  readonly found: Return;
  /** Keys of everything that has another value now: the entries, and totals over them. */
  readonly changed: ReadonlySet<string>;
  /** Whether something may show another value now that only Excel knows: a formula that is not the return's own. */
  readonly unknown: boolean;
}

/**
 * The return with these plain values under keys of entries, and every total over them worked out anew from the cells that it adds up, as
 * Excel does it. A total that was typed over, or whose formula is not the template's (`changedFormulas`), stays as it was.
 */
export function withEntries(
  found: Return,
  entries: ReadonlyMap<string, RawValue>,
  changedFormulas: ReadonlySet<string>,
): NewEntries {
  return workedUp(found, entries, changedFormulas, null);
}

/** The return with all of its totals worked out anew, where other cells than entries have changed since they were read. */
export function withTotals(found: Return, changedFormulas: ReadonlySet<string>): NewEntries {
  return workedUp(found, new Map(), changedFormulas, found.fields.keys());
}

function workedUp(
  found: Return,
  entries: ReadonlyMap<string, RawValue>,
  changedFormulas: ReadonlySet<string>,
  over: Iterable<string> | null,
): NewEntries {
  const { template } = found;
  const fields = new Map(found.fields);
  const now: Return = { ...found, fields };
  const changed = new Set<string>();
  const put = (key: string, value: RawValue) => {
    const there = fields.get(key);
    const field = template.fields.get(key);
    if (!there || !field || isSame(value, there.value)) return;
    const counts = field.source.kind === "entered" ? countsAs(value, field) : value;
    fields.set(key, { ...there, raw: value, value, counts });
    changed.add(key);
  };
  for (const [key, value] of entries) put(key, value);
  // A sum that was drawn knows nothing of a row that was added below, and one in between has made it longer: only its workbook can tell.
  const elsewhere = new Set([...found.lost, ...found.added]);
  // Nor does one over a sheet that is gone show what is left of it.
  const isGone = (key: string) => {
    const field = template.fields.get(key);
    return field !== undefined && field.source.kind !== "closed" && field.row === null && !fields.has(key);
  };
  let unknown = [...fields].some(
    ([key, { formula }]) =>
      formula !== null && REFERENCE.test(formula) && template.fields.get(key)?.source.kind === "entered",
  );
  for (const { key, source } of totalsOver(over ?? changed, template)) {
    if (source.kind !== "calculated" || (fields.get(key)?.formula ?? null) === null) continue;
    const isOwn =
      !changedFormulas.has(key) &&
      ![...readKeys(source.formula)].some((one) => elsewhere.has(one) || isGone(one));
    if (isOwn)
      put(
        key,
        evaluate(
          source.formula,
          reading((one) => foundValue(now, one)),
        ) ?? 0,
      );
    else unknown = true;
  }
  return { found: now, changed, unknown };
}

/** A formula that looks at other cells, whatever else it is. */
const REFERENCE = /[A-Z]\$?\d|:|!/i;

function isSame(one: RawValue, other: RawValue): boolean {
  return isCellError(one) && isCellError(other) ? one.error === other.error : one === other;
}
