import type { Reading } from "../reading";
import type { Session } from "../session/session";
import { countsInWords } from "../state";

import { LevelIcon } from "./icons";

/** What has to be known before anything else: that the return is marked final too early, that not all of the workbook is checked. */
export function Notices({ reading, session }: { readonly reading: Reading; readonly session: Session }) {
  const { standing, counts, others } = reading;
  const { place, label, final } = standing;
  const isTooEarly = standing.kind === "final" && counts.fix + counts.explain > 0;
  return (
    <>
      {isTooEarly && (
        <div class="notice">
          <LevelIcon level="explain" />
          <div class="stack-small">
            <p>
              The return is marked “{final}”, and not ready to be mailed: {countsInWords(counts)}
            </p>
            {place && (
              <div>
                <button type="button" class="link" onClick={() => void session.show(place)}>
                  Go to “{label}”
                </button>
              </div>
            )}
          </div>
        </div>
      )}
      {others.length > 0 && (
        <div class="notice">
          <LevelIcon level="explain" />
          <p>{ofAnother(others)}</p>
        </div>
      )}
    </>
  );
}

const FEW = 3;

function ofAnother(names: readonly string[]): string {
  const shown = names.slice(0, FEW).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  const listed = more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
  return names.length === 1
    ? `The sheet ${listed} is of another return and not checked here. Move it into a workbook of its own.`
    : `The sheets ${listed} are of another return and not checked here. Move them into a workbook of their own.`;
}
