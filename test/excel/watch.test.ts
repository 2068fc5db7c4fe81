/// <reference types="office-js" />
import { ExcelWorkbook } from "../../src/excel";
import { simulatedExcel, type SimulatedExcel } from "../host";
import { differing } from "./differing";
import { watched, withoutResults, type Watched } from "./watched";

let excel: SimulatedExcel;
let watch: Watched;

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
  excel = await simulatedExcel({ sheets: ["Spend", "Lists"] });
  await excel.user.pastes("Spend!B2", [
    [1, 2, "=B2+C2"],
    [3, 4, "=B3+C3"],
  ]);
  watch = await watched(excel);
});

afterEach(async () => {
  await excel.settled();
  expect(excel.requests.writing).toBe(0);
  await watch.stop();
  jest.useRealTimers();
});

/** What the watcher has told, in short. */
const told = () =>
  watch.told.map((change) =>
    change.kind === "sheets"
      ? change.workbook.sheets.map(({ name }) => name)
      : [
          change.sheet,
          change.area,
          Object.fromEntries([...change.cells].map(([at, { value }]) => [at, value])),
        ],
  );
const one = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });

describe("an edit", () => {
  test("is told with what stands there now, after one reading of that cell", async () => {
    await excel.user.types("Spend!B2", 10);
    expect(excel.requests.count).toBe(0);
    await watch.passes();
    expect(told()).toEqual([["Spend", one(2, 2), { B2: 10 }]]);
    expect(excel.requests.count).toBe(1);
  });

  test("and the selection that follows it are one reading", async () => {
    await excel.user.selects("Spend!B2");
    await watch.passes();
    excel.requests.forget();
    await excel.user.types("Spend!B2", 10);
    await excel.user.selects("Spend!B3");
    await watch.passes();
    expect(told()).toEqual([["Spend", one(2, 2), { B2: 10 }]]);
    expect(excel.requests.count).toBe(1);
  });

  test("that changes nothing is not told", async () => {
    await excel.user.types("Spend!B2", 1);
    await watch.passes();
    expect(told()).toEqual([]);
  });

  test("of several cells, and fast typing, are told together", async () => {
    await excel.user.pastes("Spend!F5", [
      [1, 2],
      [null, "x"],
    ]);
    await excel.user.types("Spend!B2", 5);
    await excel.user.types("Spend!B2", 6);
    await excel.user.types("Lists!A1", "y");
    await watch.passes();
    expect(told()).toEqual([
      ["Spend", { top: 5, left: 6, bottom: 6, right: 7 }, { F5: 1, G5: 2, G6: "x" }],
      ["Spend", one(2, 2), { B2: 6 }],
      ["Lists", one(1, 1), { A1: "y" }],
    ]);
    expect(excel.requests.count).toBe(1);
  });

  test("that empties a whole column or row is told for what was there", async () => {
    await excel.user.clears("Spend!C:C");
    await watch.passes();
    expect(told()).toEqual([["Spend", { top: 2, left: 3, bottom: 3, right: 3 }, {}]]);
    expect(excel.requests.count).toBe(1);
    // Of a million rows, those that are used were asked for.
    expect(excel.requests.list[0]!.answered).toBeLessThan(2_000);
  });

  test("by somebody else, undone, or made by the add-in itself is told like any other, once", async () => {
    await excel.another.types("Spend!B2", 10);
    await watch.passes();
    await excel.user.types("Spend!B3", 30);
    await watch.passes();
    await excel.user.undoes();
    await watch.passes();
    expect(told()).toEqual([
      ["Spend", one(2, 2), { B2: 10 }],
      ["Spend", one(3, 2), { B3: 30 }],
      ["Spend", one(3, 2), { B3: 3 }],
    ]);
    expect(await watch.workbook.enter([{ sheet: "Lists", cell: "C4", value: "=x" }])).toEqual({
      kind: "entered",
    });
    await watch.passes();
    expect(told().slice(3)).toEqual([["Lists", one(4, 3), { C4: "=x" }]]);
    excel.requests.forget();
  });

  test("of a formula is told with its result", async () => {
    await excel.user.types("Spend!B4", "=SUM(B2:B3)");
    await watch.passes();
    expect(watch.told).toMatchObject([{ cells: new Map([["B4", { value: 4, formula: "SUM(B2:B3)" }]]) }]);
  });
});

