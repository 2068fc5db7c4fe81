import { chosenYear, meantRole, type PuttingIn as Progress, type StartState } from "../state";

import { Bar, percent } from "./bar";

/** What is being done, and from where to where that takes the bar, in hundredths. */
const STAGES: Readonly<
  Record<Progress["stage"], { readonly words: string; readonly from: number; readonly to: number }>
> = {
  drawing: { words: "The sheets are being drawn.", from: 0, to: 20 },
  writing: { words: "The sheets are being written into the workbook.", from: 20, to: 95 },
  reading: { words: "The return is being read.", from: 95, to: 100 },
};

/** While the sheets go into the workbook. */
export function PuttingIn({ start, progress }: { readonly start: StartState; readonly progress: Progress }) {
  const role = meantRole(start);
  const { words, from, to } = STAGES[progress.stage];
  const done = from + ((to - from) * progress.done) / Math.max(progress.all, 1);
  return (
    <div class="stack">
      <div class="top">
        <h1 tabIndex={-1}>The sheets are being put in</h1>
        <p class="quiet">
          {role?.title} {chosenYear(start).label}
        </p>
      </div>
      <div class="stack-small">
        <div class="sheet-head">
          <p role="status">{words}</p>
          <span class="number">{percent(done, 100)}</span>
        </div>
        <Bar label="Sheets put in" done={done} all={100} />
      </div>
      <p class="quiet">Leave the workbook alone until this is done.</p>
    </div>
  );
}
