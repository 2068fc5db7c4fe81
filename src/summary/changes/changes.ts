import type { Collection } from "../collection";
import type { Fact } from "../facts";
import type { SummaryTemplate, ValueType } from "../../template";

import { figureChanges } from "./figure-changes";
import { findingChanges, type FindingCounts } from "./finding-changes";
import type { PreviousSummary } from "./previous-summary";
import { returnChanges } from "./return-changes";
import { totalChanges } from "./total-changes";

/** What became of a return since the earlier summary. */
export type ReturnState = "new" | "resubmitted" | "gone" | "same";

export interface ReturnChange {
  readonly state: ReturnState;
  readonly org: string;
  readonly name: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly fileThen: string | null;
  readonly fileNow: string | null;
  /** What the cover said then and says now: draft, final. */
  readonly statusThen: string | null;
  readonly statusNow: string | null;
  /** What is left in it now; null where it is gone. */
  readonly open: { readonly fix: number; readonly explain: number } | null;
}

/** A figure of one return that is another than it was. */
export interface FigureChange {
  readonly org: string;
  readonly name: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly state: ReturnState;
  readonly key: string;
  readonly label: string;
  readonly type: ValueType;
  /** Null for a blank. */
  readonly then: number | null;
  readonly now: number | null;
  readonly difference: number;
  readonly sheet: string;
  readonly cell: string;
}

/** A figure over all returns; null where one of the two can't be told. */
export interface TotalChange {
  readonly sheet: string;
  readonly title: string;
  readonly label: string;
  readonly type: ValueType;
  readonly then: number | null;
  readonly now: number | null;
  readonly difference: number | null;
  /** How much of the difference comes from which returns; null where it is more than a sum. */
  readonly parts: Readonly<Record<"new" | "resubmitted" | "gone", number>> | null;
}

export interface FindingChange {
  readonly kind: "come" | "gone" | "more" | "fewer" | "otherwise";
  readonly org: string;
  readonly name: string;
  readonly roleLabel: string;
  readonly code: string;
  readonly sheet: string;
  /** The cells that have come or gone; all of them where it is to be dealt with otherwise. */
  readonly cells: readonly string[];
  readonly message: string;
  readonly toDoThen: string | null;
  readonly toDoNow: string | null;
}

/** What a summary shows otherwise than the one before it. */
export interface Changes {
  /** Returns that are not what they were: new, resubmitted, gone. */
  readonly returns: readonly ReturnChange[];
  readonly unchanged: number;
  /** The figures that the overview begins with. */
  readonly headlines: readonly TotalChange[];
  /** Totals of tables that have moved, the largest difference first. */
  readonly totals: readonly TotalChange[];
  /** Figures of returns that were there before, the largest difference first. */
  readonly figures: readonly FigureChange[];
  readonly findings: readonly FindingChange[];
  readonly counts: FindingCounts;
  /** What could not be held against each other, in sentences. */
  readonly notCompared: readonly string[];
}

/** Holds a summary against the one before it. */
export function changesSince(
  previous: PreviousSummary,
  collection: Collection,
  facts: readonly Fact[],
  summary: SummaryTemplate,
): Changes {
  const returns = returnChanges(previous, collection);
  const moved = returns.filter(({ state }) => state !== "same");
  const { figures, notCompared } = figureChanges(previous, returns, collection, facts, summary);
  const { findings, counts } = findingChanges(previous, returns, collection);
  const { headlines, totals } = totalChanges(previous, returns, facts, summary);
  return {
    returns: moved,
    unchanged: returns.length - moved.length,
    headlines,
    totals,
    figures,
    findings,
    counts,
    notCompared: [...lacking(previous), ...notCompared],
  };
}

function lacking({ returns, findings }: PreviousSummary): readonly string[] {
  return [
    ...(returns === null
      ? [
          "The earlier summary has no list of facts any more, or one without its heads, so returns and figures are not compared.",
        ]
      : []),
    ...(findings === null
      ? [
          "The earlier summary has no list of findings any more, or one without its heads, so findings are not compared.",
        ]
      : []),
  ];
}
