import { DAYS_BETWEEN_EPOCHS, type RawValue, type WorkbookCells } from "../../../src/cells";
import { keptIn, layoutSummary, readPrevious } from "../../../src/summary";
import { layoutCells } from "../../support/layout-cells";
import { FILES } from "../assurance/wards-in-order";
import { rowsOf, values } from "../sheets";
import {
  OF,
  entering,
  entryAt,
  entryIn,
  placed,
  rowWith,
  sent,
  summary,
  summaryOf,
  type Row,
} from "../wards";
import * as edit from "./edits";
import * as fc from "../../support/laws";

const { layout } = summaryOf(FILES);

/** Entries of every kind: choices, words, days, figures. */
const ENTRIES: readonly (readonly [Row, string, string, RawValue])[] = [
  ["judgements", "enough", "judgement", "Partly assured"],
  ["judgements", "enough", "comment", "Two wards and the office plan less."],
  ["judgements", "enough", "by", "A. Person"],
  ["judgements", "enough", "date", 37_050],
  ["judgements", "together", "comment", "To be talked over in June."],
  ["own_spend", "wages", "last", 30],
  ["own_spend", "wages", "next", 0],
  ["own_spend", "people", "next", 1.5],
  ["verdicts", "W02.ward.WD01", "verdict", "Queried"],
  ["verdicts", "W02.ward.WD01", "comment", "Which hall?"],
  ["verdicts", "W03.ward.WD01", "verdict", "Accepted"],
  ["verdicts", "W03.ward.WD01", "by", "B. Person"],
  ["verdicts", "W03.ward.WD01", "date", 37_060],
];
const entered = entering(layout, placed(layout, ENTRIES));

/** The same entries as they stand in the summary that is made of this one. */
const keptAfter = (workbook: WorkbookCells) => {
  const { layout: again } = summaryOf(FILES, workbook);
  return ENTRIES.map(([block, key, column]) => [block, key, column, entryIn(again, block, key, column)]);
};

describe("what was entered in a summary", () => {
  test("stands in the next one, and what was left blank stays blank", () => {
    const { layout: again } = summaryOf(FILES, entered);
    expect(keptAfter(entered)).toEqual(ENTRIES);
    expect(entryIn(again, "judgements", "rooms_open", "judgement")).toBeNull();
    expect(entryIn(again, "own_spend", "rent", "last")).toBeNull();
    expect(entryIn(again, "verdicts", "W03.office.WD01", "verdict")).toBeNull();
  });

  test("is the same once more when the summary is made of that one, to the last cell", () => {
    const second = summaryOf(FILES, entered).layout;
    const third = summaryOf(FILES, layoutCells(second)).layout;
    expect(third).toEqual(second);
    expect(summaryOf(FILES, layoutCells(layout)).layout).toEqual(layout);
  });

  test("is counted: judgements, figures, verdicts", () => {
    expect(keptIn(summaryOf(FILES, entered).collection)).toEqual({
      judgements: 2,
      figures: 3,
      held: 0,
      verdicts: 2,
      changed: 0,
      gone: 0,
      unplaced: 0,
      unread: [],
      unfit: [],
    });
  });
});

