import type { YearHead } from "../shipped-years";

import type { Action } from "./action";
import type { CheckView, PaneState, StartState, WorkState } from "./state";

export const OPENING: PaneState = { kind: "opening", opening: { stage: "reading" } };

const WHOLE_VIEW: CheckView = { level: "all", sheet: null, search: "", at: null };

/** What the pane shows after something happened. What does not concern it as it is changes nothing. */
export function reduce(state: PaneState, action: Action): PaneState {
  switch (action.kind) {
    case "opening":
      return OPENING;
    case "checking":
      return checking(state, action);
    case "not_possible":
      return { kind: "not_possible", obstacle: action.obstacle };
    case "no_return":
      return { kind: "start", start: begun(action.years) };
    case "unreadable":
      return { kind: "unreadable", why: action.why };
    case "failed":
      return {
        kind: "failed",
        failure: action.failure,
        start: chosenBefore(state),
      };
    case "back":
      return state.kind === "failed" && state.start ? { kind: "start", start: state.start } : state;
    case "read":
      return { kind: "at_work", work: read(state, action) };
    case "register":
    case "year":
    case "chosen":
    case "role":
    case "refused":
    case "putting_in":
      return state.kind === "start" || state.kind === "putting_in" ? started(state.start, action) : state;
    case "tab":
    case "view":
    case "said":
      return state.kind === "at_work" ? { kind: "at_work", work: worked(state.work, action) } : state;
  }
}

/** The return is checked at the end of opening the pane, and of putting its sheets in. */
function checking(
  state: PaneState,
  { title, done }: Extract<Action, { readonly kind: "checking" }>,
): PaneState {
  switch (state.kind) {
    case "opening":
      return { kind: "opening", opening: { stage: "checking", title, done } };
    case "putting_in":
      return { ...state, progress: { stage: "reading", done, all: 1 } };
    default:
      return state;
  }
}

/** What may be chosen once more; not where the sheets are in already, and only reading them failed. */
function chosenBefore(state: PaneState): StartState | null {
  if (state.kind === "putting_in") return state.progress.stage === "reading" ? null : state.start;
  return state.kind === "start" ? state.start : null;
}

function begun(years: readonly YearHead[]): StartState {
  const usual = years.find(({ usual: isUsual }) => isUsual) ?? years.at(-1);
  return {
    years,
    year: usual?.id ?? "",
    register: { kind: "loading" },
    chosen: { kind: "nobody" },
    role: null,
    refusal: null,
  };
}

type StartAction = Extract<
  Action,
  { readonly kind: "register" | "year" | "chosen" | "role" | "refused" | "putting_in" }
>;

function started(start: StartState, action: StartAction): PaneState {
  switch (action.kind) {
    case "putting_in": {
      const { stage, done, all } = action;
      return { kind: "putting_in", start: { ...start, refusal: null }, progress: { stage, done, all } };
    }
    case "register": {
      const { register } = action;
      // Without a register there is nothing to choose from.
      const byHand = register.kind !== "there" && register.kind !== "loading";
      const chosen =
        byHand && start.chosen.kind === "nobody"
          ? ({ kind: "by_hand", code: "", name: "" } as const)
          : start.chosen;
      return { kind: "start", start: { ...start, register, chosen } };
    }
    case "year":
      return { kind: "start", start: { ...start, year: action.year, role: null, refusal: null } };
    case "chosen":
      return { kind: "start", start: { ...start, chosen: action.chosen, refusal: null } };
    case "role":
      return { kind: "start", start: { ...start, role: action.role, refusal: null } };
    case "refused":
      return { kind: "start", start: { ...start, refusal: action.refusal } };
  }
}

function read(state: PaneState, { reading, tab }: Extract<Action, { readonly kind: "read" }>): WorkState {
  if (state.kind !== "at_work") return { tab, reading, view: WHOLE_VIEW, said: null };
  const { work } = state;
  const { at } = work.view;
  // What was gone to and is put right is not there any more.
  const still = at !== null && reading.groups.some(({ id }) => id === at.group);
  return { ...work, reading, view: still ? work.view : { ...work.view, at: null } };
}

type WorkAction = Extract<Action, { readonly kind: "tab" | "view" | "said" }>;

function worked(work: WorkState, action: WorkAction): WorkState {
  switch (action.kind) {
    case "tab":
      return { ...work, tab: action.tab, said: null };
    case "view":
      return { ...work, view: { ...work.view, ...action.view } };
    case "said":
      return { ...work, said: action.said };
  }
}
