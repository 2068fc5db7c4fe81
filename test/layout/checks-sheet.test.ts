import { formatAddress } from "../../src/cells";
import { CHECKS_COLUMNS, type Layout, type LayoutSheet } from "../../src/layout";
import { ENTRY_FAULTS } from "../../src/template";
import { layoutCells, wordsOf } from "../support/layout-cells";
import { checksIn } from "../support/checks-sheet";
import {
  ENTRIES,
  addressOf,
  blank,
  cellOf,
  checksSheet,
  filled,
  filledWith,
  plan,
  template,
} from "./provider-layout";

const checks = plan.checks!;

function inRow(row: number, column: keyof typeof CHECKS_COLUMNS, sheet: LayoutSheet = checksSheet) {
  return sheet.cells.get(formatAddress({ row, column: CHECKS_COLUMNS[column] }));
}

function checkBeside(layout: Layout, key: string) {
  const { sheet, cell } = addressOf(key);
  const sheetPlan = plan.sheets.find((one) => one.sheet.name === sheet)!;
  const at = formatAddress({ row: Number(cell.replace(/\D/g, "")), column: sheetPlan.checkColumn });
  return layout.sheets.find(({ name }) => name === sheet)!.cells.get(at)!.value;
}

const change = (entries: Readonly<Record<string, number | string>>) =>
  filledWith(new Map([...ENTRIES, ...Object.entries(entries)]));

/** No entry of this return names one of another list, and none says that there is nothing to report. */
const FAULTS = ENTRY_FAULTS.filter((fault) => !["not_among", "nothing_but_entries"].includes(fault));

