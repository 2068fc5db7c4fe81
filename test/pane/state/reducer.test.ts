import type { Reading } from "../../../src/pane/reading";
import type { YearHead } from "../../../src/pane/shipped-years";
import {
  meantRole,
  offeredRoles,
  OPENING,
  orderOf,
  reduce,
  type Action,
  type PaneState,
} from "../../../src/pane/state";

const YEARS: readonly YearHead[] = [
  {
    id: "2001-02",
    label: "2001/02",
    usual: true,
    roles: [
      { id: "a", label: "first", title: "First return", files: ["Trust", "Both"] },
      { id: "b", label: "second", title: "Second return", files: ["Both"] },
    ],
  },
  {
    id: "2002-03",
    label: "2002/03",
    usual: false,
    roles: [{ id: "a", label: "first", title: "Next", files: ["Trust"] }],
  },
];

const TRUST = { code: "X01", name: "Example Trust", type: "Trust" };
const BOTH = { code: "X02", name: "Example Body", type: "Both" };
const READING: Reading = {
  title: "First return 2001/02",
  role: "first",
  organisation: "X01 Example Trust",
  standing: { kind: "draft", final: "Final", place: null, label: "Status" },
  sheets: [],
  counts: { fix: 0, explain: 0, note: 0, explained: 0 },
  groups: [],
  deadlines: [],
  comparisons: [],
  others: [],
};

const after = (...actions: readonly Action[]): PaneState => actions.reduce(reduce, OPENING);
const started = (...actions: readonly Action[]) => {
  const state = after({ kind: "no_return", years: YEARS }, ...actions);
  if (state.kind !== "start") throw new Error(state.kind);
  return state.start;
};
const choose = (organisation: typeof TRUST): Action => ({
  kind: "chosen",
  chosen: { kind: "registered", organisation },
});

describe("before there is a return", () => {
  test("the usual year is chosen, and nobody yet", () => {
    expect(started()).toMatchObject({
      year: "2001-02",
      chosen: { kind: "nobody" },
      register: { kind: "loading" },
    });
  });

  test("a body is asked for by hand where there is no register, or none that can be read", () => {
    expect(started({ kind: "register", register: { kind: "none" } }).chosen.kind).toBe("by_hand");
    expect(started({ kind: "register", register: { kind: "refused", why: "Line 2 …" } }).chosen.kind).toBe(
      "by_hand",
    );
    expect(
      started({ kind: "register", register: { kind: "there", organisations: [TRUST] } }).chosen.kind,
    ).toBe("nobody");
  });

  test("only what the organisation's type files is offered; a choice is needed where that is more than one", () => {
    expect(offeredRoles(started(choose(TRUST))).map(({ id }) => id)).toEqual(["a"]);
    expect(meantRole(started(choose(TRUST)))?.id).toBe("a");
    expect(offeredRoles(started(choose(BOTH))).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(meantRole(started(choose(BOTH)))).toBeNull();
    expect(meantRole(started(choose(BOTH), { kind: "role", role: "b" }))?.id).toBe("b");
  });

  test("a role that was picked counts no longer where the next organisation does not file it", () => {
    const start = started(choose(BOTH), { kind: "role", role: "b" }, choose(TRUST));
    expect(meantRole(start)?.id).toBe("a");
  });

  test("an order has year, role and organisation", () => {
    expect(orderOf(started(choose(TRUST)))).toMatchObject({
      kind: "order",
      order: { year: { id: "2001-02" }, role: { id: "a" }, chosen: { organisation: TRUST } },
    });
  });

  const missing = (...actions: readonly Action[]) => {
    const complete = orderOf(started(...actions));
    if (complete.kind === "order" || complete.refusal.kind !== "incomplete")
      throw new Error("nothing is missing");
    return [...complete.refusal.faults.keys()];
  };

  test("what is missing is named, field by field", () => {
    expect(missing()).toEqual(["organisation", "role"]);
    expect(missing(choose(BOTH))).toEqual(["role"]);
    const byHand = (code: string, name: string): Action => ({
      kind: "chosen",
      chosen: { kind: "by_hand", code, name },
    });
    expect(missing(byHand(" ", ""))).toEqual(["code", "name", "role"]);
    expect(missing(byHand("5 X", "Somebody"), { kind: "role", role: "a" })).toEqual(["code"]);
  });

  test("an organisation that files nothing in the year is told so", () => {
    const complete = orderOf(started({ kind: "year", year: "2002-03" }, choose(BOTH)));
    if (complete.kind !== "refused" || complete.refusal.kind !== "incomplete")
      throw new Error("it was taken");
    expect(complete.refusal.faults.get("role")).toContain("files no return for 2002/03");
  });

  test("a refusal goes when something else is chosen", () => {
    const refused: Action = { kind: "refused", refusal: { kind: "taken", names: ["Cover"] } };
    expect(started(choose(TRUST), refused).refusal).not.toBeNull();
    expect(started(choose(TRUST), refused, choose(BOTH)).refusal).toBeNull();
  });

  test("what was chosen outlives sheets that could not be put in", () => {
    const failure = {
      sentence: "It broke off.",
      advice: "Try again.",
      error: { name: "Error", code: null, steps: [] },
    };
    const failed = after(
      { kind: "no_return", years: YEARS },
      choose(TRUST),
      { kind: "putting_in", stage: "drawing", done: 3, all: 16 },
      { kind: "failed", failure },
    );
    expect(failed.kind).toBe("failed");
    expect(reduce(failed, { kind: "back" })).toMatchObject({
      kind: "start",
      start: { chosen: { organisation: TRUST } },
    });
  });
});

describe("while there is a return", () => {
  const at = (state: PaneState) => {
    if (state.kind !== "at_work") throw new Error(state.kind);
    return state.work;
  };
  const GROUP = {
    id: "one",
    level: "fix",
    title: "",
    sheet: "S",
    fix: "",
    source: "",
    places: [],
    explanation: null,
  } as const;
  const read = (reading: Reading): Action => ({ kind: "read", reading, tab: "check" });

  test("the tab that was asked for is shown first, and stays when it is read again", () => {
    expect(at(after(read(READING))).tab).toBe("check");
    expect(at(after(read(READING), { kind: "tab", tab: "fill" }, read(READING))).tab).toBe("fill");
  });

  test("where one was in the list is kept while the finding is there", () => {
    const withGroup = { ...READING, groups: [GROUP] };
    const gone = { kind: "view", view: { at: { group: "one", place: 0 } } } as const;
    expect(at(after(read(withGroup), gone, read(withGroup))).view.at).toEqual({ group: "one", place: 0 });
    expect(at(after(read(withGroup), gone, read(READING))).view.at).toBeNull();
  });

  test("what was said is said until the next tab", () => {
    const said = { kind: "said", said: { tone: "done", sentence: "Done." } } as const;
    expect(at(after(read(READING), said)).said?.sentence).toBe("Done.");
    expect(at(after(read(READING), said, { kind: "tab", tab: "fill" })).said).toBeNull();
  });

  test("what belongs to the start changes nothing here", () => {
    const state = after(read(READING));
    expect(reduce(state, { kind: "year", year: "2002-03" })).toBe(state);
    expect(reduce(state, { kind: "register", register: { kind: "none" } })).toBe(state);
  });
});