describe("what people do to the workbook in between", () => {
  const firstRow = rowWith(layout, "Explanations", "verdicts.W02.ward.WD03");
  const four = [0, 1, 2, 3].map((at) => firstRow + at);

  test.each<readonly [string, (workbook: WorkbookCells) => WorkbookCells]>([
    ["a row is put in above all", (one) => edit.rowInserted(one, "Explanations", 1)],
    ["a row is put in between verdicts", (one) => edit.rowInserted(one, "Explanations", firstRow + 2)],
    ["a row is put in between judgements", (one) => edit.rowInserted(one, "Assurance", 9)],
    ["a column is put in among the entries", (one) => edit.columnInserted(one, "Explanations", 10)],
    ["a column is put in before the entries", (one) => edit.columnInserted(one, "Assurance", 3)],
    [
      "sheets are renamed",
      (one) => edit.sheetRenamed(edit.sheetRenamed(one, "Assurance", "Board"), "Explanations", "June"),
    ],
    ["sheets are moved", edit.sheetsReversed],
    ["a sheet is copied", (one) => edit.sheetCopied(one, "Explanations")],
    [
      "rows are sorted with their hidden keys",
      (one) => edit.sorted(one, "Explanations", four, [...four].reverse()),
    ],
    [
      "rows are sorted, and hidden keys stay behind",
      (one) => edit.sorted(one, "Explanations", four, [...four].reverse(), 2),
    ],
    [
      "the hidden keys of rows are deleted",
      (one) => edit.cleared(one, "Explanations", ({ column, row }) => column === 1 && row >= firstRow),
    ],
    ["the hidden keys of columns are deleted", (one) => edit.rowDeleted(one, "Explanations", firstRow - 2)],
    [
      "the hidden keys of columns are deleted on the other sheet",
      (one) => edit.rowDeleted(one, "Assurance", 6),
    ],
    [
      "the hidden keys of judgements are deleted",
      (one) => edit.cleared(one, "Assurance", ({ column, row }) => column === 1 && row > 6),
    ],
    ["no formula has a result", edit.withoutResults],
  ])("%s: every entry is found again", (_, change) => {
    expect(keptAfter(change(entered))).toEqual(ENTRIES);
  });

  test("dates of a workbook that counts from 1904 are the same days", () => {
    const days = ENTRIES.filter(([, , column]) => column === "date").map(
      ([block, key, column, value]) => [block, key, column, Number(value) - DAYS_BETWEEN_EPOCHS] as const,
    );
    const earlier = { ...entering(layout, placed(layout, [...ENTRIES, ...days])), date1904: true };
    expect(keptAfter(earlier)).toEqual(ENTRIES);
  });

  test("a choice in other letters is that choice", () => {
    const untidy = entering(
      layout,
      placed(layout, [
        ["verdicts", "W03.ward.WD01", "verdict", " accepted "],
        ["judgements", "enough", "judgement", "NOT ASSURED"],
      ]),
    );
    const again = summaryOf(FILES, untidy).layout;
    expect(entryIn(again, "verdicts", "W03.ward.WD01", "verdict")).toBe("Accepted");
    expect(entryIn(again, "judgements", "enough", "judgement")).toBe("Not assured");
  });

  test("what does not fit is kept where it stands and told", () => {
    const odd = entering(
      layout,
      placed(layout, [
        ["verdicts", "W03.ward.WD01", "verdict", "perhaps"],
        ["judgements", "enough", "date", "in June"],
        ["own_spend", "rent", "next", "12,5"],
      ]),
    );
    const { collection, layout: again } = summaryOf(FILES, odd);
    expect(entryIn(again, "verdicts", "W03.ward.WD01", "verdict")).toBe("perhaps");
    expect(entryIn(again, "judgements", "enough", "date")).toBe("in June");
    expect(entryIn(again, "own_spend", "rent", "next")).toBe("12,5");
    expect(keptIn(collection).unfit).toEqual([
      "S1: “in June” is no date; enter day, month and year.",
      "Rent, Next year: “12,5” is no figure, so it counts for nothing.",
      "W03 ward WD01: “perhaps” is no verdict; choose Accepted or Queried.",
    ]);
  });

  test("a sheet whose headings and keys of columns are gone is named, since its entries can't be read", () => {
    const bare = edit.rowDeleted(
      edit.rowDeleted(entered, "Explanations", firstRow - 2),
      "Explanations",
      firstRow - 2,
    );
    expect(keptIn(summaryOf(FILES, bare).collection).unread).toEqual(["Explanations"]);
  });
});

