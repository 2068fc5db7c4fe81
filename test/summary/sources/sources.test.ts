import { collect, layoutSummary, readPrevious, withEntered, type ReturnedFile } from "../../../src/summary";
import { layoutCells, wordsOf } from "../../support/layout-cells";
import type { SummaryTemplate } from "../../../src/template";
import { sentFirst as sent, template, year } from "../first-part";
import { REGISTER, refused } from "../returns";
import { listOf, rowsOf, values } from "../sheets";

/** Final, signed off on 31 March 2007 at the latest. */
const FINAL = {
  "filing.status": "Final",
  "filing.fd_name": "A",
  "filing.fd_date": 39_169,
  "filing.ce_name": "B",
  "filing.ce_date": 39_172,
};
const summary: SummaryTemplate = {
  ...year.summary!,
  ...{ sheets: [], figures: [], assurance: null },
  signedOff: ["filing.fd_date", "filing.ce_date"],
};
/** Everything blank that a person would enter. */
const BLANK = Object.fromEntries(
  [...template.fields.values()].flatMap(({ key, source }) =>
    source.kind === "entered" && !key.startsWith("cover.") ? [[key, null]] : [],
  ),
);
const made = (files: readonly ReturnedFile[], previous: ReturnType<typeof layoutCells> | null = null) => {
  const collection = collect(files, REGISTER, "Q30", year);
  const sha = { code: "Q30", name: "North East Strategic Health Authority" };
  const read = previous && readPrevious(previous, { sha, templates: [...year.templates.values()], summary });
  const entered = read?.kind === "entered" ? withEntered(collection, read.entered) : collection;
  const others = [{ file: "register.csv", sha256: "abc", as: "register of organisations" }];
  return layoutSummary(entered, summary, { madeOf: { tool: "imt 9.8.7", others } }).layout;
};

const layout = made([
  sent("X01", "X01.xlsx", FINAL, { modified: "2007-04-02T08:00:00Z", madeBy: "imt 0.3.0" }),
  sent("X02", "X02.xlsx", FINAL, { modified: "2007-03-31T23:00:00Z", madeBy: "A. Person" }),
  sent("X02", "X02 draft.xlsx", {}, { madeBy: "imt" }),
  sent(
    "X04",
    "X04.xlsx",
    { ...FINAL, "filing.fd_date": null, "filing.ce_date": null },
    { modified: "2007-03-01" },
  ),
  sent("X05", "X05.xlsx", BLANK),
  sent("Z01", "Z01.xlsx"),
  refused("letter.xlsx"),
  refused("X03.xlsx"),
]);
const sources = listOf(layout, "Sources").filter((row) => typeof row.get("SHA-256") === "string");
const of = (file: string) => sources.find((row) => row.get("File") === file)!;

