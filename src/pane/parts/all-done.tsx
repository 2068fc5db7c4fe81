import type { Reading } from "../reading";
import type { Session } from "../session/session";

import { LevelIcon } from "./icons";

/** Nothing is left to put right: what comes next. */
export function AllDone({ reading, session }: { readonly reading: Reading; readonly session: Session }) {
  const { kind, final, place, label } = reading.standing;
  const { explained } = reading.counts;
  return (
    <div class="empty">
      <h2 class="answer">
        <LevelIcon level="good" />
        {explained > 0
          ? "Nothing left to put right or to explain"
          : "Nothing to put right, nothing to explain"}
      </h2>
      {kind === "final" ? (
        <p>The return is final. Save the workbook and mail it to your strategic health authority.</p>
      ) : (
        <>
          <p>
            When everybody has agreed it, choose “{final}” at “{label}”, save the workbook and mail it to your
            strategic health authority.
          </p>
          {place && (
            <div>
              <button type="button" class="button primary" onClick={() => void session.show(place)}>
                Go to “{label}”
              </button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
