import { collect, layoutSummary } from "../../src/summary";
import { sheetOf } from "../support/layout-cells";
import { ACUTE } from "../support/provider-return";
import { REGISTER, SMALL, refused, sent, sentBlank, summary, template } from "./returns";
import { listOf, rowsOf, tableBelow, values } from "./sheets";

/** Two returns with figures, one refused, one blank, one of a foundation trust missing, one of a stranger. */
const collection = collect(
  [
    sent("X01", "X01.xlsx", { "filing.status": "Final", "filing.fd_name": "A", "filing.fd_date": 39_172, "filing.ce_name": "B", "filing.ce_date": 39_172 }),
    sent("X02", "X02 draft.xlsx", { "cover.org_type": "PCT", "spend.staff[note]": null }, { figures: SMALL }),
    sent("X02", "X02 older.xlsx", { "filing.submission": null }, { figures: ACUTE }),
    refused("X03.xlsx"),
    sentBlank("X05", "X05.xlsx"),
    sent("Z01", "Z01.xlsx"),
    refused("letter.xlsx"),
  ],
  REGISTER,
  "Q30",
  template.files,
);
const { layout, facts } = layoutSummary(collection, summary, template);
const NET = "Net spend, line 220 (£000)";

/** What the two returns sent: revenue and capital of each year, recharges taken off. */
const OF = {
  X01: { forecast: 2_960 + 610, plan: 3_180 + 700 },
  X02: { forecast: 1_390 + 250 - 50, plan: 1_570 + 270 - 180 },
};

describe("the sheets of a summary", () => {
  test("are the overview, the returns, the year's own sheets, findings and facts", () => {
    expect(layout.sheets.map(({ name }) => name)).toEqual(["Overview", "Returns", "Spend", "Tariff", "Findings", "Facts"]);
    expect(layout.title).toBe("IM&T spend and tariff summary 2007/08");
  });

  test("say whose they are, on the band and at the foot, & written twice there", () => {
    for (const { name, cells, footer } of layout.sheets) {
      expect([name, cells.get("A2")!.value]).toEqual([name, "North East Strategic Health Authority (Q30)"]);
      expect(footer).toContain("Q30 · IM&&T spend and tariff summary 2007/08");
    }
  });

  test("are not protected: nobody returns a summary", () => {
    expect(layout.sheets.map((sheet) => sheet.protected)).not.toContain(true);
  });

  test("the same collection gives the same layout", () => {
    expect(layoutSummary(collection, summary, template).layout).toEqual(layout);
  });
});

describe("a table of figures", () => {
  const net = tableBelow(layout, "Spend", NET);

  test("has every organisation that is expected", () => {
    expect([...net.rows.keys()]).toEqual(["X01", "X02", "X03", "X04", "X05"]);
  });

  test("shows what each return has, and what follows from it", () => {
    const x01 = values(net.rows.get("X01")!).slice(3, 11);
    expect(x01).toEqual([2_960, 610, 3_570, 3_180, 700, 3_880, 310, expect.closeTo(310 / 3_570, 10)]);
    const x02 = values(net.rows.get("X02")!).slice(3, 11);
    expect(x02).toEqual([1_340, 250, 1_590, 1_390, 270, 1_660, 70, expect.closeTo(70 / 1_590, 10)]);
  });

  test("shows a missing return as missing, a refused one and a blank one as such, and never a figure for it", () => {
    const words = { X03: "Refused", X04: "Not received", X05: "Sent blank" };
    for (const sheet of ["Spend", "Tariff"]) {
      const titles = summary.sheets.find(({ name }) => name === sheet)!.tables.map(({ title }) => title);
      expect(titles.length).toBeGreaterThan(2);
      for (const title of titles) {
        const table = tableBelow(layout, sheet, title);
        for (const [code, said] of Object.entries(words)) {
          const cells = table.rows.get(code)!.slice(3, 3 + table.heads.length);
          expect([title, code, cells[0]!.value, cells[0]!.role]).toEqual([title, code, said, "missing"]);
          for (const cell of cells.slice(1)) expect([title, code, cell!.value, cell!.formula]).toEqual([title, code, null, null]);
        }
      }
    }
  });

  test("its totals are formulas over its rows, with the sums that the entries make", () => {
    const totals = net.total.slice(3, 11);
    for (const cell of totals) expect(cell!.formula).not.toBeNull();
    for (const cell of totals.slice(0, 6)) expect(cell!.formula).toMatch(/^SUM\([D-I]\d+:[D-I]\d+\)$/);
    const [forecast, plan] = [OF.X01.forecast + OF.X02.forecast, OF.X01.plan + OF.X02.plan];
    expect(values(totals).slice(0, 8)).toEqual([
      2_960 + 1_340,
      610 + 250,
      forecast,
      3_180 + 1_390,
      700 + 270,
      plan,
      plan - forecast,
      expect.closeTo(plan / forecast - 1, 10),
    ]);
  });

  test("every total of amounts adds up what its column shows", () => {
    let checked = 0;
    for (const { name, tables } of summary.sheets) {
      for (const { title, columns } of tables) {
        const { rows, total } = tableBelow(layout, name, title);
        columns.forEach((column, at) => {
          if (column.source.kind !== "value") return;
          const shown = [...rows.values()].map((row) => row[3 + at]!.value);
          const sum = shown.reduce<number>((so, value) => so + (typeof value === "number" ? value : 0), 0);
          expect([title, column.id, total[3 + at]!.value]).toEqual([title, column.id, expect.closeTo(sum, 6)]);
          checked += 1;
        });
      }
    }
    expect(checked).toBeGreaterThan(60);
  });

  test("says how many returns the total is of, and their share", () => {
    expect(net.total[1]!.value).toBe("Total of 2 returns received, of 5 (40%)");
  });

  test("says beside each return how much of it is open", () => {
    const open = (code: string) => net.rows.get(code)![2]!.value;
    expect(open("X01")).toBe("✔");
    // Net spend of X02 rises by 70, and the uplift on 96,000 is 96.
    expect(open("X02")).toBe("▲ 1");
    expect(open("X04")).toBe("");
    expect(open("X05")).toBe("✖ 1");
  });

  test("a figure is left empty where one that it is worked out from is missing", () => {
    const part = { "spend.recharges[forecast_revenue]": "none", "tariff.income[y2007]": null };
    const one = collect([sent("X01", "X01.xlsx", part)], REGISTER, "Q30", template.files);
    const of = layoutSummary(one, summary, template).layout;
    const row = tableBelow(of, "Tariff", "0.1% of all 2007/08 income at tariff uplift (£000)").rows.get("X01")!;
    const [income, , planned, , shortfall, verdict] = values(row).slice(3);
    expect([income, planned, shortfall]).toEqual([null, 310, ""]);
    expect(verdict).toBe("");
  });
});

