import { useEffect, useRef } from "preact/hooks";

import type { FindingGroup } from "../reading";
import { listAsText, nextStop, shownGroups, stopsOf } from "../state";

import { AllDone } from "./all-done";
import { CopyList } from "./copy-list";
import { Filters } from "./filters";
import { FindingCard } from "./finding-card";
import { useFocusKept } from "./focus-kept";
import type { WorkProps } from "./work";

/** What there is to say about the return, and how each of it is put right. */
export function Check({ work, dispatch, session }: WorkProps) {
  const { reading, view } = work;
  const list = useRef<HTMLDivElement>(null);
  const groups = shownGroups(reading.groups, view);
  const stops = stopsOf(groups);
  const clean = reading.counts.fix + reading.counts.explain === 0;
  useFocusKept(list, groups);

  const go = (by: 1 | -1) => {
    const stop = nextStop(stops, view.at, by);
    if (!stop) return;
    dispatch({ kind: "view", view: { at: { group: stop.group, place: stop.place } } });
    void session.show(stop);
  };
  useEffect(() => {
    if (view.at) list.current?.querySelector(".finding.at")?.scrollIntoView({ block: "nearest" });
  }, [view.at]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    go(event.key === "ArrowDown" ? 1 : -1);
  };
  return (
    <div class="column" onKeyDown={onKeyDown}>
      {clean && <AllDone reading={reading} session={session} />}
      {reading.groups.length > 0 && (
        <>
          <Filters groups={reading.groups} counts={reading.counts} view={view} dispatch={dispatch} />
          <div class="row walk">
            <button type="button" class="button" onClick={() => go(-1)} title="Alt and the arrow up">
              Previous
            </button>
            <button
              type="button"
              class={clean ? "button" : "button primary"}
              onClick={() => go(1)}
              title="Alt and the arrow down"
            >
              Next
            </button>
            <CopyList text={() => listAsText(reading, groups)} session={session} />
          </div>
          <div ref={list} class="stack">
            {bySheet(groups).map(([sheet, those]) => (
              <section key={sheet} class="stack-small" aria-label={sheet}>
                <h2>{sheet}</h2>
                <ul class="stack-small">
                  {those.map((group) => (
                    <FindingCard
                      key={group.id}
                      group={group}
                      at={view.at?.group === group.id}
                      session={session}
                      goTo={(place, cell) => {
                        dispatch({ kind: "view", view: { at: { group: group.id, place } } });
                        void session.show({ sheet: group.sheet, cell });
                      }}
                    />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          {groups.length === 0 && (
            <div class="empty">
              <p>No finding fits what is chosen and searched for above.</p>
              <div>
                <button
                  type="button"
                  class="button"
                  onClick={() => dispatch({ kind: "view", view: { level: "all", sheet: null, search: "" } })}
                >
                  Show all findings
                </button>
              </div>
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** Groups come in the order of their sheets. */
function bySheet(
  groups: readonly FindingGroup[],
): readonly (readonly [sheet: string, groups: readonly FindingGroup[]])[] {
  const sheets = new Map<string, FindingGroup[]>();
  for (const group of groups) {
    const known = sheets.get(group.sheet);
    if (known) known.push(group);
    else sheets.set(group.sheet, [group]);
  }
  return [...sheets];
}
