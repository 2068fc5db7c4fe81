import type { WorkbookCells } from "../../cells";
import type { InTurn } from "../../in-turn";
import { LiveReturn, type LiveState } from "../../live";
import type { Circumstances } from "../../return";
import type { PlanningYear } from "../../template";
import type { Change } from "../../workbook";
import { readingOf, type Reading } from "../reading";

import { otherSheets } from "./other-sheets";

/** What is found in the workbook now. */
export type Checked =
  | { readonly kind: "reading"; readonly reading: Reading }
  /** Its sheets were taken out. */
  | { readonly kind: "no_return" }
  | { readonly kind: "unreadable"; readonly why: string };

/** A part that is loaded when there is a return: the check of the return as it is filled in, in the shape that the pane shows. */
export class Checker {
  readonly #year: PlanningYear;
  readonly #live: LiveReturn;
  #sheetNames: readonly string[];
  #others: readonly string[] = [];

  private constructor(workbook: WorkbookCells, year: PlanningYear, live: LiveReturn) {
    this.#year = year;
    this.#live = live;
    this.#sheetNames = namesOf(workbook);
    this.#others = this.#othersIn(workbook);
  }

  /** Checks what is in the workbook, in steps. */
  static *inTurn(workbook: WorkbookCells, year: PlanningYear, circumstances: Circumstances): InTurn<Checker> {
    const live = yield* LiveReturn.inTurn(workbook, new Map([[year.id, year]]), circumstances);
    return new Checker(workbook, year, live);
  }

  get now(): Checked {
    return this.#shown(this.#live.state);
  }

  /**
   * Takes a change in, in steps; `now` shows it after the last of them. True where the workbook has to be read again to know all that has
   * changed with it.
   */
  *takes(change: Change): InTurn<boolean> {
    const state = yield* this.#live.afterInTurn(change);
    if (change.kind === "sheets") {
      this.#sheetNames = namesOf(change.workbook);
      this.#others = this.#othersIn(change.workbook);
    }
    return state.kind === "return" && state.unknown;
  }

  #shown(state: LiveState): Checked {
    if (state.kind === "refused")
      return state.code === "no_return" ? { kind: "no_return" } : { kind: "unreadable", why: state.message };
    return {
      kind: "reading",
      reading: readingOf(state.found, state.findings, this.#year, this.#sheetNames, this.#others),
    };
  }

  #othersIn(workbook: WorkbookCells): readonly string[] {
    const { state } = this.#live;
    if (state.kind === "refused") return [];
    return otherSheets(workbook, { year: this.#year.id, role: state.found.template.role });
  }
}

function namesOf({ sheets }: WorkbookCells): readonly string[] {
  return sheets.map(({ name }) => name);
}
