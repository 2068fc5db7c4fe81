/// <reference types="office-js" />

import { simulatedExcel, type SimulatedExcel } from "../host";
import { differing } from "./differing";
import { watched, withoutResults } from "./watched";
import * as fc from "../support/laws";

const RUNS = 40;

/** Something that is done to a workbook; sheets are named by their place, as far as there are so many. */
type Doing = (excel: SimulatedExcel, watch: Awaited<ReturnType<typeof watched>>) => Promise<unknown>;

const name = (excel: SimulatedExcel, at: number) => {
  const { sheets } = excel.workbook;
  return sheets[at % sheets.length]!.name;
};
const visible = (excel: SimulatedExcel, at: number) => {
  const sheets = excel.workbook.sheets.filter(({ visibility }) => visibility === "Visible");
  return sheets[at % sheets.length]!.name;
};

const sheet = fc.nat(3);
const line = fc.integer({ min: 1, max: 8 });
const place = fc
  .tuple(fc.constantFrom("A", "B", "C", "D", "E"), line)
  .map(([column, row]) => `${column}${row}`);
const entry = fc.constantFrom(
  "",
  "Staff",
  "2007/08",
  0,
  12,
  -3.5,
  true,
  "=A1+B2",
  "=SUM(A1:C3)",
  '=""',
  "'=x",
  "#N/A",
);
const author = fc.constantFrom("user" as const, "another" as const);

let made = 0;
const newName = () => {
  made += 1;
  return `New ${made}`;
};

const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(author, sheet, place, entry).map(
      ([who, at, cell, what]): Doing =>
        (excel) =>
          excel[who].types(`${name(excel, at)}!${cell}`, what),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        sheet,
        place,
        fc.array(fc.array(fc.option(entry), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
      )
      .map(
        ([at, cell, matrix]): Doing =>
          (excel) =>
            excel.user.pastes(`${name(excel, at)}!${cell}`, matrix),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(sheet, fc.constantFrom("A1:B4", "C:D", "3:5", "B2", "A1:E8")).map(
      ([at, area]): Doing =>
        (excel) =>
          excel.user.clears(`${name(excel, at)}!${area}`),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Doing>((excel) => excel.user.undoes()) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(sheet, line, fc.constantFrom("insertsRows", "deletesRows", "insertsColumns", "deletesColumns"))
      .map(
        ([at, first, how]): Doing =>
          (excel) =>
            excel.user[how](name(excel, at), first),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(sheet, place, fc.constantFrom("down", "up", "right", "left")).map(
      ([at, cell, direction]): Doing =>
        (excel) =>
          excel.user.shifts(`${name(excel, at)}!${cell}`, direction),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(sheet, fc.constantFrom("renamesSheet", "addsSheet", "deletesSheet", "movesSheet", "hides"))
      .map(([at, how]): Doing => (excel) => {
        switch (how) {
          case "renamesSheet":
            return excel.user.renamesSheet(name(excel, at), newName());
          case "addsSheet":
            return excel.user.addsSheet(newName());
          case "deletesSheet":
            return excel.user.deletesSheet(name(excel, at));
          case "movesSheet":
            return excel.user.movesSheet(name(excel, at), 0);
          case "hides":
            return excel.user.shows(name(excel, at), "Hidden");
        }
      }),
  },
  // An edit without an event: the cell was selected before, and the selection leaves it afterwards.
  {
    weight: 3,
    arbitrary: fc
      .tuple(sheet, place, place, fc.boolean())
      .map(([at, cell, next, leaves]): Doing => (excel) => {
        const own = visible(excel, at);
        const other = excel.workbook.sheets.find((one) => one.name !== own && one.visibility === "Visible");
        // All three happen at once, so that nothing comes between them.
        return Promise.all([
          excel.user.selects(`${own}!${cell}`),
          excel.user.picks(`${own}!${cell}`, "Yes", { unseen: true }),
          leaves && other
            ? excel.user.activates(other.name)
            : excel.user.selects(`${own}!${next === cell ? "F9" : next}`),
        ]);
      }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(sheet, place).map(
      ([at, cell]): Doing =>
        (excel, watch) =>
          watch.workbook.enter([{ sheet: name(excel, at), cell, value: "=entered" }]),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Doing>((_, watch) => watch.passes()) },
  { weight: 1, arbitrary: fc.constant<Doing>((_, watch) => watch.workbook.refresh()) },
);

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
});
afterEach(() => {
  jest.useRealTimers();
});

test("whatever is done to a workbook, what was told of it is what stands in it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(doing, fc.boolean(), fc.boolean()), { minLength: 5, maxLength: 20 }),
      async (sequence) => {
        const excel = await simulatedExcel({ sheets: ["Spend", "Lists", "Plan"] });
        const watch = await watched(excel);
        try {
          for (const [does, waits, interrupts] of sequence) {
            if (interrupts) {
              // Between what a request finds and its answer, with an event that comes first.
              excel.meanwhile(() => void does(excel, watch));
              continue;
            }
            const done = does(excel, watch);
            // Some of what happens falls into a reading that is under way.
            if (waits) await Promise.all([done, jest.advanceTimersByTimeAsync(150)]);
            else await done;
          }
          excel.meanwhile(() => undefined);
          await watch.passes();
          // Excels that raise no event for a name are asked with the next one.
          await excel.user.selects(`${visible(excel, 0)}!H9`);
          await watch.passes();
          await watch.passes();
          const now = excel.saved();
          expect(differing(withoutResults(watch.known()), withoutResults(now))).toEqual([]);
          await watch.workbook.refresh();
          expect(differing(watch.known(), now)).toEqual([]);
        } finally {
          await watch.stop();
        }
      },
    ),
    { numRuns: RUNS },
  );
});
