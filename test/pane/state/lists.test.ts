import type { FindingGroup } from "../../../src/pane/reading";
import {
  countsInWords,
  nextStop,
  shownGroups,
  stopsOf,
  suggestions,
  type CheckView,
} from "../../../src/pane/state";

const group = (
  id: string,
  level: FindingGroup["level"],
  cells: readonly string[],
  message = "",
): FindingGroup => ({
  id,
  level,
  title: `Title of ${id}`,
  sheet: "Spend",
  fix: "",
  source: "",
  places: cells.map((cell) => ({ cell, where: cell, label: "", message, mends: [] })),
  explanation: null,
});
const GROUPS = [
  group("one", "fix", ["B2", "B3"], "Staff is blank"),
  { ...group("two", "explain", ["C4"], "Short by 12"), sheet: "Tariff" },
];
const ALL: CheckView = { level: "all", sheet: null, search: "", at: null };

test("findings are narrowed by level, by sheet, and by every word that is searched for, in any case", () => {
  const shown = (view: Partial<CheckView>) => shownGroups(GROUPS, { ...ALL, ...view }).map(({ id }) => id);
  expect(shown({})).toEqual(["one", "two"]);
  expect(shown({ level: "explain" })).toEqual(["two"]);
  expect(shown({ sheet: "Tariff" })).toEqual(["two"]);
  expect(shown({ sheet: "Tariff", level: "fix" })).toEqual([]);
  expect(shown({ search: " STAFF  b3" })).toEqual(["one"]);
  expect(shown({ search: "staff c4" })).toEqual([]);
});

test("next and previous go through every place, and round", () => {
  const stops = stopsOf(GROUPS);
  const walked = [1, 1, 1, 1, -1].reduce<readonly (string | undefined)[]>((cells, by) => {
    const before = stops.find(({ cell }) => cell === cells.at(-1)) ?? null;
    return [...cells, nextStop(stops, before, by === 1 ? 1 : -1)?.cell];
  }, []);
  expect(walked).toEqual(["B2", "B3", "C4", "B2", "C4"]);
  expect(nextStop(stops, null, -1)?.cell).toBe("C4");
  expect(nextStop([], null, 1)).toBeNull();
});

test("a list that lost the place where one was begins anew", () => {
  expect(nextStop(stopsOf(GROUPS), { group: "gone", place: 0 }, 1)?.cell).toBe("B2");
});

test("organisations are found by the beginning of their code, then by beginnings of words of their name", () => {
  const organisations = [
    { code: "RA1", name: "Xavier Street Trust", type: "" },
    { code: "X01", name: "Example Hospital NHS Trust", type: "" },
    { code: "5X1", name: "Example-shire PCT", type: "" },
  ];
  const found = (typed: string) => suggestions(organisations, typed).map(({ code }) => code);
  expect(found("x")).toEqual(["X01", "RA1"]);
  expect(found("exam shi")).toEqual(["5X1"]);
  expect(found("trust hosp")).toEqual(["X01"]);
  expect(found("ample")).toEqual([]);
  expect(found("  ")).toEqual(["RA1", "X01", "5X1"]);
});

test("counts are said in words, and when there are none", () => {
  expect(countsInWords({ fix: 3, explain: 1, note: 9, explained: 2 })).toBe("3 to put right, 1 to explain.");
  expect(countsInWords({ fix: 0, explain: 1, note: 0, explained: 0 })).toBe("1 to explain.");
  expect(countsInWords({ fix: 0, explain: 0, note: 4, explained: 1 })).toBe(
    "Nothing left to put right or to explain.",
  );
});
