import type { SummaryTable, SummaryTemplate, ValueType } from "../../template";

import type { Fact } from "../facts";
import type { ReturnChange, TotalChange } from "./changes";
import { returnKey, type PreviousSummary } from "./previous-summary";
import { figureOf, tablesOf, type SumOf } from "./totals";

interface TotalChanges {
  readonly headlines: readonly TotalChange[];
  readonly totals: readonly TotalChange[];
}

/** Role and key → return → figure. */
type Figures = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The figures that the overview begins with, and every total of a table that has moved. */
export function totalChanges(
  { returns: previous }: PreviousSummary,
  returns: readonly ReturnChange[],
  facts: readonly Fact[],
  summary: SummaryTemplate,
): TotalChanges {
  if (!previous) return { headlines: [], totals: [] };
  const asked = new Set<string>();
  for (const [, one] of previous) for (const key of one.values.keys()) asked.add(returnKey(one.role, key));
  const rolesThen = new Set([...previous.values()].map(({ role }) => role));
  const then = figures(
    [...previous.values()].flatMap(({ org, role, values }) =>
      [...values].map(([key, value]) => ({ org, role, key, value })),
    ),
  );
  const now = figures(facts);
  const sumThen: SumOf = (role, key) =>
    // What no return was asked then is not nothing; where no return had come, it is.
    rolesThen.has(role) && !asked.has(returnKey(role, key)) ? null : sum(then.get(returnKey(role, key)));
  const sumNow: SumOf = (role, key) => sum(now.get(returnKey(role, key)));
  const headlines = summary.figures.map(({ label, says, type, expression }): TotalChange => {
    const [before, after] = [figureOf(expression, summary, sumThen), figureOf(expression, summary, sumNow)];
    return { sheet: "", title: says, label, type, ...difference(before, after), parts: null };
  });
  const states = new Map(returns.map((one) => [returnKey(one.org, one.role), one.state]));
  const known = new Set<string>();
  const totals = tablesOf(summary).flatMap(({ sheet, table }) =>
    columnsOf(table).flatMap(({ label, type, key }): readonly TotalChange[] => {
      const at = returnKey(table.role, key);
      if (known.has(at)) return [];
      known.add(at);
      const both = difference(sumThen(table.role, key), sumNow(table.role, key));
      if (both.difference === null || both.difference === 0) return [];
      const parts = { new: 0, resubmitted: 0, gone: 0 };
      for (const org of new Set([...(then.get(at)?.keys() ?? []), ...(now.get(at)?.keys() ?? [])])) {
        const moved = (now.get(at)?.get(org) ?? 0) - (then.get(at)?.get(org) ?? 0);
        const state = states.get(returnKey(org, table.role)) ?? "gone";
        parts[state === "same" ? "resubmitted" : state] += moved;
      }
      return [{ sheet, title: table.title, label, type, ...both, parts }];
    }),
  );
  return { headlines, totals: bySize(totals) };
}

interface AddedColumn {
  readonly label: string;
  readonly type: ValueType;
  readonly key: string;
}

/** Columns whose figures are added up over organisations. */
function columnsOf({ totals, columns }: SummaryTable): readonly AddedColumn[] {
  if (!totals) return [];
  return columns.flatMap(({ label, group, type, adds, source }) =>
    adds && source.kind === "value"
      ? [{ label: group === null ? label : `${group}: ${label}`, type, key: source.key }]
      : [],
  );
}

function figures(
  facts: readonly {
    readonly org: string;
    readonly role: string;
    readonly key: string;
    readonly value: unknown;
  }[],
): Figures {
  const all = new Map<string, Map<string, number>>();
  for (const { org, role, key, value } of facts) {
    if (typeof value !== "number") continue;
    const at = returnKey(role, key);
    const of = all.get(at) ?? new Map<string, number>();
    all.set(at, of.set(org, value));
  }
  return all;
}

function sum(figuresOf: ReadonlyMap<string, number> | undefined): number {
  return [...(figuresOf?.values() ?? [])].reduce((all, one) => all + one, 0);
}

function difference(
  then: number | null,
  now: number | null,
): Pick<TotalChange, "then" | "now" | "difference"> {
  return { then, now, difference: then === null || now === null ? null : settled(now - then) };
}

/** Sums of the same figures may differ in the last digit. */
function settled(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : value;
}

const ORDER: readonly ValueType["kind"][] = ["money", "count", "percent"];

function bySize(totals: readonly TotalChange[]): readonly TotalChange[] {
  return [...totals].sort(
    (a, b) =>
      ORDER.indexOf(a.type.kind) - ORDER.indexOf(b.type.kind) ||
      Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0),
  );
}