describe("what no event was raised for", () => {
  test("is found when the selection leaves the cell", async () => {
    await excel.user.selects("Spend!B2");
    await watch.passes();
    await excel.user.picks("Spend!B2", "Yes", { unseen: true });
    await watch.passes();
    expect(told()).toEqual([]);
    excel.requests.forget();
    await excel.user.selects("Spend!B9");
    await watch.passes();
    expect(told()).toEqual([["Spend", one(2, 2), { B2: "Yes" }]]);
    expect(excel.requests.count).toBe(1);
  });

  test("is found with the first selection, before which none was known", async () => {
    await excel.user.picks("Spend!C3", "Yes", { unseen: true });
    await excel.user.selects("Spend!B9");
    await watch.passes();
    expect(told()).toEqual([
      ["Spend", { top: 3, left: 3, bottom: 3, right: 4 }, expect.objectContaining({ C3: "Yes" })],
    ]);
  });

  test("is found when another sheet comes to the front", async () => {
    await excel.user.picks("Spend!G7", "Yes", { unseen: true });
    await excel.user.activates("Lists");
    await watch.passes();
    expect(told()).toEqual([["Spend", one(7, 7), { G7: "Yes" }]]);
    expect(excel.requests.count).toBe(1);
  });

  test("is found by a refresh, which is silent where there is nothing", async () => {
    await watch.workbook.refresh();
    expect(told()).toEqual([]);
    await excel.user.picks("Spend!G7", "Yes", { unseen: true });
    await watch.workbook.refresh();
    expect(told()).toEqual([["Spend", "Lists"]]);
    expect(excel.requests.count).toBe(4);
  });
});

describe("rows, columns, cells and sheets", () => {
  const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["rows that are put in", () => excel.user.insertsRows("Spend", 2, 2)],
    ["rows that are taken out", () => excel.user.deletesRows("Spend", 2)],
    ["columns that are put in", () => excel.user.insertsColumns("Spend", 3)],
    ["cells that are moved", () => excel.user.shifts("Spend!B2", "down")],
    ["a sheet that is added", () => excel.user.addsSheet("New")],
    ["a sheet that is deleted", () => excel.user.deletesSheet("Spend")],
  ];
  test.each(changes)("%s: all is read again, once, in at most three requests", async (_, change) => {
    await change();
    await watch.passes();
    expect(watch.told.map(({ kind }) => kind)).toEqual(["sheets"]);
    expect(excel.requests.count).toBeLessThanOrEqual(3);
    expect(differing(watch.known(), excel.saved())).toEqual([]);
  });

  const quiet: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["a sheet that gets another name", () => excel.user.renamesSheet("Lists", "Names")],
    ["a sheet that is moved", () => excel.user.movesSheet("Lists", 0)],
    ["a sheet that is hidden", () => excel.user.shows("Lists", "Hidden")],
  ];
  test.each(quiet)(
    "%s, for which older Excels raise no event, is noticed with the next one",
    async (_, change) => {
      await change();
      await watch.passes();
      expect(told()).toEqual([]);
      await excel.user.types("Spend!B2", 12);
      await watch.passes();
      expect(watch.told.map(({ kind }) => kind)).toEqual(["sheets"]);
      expect(excel.requests.count).toBe(2);
      expect(differing(watch.known(), excel.saved())).toEqual([]);
    },
  );

  // The client that the tests have counts these events to what Excel on the web had first.
  test.each(quiet)("%s is told at once where there is an event for it", async (_, change) => {
    await watch.stop();
    excel = await simulatedExcel({
      sheets: ["Spend", "Lists"],
      sets: { ExcelApi: "1.17", ExcelApiOnline: "1.1" },
    });
    watch = await watched(excel);
    await change();
    await watch.passes();
    expect(watch.told.map(({ kind }) => kind)).toEqual(["sheets"]);
    expect(excel.requests.count).toBeLessThanOrEqual(3);
    expect(differing(watch.known(), excel.saved())).toEqual([]);
  });
});