describe("the overview", () => {
  const words = rowsOf(layout, "Overview").flatMap((row) => values(row)).filter((value) => typeof value === "string");

  /** The large figure under a caption. */
  const figure = (label: string) => {
    const rows = rowsOf(layout, "Overview");
    const row = rows.findIndex((one) => one.some((cell) => cell?.value === label));
    return rows[row + 1]![rows[row]!.findIndex((cell) => cell?.value === label)]!;
  };

  test("has its figures worked out from the totals", () => {
    const [forecast, plan] = [OF.X01.forecast + OF.X02.forecast, OF.X01.plan + OF.X02.plan];
    expect(figure("Net planned IM&T spend 2007/08").value).toBe(plan);
    expect(figure("Change from the 2006/07 forecast").value).toBeCloseTo(plan / forecast - 1, 10);
    expect(figure("Planned capital as a share of spend").value).toBeCloseTo((700 + 270) / (3_880 + 1_570 + 270), 10);
    expect(figure("Uplift in the 2007/08 tariff").value).toBe(172 + 96);
    expect(figure("Rise in net spend less uplift").value).toBe(310 - 172 + (70 - 96));
    expect(figure("IM&T spend as a share of turnover").value).toBeCloseTo((3_880 + 1_840) / (185_200 + 99_900), 10);
    for (const { label } of summary.figures) expect(figure(label).formula).toContain("!");
  });

  test("says how many organisations it covers", () => {
    expect(words.join(" ")).toContain("These figures cover 2 of the 5 organisations from which a return is expected (40%).");
  });

  test("counts who has returned and names them; a foundation trust's return is voluntary", () => {
    const rows = rowsOf(layout, "Overview").map(values);
    const counted = (state: string) => rows.find(([first]) => first === state)?.slice(1, 3);
    expect(counted("Received, final")).toEqual([1, "X01"]);
    expect(counted("Received, draft")).toEqual([1, "X02"]);
    expect(counted("Sent blank")).toEqual([1, "X05"]);
    expect(counted("Refused: the file can't be read")).toEqual([1, "X03"]);
    expect(counted("Not received")).toEqual([0, ""]);
    expect(counted("Not received: foundation trust, voluntary")).toEqual([1, "X04"]);
    expect(counted("Expected")).toEqual([5, ""]);
  });

  test("names each check that a counted return does not meet, the gravest first, with who it is", () => {
    const from = words.indexOf("What does not fit, in the returns that count");
    expect(words.slice(from + 4)).toEqual([
      "CV00  The return was begun",
      "✖ Put right",
      "1: X05",
      "TF01  Planned spend rises by the uplift in the 2007/08 tariff",
      "▲ Explain",
      "1: X02",
    ]);
  });

  test("says which totals hold figures that are to be put right", () => {
    const wrong = collect([sent("X01", "a.xlsx", { "spend.staff[plan_revenue]": 7.5 })], REGISTER, "Q30", template.files);
    const { cells } = layoutSummary(wrong, summary, template).layout.sheets[0]!;
    expect(String(cells.get("A3")!.value)).toContain("One return has something to put right (X01)");
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
      ["X04", "Not received (foundation trust, voluntary)"],
      ["X05", "Sent blank"],
      ["", "Not expected; in no total"],
      ["", "Refused"],
    ]);
  });

  test("says why a file does not count", () => {
    expect(row("X02 older.xlsx").get("Remark")).toBe("Another return of the organisation counts instead: X02 draft.xlsx.");
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
    expect(String(list[0]!.get("What was found"))).toContain("short by 26.");
  });
});

test("facts and layout are of the same collection", () => {
  expect(new Set(facts.map(({ file }) => file))).toEqual(new Set(["X01.xlsx", "X02 draft.xlsx", "X05.xlsx"]));
  expect(sheetOf(layout, "Facts").filter).not.toBeNull();
});
