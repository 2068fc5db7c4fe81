import type { WorkbookCells } from "../cells";
import { part, toEnd, type InTurn } from "../in-turn";
import {
  findInTurn,
  findingsOf,
  withEntries,
  withTotals,
  workedAgain,
  workedInTurn,
  type Circumstances,
  type Finding,
  type FindResult,
  type Return,
  type Worked,
} from "../return";
import type { PlanningYear } from "../template";
import type { CellsChange, Change } from "../workbook";

import { differences, withCells, withResults } from "./changed-cells";
import { enteredValues } from "./entered-values";

/** What there is to say about a workbook now. */
export type LiveState =
  | {
      readonly kind: "return";
      readonly found: Return;
      readonly findings: readonly Finding[];
      /** Whether Excel may show another figure than is known here, in a formula that somebody wrote: then it is to be read again. */
      readonly unknown: boolean;
    }
  | Extract<FindResult, { readonly kind: "refused" }>;

/** A state, and what was worked out for it; null where there is no return. */
interface Checked {
  readonly state: LiveState;
  readonly work: Worked | null;
}

/** Of reading a return anew, the share until its fields are found, and until it is worked out. */
const FOUND = 0.2;
const WORKED = 0.9;

/** A workbook that is being filled in, and what there is to say about it after every change. */
export class LiveReturn {
  readonly #years: ReadonlyMap<string, PlanningYear>;
  readonly #circumstances: Circumstances;
  #workbook: WorkbookCells;
  #work: Worked | null;
  #state: LiveState;

  constructor(
    workbook: WorkbookCells,
    years: ReadonlyMap<string, PlanningYear>,
    circumstances: Circumstances,
    checked: Checked = toEnd(whole(workbook, years, circumstances)),
  ) {
    this.#years = years;
    this.#circumstances = circumstances;
    this.#workbook = workbook;
    this.#state = checked.state;
    this.#work = checked.work;
  }

  /** The same in steps. */
  static *inTurn(
    workbook: WorkbookCells,
    years: ReadonlyMap<string, PlanningYear>,
    circumstances: Circumstances,
  ): InTurn<LiveReturn> {
    return new LiveReturn(workbook, years, circumstances, yield* whole(workbook, years, circumstances));
  }

  get state(): LiveState {
    return this.#state;
  }

  /** The state after a change. Entries alone cost what reads them; anything else is read anew as a whole. */
  after(change: Change): LiveState {
    return toEnd(this.afterInTurn(change));
  }

  /** The same in steps; until the last of them the state is the one before. No other change may come in between. */
  *afterInTurn(change: Change): InTurn<LiveState> {
    if (change.kind === "sheets") {
      this.#workbook = change.workbook;
      this.#takes(yield* whole(change.workbook, this.#years, this.#circumstances));
    } else yield* this.#afterCells(change);
    return this.#state;
  }

  *#afterCells(change: CellsChange): InTurn<void> {
    const different = differences(this.#workbook, change);
    if (different.size === 0) return;
    this.#workbook = withCells(this.#workbook, change);
    const state = this.#state;
    const entered =
      state.kind === "return" && this.#work ? enteredValues(state.found, change.sheet, different) : null;
    if (state.kind !== "return" || !this.#work || !entered) {
      yield* this.#wholeWithTotals();
      return;
    }
    const { found, changed, unknown } = withEntries(state.found, entered, this.#work.changedFormulas);
    this.#workbook = withResults(this.#workbook, found, changed);
    this.#takes(said(found, workedAgain(found, this.#work, changed), unknown, this.#circumstances));
  }

  /** Read anew from the cells that are known, whose totals may not yet show what has changed. */
  *#wholeWithTotals(): InTurn<void> {
    const result = yield* part(findInTurn(this.#workbook, this.#years), 0, FOUND);
    if (result.kind === "refused") {
      this.#takes({ state: result, work: null });
      return;
    }
    const before = yield* part(workedInTurn(result.found), FOUND, WORKED);
    const { found, changed, unknown } = withTotals(result.found, before.changedFormulas);
    this.#workbook = withResults(this.#workbook, found, changed);
    this.#takes(said(found, workedAgain(found, before, changed), unknown, this.#circumstances));
  }

  #takes({ state, work }: Checked): void {
    this.#state = state;
    this.#work = work;
  }
}

function* whole(
  workbook: WorkbookCells,
  years: ReadonlyMap<string, PlanningYear>,
  circumstances: Circumstances,
): InTurn<Checked> {
  const result = yield* part(findInTurn(workbook, years), 0, FOUND);
  if (result.kind === "refused") return { state: result, work: null };
  const work = yield* part(workedInTurn(result.found), FOUND, WORKED);
  return said(result.found, work, false, circumstances);
}

function said(found: Return, work: Worked, unknown: boolean, circumstances: Circumstances): Checked {
  return {
    state: { kind: "return", found, findings: findingsOf(found, circumstances, work), unknown },
    work,
  };
}
