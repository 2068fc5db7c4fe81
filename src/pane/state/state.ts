import type { Level } from "../../template";
import type { Reading } from "../reading";
import type { YearHead } from "../shipped-years";

/** Why the pane can't work here. */
export type Obstacle = "old_excel" | "tablet" | "no_excel";

/** An organisation of the register, as much of it as choosing needs. */
export interface OrganisationHead {
  readonly code: string;
  readonly name: string;
  readonly type: string;
}

/** The register that lies beside the pane, if one does. */
export type RegisterState =
  | { readonly kind: "loading" }
  | { readonly kind: "there"; readonly organisations: readonly OrganisationHead[] }
  | { readonly kind: "none" }
  /** It is there and can't be read; the sentence says why. */
  | { readonly kind: "refused"; readonly why: string };

/** For whom the return is. */
export type Chosen =
  | { readonly kind: "nobody" }
  | { readonly kind: "registered"; readonly organisation: OrganisationHead }
  | { readonly kind: "by_hand"; readonly code: string; readonly name: string };

/** What has to be entered before sheets can be put in. */
export type StartField = "organisation" | "code" | "name" | "role";

/** Why no sheets were put in, though nothing went wrong. */
export type Refusal =
  | { readonly kind: "incomplete"; readonly faults: ReadonlyMap<StartField, string> }
  | { readonly kind: "taken"; readonly names: readonly string[] }
  | { readonly kind: "closed" };

/** What is chosen before there is a return. */
export interface StartState {
  readonly years: readonly YearHead[];
  readonly year: string;
  readonly register: RegisterState;
  readonly chosen: Chosen;
  /** The role that was picked where there are several. */
  readonly role: string | null;
  readonly refusal: Refusal | null;
}

/** How far the sheets are that are being put in: they are drawn, then written, and what is in the workbook then is read. */
export interface PuttingIn {
  readonly stage: "drawing" | "writing" | "reading";
  readonly done: number;
  readonly all: number;
}

/** How far the pane is when it was opened: it reads the workbook, and checks the return that it finds there. */
export type Opening =
  | { readonly stage: "reading" }
  | {
      readonly stage: "checking";
      /** "IM&T spend and local IM&T plan 2007/08, provider". */
      readonly title: string;
      /** The share of it that is done, from 0 to 1. */
      readonly done: number;
    };

export type Tab = "fill" | "check";

/** What of the findings is shown. */
export interface CheckView {
  readonly level: Level | "all";
  /** The one sheet that is looked at; null where all are. */
  readonly sheet: string | null;
  readonly search: string;
  /** The finding that was gone to last: a group and the place in it. */
  readonly at: { readonly group: string; readonly place: number } | null;
}

/** How something that was asked for went; said once, until the next. */
export interface Said {
  readonly tone: "done" | "refused";
  readonly sentence: string;
}

/** A return that is being filled in. */
export interface WorkState {
  readonly tab: Tab;
  readonly reading: Reading;
  readonly view: CheckView;
  readonly said: Said | null;
}

/** What went wrong, and what may be told of it: nothing of the return. */
export interface Failure {
  /** "The sheets could not be put in." */
  readonly sentence: string;
  /** What a person can do about it. */
  readonly advice: string;
  readonly error: { readonly name: string; readonly code: string | null; readonly steps: readonly string[] };
}

/** Everything that the pane shows hangs on this. */
export type PaneState =
  | { readonly kind: "opening"; readonly opening: Opening }
  | { readonly kind: "not_possible"; readonly obstacle: Obstacle }
  | { readonly kind: "start"; readonly start: StartState }
  | { readonly kind: "putting_in"; readonly start: StartState; readonly progress: PuttingIn }
  | { readonly kind: "at_work"; readonly work: WorkState }
  /** There is a return that this pane can't read; the sentences say why, and what to do. */
  | { readonly kind: "unreadable"; readonly why: string }
  /** `start` is what had been chosen, so that it need not be chosen again. */
  | { readonly kind: "failed"; readonly failure: Failure; readonly start: StartState | null };