describe("the sources of a summary", () => {
  test("are all the files that were given, each with its digest and what it says it is", () => {
    const files = [
      "X01.xlsx",
      "X02 draft.xlsx",
      "X02.xlsx",
      "X03.xlsx",
      "X04.xlsx",
      "X05.xlsx",
      "Z01.xlsx",
      "letter.xlsx",
    ];
    expect(sources.map((row) => row.get("File"))).toEqual(files);
    for (const row of sources)
      expect(row.get("SHA-256")).toBe(`digest of ${wordsOf(row.get("File") ?? null)}`);
    const said = ["Code", "Return", "Year", "Version", "Status"];
    expect(said.map((head) => of("X02 draft.xlsx").get(head))).toEqual([
      ...["X02", "provider", "2007/08", template.version, "Draft"],
    ]);
    expect(said.map((head) => of("letter.xlsx").get(head))).toEqual([null, null, null, null, null]);
  });

  test("say whether they are in the totals, and why not", () => {
    const became = (file: string) => of(file).get("In the totals");
    expect(
      ["X01.xlsx", "X05.xlsx", "X02 draft.xlsx", "Z01.xlsx", "letter.xlsx", "X03.xlsx"].map(became),
    ).toEqual([
      ...["✔ Counts", "▲ Counts, blank", "● Another counts", "✖ Not expected", "✖ Refused", "✖ Refused"],
    ]);
    expect(of("X02 draft.xlsx").get("Why not")).toBe(
      "X02.xlsx counts. A final return counts before a draft.",
    );
    expect(of("letter.xlsx").get("Why not")).toBe("This workbook is not a return made by this program.");
    expect(of("X03.xlsx").get("Code")).toBe("X03");
  });

  test("are counted by what became of them", () => {
    const rows = rowsOf(layout, "Sources").map((row) => values(row).slice(0, 2));
    const from = rows.findIndex(([first]) => first === "What became of them");
    expect(rows.slice(from + 2, from + 8)).toEqual([
      ["✔ Counts", 3],
      ["▲ Counts, blank", 1],
      ["● Another counts", 1],
      ["✖ Refused", 2],
      ["✖ Not expected", 1],
      ["Total", 8],
    ]);
  });

  test("say with which version of the program they were made, and so does the summary", () => {
    const by = (file: string) => of(file).get("Made with");
    expect(["X01.xlsx", "X02.xlsx", "X02 draft.xlsx", "letter.xlsx"].map(by)).toEqual([
      ...["imt 0.3.0", "not recorded", "imt, version not recorded", "not recorded"],
    ]);
    const words = rowsOf(layout, "Sources").flatMap(values);
    expect(
      words.find((value) => wordsOf(value).startsWith("This summary was made by imt 9.8.7.")),
    ).toBeDefined();
    expect(words).toEqual(expect.arrayContaining(["register.csv", "register of organisations", "abc"]));
  });
});

describe("whether a return was changed after it was final", () => {
  const after = (file: string, rows: ReturnType<typeof listOf> = sources) =>
    rows.find((row) => row.get("File") === file)!.get("Changed after it was final");

  test("is hinted at by the day on which it was saved, held against its sign-off", () => {
    expect(after("X01.xlsx")).toBe("▲ Perhaps: last saved on 2 April 2007, signed off on 31 March 2007");
    expect(after("X02.xlsx")).toBe(
      "✔ No sign of it: last saved on 31 March 2007, signed off on 31 March 2007",
    );
  });

  test("can't be told without one of the two days, and is not asked of a draft", () => {
    expect(after("X04.xlsx")).toBe(
      "● Can't be told: the cover has no day of sign-off to hold the last saving against",
    );
    expect(after("X02 draft.xlsx")).toBe("● Not final");
    const unsaid = listOf(made([sent("X01", "X01.xlsx", FINAL)]), "Sources");
    expect(after("X01.xlsx", unsaid)).toBe(
      "● Can't be told: the workbook doesn't say when it was last saved",
    );
  });

  test("is certain where another final file has the same submission number", () => {
    const two = listOf(made([sent("X01", "X01 a.xlsx", FINAL), sent("X01", "X01 b.xlsx", FINAL)]), "Sources");
    expect(after("X01 a.xlsx", two)).toBe(
      "▲ Yes: X01 b.xlsx is final under the same submission number and holds something else",
    );
  });

  test("is told by the last summary: another file under the same number is changed, the same file and a new number are not", () => {
    const first = layoutCells(made([sent("X01", "X01.xlsx", FINAL), sent("X02", "X02.xlsx", FINAL)]));
    const saved = { modified: "2007-03-30T08:00:00Z" };
    const again = listOf(
      made(
        [
          sent("X01", "X01.xlsx", FINAL, { ...saved, sha256: "another" }),
          sent("X02", "X02.xlsx", FINAL, saved),
        ],
        first,
      ),
      "Sources",
    );
    expect(after("X01.xlsx", again)).toBe(
      "▲ Yes: in the last summary it was final under the same submission number, as another file (X01.xlsx)",
    );
    expect(after("X02.xlsx", again)).toBe("✔ No: it is the file of the last summary");
    const sentAgain = sent(
      "X01",
      "X01.xlsx",
      { ...FINAL, "filing.submission": 2 },
      { ...saved, sha256: "another" },
    );
    expect(after("X01.xlsx", listOf(made([sentAgain], first), "Sources"))).toBe(
      "✔ No sign of it: last saved on 30 March 2007, signed off on 31 March 2007",
    );
  });
});
