import type { RawValue, SheetCells } from "../../../src/cells";
import type { PaneState } from "../../../src/pane/state";
import { planningYear } from "../../support/shipped";
import { HONEST, entriesIn, placeOf, providerSheets } from "../provider-scenes";

import { openedSession, shows } from "./opened-session";

const ID = "2007-08";
/** Its returns are the smallest, so they are drawn soonest. */
const SMALL = "2005-06";

jest.mock("../../../src/pane/shipped-years", () => ({
  shippedYears: () =>
    [SMALL, ID].map((year) => {
      const { id, label, templates } = planningYear(year);
      const roles = [...templates.values()].map((template) => ({
        id: template.role,
        label: template.roleLabel,
        title: template.title,
        files: [],
      }));
      return { id, label, usual: id === SMALL, roles };
    }),
  // It is built already.
  shippedYear: ({ id }: { readonly id: string }) =>
    Promise.resolve({ next: () => ({ done: true, value: planningYear(id) }) }),
}));

const OWN = providerSheets(HONEST);

/** These sheets, stamped as of another year, role or version. */
function stamped(stamp: string, sheets: readonly SheetCells[] = OWN): readonly SheetCells[] {
  return sheets.map((sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].map(([address, cell]) =>
        typeof cell.value === "string" && /^imt\|/.test(cell.value)
          ? [address, { ...cell, value: stamp }]
          : [address, cell],
      ),
    ),
  }));
}

function work(state: PaneState) {
  if (state.kind !== "at_work") throw new Error(`The pane is at ${state.kind}.`);
  return state.work.reading;
}

describe("where the pane can't work", () => {
  test.each(["old_excel", "tablet", "no_excel"] as const)("it says so: %s", async (obstacle) => {
    const { store } = await openedSession([], { opening: { kind: "not_possible", obstacle } });
    expect(store.state).toEqual({ kind: "not_possible", obstacle });
  });
});

describe("a workbook that is not simply a return of the pane's own", () => {
  test("of something else, though its sheets are called alike, has no return yet", async () => {
    const cells = new Map([["A1", { value: "Cover", formula: null }]]);
    const { store } = await openedSession([{ name: "Cover", visibility: "visible", cells }]);
    expect(store.state.kind).toBe("start");
  });

  test("of a year that the pane has not is named, with the years that it has", async () => {
    const { store } = await openedSession(stamped("imt|1989-90|provider|1.0"));
    expect(store.state).toEqual({
      kind: "unreadable",
      why: "It is a return of the planning year 1989-90. This pane knows 2005/06, 2007/08.",
    });
  });

  test("of a role that its year has not is named", async () => {
    const { store } = await openedSession(stamped(`imt|${ID}|regulator|1.0`));
    expect(store.state).toMatchObject({
      kind: "unreadable",
      why: expect.stringContaining("2007/08") as string,
    });
  });

  test("of a version that nobody knows is read by what is asked now, and that is said", async () => {
    const { store } = await openedSession(stamped(`imt|${ID}|provider|99.9`));
    const { groups } = work(store.state);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.places[0]?.message).toContain("99.9");
  });

  test("with sheets of a second return is checked as the first, and the others are named until they are gone", async () => {
    const second = stamped(`imt|${ID}|commissioner|1.0`).slice(0, 2);
    const renamed = second.map((sheet) => ({ ...sheet, name: `${sheet.name} (2)` }));
    const { store, workbook } = await openedSession([...OWN, ...renamed]);
    const names = renamed.map(({ name }) => name);
    expect(work(store.state).others).toEqual(names);
    for (const name of names) workbook.remove(name);
    await shows(store, (state) => work(state).others.length === 0);
    expect(work(store.state).groups).toEqual([]);
  });

  test("with a copied sheet of its own has no others, and the copy is said", async () => {
    const [cover] = OWN;
    const { store } = await openedSession([...OWN, { ...cover!, name: "Cover (2)" }]);
    const { others, groups } = work(store.state);
    expect(others).toEqual([]);
    expect(groups.map(({ places }) => places[0]?.message).join()).toContain("Cover (2)");
  });
});

describe("a return that is marked final", () => {
  const SIGNED: ReadonlyMap<string, RawValue> = new Map<string, RawValue>([
    ["filing.status", "Final"],
    ["filing.fd_name", "F. Director"],
    ["filing.fd_date", 39_170],
    ["filing.ce_name", "C. Executive"],
    ["filing.ce_date", 39_171],
  ]);

  test("before it is signed off has the sign-off left, and is ready when that is there", async () => {
    const { store, workbook } = await openedSession(OWN);
    expect(work(store.state)).toMatchObject({ standing: { kind: "draft" }, counts: { fix: 0, explain: 0 } });
    const { sheet, cell } = placeOf("filing.status");
    workbook.type(sheet, cell, "Final");
    await shows(store, (state) => work(state).standing.kind === "final");
    const marked = work(store.state);
    expect(marked).toMatchObject({ standing: { kind: "final" }, counts: { fix: 1, explain: 0 } });
    expect(marked.groups[0]?.places[0]?.where).toBe("D25:D28");
    // What is due now stands where one goes to fill it in.
    expect(marked.sheets.find(({ name }) => name === sheet)?.go).toEqual(placeOf("filing.fd_name"));
    for (const entry of entriesIn(SIGNED)) workbook.type(entry.sheet, entry.cell, entry.value);
    await shows(store, (state) => work(state).groups.length === 0);
    expect(work(store.state)).toMatchObject({ standing: { kind: "final" }, counts: { fix: 0, explain: 0 } });
  });
});

