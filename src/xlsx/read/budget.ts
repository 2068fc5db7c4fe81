import { Refusal } from "./refusal";

/** The most that one workbook may cost to read. */
export interface ReadBudget {
  /** Bytes of the file as it came. */
  readonly fileBytes: number;
  /** Entries in the zip. */
  readonly entries: number;
  /** Bytes once unpacked: all entries as declared, and again as they really unpack. */
  readonly inflatedBytes: number;
  /** Cells that hold something, over all sheets; the shared list of texts may be no longer. */
  readonly cells: number;
}

/**
 * A filled return is 50 KB with 3,000 cells. The largest workbooks of public bodies that we tried have 1.7 MB,
 * 16 MB unpacked and 80,000 filled cells, so this leaves room at least four times over; and the worst that
 * passes it takes seconds and some hundreds of megabytes, not minutes and gigabytes. Mail seldom lets more
 * than 25 MB through.
 */
export const USUAL_BUDGET: ReadBudget = {
  fileBytes: 25 * 1024 * 1024,
  entries: 2_000,
  inflatedBytes: 64 * 1024 * 1024,
  cells: 1_000_000,
};

/** Counts what one reading has cost so far, and refuses when the budget is spent. */
export interface Meter {
  readonly budget: ReadBudget;
  takeBytes(count: number): void;
  takeCell(): void;
}

export function startMeter(budget: ReadBudget): Meter {
  let bytes = 0;
  let cells = 0;
  return {
    budget,
    takeBytes(count) {
      bytes += count;
      if (bytes > budget.inflatedBytes) {
        throw new Refusal("too_large", `it unpacks to more than ${megabytes(budget.inflatedBytes)}`);
      }
    },
    takeCell() {
      cells += 1;
      if (cells > budget.cells) {
        throw new Refusal("too_large", `it has more than ${count(budget.cells)} filled cells`);
      }
    },
  };
}

/** Refuses what is over the budget before anything is unpacked; the declared sizes may still be lies. */
export function checkDeclared(entries: number, bytes: number, budget: ReadBudget): void {
  if (entries > budget.entries) {
    throw new Refusal("too_large", `it has more than ${count(budget.entries)} parts`);
  }
  if (bytes > budget.inflatedBytes) {
    throw new Refusal("too_large", `it unpacks to more than ${megabytes(budget.inflatedBytes)}`);
  }
}

export function checkFileSize(bytes: number, budget: ReadBudget): void {
  if (bytes > budget.fileBytes) {
    throw new Refusal("too_large", `it takes up more than ${megabytes(budget.fileBytes)}`);
  }
}

function megabytes(bytes: number): string {
  return `${count(Math.round(bytes / 1024 / 102.4) / 10)} MB`;
}

function count(number: number): string {
  return number.toLocaleString("en-GB");
}
