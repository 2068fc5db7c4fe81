/// <reference types="office-js" />
import type { Cell, WorkbookCells } from "../../src/cells";
import { parseAddress } from "../../src/cells";
import { ExcelWorkbook } from "../../src/excel";
import type { Change } from "../../src/workbook";
import type { SimulatedExcel } from "../host";

const WAIT = 150;

/** A workbook that is watched, with what its watcher has told. Clocks have to be those of the test. */
export interface Watched {
  readonly workbook: ExcelWorkbook;
  readonly told: Change[];
  /** What whoever listens knows by now. */
  known(): WorkbookCells;
  /** Lets the time pass after which what happened is read and told. */
  passes(): Promise<void>;
  stop(): Promise<void>;
}

export async function watched(excel: SimulatedExcel): Promise<Watched> {
  const workbook = new ExcelWorkbook(WAIT);
  const told: Change[] = [];
  let known: WorkbookCells = { sheets: [], date1904: false, modified: null };
  const stop = await workbook.watch((change) => {
    told.push(change);
    known = after(known, change);
  });
  known = await workbook.read();
  await excel.settled();
  excel.requests.forget();
  const passes = async () => {
    await excel.settled();
    await jest.advanceTimersByTimeAsync(WAIT);
    await excel.settled();
  };
  return { workbook, told, known: () => known, passes, stop };
}

/** What is known after a change, put together without any help of the program. */
function after(workbook: WorkbookCells, change: Change): WorkbookCells {
  if (change.kind === "sheets") return change.workbook;
  const { top, left, bottom, right } = change.area;
  const isIn = (address: string) => {
    const { row, column } = parseAddress(address)!;
    return row >= top && row <= bottom && column >= left && column <= right;
  };
  if (![...change.cells.keys()].every(isIn)) throw new Error("a change tells cells outside of its area");
  if (!workbook.sheets.some(({ name }) => name === change.sheet))
    throw new Error(`no sheet ${change.sheet} is known`);
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      if (sheet.name !== change.sheet) return sheet;
      const others = [...sheet.cells].filter(([address]) => !isIn(address));
      return { ...sheet, cells: new Map<string, Cell>([...others, ...change.cells]) };
    }),
  };
}

/** The workbook without results of formulas, which follow from what is entered and are not told one by one. */
export function withoutResults(workbook: WorkbookCells): WorkbookCells {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map(
        [...sheet.cells].map(([address, cell]) => [
          address,
          cell.formula === null ? cell : { ...cell, value: null },
        ]),
      ),
    })),
  };
}
