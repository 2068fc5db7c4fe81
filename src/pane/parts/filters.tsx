import type { Level } from "../../template";
import type { Counts, FindingGroup } from "../reading";
import type { Action, CheckView } from "../state";

import { LevelIcon } from "./icons";
import { LEVEL_WORDS } from "./level";

interface FiltersProps {
  readonly groups: readonly FindingGroup[];
  readonly counts: Counts;
  readonly view: CheckView;
  readonly dispatch: (action: Action) => void;
}

const LEVELS: readonly Level[] = ["fix", "explain", "note"];

/** Which findings are shown: by level, of one sheet, and by words. */
export function Filters({ groups, counts, view, dispatch }: FiltersProps) {
  const there = LEVELS.filter((level) => groups.some((group) => group.level === level));
  const set = (change: Partial<CheckView>) => dispatch({ kind: "view", view: change });
  return (
    <div class="stack-small" role="search">
      <div class="filters" role="group" aria-label="Level and sheet">
        <button
          type="button"
          class="toggle"
          aria-pressed={view.level === "all"}
          onClick={() => set({ level: "all" })}
        >
          All
        </button>
        {there.map((level) => (
          <button
            key={level}
            type="button"
            class="toggle"
            aria-pressed={view.level === level}
            onClick={() => set({ level })}
          >
            <span class={level}>
              <LevelIcon level={level} />
            </span>
            {LEVEL_WORDS[level]} {counts[level]}
          </button>
        ))}
        {view.sheet !== null && (
          <button type="button" class="toggle" aria-pressed onClick={() => set({ sheet: null })}>
            Only {view.sheet}
          </button>
        )}
      </div>
      <input
        class="input"
        type="search"
        aria-label="Search the findings"
        placeholder="Search the findings"
        value={view.search}
        onInput={(event) => set({ search: event.currentTarget.value })}
      />
      {counts.explained > 0 && (
        <p class="quiet">
          {counts.explained === 1 ? "1 finding is explained." : `${counts.explained} findings are explained.`}
        </p>
      )}
    </div>
  );
}
