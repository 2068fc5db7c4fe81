import { factsOf, layoutSummary, type Collection } from "../../src/summary";
import { sheetOf, wordsOf } from "../support/layout-cells";
import { refused, summary, tablesOf } from "./returns";
import { listOf, rowsOf, tableBelow, values } from "./sheets";
import { asCommissioner, asProvider, collected, rowFor } from "./two-roles";

/** "X50 provider received …" for each row. */
const states = ({ rows }: Collection) =>
  rows.map(({ organisation, template, state, counted, refused: those }) =>
    [organisation.code, template.role, state, counted?.file, ...those.map(({ file }) => file)]
      .filter((part) => part !== undefined)
      .join(" "),
  );

describe("returns of several roles", () => {
  test("are expected of each organisation in every role that its type files", () => {
    expect(states(collected([asProvider("X50"), asCommissioner("X51"), asProvider("X01")]))).toEqual([
      "X01 provider received X01 provider.xlsx",
      "X02 provider not_received",
      "X03 provider not_received",
      "X50 provider received X50 provider.xlsx",
      "X50 commissioner not_received",
      "X51 provider not_received",
      "X51 commissioner received X51 commissioner.xlsx",
    ]);
  });

  test("a commissioner's return of a body that files none is in no total", () => {
    const { strangers } = collected([asCommissioner("X01")]);
    expect(strangers.map(({ file }) => file)).toEqual(["X01 commissioner.xlsx"]);
  });

  test("one of another planning year is refused, with a sentence", () => {
    const one = asProvider("X01");
    const found = {
      ...one.reading.found,
      template: { ...one.reading.found.template, year: "1999-00", yearLabel: "1999/2000" },
    };
    const collection = collected([{ ...one, reading: { ...one.reading, found } }]);
    expect(collection.rows[0]!.refused.map(({ reading }) => reading)).toEqual([
      {
        kind: "refused",
        code: "other_return",
        message: "This is the provider return for 1999/2000, which is not part of this summary.",
      },
    ]);
  });
});

describe("a file that can't be read", () => {
  const ofX50 = (...files: Parameters<typeof collected>[0]) =>
    states(collected(files)).filter((state) => state.startsWith("X50"));

  test("is put to the role that its name has a word for", () => {
    expect(ofX50(refused("x50_Commissioner_v2.xlsx"))).toEqual([
      "X50 provider not_received",
      "X50 commissioner refused x50_Commissioner_v2.xlsx",
    ]);
  });

  test("or else to the first role without a return", () => {
    expect(ofX50(refused("X50.xlsx"))[0]).toBe("X50 provider refused X50.xlsx");
    expect(ofX50(refused("X50.xlsx"), asProvider("X50"))[1]).toBe("X50 commissioner refused X50.xlsx");
    expect(ofX50(refused("X50 a.xlsx"), refused("X50 b.xlsx"))).toEqual([
      "X50 provider refused X50 a.xlsx",
      "X50 commissioner refused X50 b.xlsx",
    ]);
  });

  test("and beside a return of every role it is kept with the first", () => {
    expect(ofX50(refused("X50.xlsx"), asProvider("X50"), asCommissioner("X50"))[0]).toBe(
      "X50 provider received X50 provider.xlsx X50.xlsx",
    );
  });
});

