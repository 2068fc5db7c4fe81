import { useState } from "preact/hooks";

import type { FindingGroup, FoundPlace } from "../reading";
import type { Session } from "../session/session";

import { ExplanationForm } from "./explanation-form";
import { LevelMark } from "./level";
import { PutRight } from "./put-right";

interface FindingCardProps {
  readonly group: FindingGroup;
  /** Whether the person was led here last. */
  readonly at: boolean;
  readonly session: Session;
  /** Goes to a place of the group. */
  readonly goTo: (place: number, cell: string) => void;
}

/** How many places of a group are shown before somebody asks for all. */
const FEW = 4;

/** A finding: the place first, then what was found, then how to mend it, then what can be done here. */
export function FindingCard({ group, at, session, goTo }: FindingCardProps) {
  const [all, setAll] = useState(false);
  const { level, sheet, places, fix, explanation } = group;
  const [only, ...others] = places;
  const shown = all ? places : places.slice(0, FEW);
  const single = only && others.length === 0 ? only : null;
  return (
    <li class={at ? "finding at" : "finding"} aria-current={at ? "true" : undefined}>
      <div class="finding-head">
        <h3 class="place">
          {single ? (
            <SinglePlace sheet={sheet} place={single} goTo={(cell) => goTo(0, cell)} />
          ) : (
            `${sheet} · ${places.length} places`
          )}
        </h3>
        <LevelMark level={level} />
      </div>
      {single ? (
        <p>{single.message}</p>
      ) : (
        <>
          <p>
            What is expected: {group.title[0]?.toLowerCase()}
            {group.title.slice(1)}.
          </p>
          <ul class="places">
            {shown.map((place, index) => (
              <li key={`${place.where} ${place.message}`}>
                <CellButton place={place} sheet={sheet} goTo={(cell) => goTo(index, cell)} /> {place.message}
              </li>
            ))}
          </ul>
        </>
      )}
      {places.length > shown.length && (
        <div>
          <button type="button" class="link" onClick={() => setAll(true)}>
            Show all {places.length}
          </button>
        </div>
      )}
      {explanation?.text == null && !places.every(({ mends }) => mends.length > 0) && (
        <p class="fix-words">{fix}</p>
      )}
      <PutRight places={places} session={session} />
      {explanation && <ExplanationForm id={group.id} explanation={explanation} session={session} />}
    </li>
  );
}

interface PlaceProps {
  readonly sheet: string;
  readonly place: FoundPlace;
  readonly goTo: (cell: string) => void;
}

/** "IM&T spend · G10 · 100 IM&T staff, 2007/08 plan revenue", which leads there. */
function SinglePlace({ sheet, place, goTo }: PlaceProps) {
  const { cell } = place;
  const words = [sheet, place.where, place.label].filter((part) => part !== "").join(" · ");
  if (cell === null) return <>{words}</>;
  return (
    <button type="button" class="link" onClick={() => goTo(cell)}>
      {words}
    </button>
  );
}

function CellButton({ sheet, place, goTo }: PlaceProps) {
  const { cell } = place;
  if (cell === null) return null;
  return (
    <button type="button" class="link" onClick={() => goTo(cell)}>
      <span class="heard">{sheet} </span>
      {place.where}
    </button>
  );
}
