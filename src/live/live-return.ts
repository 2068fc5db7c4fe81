import type { WorkbookCells } from "../cells";
import {
  findReturn,
  findingsOf,
  withEntries,
  withTotals,
  worked,
  workedAgain,
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

/** A workbook that is being filled in, and what there is to say about it after every change. */
export class LiveReturn {
  readonly #years: ReadonlyMap<string, PlanningYear>;
  readonly #circumstances: Circumstances;
  #workbook: WorkbookCells;
  #work: Worked | null = null;
  #state: LiveState;

  constructor(
    workbook: WorkbookCells,
    years: ReadonlyMap<string, PlanningYear>,
    circumstances: Circumstances,
  ) {
    this.#years = years;
    this.#circumstances = circumstances;
    this.#workbook = workbook;
    this.#state = this.#whole();
  }

  get state(): LiveState {
    return this.#state;
  }

  /** The state after a change. Entries alone cost what reads them; anything else is read anew as a whole. */
  after(change: Change): LiveState {
    if (change.kind === "sheets") {
      this.#workbook = change.workbook;
      this.#state = this.#whole();
    } else this.#afterCells(change);
    return this.#state;
  }

  #afterCells(change: CellsChange): void {
    const different = differences(this.#workbook, change);
    if (different.size === 0) return;
    this.#workbook = withCells(this.#workbook, change);
    const state = this.#state;
    const entered =
      state.kind === "return" && this.#work ? enteredValues(state.found, change.sheet, different) : null;
    if (state.kind !== "return" || !this.#work || !entered) {
      this.#state = this.#wholeWithTotals();
      return;
    }
    const { found, changed, unknown } = withEntries(state.found, entered, this.#work.changedFormulas);
    this.#workbook = withResults(this.#workbook, found, changed);
    this.#work = workedAgain(found, this.#work, changed);
    this.#state = this.#said(found, this.#work, unknown);
  }

  /** Read anew from the cells that are known, whose totals may not yet show what has changed. */
  #wholeWithTotals(): LiveState {
    const result = findReturn(this.#workbook, this.#years);
    this.#work = null;
    if (result.kind === "refused") return result;
    const before = worked(result.found);
    const { found, changed, unknown } = withTotals(result.found, before.changedFormulas);
    this.#workbook = withResults(this.#workbook, found, changed);
    this.#work = workedAgain(found, before, changed);
    return this.#said(found, this.#work, unknown);
  }

  #whole(): LiveState {
    const result = findReturn(this.#workbook, this.#years);
    this.#work = null;
    if (result.kind === "refused") return result;
    this.#work = worked(result.found);
    return this.#said(result.found, this.#work, false);
  }

  #said(found: Return, work: Worked, unknown: boolean): LiveState {
    return { kind: "return", found, findings: findingsOf(found, this.#circumstances, work), unknown };
  }
}
