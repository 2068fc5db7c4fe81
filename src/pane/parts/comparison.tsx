import type { CellPlace, Comparison } from "../reading";

import { LevelMark } from "./level";

const NUMBER = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** What is below nothing stands in brackets, as on the sheets. */
const figure = (value: number) => (value < 0 ? `(${NUMBER.format(-value)})` : NUMBER.format(value));

interface ComparisonFigureProps {
  readonly comparison: Comparison;
  readonly show: (place: CellPlace) => void;
}

/** Two bars from zero with their figures, and what lies between them in words. */
export function ComparisonFigure({ comparison, show }: ComparisonFigureProps) {
  const { title, expected, planned, holds, go } = comparison;
  const gap = planned - expected;
  const words = gap >= 0 ? `${NUMBER.format(gap)} more than expected` : `Short by ${NUMBER.format(-gap)}`;
  return (
    <figure class="stack-small">
      <figcaption>
        <h2>{title}</h2>
      </figcaption>
      <dl class="pair">
        <Pair name="Expected" look="expected" value={expected} others={[planned]} />
        <Pair name="Planned" look="planned" value={planned} others={[expected]} />
      </dl>
      <div class="row">
        {!holds && <LevelMark level="explain" />}
        <span>{words} (£000)</span>
        {go && (
          <button type="button" class="link" onClick={() => show(go)}>
            Go to {go.sheet}
          </button>
        )}
      </div>
    </figure>
  );
}

interface PairProps {
  readonly name: string;
  readonly look: "expected" | "planned";
  readonly value: number;
  /** The figures that share its scale. */
  readonly others: readonly number[];
}

function Pair({ name, look, value, others }: PairProps) {
  const [least, most] = [Math.min(0, value, ...others), Math.max(0, value, ...others)];
  const at = (one: number) => (most === least ? 0 : (100 * (one - least)) / (most - least));
  const [from, to] = [Math.min(at(0), at(value)), Math.max(at(0), at(value))];
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <svg aria-hidden="true" focusable="false">
          <rect class={look} x={`${from}%`} y="2" width={`${to - from}%`} height="12" />
          <line class="axis" x1={`${at(0)}%`} x2={`${at(0)}%`} y1="0" y2="16" />
        </svg>
      </dd>
      <dd class="figure">{figure(value)}</dd>
    </>
  );
}
