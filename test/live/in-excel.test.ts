/// <reference types="office-js" />

import { formatAddress } from "../../src/cells";
import { ExcelWorkbook } from "../../src/excel";
import { layoutTemplate, planTemplate } from "../../src/layout";
import { LiveReturn, type LiveState } from "../../src/live";
import type { Circumstances } from "../../src/return";
import { openLayout, simulatedExcel, type SimulatedExcel } from "../host";
import { NAMES } from "../template/small-list";
import { ALWAYS, NOTHING } from "../template/small-nothing";
import { TWO_ROLES, templateIn, yearOf } from "../template/small-year";
import * as fc from "../support/laws";

const ALONE: Circumstances = { register: null, fileName: null, day: null };
const WAIT = 150;
const year = yearOf(TWO_ROLES, NOTHING, ALWAYS, NAMES);
const years = new Map([[year.id, year]]);
const template = templateIn(year, "payer");
const drawn = layoutTemplate(template);
const { placeOf } = planTemplate(template);
const PLACES = [...template.fields.values()]
  .filter(({ source }) => source.kind === "entered")
  .map(({ key }) => placeOf.get(key)!)
  .map(({ sheet, address }) => `'${sheet}'!${formatAddress(address)}`);

/** A return in the simulated Excel, the watcher and the live check upon it, as the pane has them. */
async function opened() {
  const excel = await simulatedExcel({});
  openLayout(excel.workbook, drawn);
  const workbook = new ExcelWorkbook(WAIT);
  const cells = await workbook.read();
  const live = new LiveReturn(cells, years, ALONE);
  const stop = await workbook.watch((change) => void live.after(change));
  const passes = async () => {
    await excel.settled();
    await jest.advanceTimersByTimeAsync(WAIT);
    await excel.settled();
  };
  await passes();
  return { excel, workbook, live, stop, passes };
}

/** What is compared: everything there is to say, and every value that counts. */
function told(state: LiveState) {
  if (state.kind === "refused") return state;
  const counts = [...state.found.fields].map(([key, { value, counts: as }]) => [key, value, as]);
  return { findings: state.findings, counts };
}

type Doing = (excel: SimulatedExcel) => Promise<unknown>;
const VALUES = [
  0,
  12,
  700,
  -40,
  0.5,
  "1,250k",
  "(300)",
  "x",
  "Final",
  "Nothing to report",
  "5AA",
  "=1200+50",
  "",
];
const value = fc.constantFrom(...VALUES);
const place = fc.constantFrom(...PLACES);
const sheetAt = (excel: SimulatedExcel, at: number) => {
  const { sheets } = excel.workbook;
  return sheets[at % sheets.length]!.name;
};
/** A sheet may have got another name: then there is no such cell to type into. */
const there = (excel: SimulatedExcel, at: string) =>
  excel.workbook.sheets.some(({ name }) => at.startsWith(`'${name}'!`));

const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(fc.constantFrom("user" as const, "another" as const), place, value).map(
      ([who, at, what]): Doing =>
        async (excel) =>
          there(excel, at) ? excel[who].types(at, what) : null,
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(place, fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }))
      .map(
        ([at, matrix]): Doing =>
          async (excel) =>
            there(excel, at) ? excel.user.pastes(at, matrix) : null,
      ),
  },
  {
    weight: 1,
    arbitrary: place.map(
      (at): Doing =>
        async (excel) =>
          there(excel, at) ? excel.user.clears(at) : null,
    ),
  },
  { weight: 2, arbitrary: fc.constant<Doing>((excel) => excel.user.undoes()) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.nat(9),
        fc.integer({ min: 8, max: 18 }),
        fc.constantFrom("insertsRows" as const, "deletesRows" as const),
      )
      .map(([at, row, how]): Doing => async (excel) => {
        const name = sheetAt(excel, at);
        await excel.user.unprotects(name);
        return excel.user[how](name, row);
      }),
  },
  {
    weight: 1,
    arbitrary: fc.nat(9).map(
      (at): Doing =>
        (excel) =>
          excel.user.renamesSheet(sheetAt(excel, at), "Other name"),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(9).map((at): Doing => async (excel) => {
      const { sheets } = excel.workbook;
      if (at % 2 === 0 || sheets.length < 3) return excel.another.addsSheet(`Added ${sheets.length}`);
      return excel.another.deletesSheet(sheetAt(excel, at));
    }),
  },
);

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
});
afterEach(() => {
  jest.useRealTimers();
});

test("whatever is done in Excel, the pane's findings are those of the workbook read anew", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(doing, fc.boolean()), { minLength: 3, maxLength: 10 }),
      async (sequence) => {
        const { excel, workbook, live, stop, passes } = await opened();
        try {
          for (const [does, waits] of sequence) {
            await does(excel);
            if (waits) await passes();
          }
          await passes();
          // Excels that raise no event for a name are asked with the next one.
          await excel.user.selects(`'${sheetAt(excel, 0)}'!H9`);
          await passes();
          await passes();
          // What only Excel knows is read again, as the pane does.
          if (live.state.kind === "return" && live.state.unknown) await workbook.refresh();
          const now = new LiveReturn(await new ExcelWorkbook(WAIT).read(), years, ALONE);
          expect(told(live.state)).toEqual(told(now.state));
        } finally {
          await stop();
        }
      },
    ),
    { numRuns: 12 },
  );
});

test("an entry is one request, and its totals are right without another", async () => {
  const { excel, live, stop, passes } = await opened();
  excel.requests.forget();
  const { sheet, address } = placeOf.get("spend.staff[revenue]")!;
  await excel.user.types(`'${sheet}'!${formatAddress(address)}`, 700);
  await passes();
  expect(excel.requests.count).toBe(1);
  const { state } = live;
  expect(state.kind === "return" && state.found.fields.get("spend.gross[revenue]")!.value).toBe(700);
  expect(state.kind === "return" && state.findings.some(({ message }) => /wrong_total/.test(message))).toBe(
    false,
  );
  await stop();
});

test("a total over a sheet that was deleted stays as Excel shows it, whatever is entered then", async () => {
  const { excel, live, stop, passes } = await opened();
  await excel.another.deletesSheet("Spend");
  await excel.user.types("'Cover'!D9", 0);
  await passes();
  await excel.user.undoes();
  await excel.user.types("'Cover'!D9", "Final");
  await passes();
  await excel.user.selects("'Cover'!H9");
  await passes();
  await passes();
  const { state } = live;
  expect(state.kind === "return" && state.found.fields.get("together.beside[amount]")!.value).toEqual({
    error: "#REF!",
  });
  await stop();
});
