import type { RawValue } from "../../../src/cells";
import type { Layout } from "../../../src/layout";
import { reportPage } from "../../../src/report";
import { sheetOf, wordsOf } from "../../support/layout-cells";
import { rowsOf, values, type Row } from "../sheets";
import { northAlone, ofBoth, ofNorth, ofSouth, together } from "./repairs-regions";

const MONTHS = ["Apr 2001", "May 2001", "Jun 2001", "Jul 2001"] as const;
const TAKEN = "Beds taken";
const ALIKE = "Beds taken, wards alike";
const LARGE = "Beds taken, large wards";

/** The rows of a table on the sheet of rates, and its cells under heads. */
function table(layout: Layout, title: string) {
  const rows = rowsOf(layout, "Taken");
  const from = rows.findIndex((row) => row[0]?.value === title);
  const head = rows.findIndex((row, at) => at > from && row[0]?.value === "Code");
  const heads = values(rows[head]!).map(wordsOf);
  const end = rows.findIndex((row, at) => at > head + 1 && (row[1]?.value ?? null) === null);
  const body = rows.slice(head + 2, end < 0 ? rows.length : end);
  const at = (row: Row | undefined, column: string) => row?.[heads.indexOf(column)] ?? null;
  return { body, at };
}

const mean = (layout: Layout, title: string) => {
  const { body, at } = table(layout, title);
  const row = body.find((one) => wordsOf(one[1]?.value ?? null).startsWith("Mean"));
  return (column: string) => at(row, column);
};
const authority = (layout: Layout, title: string, code: string) => {
  const { body, at } = table(layout, title);
  const row = body.find((one) => one[0]?.value === code);
  return (column: string) => at(row, column);
};

/** A month without any rate has no mean, blank or as an empty text. */
function close(one: RawValue, other: RawValue): void {
  if (typeof other === "number") expect(one).toBeCloseTo(other, 12);
  else expect(["", null]).toContain(one);
}

describe.each([TAKEN, ALIKE, LARGE])("the mean of the rates of %s", (title) => {
  test("is for one authority, and in its row, what its own summary shows", () => {
    for (const month of MONTHS) {
      close(mean(northAlone, title)(month)!.value, mean(ofNorth, title)(month)!.value);
      close(authority(together, title, "Y01")(month)!.value, mean(ofNorth, title)(month)!.value);
      close(authority(together, title, "Y02")(month)!.value, mean(ofSouth, title)(month)!.value);
    }
  });

  test("is for two what one consolidation of all their returns shows", () => {
    for (const month of MONTHS) close(mean(together, title)(month)!.value, mean(ofBoth, title)(month)!.value);
  });
});

describe("a mean over authorities", () => {
  test("is over all organisations, and no mean of means", () => {
    // By beds: 40 of W01, 14 of W02, 60 of V01. W04 has three beds and no rate.
    expect(mean(together, TAKEN)("Apr 2001")!.value).toBeCloseTo((40 * 0.4 + 14 * 0.1 + 60 * 0.9) / 114, 12);
    expect(mean(together, ALIKE)("Apr 2001")!.value).toBeCloseTo((0.4 + 0.1 + 0.9) / 3, 12);
    // Of wards with more than ten beds, by 250, 200 and 200.
    expect(mean(together, LARGE)("Apr 2001")!.value).toBeCloseTo(
      (250 * 0.4 + 200 * 0.1 + 200 * 0.9) / 650,
      12,
    );
    expect(mean(together, TAKEN)("Beds")!.value).toBe(40 + 14 + 3 + 60);
  });

  test("is a formula over the means of the authorities and what they rest on, which stands there too", () => {
    const { formula } = mean(together, TAKEN)("Apr 2001")!;
    expect(formula).toMatch(
      /^IF\(SUMPRODUCT\(ISNUMBER\((D\d+:D\d+)\)\*1,(Taken!D\d+:D\d+)\)=0,"",SUMPRODUCT\(\2,\1\)\/SUMPRODUCT\(ISNUMBER\(\1\)\*1,\2\)\)$/,
    );
    const rests = (title: string) => {
      const { body, at } = table(together, `${title}: what each mean rests on`);
      return body.map((row) => MONTHS.map((month) => at(row, month)?.value));
    };
    expect(rests(TAKEN)).toEqual([
      [54, 40, 0, 0],
      [60, 0, 60, 0],
      [114, 40, 60, 0],
    ]);
    expect(rests(ALIKE)).toEqual([
      [2, 1, 0, 0],
      [1, 0, 1, 0],
      [3, 1, 1, 0],
    ]);
    expect(rests(LARGE)[2]).toEqual([650, 250, 200, 0]);
  });

  test("says what it covers, above what is to be reached, with the marks of a summary", () => {
    const words = table(together, TAKEN).body.map((row) => row[1]?.value);
    expect(words.slice(-2)).toEqual([
      "Mean, by beds (2 summaries, of 2 authorities: 4 returns received)",
      "Wanted",
    ]);
    expect(table(together, LARGE).body.at(-1)![1]!.value).toBe(
      "Mean of these, by what is next (2 summaries, of 2 authorities: 3 returns in this table)",
    );
    const looks = sheetOf(together, "Taken").conditional.map(({ look }) => look);
    expect(looks.filter((look) => look === "below")).toHaveLength(1);
    expect(looks.filter((look) => look === "falls")).toHaveLength(11);
  });

  test("has nothing of an authority without a summary", () => {
    const cell = authority(northAlone, TAKEN, "Y02")("Apr 2001")!;
    expect([cell.value, cell.role]).toEqual([null, "missing"]);
  });
});

test("the lowest and the highest of any organisation are those of single returns, and charts draw them", () => {
  const of = (title: string) => {
    const { body, at } = table(together, `${TAKEN}: ${title}`);
    return body.map((row) => MONTHS.slice(0, 3).map((month) => at(row, month)?.value));
  };
  expect(of("the lowest of any organisation")).toEqual([
    [0.1, 0.6, null],
    [0.9, null, 0.25],
    [0.1, 0.6, 0.25],
  ]);
  expect(of("the highest of any organisation")[2]).toEqual([0.9, 0.6, 0.25]);
  expect(of("how many returns have it")[2]).toEqual([3, 1, 1]);
  const figures = rowsOf(together, "Chart figures").map((row) => values(row).slice(0, 4));
  const at = figures.findIndex(([words]) => words === "3 wards; not entered");
  expect(figures[at + 4]).toEqual(["Jun", 0.25, 0.25, 0.25]);
  expect(figures[at + 3]!.slice(2)).toEqual([0.1, 0.9]);
});

test("the page to read has the tables over all authorities, their notes, and the means with what they rest on", () => {
  const sha = { code: "All", name: "All regions" };
  const of = { sha, title: "Rooms", yearLabel: "2001/02", day: "2001-04-02", workbook: "national.xlsx" };
  const page = reportPage(together, of);
  for (const words of [
    "Rooms by state",
    "The lesser is added up region by region.",
    "Money by line: authority by authority",
    "Beds taken: what each mean rests on",
    "How many organisations are listed",
    "3 wards; not entered",
  ])
    expect(page).toContain(words);
});
