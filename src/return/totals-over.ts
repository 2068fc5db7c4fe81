import { readKeys, type Field, type Template } from "../template";

/** What a template works out: which totals read each key, and all of them in an order in which each comes after those that it reads. */
interface Totals {
  readonly reading: ReadonlyMap<string, readonly string[]>;
  readonly place: ReadonlyMap<string, number>;
}

const known = new WeakMap<Template, Totals>();

/** The fields that are worked out from these ones, directly or over others, each after those that it reads. */
export function totalsOver(keys: Iterable<string>, template: Template): readonly Field[] {
  const { reading, place } = totalsOf(template);
  const over = new Set<string>();
  const open = [...keys];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const total of reading.get(key) ?? []) {
      if (over.has(total)) continue;
      over.add(total);
      open.push(total);
    }
  }
  return [...over]
    .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
    .flatMap((key) => template.fields.get(key) ?? []);
}

function totalsOf(template: Template): Totals {
  const before = known.get(template);
  if (before) return before;
  const reading = new Map<string, string[]>();
  const read = new Map<string, ReadonlySet<string>>();
  for (const { key, source } of template.fields.values()) {
    if (source.kind !== "calculated") continue;
    const keys = readKeys(source.formula);
    read.set(key, keys);
    for (const one of keys) {
      const totals = reading.get(one);
      if (totals) totals.push(key);
      else reading.set(one, [key]);
    }
  }
  const place = new Map<string, number>();
  const put = (key: string) => {
    const keys = read.get(key);
    if (!keys || place.has(key)) return;
    for (const one of keys) put(one);
    place.set(key, place.size);
  };
  for (const key of read.keys()) put(key);
  const now = { reading, place };
  known.set(template, now);
  return now;
}
