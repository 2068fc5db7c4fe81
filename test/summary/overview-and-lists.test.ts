import { formatAddress, parseAddress } from "../../src/cells";
import { collect, layoutSummary } from "../../src/summary";
import type { SummaryFigure } from "../../src/template";
import { wordsOf } from "../support/layout-cells";
import { OF, collection, layout } from "./five-bodies";
import { REGISTER, sent, summary, year } from "./returns";
import { listOf, rowsOf, values } from "./sheets";

describe("the overview", () => {
  const words = rowsOf(layout, "Overview")
    .flatMap((row) => values(row))
    .filter((value) => typeof value === "string");

  /** The large figure under a caption. */
  const figure = (label: string) => {
    const rows = rowsOf(layout, "Overview");
    const row = rows.findIndex((one) => one.some((cell) => cell?.value === label));
    return rows[row + 1]![rows[row]!.findIndex((cell) => cell?.value === label)]!;
  };

  test("has its figures worked out from the totals", () => {
    const [forecast, plan] = [OF.X01.forecast + OF.X02.forecast, OF.X01.plan + OF.X02.plan];
    expect(figure("Net planned IM&T spend 2007/08").value).toBe(plan);
    expect(figure("Of which providers").value).toBe(plan);
    expect(figure("Of which PCTs as commissioners").value).toBe(0);
    expect(figure("Change from the 2006/07 forecast").value).toBeCloseTo(plan / forecast - 1, 10);
    expect(figure("Uplift in the 2007/08 tariff").value).toBe(172 + 96);
    expect(figure("Rise in net spend less uplift").value).toBe(310 - 172 + (70 - 96));
    const ofProviders = summary.figures.filter(({ label }) => !label.includes("commissioners"));
    for (const { label } of ofProviders) expect(figure(label).formula).toContain("!");
  });

  test("has no second line where a total is made of all returns at once", () => {
    const label = "Cash released in a full year";
    const to = { kind: "total", table: "benefits_by_type", column: "cash_full" } as const;
    const released: SummaryFigure = {
      label,
      type: { kind: "money" },
      says: "£000",
      expression: { kind: "reference", to },
    };
    const changed = { ...summary, figures: [released, ...summary.figures] };
    const sheet = layoutSummary(collection, changed).layout.sheets[0]!;
    const below = (of: string) => {
      const [address] = [...sheet.cells].find(([, cell]) => cell.value === of)!;
      const { row, column } = parseAddress(address)!;
      return [1, 3].map((down) => sheet.cells.get(formatAddress({ row: row + down, column })));
    };
    const [large, settled] = below(label);
    expect(large!.formula).toContain("Benefits");
    expect([settled!.formula, settled!.value]).toEqual([null, null]);
    // The figure beside it is of single returns.
    expect(below(summary.figures[0]!.label)[1]!.value).toMatch(/ in the returns with nothing left open$/);
  });

  test("says how many returns it covers", () => {
    expect(words.join(" ")).toContain(
      "These figures cover 2 of the 5 provider returns that are expected (40%).",
    );
  });

  test("counts who has returned and names them; a foundation trust's return is voluntary", () => {
    const rows = rowsOf(layout, "Overview").map((row) =>
      values(row).filter((value) => value !== null && value !== ""),
    );
    const after = (first: string) => rows.find(([start]) => start === first)?.slice(1);
    expect(after("Return")).toEqual([
      "Expected",
      "Final",
      "Draft",
      "Blank",
      "Refused",
      "Missing",
      "Voluntary",
    ]);
    expect(after("Provider")).toEqual([5, 1, 1, 1, 1, 0, 1]);
    expect(after("Sent blank")).toEqual(["X05"]);
    expect(after("Refused: the file can't be read")).toEqual(["X03"]);
    expect(after("Not received")).toBeUndefined();
    expect(after("Not received: foundation trust, voluntary")).toEqual(["X04"]);
  });

  test("names each check that a counted return does not meet, the gravest first, with who it is", () => {
    const from = words.indexOf("What does not fit, in the returns that count");
    expect(words.slice(from + 5)).toEqual([
      "CV00  The return was begun",
      "✖ Put right",
      "X05",
      "TF01  Planned spend rises by the uplift in the 2007/08 tariff",
      "▲ Explain",
      "X02",
    ]);
  });

  test("says which totals hold figures that are to be put right", () => {
    const wrong = collect(
      [sent("X01", "a.xlsx", { "spend.staff[plan_revenue]": 7.5 })],
      REGISTER,
      "Q30",
      year,
    );
    const { cells } = layoutSummary(wrong, summary).layout.sheets[0]!;
    expect(wordsOf(cells.get("A3")!.value)).toContain("One return has something to put right (X01)");
  });
});

describe("the list of returns", () => {
  const list = listOf(layout, "Returns");
  const row = (file: string) => list.find((one) => one.get("File") === file)!;

  test("has every organisation and every file that was given", () => {
    expect(list.map((one) => one.get("File"))).toEqual([
      "X01.xlsx",
      "X02 draft.xlsx",
      "X02 older.xlsx",
      "X03.xlsx",
      "",
      "X05.xlsx",
      "Z01.xlsx",
      "letter.xlsx",
    ]);
  });

  test("says of each what became of it", () => {
    expect(list.map((one) => [one.get("Code"), one.get("State")])).toEqual([
      ["X01", "Received, final"],
      ["X02", "Received, draft"],
      ["X02", "Does not count"],
      ["X03", "Refused"],
      ["X04", "Not received (voluntary: foundation trust)"],
      ["X05", "Sent blank"],
      ["", "Not expected; in no total"],
      ["", "Refused"],
    ]);
  });

  test("says why a file does not count", () => {
    expect(row("X02 older.xlsx").get("Remark")).toBe(
      "Another return counts instead: X02 draft.xlsx. Submission 1 counts before one without a number.",
    );
    expect(row("X03.xlsx").get("Remark")).toBe("This workbook is not a return made by this program.");
    expect(row("Z01.xlsx").get("Organisation")).toBe("Z01 Far Away NHS Trust");
  });

  test("counts what is open in each, and the submission", () => {
    const counts = ["Submission", "To put right", "To explain", "Explained", "To note"];
    expect(counts.map((name) => row("X02 draft.xlsx").get(name))).toEqual([1, 0, 1, 0, 0]);
    expect(counts.map((name) => row("X03.xlsx").get(name))).toEqual([null, null, null, null, null]);
  });
});

describe("the list of findings", () => {
  test("has the findings of counted returns and of strangers, never of superseded ones", () => {
    const list = listOf(layout, "Findings");
    const told = list.map((one) => [one.get("Code"), one.get("Ref"), one.get("To do"), one.get("File")]);
    expect(told).toEqual([
      ["X02", "TF01", "▲ Explain", "X02 draft.xlsx"],
      ["X05", "CV00", "✖ Put right", "X05.xlsx"],
      ["", "ID04", "✖ Put right", "Z01.xlsx"],
    ]);
    expect(list[0]!.get("Sheet")).toBe("Tariff");
    expect(wordsOf(list[0]!.get("What was found"))).toContain("short by 26.");
  });
});