describe("a verdict that belongs to nothing any more", () => {
  const goneRows = (of: typeof layout) => {
    const rows = rowsOf(of, "Explanations").map(values);
    const from = rows.findIndex((row) => row[1] === "Verdicts that belong to no row above");
    // Organisation, ref, found, why, verdict, comment, name, day.
    return from < 0
      ? []
      : rows.slice(from + 3).map((row) => [row[1], ...row.slice(4, 7), ...row.slice(8, 12)]);
  };
  const settled = FILES.map((file) =>
    file.file.startsWith("W03 ward") ? sent("W03", "ward", {}, file.file) : file,
  );
  const GONE = [
    "W03",
    "WD01",
    "Money goes from 90 to 80.",
    "Its finding is no longer there.",
    "Accepted",
    null,
    "B. Person",
    37_060,
  ];

  test("stands at the end of the sheet with what was found then, and is counted", () => {
    const { layout: again, collection } = summaryOf(settled, entered);
    expect(goneRows(again)).toEqual([GONE]);
    expect([keptIn(collection).verdicts, keptIn(collection).gone]).toEqual([1, 1]);
  });

  test("stays there when the summary is made again, and goes back to its finding when that comes back", () => {
    const again = summaryOf(settled, entered).layout;
    const third = summaryOf(settled, layoutCells(again));
    expect(third.layout).toEqual(again);
    const back = summaryOf(FILES, layoutCells(again)).layout;
    expect(goneRows(back)).toEqual([]);
    expect(back).toEqual(summaryOf(FILES, entered).layout);
  });

  test("stands there too when the return itself is missing", () => {
    const none = summaryOf([], entered);
    expect(goneRows(none.layout).map(([code]) => code)).toEqual(["W02", "W03"]);
    expect(keptIn(none.collection)).toMatchObject({ verdicts: 0, gone: 2 });
  });

  test("of two different ones in rows of the same finding, the first counts and the other is listed", () => {
    const row = rowWith(layout, "Explanations", "verdicts.W03.ward.WD01");
    const copied = edit.rowCopied(entered, "Explanations", row, row + 20);
    expect(goneRows(summaryOf(FILES, copied).layout)).toEqual([]);
    const [sheet, address] = entryAt(layout, "verdicts", "W03.ward.WD01", "verdict").split("!");
    const other = {
      ...copied,
      sheets: copied.sheets.map((one) => {
        if (one.name !== sheet) return one;
        const cells = new Map(one.cells);
        cells.set(address!.replace(/\d+/, String(row + 20)), { value: "Queried", formula: null });
        return { ...one, cells };
      }),
    };
    const { layout: again, collection } = summaryOf(FILES, other);
    expect(entryIn(again, "verdicts", "W03.ward.WD01", "verdict")).toBe("Accepted");
    const twice = ["It stood there twice in the earlier summary, with other entries.", "Queried"];
    expect(goneRows(again).map((one) => one.slice(3, 5))).toEqual([twice]);
    expect(keptIn(collection)).toMatchObject({ verdicts: 2, gone: 1 });
    // It is lost neither the next time.
    expect(summaryOf(FILES, layoutCells(again)).layout).toEqual(again);
  });
});

describe("a judgement that belongs to no line any more", () => {
  test("stands at the end of the sheet, figures of own spend in words", () => {
    const [first] = summary.assurance!.sections;
    const shorter = {
      ...summary,
      assurance: { ...summary.assurance!, sections: [], ownSpend: null },
    };
    const result = readPrevious(entered, { ...OF, summary: shorter });
    if (result.kind === "refused") throw new Error(result.message);
    const { leftOver, judgements } = result.entered;
    expect([first!.lines.length, judgements.size]).toEqual([1, 0]);
    expect(leftOver.judgements.map(({ row }) => row.key)).toEqual(["enough", "together"]);

    const less = { ...summary.assurance!, sections: summary.assurance!.sections.slice(1) };
    const fewer = { ...summary, assurance: less };
    const read = readPrevious(entered, { ...OF, summary: fewer });
    if (read.kind === "refused") throw new Error(read.message);
    const collection = { ...summaryOf(FILES).collection, entered: read.entered };
    const rows = rowsOf(layoutSummary(collection, fewer).layout, "Assurance").map(values);
    const from = rows.findIndex((row) => row[1] === "Entries that belong to no line above");
    expect(rows.slice(from + 3).map((row) => [row[2], row[4], row[7], row[8]])).toEqual([
      [
        "Is there money enough in the region?",
        "The summary has no such line any more.",
        "Partly assured",
        "Two wards and the office plan less.",
      ],
    ]);
    expect(keptIn(collection).unplaced).toBe(1);
  });

  test("one whose figures have changed since says so, until it is confirmed by another day", () => {
    const since = (of: typeof layout) =>
      values(rowsOf(of, "Assurance")[rowWith(of, "Assurance", "judgements.enough") - 1]!)[11];
    const fewer = FILES.slice(0, 3);
    const changed = summaryOf(fewer, entered).layout;
    expect(since(summaryOf(FILES, entered).layout)).toBe("");
    expect(since(changed)).toBe("▲ Figures changed since");
    expect(since(summaryOf(fewer, layoutCells(changed)).layout)).toBe("▲ Figures changed since");
    const day = placed(changed, [["judgements", "enough", "date", 37_070]]);
    expect(since(summaryOf(fewer, entering(changed, day)).layout)).toBe("");
    // A program that worked nothing out leaves what was shown when the summary was made.
    expect(since(summaryOf(FILES, edit.withoutResults(entered)).layout)).toBe("");
    expect(since(summaryOf(fewer, edit.withoutResults(entered)).layout)).toBe("▲ Figures changed since");
  });
});

