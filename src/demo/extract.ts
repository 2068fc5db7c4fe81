import { isoDay, type RawValue } from "../cells";
import { fieldKey, type ValueBlock } from "../template";

import { csvText } from "./csv";
import type { Tell } from "./fill";
import type { ExtractScript } from "./script";
import type { Sent } from "./sent";

/** What another body would have on its books of what these returns say, as the CSV that it sends. */
export function extractCsv(script: ExtractScript, returns: readonly Sent[], tell: Tell): string {
  const rows = counted(
    script,
    returns.flatMap((sent) => rowsOf(script, sent)),
  );
  const after = script.differs.reduce((before, { row, holds, path }) => {
    const same = (one: Row) =>
      Object.entries(row).every(([column, value]) => one.get(column) === String(value));
    if (!before.some(same)) tell(path, "The returns have no such row.");
    if (holds === null) return before.filter((one) => !same(one));
    const now = Object.entries(holds).map(([column, value]) => [column, String(value)] as const);
    return before.map((one) => (same(one) ? new Map([...one, ...now]) : one));
  }, rows);
  const more = script.more.map(
    (row): Row => new Map(Object.entries(row).map(([column, value]) => [column, String(value)])),
  );
  const heads = [...script.columns.keys()];
  return csvText([heads, ...[...after, ...more].map((row) => heads.map((head) => row.get(head) ?? ""))]);
}

type Row = ReadonlyMap<string, string>;

function rowsOf({ list, where, filled, columns }: ExtractScript, sent: Sent): readonly Row[] {
  const block = sent.template.sheets
    .flatMap((sheet) => sheet.blocks)
    .find((one): one is ValueBlock => one.kind === "list" && one.id === list);
  return (block?.lines ?? []).flatMap((line): Row[] => {
    const value = (column: string): RawValue =>
      block ? (sent.entries.get(fieldKey(block, line.id, column)) ?? null) : null;
    const isThere =
      filled.every((column) => value(column) !== null) &&
      [...where].every(([column, is]) => value(column) === is);
    if (!isThere) return [];
    const cells = [...columns].map(([head, column]): readonly [string, string] => {
      switch (column.kind) {
        case "column":
          return [head, shown(value(column.of), column.day)];
        case "organisation":
          return [head, sent.organisation.organisation.code];
        case "quarter":
          return [head, quarterOf(value(column.of))];
        case "number":
          return [head, ""];
      }
    });
    return [new Map(cells)];
  });
}

function shown(value: RawValue, day: boolean): string {
  if (typeof value === "number") return day ? (isoDay(value) ?? "") : String(value);
  return typeof value === "string" ? value : "";
}

/** The quarter of the financial year in which a day lies; years begin in April. */
function quarterOf(value: RawValue): string {
  const [year = 0, month = 1] = (typeof value === "number" ? (isoDay(value) ?? "") : "")
    .split("-")
    .map(Number);
  const first = month < 4 ? year - 1 : year;
  const second = String((first + 1) % 100).padStart(2, "0");
  return `${first}/${second} Q${Math.floor(((month + 8) % 12) / 3) + 1}`;
}

/** Rows that are alike are one, where the extract says how many there are. */
function counted({ columns }: ExtractScript, rows: readonly Row[]): readonly Row[] {
  const [head] = [...columns].find(([, column]) => column.kind === "number") ?? [];
  if (head === undefined) return rows;
  const times = new Map<string, number>();
  for (const row of rows) {
    const all = JSON.stringify([...row]);
    times.set(all, (times.get(all) ?? 0) + 1);
  }
  const distinct = new Map(rows.map((row) => [JSON.stringify([...row]), row]));
  return [...distinct]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([all, row]) => new Map([...row, [head, String(times.get(all) ?? 0)]]));
}
