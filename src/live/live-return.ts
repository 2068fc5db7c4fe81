import { parseAddress, type Rectangle, type WorkbookCells } from "../cells";
import {
  findReturn,
  findingsOf,
  type Circumstances,
  type Finding,
  type FindResult,
  type Return,
} from "../return";
import type { PlanningYear } from "../template";
import type { Change } from "../workbook";

/** What there is to say about a workbook now. */
export type LiveState =
  | { readonly kind: "return"; readonly found: Return; readonly findings: readonly Finding[] }
  | Extract<FindResult, { readonly kind: "refused" }>;

/** A workbook that is being filled in, and what there is to say about it after every change. */
export class LiveReturn {
  readonly #years: ReadonlyMap<string, PlanningYear>;
  readonly #circumstances: Circumstances;
  #workbook: WorkbookCells;
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

  /** The state after a change. */
  after(change: Change): LiveState {
    this.#workbook = change.kind === "sheets" ? change.workbook : withCells(this.#workbook, change);
    this.#state = this.#whole();
    return this.#state;
  }

  #whole(): LiveState {
    const result = findReturn(this.#workbook, this.#years);
    if (result.kind === "refused") return result;
    const { found } = result;
    return { kind: "return", found, findings: findingsOf(found, this.#circumstances) };
  }
}

function withCells(
  workbook: WorkbookCells,
  change: Extract<Change, { readonly kind: "cells" }>,
): WorkbookCells {
  const { sheet: name } = change;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      if (sheet.name !== name) return sheet;
      const cells = new Map([...sheet.cells].filter(([address]) => !isWithin(address, change.area)));
      for (const [address, cell] of change.cells) cells.set(address, cell);
      return { ...sheet, cells };
    }),
  };
}

function isWithin(address: string, area: Rectangle): boolean {
  const at = parseAddress(address);
  return (
    at !== undefined &&
    at.row >= area.top &&
    at.row <= area.bottom &&
    at.column >= area.left &&
    at.column <= area.right
  );
}
