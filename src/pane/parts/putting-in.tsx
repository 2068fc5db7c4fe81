import { chosenYear, meantRole, type PuttingIn as Progress, type StartState } from "../state";

import { UnderWay } from "./under-way";

/** What is being done, and from where to where that takes the bar, in hundredths. */
const STAGES: Readonly<
  Record<Progress["stage"], { readonly words: string; readonly from: number; readonly to: number }>
> = {
  drawing: { words: "Drawing the sheets …", from: 0, to: 20 },
  writing: { words: "Writing them into the workbook …", from: 20, to: 90 },
  reading: { words: "Checking the return …", from: 90, to: 100 },
};

/** While the sheets go into the workbook. */
export function PuttingIn({ start, progress }: { readonly start: StartState; readonly progress: Progress }) {
  const { words, from, to } = STAGES[progress.stage];
  return (
    <UnderWay
      heading="Putting the sheets in"
      of={[forWhom(start), asWhat(start)]}
      words={words}
      label="Sheets put in"
      done={from + ((to - from) * progress.done) / Math.max(progress.all, 1)}
    >
      <p class="quiet">
        Do not type into the workbook until this is done. If it breaks off, the workbook is as it was before.
      </p>
    </UnderWay>
  );
}

function forWhom({ chosen }: StartState): string {
  if (chosen.kind === "nobody") return "";
  const { code, name } = chosen.kind === "registered" ? chosen.organisation : chosen;
  return `${code} ${name}`;
}

function asWhat(start: StartState): string {
  const role = meantRole(start);
  return `${role?.title ?? ""} ${chosenYear(start).label}, ${role?.label ?? ""}`;
}