describe("the summary of several roles", () => {
  const different = { ...rowFor("X01"), plan: [3_200, 700] as const };
  const collection = collected(
    [
      asProvider("X01"),
      asProvider("X50"),
      asCommissioner("X50", [different, rowFor("X02"), rowFor("X50"), { ...rowFor("X03"), code: "Z77" }]),
      refused("X51 commissioner.xlsx"),
    ],
    { due: "2007-03-31", received: new Map([["X01 provider.xlsx", "2007-04-05"]]) },
  );
  const { layout, facts } = layoutSummary(collection, summary);
  const overview = rowsOf(layout, "Overview").map((row) =>
    values(row).filter((value) => value !== null && value !== ""),
  );
  const words = overview.flat().map(wordsOf).join("\n");
  const after = (first: string) => overview.find(([start]) => start === first)?.slice(1);
  /** The large figure under a caption. */
  const figure = (label: string) => {
    const row = overview.findIndex((cells) => cells.includes(label));
    return overview[row + 1]![overview[row]!.indexOf(label)];
  };

  test("has a sheet for each role's figures and one for the rows of the communities", () => {
    expect(layout.sheets.map(({ name }) => name)).toEqual([
      "Overview",
      "Assurance",
      "Returns",
      "Spend",
      "Purposes",
      "PCT spend",
      "Tariff",
      "Community",
      "Community rows",
      "Funding",
      "Deployments",
      "Deployment counts",
      "Plan",
      "Workforce",
      "Benefits",
      "PCT programme",
      "Checklist",
      "Checklist counts",
      "Months",
      "Maturity",
      "Explanations",
      "Findings",
      "Chart figures",
      "Facts",
      "Sources",
    ]);
  });

  test("adds up what providers and commissioners spend themselves, and nothing of the communities", () => {
    // X01: 3,180 + 700; the provider side of X50: 640 + 130; X50 itself: 1,060 + 220.
    expect(figure("Of which providers")).toBe(3_880 + 770);
    expect(figure("Of which PCTs as commissioners")).toBe(1_280);
    expect(figure("Net planned IM&T spend 2007/08")).toBe(3_880 + 770 + 1_280);
    expect(figure("Change from the 2006/07 forecast")).toBeCloseTo(
      (3_880 + 770 + 1_280) / (3_570 + 730 + 1_200) - 1,
      10,
    );
  });

  test("says for each role how much of what is expected it covers, and who is missing", () => {
    expect(words).toContain(
      "These figures cover 2 of the 5 provider returns that are expected (40%) and 1 of the 2 commissioner returns (50%).",
    );
    expect(after("Return")).toEqual(["Expected", "Final", "Draft", "Blank", "Refused", "Missing", "Late"]);
    expect(after("Provider")).toEqual([5, 0, 2, 0, 0, 3, 1]);
    expect(after("Commissioner")).toEqual([2, 0, 1, 0, 1, 0, 0]);
    expect(after("Not received")).toEqual(["provider X02, X03, X51"]);
    expect(after("Refused: the file can't be read")).toEqual(["commissioner X51"]);
    expect(after("Received late")).toEqual(["provider X01"]);
    // X03 and the provider side of X51 are in no list, and sent no return in which that could be said.
    expect(after("On no list “Providers of the community”")).toEqual(["X03, X51"]);
  });

  test("shows what each PCT says of its community, in no total", () => {
    const { rows, keys } = communityTable();
    // Four are listed; they rise by 3,900-3,570, 1,660-1,590, 770-730 and 2,450-2,280.
    const rise = 330 + 70 + 40 + 170;
    const uplift = 172 + 96 + 0 + 114;
    const capital = 700 + 270 + 130 + 410;
    expect(values(rows.get("X50")!).slice(3)).toEqual([
      4,
      rise,
      uplift,
      rise - uplift,
      "Met",
      capital,
      0,
      capital,
      "Met",
    ]);
    expect(values(rows.get("X51")!).slice(2)).toEqual(["Refused", ...Array.from({ length: 9 }, () => null)]);
    expect(keys.slice(0, 2)).toEqual(["rows of community", "health_community.rise[planned]"]);
    const labels = rowsOf(layout, "Community").flatMap((row) => values(row).map((value) => wordsOf(value)));
    expect(labels.filter((label) => label.startsWith("Total"))).toEqual([]);
  });

  function communityTable() {
    const [table] = tablesOf("commissioner").filter(({ sheet }) => sheet === "Community");
    return tableBelow(layout, table!.sheet, table!.title);
  }

  test("lists every provider of every community beside its own return, with the differences", () => {
    const rows = rowsOf(layout, "Community rows").slice(6).map(values);
    const told = rows.map((row) => [row[0], row[2], row[4], ...row.slice(11, 14)]);
    expect(told).toEqual([
      ["X50", "X01", "Draft", 3_200, 3_180, 20],
      ["X50", "X02", "Not received", 1_390, null, ""],
      ["X50", "X50", "Draft", 640, 640, 0],
      ["X50", "Z77", "Not in the register", 2_040, null, ""],
      ["X51", null, null, null, null, null],
    ]);
    expect(rows[4]![3]).toBe("Refused: the list of this organisation");
    expect(sheetOf(layout, "Community rows").filter).toMatch(/^A6:/);
  });

  test("has the role of each return and the day it came in", () => {
    const told = listOf(layout, "Returns").map((row) =>
      ["Code", "Return", "Received", "Remark"].map((name) => row.get(name)),
    );
    // 5 April 2007 is day 39,177 of Excel's calendar.
    expect(told).toEqual([
      ["X01", "provider", 39_177, "Received 5 April 2007, due 31 March 2007."],
      ["X02", "provider", null, ""],
      ["X03", "provider", null, ""],
      ["X50", "provider", "not known", ""],
      ["X50", "commissioner", "not known", ""],
      ["X51", "provider", null, ""],
      ["X51", "commissioner", "not known", "This workbook is not a return made by this program."],
    ]);
  });

  test("counts the findings of the whole collection with those of the return", () => {
    const row = listOf(layout, "Returns").find((one) => one.get("Return") === "commissioner")!;
    // One row differs; one body is in no register, and stands in the community and among the plans.
    expect(row.get("To explain")).toBe(3);
    const refs = listOf(layout, "Findings").map((one) => [
      one.get("Code"),
      one.get("Return"),
      one.get("Ref"),
    ]);
    expect(refs).toEqual(
      expect.arrayContaining([
        ["X50", "commissioner", "XR01"],
        ["X50", "commissioner", "XR02"],
        ["X01", "provider", "XR03"],
      ]),
    );
    expect(words).toContain("XR01  What is listed of a provider is what its own return says");
  });

  test("marks no figure of another body, no memo and no row of a list as one that may be added up", () => {
    const ofX50 = new Map(
      facts
        .filter(({ org, role }) => org === "X50" && role === "commissioner")
        .map((fact) => [fact.key, fact]),
    );
    for (const key of [
      "community.r01[plan_revenue]",
      "community.r01[commitments]",
      "community.r01[rise]",
      "health_community.rise[planned]",
      "health_community.capital[difference]",
    ])
      expect([key, typeof ofX50.get(key)!.value, ofX50.get(key)!.counts]).toEqual([key, "number", false]);
    expect(ofX50.get("spend.net[plan_total]")).toMatchObject({ value: 1_280, counts: true });
    // A row of the list that nothing is entered in says nothing.
    expect([ofX50.has("community.r04[name]"), ofX50.has("community.r05[name]")]).toEqual([true, false]);
    expect(facts).toEqual(factsOf(collection));
  });
});