describe("a return that takes its time to be checked", () => {
  const [staff, hardware] = entriesIn(
    new Map([
      ["spend.staff[plan_revenue]", "about two million"],
      ["spend.hardware[plan_revenue]", "rather less"],
    ]),
  );
  const messages = (state: PaneState) =>
    work(state).groups.flatMap(({ places }) => places.map(({ message }) => message));

  // A few steps are as long as the page may be held.
  beforeAll(() => {
    let now = 0;
    jest.spyOn(performance, "now").mockImplementation(() => (now += 10));
  });
  afterAll(() => jest.restoreAllMocks());

  test("says how far that is when it is opened, and has in it what was typed meanwhile", async () => {
    let isTyped = false;
    const { store, states } = await openedSession(OWN, {
      meanwhile: (state, workbook) => {
        if (isTyped || state.kind !== "opening" || state.opening.stage !== "checking") return;
        if (state.opening.done < 0.7) return;
        isTyped = true;
        workbook.type(staff!.sheet, staff!.cell, staff!.value);
      },
    });
    const told = states.flatMap((state) =>
      state.kind === "opening" && state.opening.stage === "checking" ? [state.opening] : [],
    );
    const done = told.map((one) => one.done);
    expect(told[0]).toEqual({
      stage: "checking",
      title: expect.stringContaining("2007/08") as string,
      done: 0,
    });
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(new Set(done).size).toBeGreaterThan(100);
    expect(messages(store.state)).toEqual([expect.stringContaining("about two million")]);
  });

  test("is shown as it was until it is checked anew, and then with what was typed meanwhile", async () => {
    const { store, workbook } = await openedSession(OWN);
    workbook.fill([staff!]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    workbook.type(hardware!.sheet, hardware!.cell, hardware!.value);
    expect(messages(store.state)).toEqual([]);
    await shows(store, (state) => messages(state).length > 0);
    expect(messages(store.state)).toEqual([
      expect.stringContaining("about two million"),
      expect.stringContaining("rather less"),
    ]);
  });
});

describe("sheets that are put in", () => {
  async function putIn(trouble = {}) {
    const opened = await openedSession(undefined, { trouble });
    const { store, session } = opened;
    store.dispatch({ kind: "chosen", chosen: { kind: "by_hand", code: "x01", name: "Example Trust" } });
    store.dispatch({ kind: "role", role: "provider" });
    await session.putIn();
    return opened;
  }

  test("are drawn, written and read, and how far that is only ever grows", async () => {
    const { store, states } = await putIn();
    expect(work(store.state).organisation).toBe("X01 Example Trust");
    const told = states.flatMap((state) => (state.kind === "putting_in" ? [state.progress] : []));
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual(["drawing", "writing", "reading"]);
    for (const stage of ["drawing", "writing"]) {
      const done = told.filter((one) => one.stage === stage).map((one) => one.done);
      expect(done).toEqual([...done].sort((a, b) => a - b));
      // More than the beginning and the end is seen.
      expect(new Set(done).size).toBeGreaterThan(2);
    }
  });

  test("stay in where they can't be read at once, and nobody says that they are gone", async () => {
    const opened = await openedSession();
    const { store, session, workbook } = opened;
    store.dispatch({ kind: "chosen", chosen: { kind: "by_hand", code: "x01", name: "Example Trust" } });
    store.dispatch({ kind: "role", role: "provider" });
    workbook.trouble = { unread: true };
    await session.putIn();
    expect(store.state).toMatchObject({
      kind: "failed",
      failure: { sentence: "The workbook could not be read." },
      start: null,
    });
    await session.begin();
    expect(work(store.state).organisation).toBe("X01 Example Trust");
  });
});

test("a total that was typed over gets its formula back by what a person asks for, and nothing is left to say", async () => {
  const { store, session, workbook } = await openedSession(OWN);
  const { sheet, cell } = placeOf("spend.gross[plan_revenue]");
  workbook.type(sheet, cell, 1);
  await shows(store, (state) => work(state).groups.length > 0);
  const [mend] = work(store.state).groups.flatMap(({ places }) => places.flatMap(({ mends }) => mends));
  await session.enter([mend!.entry], "Done.");
  await shows(store, (state) => work(state).groups.length === 0);
  expect(workbook.written).toEqual([[{ sheet, cell, formula: expect.stringMatching(/^SUM\(/) as string }]]);
});
