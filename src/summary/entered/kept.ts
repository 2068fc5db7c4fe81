import type { Collection } from "../collection";
import { changedSince, explainedIn } from "../explanations/explained";
import { goneVerdicts } from "../explanations/gone-list";
import type { EnteredRows } from "./entered";
import { TRACE } from "./entry-row";

/** What became of the entries of an earlier summary. */
export interface Kept {
  readonly judgements: number;
  /** Figures of the authority's own spend. */
  readonly figures: number;
  /** Figures that the returns are held against. */
  readonly held: number;
  readonly verdicts: number;
  /** Verdicts whose finding is no longer what it was. */
  readonly changed: number;
  /** Verdicts that belong to no finding any more, or stood twice. */
  readonly gone: number;
  /** Judgements and figures that belong to no line any more, or stood twice. */
  readonly unplaced: number;
  readonly unread: readonly string[];
  readonly unfit: readonly string[];
}

export function keptIn(collection: Collection): Kept {
  const { judgements, ownSpend, held, verdicts, leftOver, unread, unfit } = collection.entered;
  const all = explainedIn(collection);
  const there = all.flatMap((one) => {
    const verdict = verdicts.get(one.key);
    return verdict ? [{ one, verdict }] : [];
  });
  return {
    judgements: judgements.size,
    figures: figuresIn(ownSpend),
    held: figuresIn(held),
    verdicts: there.length,
    changed: there.filter(({ one, verdict }) => changedSince(verdict, one)).length,
    gone: goneVerdicts(collection, all).length,
    unplaced: leftOver.judgements.length,
    unread,
    unfit,
  };
}

function figuresIn(rows: EnteredRows): number {
  const beside = new Set<string>(["label", ...Object.values(TRACE)]);
  return [...rows.values()].reduce(
    (sum, { values }) => sum + [...values.keys()].filter((column) => !beside.has(column)).length,
    0,
  );
}
