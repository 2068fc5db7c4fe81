import { chosenYear, meantRole, type StartState } from "../state";

import { Bar, percent } from "./bar";

/** While the sheets go into the workbook. */
export function PuttingIn({
  start,
  done,
  all,
}: {
  readonly start: StartState;
  readonly done: number;
  readonly all: number;
}) {
  const role = meantRole(start);
  return (
    <div class="stack">
      <h1 class="top" tabIndex={-1}>
        The sheets are being put in
      </h1>
      <p>
        {role?.title} {chosenYear(start).label}
      </p>
      <div class="stack-small">
        <Bar label="Sheets put in" done={done} all={all} />
        <p class="number">{percent(done, all)}</p>
      </div>
      <p class="quiet">Leave the workbook alone until this is done.</p>
    </div>
  );
}
