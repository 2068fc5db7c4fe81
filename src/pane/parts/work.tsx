import type { Session } from "../session/session";
import type { Action, Tab, WorkState } from "../state";

import { Check } from "./check";
import { CountsSpoken } from "./counts-spoken";
import { Fill } from "./fill";
import { Notices } from "./notices";
import { SaidBar } from "./said-bar";

export interface WorkProps {
  readonly work: WorkState;
  readonly dispatch: (action: Action) => void;
  readonly session: Session;
}

const TABS: readonly Tab[] = ["fill", "check"];

/** A return that is being filled in: how far it is, and what there is to say about it. */
export function Work(props: WorkProps) {
  const { work, dispatch } = props;
  const { reading, tab } = work;
  const open = reading.counts.fix + reading.counts.explain;
  const words: Readonly<Record<Tab, string>> = {
    fill: "Fill in",
    check: open === 0 ? "Check" : `Check (${open})`,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    dispatch({ kind: "tab", tab: next });
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="stack">
      <div class="top">
        <h1 tabIndex={-1}>{reading.organisation ?? "No organisation named"}</h1>
        <p class="quiet">
          {reading.title}, {reading.role}
        </p>
      </div>
      <div class="tabs" role="tablist" aria-label="The return" onKeyDown={onKeyDown}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            class="tab"
            id={`tab-${one}`}
            aria-selected={one === tab}
            aria-controls={one === tab ? "tab-panel" : undefined}
            tabIndex={one === tab ? 0 : -1}
            onClick={() => dispatch({ kind: "tab", tab: one })}
          >
            {words[one]}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} class="stack">
        <Notices reading={reading} session={props.session} />
        {tab === "fill" ? <Fill {...props} /> : <Check {...props} />}
      </div>
      <SaidBar said={work.said} />
      <CountsSpoken counts={reading.counts} />
    </div>
  );
}
