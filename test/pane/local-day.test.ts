import { localDay } from "../../src/pane/local-day";

/** A clock on a wall, which may show another day than Greenwich. */
const wall = (year: number, month: number, day: number) => ({
  getFullYear: () => year,
  getMonth: () => month - 1,
  getDate: () => day,
  toISOString: () => "2007-03-31T23:30:00.000Z",
});

test("the day is the one on the wall, not the one in Greenwich", () => {
  expect(localDay(wall(2007, 4, 1))).toBe("2007-04-01");
  expect(localDay(wall(2007, 12, 31))).toBe("2007-12-31");
});
