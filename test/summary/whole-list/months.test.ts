import { periodsOf } from "../../../src/summary/whole-list/months";
import type { SummaryTimeline } from "../../../src/template";

const day = { id: "d", label: "D", group: null, width: 9, type: { kind: "date" } } as const;
const from = (serial: number, months: number): SummaryTimeline => ({
  day,
  before: null,
  from: serial,
  months,
});

describe("the columns of a timeline", () => {
  test("are the months from that of the first day on, each beginning on its first", () => {
    // 15 November 2007; Excel counts 39,387 for 1 November, 39,417 for 1 December, 39,448 for 1 January 2008, 39,479 for 1 February.
    expect(periodsOf(from(39_401, 3))).toEqual([
      { label: "Before", group: null, from: 1 },
      { label: "Nov 2007", group: "2007/08", from: 39_387 },
      { label: "Dec 2007", group: "2007/08", from: 39_417 },
      { label: "Jan 2008", group: "2007/08", from: 39_448 },
      { label: "Later", group: null, from: 39_479 },
    ]);
  });

  test("stand under their planning year, or under the year itself where it begins in January", () => {
    const groups = (serial: number) => [...new Set(periodsOf(from(serial, 24)).map(({ group }) => group))];
    expect(groups(39_173)).toEqual([null, "2007/08", "2008/09"]);
    expect(groups(36_161)).toEqual([null, "1999", "2000"]);
    expect(periodsOf(from(36_251, 12))[1]!.group).toBe("1999/00");
  });
});