describe("a workbook that is not an earlier summary of this authority and year", () => {
  const refused = (workbook: WorkbookCells, of = OF) => {
    const result = readPrevious(workbook, of);
    return result.kind === "refused" ? result.message : null;
  };

  test("is refused with a sentence", () => {
    const other = { ...OF, sha: { code: "Y02", name: "Southern Region" } };
    expect(refused(entered)).toBeNull();
    expect(refused(entered, other)).toBe(
      "it is the summary of Y01 for 2001-02, and this one is of Y02 for 2001-02. Name the earlier summary of the same authority and year.",
    );
    const later = OF.templates.map((template) => ({ ...template, year: "2002-03" }));
    expect(refused(entered, { ...OF, templates: later })).toMatch(/^it is the summary of Y01 for 2001-02, /);
    expect(refused({ sheets: [], date1904: false, modified: null })).toMatch(
      /^it is no summary made by this program/,
    );
  });

  test("is refused where sheets of another summary were copied into it", () => {
    const sheets = entered.sheets.map((sheet) =>
      sheet.name === "Assurance"
        ? {
            ...sheet,
            cells: new Map([...sheet.cells, ["A1", { value: "imt-summary|2001-02|Y02", formula: null }]]),
          }
        : sheet,
    );
    expect(refused({ ...entered, sheets })).toMatch(/^a part of it is the summary of Y02 for 2001-02/);
  });
});

test("whatever is entered where, in rows of any order, is found again and makes the same summary twice", () => {
  const keys = ["W02.ward.WD03", "W02.ward.WD01", "W03.ward.WD01", "W03.office.WD01"];
  const rows = keys.map((key) => rowWith(layout, "Explanations", `verdicts.${key}`));
  const words = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== "");
  const entry = fc.record(
    {
      verdict: fc.constantFrom("Accepted", "Queried"),
      comment: words,
      by: words,
      date: fc.integer({ min: 36_600, max: 40_000 }),
    },
    { requiredKeys: [] },
  );
  const order = fc.shuffledSubarray(rows, { minLength: rows.length });
  fc.assert(
    fc.property(fc.tuple(entry, entry, entry, entry), order, fc.boolean(), (entries, sorting, apart) => {
      const given = entries.flatMap((one, at) =>
        Object.entries(one).map(
          ([column, value]) => ["verdicts" as const, keys[at]!, column, value] as const,
        ),
      );
      const workbook = entering(layout, placed(layout, given));
      const mixed = edit.sorted(workbook, "Explanations", rows, sorting, apart ? 2 : 1);
      const again = summaryOf(FILES, mixed).layout;
      for (const [block, key, column, value] of given)
        expect([key, column, entryIn(again, block, key, column)]).toEqual([key, column, value]);
      expect(summaryOf(FILES, layoutCells(again)).layout).toEqual(again);
    }),
    { numRuns: 40 },
  );
});
