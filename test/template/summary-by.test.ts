import { SUMMARY, yearWith } from "../summary/by/repairs";

/** What is wrong with the small summary after this change. */
function problemsOf(from: string | RegExp, to: string): readonly string[] {
  const text = SUMMARY.replace(from, to);
  if (text === SUMMARY) throw new Error(`nothing was changed: ${String(from)}`);
  const result = yearWith(text);
  return result.kind === "year" ? [] : result.problems.map(({ message }) => message);
}

describe("a table over all returns", () => {
  test("is refused where its choices, list or lines are not there", () => {
    expect(problemsOf('by: "beds[state]"', 'by: "beds[cost]"')[0]).toBe(
      "There is no beds[cost] with a choice of answers in this return.",
    );
    expect(problemsOf("list: repairs", "list: nothing")[0]).toBe("There is no list nothing in this return.");
    expect(problemsOf("lines: money", "lines: beds")[0]).toBe("There is no table beds in this return.");
    expect(problemsOf("        rest: No state\n", "")[0]).toBe(
      "The table has to say what rows are called that are of no choice: rest.",
    );
    expect(problemsOf("list: repairs", "list: repairs\n        roles: [office]")[0]).toBe(
      "There is no list repairs in a return of the role office.",
    );
  });

  test("is refused where the rows of its list name no rows of the other", () => {
    expect(
      problemsOf('by: "beds[state]"\n        list: repairs', 'by: "repairs[kind]"\n        list: beds')[0],
    ).toBe("No column of beds names rows of repairs.");
  });

  test("is refused where a column is worked out from what is not there", () => {
    expect(problemsOf('each: "=[@cost]"', 'each: "=[@nothing]"')[0]).toBe(
      "The list beds has no column nothing.",
    );
    expect(problemsOf("beds.number>=10", "money.number>=10")[0]).toMatch(/^A row of the list is worked out/);
    expect(problemsOf("organisations: large", "organisations: nothing")[0]).toBe(
      "There is no column nothing here.",
    );
    expect(problemsOf("[@cost]/by_state.cost", "[@cost]/by_state.share")).toEqual([]);
    expect(problemsOf("[@cost]/by_state.cost", "[@cost]/by_state.wards")[0]).toBe(
      "by_state.wards has no total.",
    );
    expect(problemsOf('same: "levels[level]"', 'same: "levels[nothing]"')[0]).toBe(
      "The table levels of the summary has no column nothing.",
    );
    expect(problemsOf("totals: next_year", "totals: levels")[0]).toBe(
      "There is no table levels with a column for one of the rows.",
    );
    expect(problemsOf('each: "=1"', 'each: "=1", is: "=1"')[0]).toBe(
      "A column has one of each, organisations, same, totals and is.",
    );
  });

  test("is refused where a column is added up apart that has no formula, or does not add up", () => {
    const refusal = "Only a column with a formula whose rows may be added up is worked out apart: is, adds.";
    expect(problemsOf('adds: true, is: "=MIN', 'is: "=MIN')[0]).toBe(refusal);
    expect(problemsOf('each: "=1"', 'each: "=1", apart: { label: All, says: Apart. }')[0]).toBe(refusal);
  });

  test("bears a name of its own", () => {
    expect(problemsOf("table: by_line", "table: wards")[0]).toBe("The name wards is used twice.");
  });
});

describe("what stands in place of totals", () => {
  test("is refused where it weights by no amount, or wants of a column what is no rate", () => {
    expect(problemsOf("weight: beds", "weight: apr")[0]).toBe(
      "There is no column apr of amounts or counts here.",
    );
    expect(problemsOf("by: { may: 0.5 }", "by: { beds: 0.5 }")[0]).toBe(
      "There is no column beds of rates here.",
    );
    expect(problemsOf("from: apr, to: mar", "from: mar, to: apr")[0]).toBe(
      "There are no columns of rates from mar to apr here.",
    );
  });
});

test("a test of which returns are shown is refused where it reads what is not there", () => {
  expect(problemsOf("money.all[next]>200", "money.nothing[next]>200")).toHaveLength(1);
});

test("a table goes across the lines of a column or the columns of a line, not both", () => {
  expect(problemsOf("across: { table: money, column: next }", "across: { table: money }")[0]).toBe(
    "A table goes across the lines of one column, or across the columns of one line.",
  );
  expect(problemsOf("line: planned, group", "line: nothing, group")[0]).toBe(
    "There is no taken.nothing in this return.",
  );
});

test("figures that the returns are held against need what the returns have of each column", () => {
  expect(problemsOf('by: { now: "=by_room.price" }', "by: {}")[0]).toBe(
    "The figure of the returns for now is missing.",
  );
  expect(problemsOf('now: "=by_room.price"', 'now: "=by_room.price", later: "=by_room.price"')[0]).toBe(
    "There is no column later here.",
  );
});
