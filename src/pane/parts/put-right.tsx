import type { FoundPlace } from "../reading";
import type { Session } from "../session/session";

/** More buttons beside each other than these help nobody: then all are put right at once. */
const MOST_ALONE = 6;

interface PutRightProps {
  readonly places: readonly FoundPlace[];
  readonly session: Session;
}

/** Corrections that are certain, as writes that a person asks for: one, or all of the same kind. */
export function PutRight({ places, session }: PutRightProps) {
  const mends = places.flatMap((place) => place.mends);
  const [first, ...others] = mends;
  if (!first) return null;
  if (others.length === 0) {
    return (
      <div class="row">
        <button
          type="button"
          class="button small"
          onClick={() => void session.enter([first.entry], `${first.entry.cell} now holds ${first.words}.`)}
        >
          Put right: {first.words}
        </button>
      </div>
    );
  }
  return (
    <div class="row">
      <button
        type="button"
        class="button small"
        onClick={() =>
          void session.enter(
            mends.map(({ entry }) => entry),
            `${mends.length} entries were put right.`,
          )
        }
      >
        Put all {mends.length} of these right
      </button>
      {(mends.length > MOST_ALONE ? [] : mends).map(({ entry, words }) => (
        <button
          key={entry.cell}
          type="button"
          class="button small"
          onClick={() => void session.enter([entry], `${entry.cell} now holds ${words}.`)}
        >
          {entry.cell}: {words}
        </button>
      ))}
    </div>
  );
}
