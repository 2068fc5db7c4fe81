import type { RawValue } from "../../cells";
import type { Field, SummaryTemplate, ValueType } from "../../template";

import type { Collection } from "../collection";
import type { Fact } from "../facts";
import type { FigureChange, ReturnChange } from "./changes";
import { returnKey, type PreviousReturn, type PreviousSummary } from "./previous-summary";
import { tablesOf } from "./totals";

interface FigureChanges {
  readonly figures: readonly FigureChange[];
  readonly notCompared: readonly string[];
}

/** Kinds of figures in the order in which they are shown: their differences are not of one kind. */
const ORDER: readonly ValueType["kind"][] = ["money", "count", "percent"];

/** Figures of returns that were there before and are others now; only such as count or stand in a table of the summary. */
export function figureChanges(
  previous: PreviousSummary,
  returns: readonly ReturnChange[],
  collection: Collection,
  facts: readonly Fact[],
  summary: SummaryTemplate,
): FigureChanges {
  const shown = shownKeys(summary);
  const there = new Map(
    returns
      .filter(({ fileThen, open }) => fileThen !== null && open !== null)
      .map((one) => [returnKey(one.org, one.role), one]),
  );
  const templates = new Map(collection.templates.map((template) => [template.role, template]));
  const fieldsOf = new Map(
    collection.rows.flatMap(({ organisation, template, counted }) =>
      counted
        ? [[returnKey(organisation.code, template.role), counted.reading.found.template.fields] as const]
        : [],
    ),
  );
  const figures: FigureChange[] = [];
  const unknown = new Map<string, Unknown>();
  const seen = new Map<string, Set<string>>();
  for (const fact of facts) {
    const at = returnKey(fact.org, fact.role);
    const change = there.get(at);
    const before = previous.returns?.get(at);
    const field = fieldsOf.get(at)?.get(fact.key);
    if (!change || !before || !field || templates.get(fact.role)?.year !== fact.year) continue;
    if (!isFigure(field, fact, shown)) continue;
    seen.set(at, (seen.get(at) ?? new Set<string>()).add(fact.key));
    const [then, now] = [figureThen(before, fact.key), figure(fact.value)];
    if (then === "unknown" || now === "unknown")
      note(unknown, fact.org, then === "unknown" && !before.values.has(fact.key) ? "new" : "odd");
    else if (!isSame(then, now))
      figures.push({
        org: fact.org,
        name: change.name,
        role: fact.role,
        roleLabel: change.roleLabel,
        state: change.state,
        key: fact.key,
        label: field.label,
        type: field.type,
        ...{ then, now },
        difference: (now ?? 0) - (then ?? 0),
        ...{ sheet: fact.sheet, cell: fact.cell },
      });
  }
  return {
    figures: inOrder(figures),
    notCompared: sentences(unknown, lostKeys(previous, there, seen, fieldsOf)),
  };
}

function shownKeys(summary: SummaryTemplate): ReadonlySet<string> {
  return new Set(
    tablesOf(summary).flatMap(({ table }) =>
      table.columns.flatMap(({ source }) =>
        source.kind === "value" ? [returnKey(table.role, source.key)] : [],
      ),
    ),
  );
}

function isFigure({ type }: Field, fact: Fact, shown: ReadonlySet<string>): boolean {
  return ORDER.includes(type.kind) && (fact.counts || shown.has(returnKey(fact.role, fact.key)));
}

/** A figure, null for a blank, or nothing that can be reckoned with. */
type Figure = number | null | "unknown";

function figure(value: RawValue): Figure {
  return value === null || typeof value === "number" ? value : "unknown";
}

function figureThen({ values, doubtful }: PreviousReturn, key: string): Figure {
  const value = values.get(key);
  return value === undefined || doubtful.has(key) ? "unknown" : figure(value);
}

/** Programs that save a workbook again may round the last digit otherwise. */
const NEAR = 1e-9;

function isSame(then: number | null, now: number | null): boolean {
  if (then === null || now === null) return then === now;
  return Math.abs(now - then) <= NEAR * Math.max(1, Math.abs(then), Math.abs(now));
}

function inOrder(figures: readonly FigureChange[]): readonly FigureChange[] {
  return [...figures].sort(
    (a, b) =>
      ORDER.indexOf(a.type.kind) - ORDER.indexOf(b.type.kind) ||
      Math.abs(b.difference) - Math.abs(a.difference),
  );
}

/** Keys that the earlier summary does not have, and values that are no figures, by organisation. */
interface Unknown {
  new: number;
  odd: number;
}

function note(unknown: Map<string, Unknown>, org: string, kind: keyof Unknown): void {
  const known = unknown.get(org) ?? { new: 0, odd: 0 };
  known[kind] += 1;
  unknown.set(org, known);
}

/** How many figures an earlier summary has under keys that the returns do not have any more, by organisation. */
function lostKeys(
  { returns }: PreviousSummary,
  there: ReadonlyMap<string, ReturnChange>,
  seen: ReadonlyMap<string, ReadonlySet<string>>,
  fieldsOf: ReadonlyMap<string, ReadonlyMap<string, Field>>,
): ReadonlyMap<string, number> {
  const lost = new Map<string, number>();
  for (const [at, { org, values }] of returns ?? []) {
    const fields = fieldsOf.get(at);
    if (!there.has(at) || !fields) continue;
    const count = [...values].filter(
      ([key, value]) => typeof value === "number" && !fields.has(key) && seen.get(at)?.has(key) !== true,
    ).length;
    if (count > 0) lost.set(org, (lost.get(org) ?? 0) + count);
  }
  return lost;
}

function sentences(
  unknown: ReadonlyMap<string, Unknown>,
  lost: ReadonlyMap<string, number>,
): readonly string[] {
  const of = (kind: keyof Unknown) => new Map([...unknown].map(([org, one]) => [org, one[kind]]));
  return [
    ...sentence(of("new"), (one) => (one ? "figure is" : "figures are"), NOT_THEN),
    ...sentence(of("odd"), (one) => (one ? "figure was or is" : "figures were or are"), "no single number"),
    ...sentence(
      lost,
      (one) => `${one ? "figure" : "figures"} of the earlier summary ${one ? "stands" : "stand"}`,
      "under keys that the returns do not have any more",
    ),
  ];
}

const NOT_THEN =
  "not in the earlier summary, as where an earlier version did not ask for them or rows were deleted there";

/** "3 figures are … (X01, X02)."; nothing where there is none. */
function sentence(
  counts: ReadonlyMap<string, number>,
  start: (one: boolean) => string,
  end: string,
): readonly string[] {
  const those = [...counts].filter(([, count]) => count > 0);
  if (those.length === 0) return [];
  const all = those.reduce((sum, [, count]) => sum + count, 0);
  const codes = those.map(([org]) => org).sort();
  return [`${all} ${start(all === 1)} ${end} (${codes.join(", ")}).`];
}