describe("while it reads", () => {
  test("what happens before the answer is there is not lost", async () => {
    await excel.user.types("Spend!B2", 10);
    excel.meanwhile(() => void excel.user.types("Spend!B2", 11));
    await watch.passes();
    expect(told()).toEqual([["Spend", one(2, 2), { B2: 10 }]]);
    await watch.passes();
    expect(told().slice(1)).toEqual([["Spend", one(2, 2), { B2: 11 }]]);
    excel.meanwhile(() => void excel.user.insertsRows("Spend", 1));
    await excel.user.types("Spend!B2", 12);
    await watch.passes();
    await watch.passes();
    expect(differing(withoutResults(watch.known()), withoutResults(excel.saved()))).toEqual([]);
    expect(watch.known().sheets[0]!.cells.get("B3")).toEqual({ value: 12, formula: null });
  });

  test("and a cell was emptied, nothing is told twice", async () => {
    await excel.user.clears("Spend!B2");
    await watch.passes();
    await excel.user.clears("Spend!B2:B3");
    await watch.passes();
    expect(told()).toEqual([
      ["Spend", one(2, 2), {}],
      ["Spend", one(3, 2), {}],
    ]);
  });

  test("what happens is told afterwards", async () => {
    await excel.user.types("Spend!B2", 10);
    const passing = watch.passes();
    await excel.user.types("Spend!B2", 11);
    await excel.user.insertsRows("Spend", 1);
    await passing;
    await watch.passes();
    await watch.passes();
    expect(differing(withoutResults(watch.known()), withoutResults(excel.saved()))).toEqual([]);
    expect(watch.known().sheets[0]!.cells.get("B3")).toEqual({ value: 11, formula: null });
  });

  test("a reading that fails is made up for later", async () => {
    excel.refuses({ code: "HostIsBusy" });
    await excel.user.types("Spend!B2", 10);
    await watch.passes();
    expect(told()).toEqual([]);
    for (let time = 0; time < 4; time += 1) await watch.passes();
    expect(told()).toEqual([["Spend", one(2, 2), { B2: 10 }]]);
  });

  test("an area that is too large to travel is read with the whole workbook", async () => {
    excel.refuses({ code: "ResponsePayloadSizeLimitExceeded" });
    await excel.user.types("Spend!B2", 10);
    await watch.passes();
    expect(watch.told.map(({ kind }) => kind)).toEqual(["sheets"]);
  });
});

describe("listening", () => {
  test("ends with the last who listens, and leaves no handler behind", async () => {
    const other: unknown[] = [];
    const stop = await watch.workbook.watch((change) => other.push(change));
    await excel.user.types("Spend!B2", 10);
    await watch.passes();
    expect([watch.told.length, other.length]).toEqual([1, 1]);
    await watch.stop();
    await excel.user.types("Spend!B2", 11);
    await watch.passes();
    expect([watch.told.length, other.length]).toEqual([1, 2]);
    await stop();
    await stop();
    for (const event of ["DataChanged", "SelectionChanged", "Activated", "Added", "Deleted"] as const)
      expect(excel.listeners(event)).toBe(0);
    await excel.user.types("Spend!B2", 12);
    await watch.passes();
    expect([watch.told.length, other.length]).toEqual([1, 2]);
  });

  test("begins with what was read before, so that nothing is missed in between", async () => {
    const workbook = new ExcelWorkbook();
    await workbook.read();
    await excel.user.types("Spend!B2", 10);
    const kinds: string[] = [];
    const stop = await workbook.watch(({ kind }) => kinds.push(kind));
    expect(kinds).toEqual(["sheets"]);
    await stop();
  });

  test("that can't begin says so, and can be tried again", async () => {
    const workbook = new ExcelWorkbook();
    excel.refuses({ code: "GeneralException", after: 1 });
    await expect(workbook.watch(() => undefined)).rejects.toMatchObject({ code: "GeneralException" });
    expect(excel.listeners("DataChanged")).toBe(1);
    await (
      await workbook.watch(() => undefined)
    )();
    expect(excel.listeners("DataChanged")).toBe(1);
  });
});