describe("the Checks sheet", () => {
  test("has every rule of the return once, and every fault that an entry can have once", () => {
    const codes = checks.rows.flatMap(({ kind, row }) =>
      kind === "heading" ? [] : [inRow(row, "code")!.value],
    );
    const faults = FAULTS.map((fault) => template.standing.get(fault)!.code);
    expect([...codes].sort()).toEqual([...template.rules.map(({ code }) => code), ...faults].sort());
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("says of each what is expected, how to put it right and by what source, in the template's words", () => {
    for (const one of checks.rows) {
      if (one.kind === "heading") continue;
      const { title, fix, source } = one.kind === "rule" ? one.rule : template.standing.get(one.fault)!;
      const words = (["title", "fix", "source"] as const).map((column) => inRow(one.row, column)!.value);
      expect(words).toEqual([title, fix, source]);
      expect(source.length).toBeGreaterThan(0);
    }
  });

  test("rules stand under the name of their sheet", () => {
    let heading = "";
    for (const one of checks.rows) {
      if (one.kind === "heading") heading = one.text;
      else expect(one.kind === "rule" ? one.rule.sheet : "Every sheet").toBe(heading);
    }
  });

  test("a rule that stands once links to the cell that it is about", () => {
    const single = template.rules.filter(({ block }) => block === null);
    expect(single.length).toBeGreaterThan(5);
    for (const rule of single) {
      const { sheet, cell } = addressOf(rule.cases[0]!.at[0]!);
      const link = inRow(checks.rowOfRule.get(rule.code)!, "link")!;
      const target = (["sheet", "cell"] as const).map(
        (column) => inRow(checks.rowOfRule.get(rule.code)!, column)!.value,
      );
      expect(target).toEqual([sheet, cell]);
      expect(link.value).toBe(`${sheet} ${cell}`);
    }
  });

  test("every check has a link to where its hidden cells say", () => {
    for (const { kind, row } of checks.rows) {
      if (kind === "heading") continue;
      const link = inRow(row, "link")!.formula!;
      expect(link).toContain(`HYPERLINK("#'"&SUBSTITUTE(K${row},"'","''")&"'!"&L${row},`);
    }
  });

  test("a rule for each line counts the lines where it fails, names the first of them and links to it", () => {
    const layout = change({
      "spend.hardware[plan_revenue]": 147_000,
      "spend.training[plan_revenue]": 60_000,
    });
    const sheet = layout.sheets.find(({ name }) => name === checksSheet.name)!;
    const row = checks.rowOfRule.get("UN03")!;
    expect(inRow(row, "found", sheet)!.value).toBe(
      "Lines concerned: 2, the first is 120 Hardware and infrastructure",
    );
    const { sheet: name, cell } = addressOf("spend.hardware[plan_revenue]");
    expect(inRow(row, "link", sheet)!.value).toBe(`${name} ${cell}`);
    expect(checksIn(layoutCells(layout), template).get("UN03")).toMatchObject({
      state: "fails",
      words: "▲ Explain",
    });
  });

  test("waits in a blank workbook, where nothing but the sheets' links is asked of anyone yet", () => {
    const states = checksIn(layoutCells(blank), template);
    for (const code of ["AR03", "UN01", "TF01", "YR02"])
      expect([code, states.get(code)!.state]).toEqual([code, "waits"]);
    expect(states.get("UN01")!.words).toBe("… Waits for entries");
    expect(states.get("AR12")!.state).toBe("waits");
    expect(states.get("CV01")).toMatchObject({ state: "fails", words: "✖ Put right" });
  });

  test("is in order where everything is right", () => {
    const states = checksIn(layoutCells(filled), template);
    expect([...states.values()].filter(({ state }) => state === "fails" || state === "waits")).toEqual([]);
    expect(states.get("AR03")).toEqual({ state: "holds", words: "✔ In order", found: "" });
  });

  test("counts its states in words", () => {
    const all = template.rules.length + FAULTS.length;
    expect(countsOf(filled)).toEqual({
      fix: 0,
      explain: 0,
      explained: 0,
      note: 0,
      waits: 0,
      holds: all - doesNotApply(filled),
    });
    const faulty = countsOf(
      change({ "purposes.business[plan_revenue]": 1, "spend.staff[memo_revenue]": 9_999 }),
    );
    expect(faulty).toMatchObject({ fix: 1, explain: 1 });
  });

  test("a reason turns what is to explain into explained, in its state and beside the line", () => {
    const wrong = { "spend.staff[memo_revenue]": 9_999 };
    const key = "spend.staff[memo_revenue]";
    expect(checksIn(layoutCells(change(wrong)), template).get("AR10")!.words).toBe("▲ Explain");
    expect(checkBeside(change(wrong), key)).toBe("▲ NPfIT revenue is more than planned revenue");
    const reasoned = change({ ...wrong, "explanations.ar10[reason]": "A grant." });
    expect(checksIn(layoutCells(reasoned), template).get("AR10")!.words).toBe("▲ Explained");
    expect(checkBeside(reasoned, key)).toBe("▲ Explained: NPfIT revenue is more than planned revenue");
    expect(checkBeside(reasoned, "explanations.ar10[reason]")).toBe("✔ Explained");
  });
});

describe("the Check cell of a line", () => {
  test("is empty while nothing is asked, says what to fill in, and is ticked where all is right", () => {
    expect(checkBeside(blank, "spend.staff[plan_revenue]")).toBe("○ To fill in");
    expect(checkBeside(filled, "spend.staff[plan_revenue]")).toBe("✔");
    expect(checkBeside(blank, "filing.prepared_by")).toBe("");
    expect(checkBeside(filled, "spend.gross[plan_revenue]")).toBe("");
  });

  test.each([
    [
      { "spend.staff[plan_revenue]": "12 k" },
      "spend.staff[plan_revenue]",
      "✖ 2007/08 plan, Revenue: holds text; enter a number",
    ],
    [
      { "spend.staff[plan_capital]": -4 },
      "spend.staff[plan_capital]",
      "✖ 2007/08 plan, Capital: is too low or has the wrong sign",
    ],
    [
      { "spend.staff[plan_revenue]": 7.5 },
      "spend.staff[plan_revenue]",
      "✖ 2007/08 plan, Revenue: has too many decimals; round it",
    ],
    [
      { "spend.recharges[plan_revenue]": 4 },
      "spend.recharges[plan_revenue]",
      "✖ 2007/08 plan, Revenue: is too high or lacks its minus sign",
    ],
    [
      { "spend.training[plan_capital]": 4 },
      "spend.training[plan_capital]",
      "✖ 2007/08 plan, Capital: does not apply; clear the cell",
    ],
    [{ "cover.org_type": "Hospital" }, "cover.org_type", "✖ is not in its list; choose from the list"],
    [{ "cover.org_code": 50 }, "cover.org_code", "✖ holds a number; enter it as text"],
    [{ "filing.fd_date": "31 March" }, "filing.fd_date", "✖ is not a date; enter day, month and year"],
    [
      { "spend.gross[plan_revenue]": 3_300 },
      "spend.gross[plan_revenue]",
      "✖ 2007/08 plan, Revenue: was typed over; should be 3,180",
    ],
    [{ "tariff.rate[y2007]": 0.3 }, "tariff.rate[y2007]", "✖ 2007/08: was typed over; should be 0.1%"],
  ])("says of %o what is wrong", (entries, key, words) => {
    expect(checkBeside(change(entries as Record<string, number | string>), key)).toBe(words);
  });

  test("names the blank cell of a line that somebody began", () => {
    const entries = new Map(ENTRIES);
    entries.delete("spend.staff[plan_capital]");
    expect(checkBeside(filledWith(entries), "spend.staff[plan_capital]")).toBe(
      "✖ 2007/08 plan, Capital: is blank; enter it, 0 if there is none",
    );
  });

  test("names the total that was typed over, not the totals that add it up", () => {
    const layout = change({ "spend.gross[plan_revenue]": 3_300 });
    expect(checkBeside(layout, "spend.net[plan_revenue]")).toBe("");
    expect(cellOf(layout, "spend.net[plan_revenue]").value).toBe(3_300);
  });

  test("says the gravest thing first: a wrong entry, then a rule to put right, then one to explain", () => {
    const both = {
      "spend.other[plan_revenue]": 5_000,
      "purposes.business[plan_revenue]": 1,
      "spend.other[memo_revenue]": 9_000,
    };
    expect(checkBeside(change(both), "spend.other[plan_revenue]")).toBe(
      "✖ above a tenth of line 200: add a note",
    );
    const noted = { ...both, "spend.other[note]": "A project." };
    expect(checkBeside(change(noted), "spend.other[plan_revenue]")).toBe(
      "▲ NPfIT revenue is more than planned revenue",
    );
    const worse = { ...both, "spend.other[plan_capital]": "x" };
    expect(checkBeside(change(worse), "spend.other[plan_revenue]")).toBe(
      "✖ 2007/08 plan, Capital: holds text; enter a number",
    );
  });
});

/** The counts of the line above the list; what it does not mention counts none. */
function countsOf(layout: Layout) {
  const sheet = layout.sheets.find(({ name }) => name === checksSheet.name)!;
  const line = wordsOf(sheet.cells.get("B5")!.value);
  const count = (words: string) => Number(new RegExp(`(\\d+) ${words}(?: |$)`).exec(line)?.[1] ?? 0);
  return {
    fix: count("to put right"),
    explain: count("to explain"),
    explained: count("explained"),
    note: count("to note"),
    waits: count("waiting for entries"),
    holds: count("in order"),
  };
}

function doesNotApply(layout: Layout): number {
  return [...checksIn(layoutCells(layout), template).values()].filter(
    ({ state }) => state === "does_not_apply",
  ).length;
}
