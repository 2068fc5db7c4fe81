import type { ComponentChildren } from "preact";

import { Bar, percent } from "./bar";

interface UnderWayProps {
  readonly heading: string;
  /** What it is done to, a line each. */
  readonly of: readonly string[];
  /** What is being done now. */
  readonly words: string;
  /** What the bar is of, for those who listen. */
  readonly label: string;
  /** In hundredths. */
  readonly done: number;
  readonly children?: ComponentChildren;
}

/** Something that takes its time: what it is, and how far. */
export function UnderWay({ heading, of, words, label, done, children }: UnderWayProps) {
  return (
    <div class="stack">
      <div class="top">
        <h1 tabIndex={-1}>{heading}</h1>
        {of.map((line) => (
          <p key={line} class="quiet">
            {line}
          </p>
        ))}
      </div>
      <div class="stack-small">
        <div class="sheet-head">
          <p role="status">{words}</p>
          <span class="number">{percent(done, 100)}</span>
        </div>
        <Bar label={label} done={done} all={100} />
      </div>
      {children}
    </div>
  );
}
