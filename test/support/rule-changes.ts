import type { RawValue } from "../../src/cells";
import { readKeys, type Field, type RuleCase, type Template } from "../../src/template";

import { isDay, literalsOf, nudges } from "./nudges";

/** What is put under which keys; null takes it away. */
export type Changes = readonly (readonly [key: string, value: RawValue])[];
type EntryMap = ReadonlyMap<string, RawValue>;
type Change = (entries: EntryMap, one: RuleCase) => Changes;

/** Changes that may bring a case of a rule into another state: of single cells that it reads, and of whole lines and columns of them. */
export function changesOf(template: Template, random: () => number): { narrow: Change; wide: Change } {
  const pick = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)]!;
  const chance = (share: number) => random() < share;
  const fields = [...template.fields.values()].filter(({ source }) => source.kind === "entered");
  const enteredBy = new Map(fields.map((field) => [field.key, field]));
  const isBegun = ({ row }: Field, entries: EntryMap) => row?.some((other) => entries.has(other)) ?? true;

  /** The fields that the case reads, but for those of rows that nobody has begun. */
  const fieldsOf = (entries: EntryMap, one: RuleCase): readonly Field[] => {
    const all = readBy(one).keys.flatMap((key) => enteredBy.get(key) ?? []);
    return all.filter((field) => isBegun(field, entries) || chance(0.02));
  };
  const valueFor = (field: Field, of: readonly Field[], entries: EntryMap, one: RuleCase): RawValue => {
    const others = of.flatMap(({ key }) => entries.get(key) ?? []);
    return pick(nudges(field, readBy(one).literals, others));
  };
  /** Fields of the same kind in the line of this one, or in its column. */
  const alike = (field: Field, of: readonly Field[], what: "line" | "column"): readonly Field[] =>
    of.filter(
      (other) =>
        other.block === field.block && other[what] === field[what] && other.type.kind === field.type.kind,
    );

  /** One of these: a block with few of them is picked as often as one with many, and so is a column. */
  const pickField = (all: readonly Field[]): Field => {
    const { block } = pick([...new Map(all.map((field) => [field.block, field])).values()]);
    const inBlock = all.filter((field) => field.block === block);
    const { column } = pick([...new Map(inBlock.map((field) => [field.column, field])).values()]);
    return pick(inBlock.filter((field) => field.column === column));
  };

  const narrow: Change = (entries, one) => {
    const all = fieldsOf(entries, one);
    if (all.length === 0) return [];
    // A rule that looks into another list reads many cells there, and few of its own row.
    const own = all.filter(({ key }) => one.row?.includes(key));
    const among = own.length > 0 && chance(0.5) ? own : all;
    return Array.from({ length: pick([1, 1, 1, 2, 3]) }, () => pickField(among)).map((field) => [
      field.key,
      valueFor(field, all, entries, one),
    ]);
  };

  const wide: Change = (entries, one) => {
    const all = fieldsOf(entries, one);
    if (all.length === 0) return [];
    const field = pickField(all);
    const column = alike(field, all, "column");
    switch (pick(["column", "line", "clear", "copy", "scale"] as const)) {
      case "column": {
        const value = valueFor(field, all, entries, one);
        return column.map(({ key }) => [key, value]);
      }
      case "line": {
        const value = valueFor(field, all, entries, one);
        return alike(field, fields, "line").map(({ key }) => [key, value]);
      }
      case "clear":
        return pick([column, alike(field, all, "line"), all]).map(({ key }) => [key, null]);
      case "copy": {
        const from = pick(all.filter(({ block }) => block === field.block));
        const source = new Map(alike(from, all, "column").map(({ line, key }) => [line, key]));
        return column.flatMap(({ line, key }) => {
          const other = source.get(line);
          return other === undefined ? [] : [[key, entries.get(other) ?? null] as const];
        });
      }
      case "scale": {
        const times = pick([0, 0.01, 0.1, 10, 100]);
        return column.flatMap(({ key }) => {
          const now = entries.get(key);
          // A tenth of a day is no day.
          return typeof now === "number" && !isDay(now) ? [[key, Math.round(now * times)] as const] : [];
        });
      }
    }
  };
  // LibreOffice and Excel call the days before March 1900 by different dates.
  const datable: (change: Change) => Change = (change) => (entries, one) =>
    change(entries, one).filter(
      ([key, value]) => enteredBy.get(key)?.type.kind !== "date" || typeof value !== "number" || value > 60,
    );
  return { narrow: datable(narrow), wide: datable(wide) };
}

interface Read {
  /** Every key that is read. */
  readonly keys: readonly string[];
  readonly literals: readonly (string | number)[];
}

const known = new WeakMap<RuleCase, Read>();

function readBy(one: RuleCase): Read {
  const before = known.get(one);
  if (before) return before;
  const expressions = one.when === null ? [one.holds] : [one.when, one.holds];
  const read = {
    keys: [...new Set(expressions.flatMap((expression) => [...readKeys(expression)]))],
    literals: expressions.flatMap(literalsOf),
  };
  known.set(one, read);
  return read;
}
