import type { Cell, RawValue, WorkbookCells } from "../../src/cells";
import { FACT_COLUMNS, layoutSummary, readFacts } from "../../src/summary";
import { layoutCells, wordsOf } from "../support/layout-cells";
import { collected, roomsOf, sent, summary } from "./wards";

const { layout, facts } = layoutSummary(
  collected([
    sent("W01", "ward", roomsOf([["Long room", "Open", 12, 300, 39_172]])),
    sent("W02", "ward", { "money.staff[next]": "see note" }),
    sent("W01", "office"),
  ]),
  summary,
);
const workbook = layoutCells(layout);
const HEAD = 5;

/** The rows of the sheet of facts below its headings, changed; its other cells stay. */
function withRows(
  change: (rows: (readonly RawValue[])[]) => readonly (readonly RawValue[])[],
): WorkbookCells {
  return withSheet((cells) => {
    const row = (at: number) =>
      FACT_COLUMNS.map((_, column) => cells.get(`${letter(column)}${at}`)?.value ?? null);
    const rows = facts.map((_, at) => row(HEAD + 1 + at));
    const kept = [...cells].filter(([address]) => Number(/\d+/.exec(address)![0]) <= HEAD);
    const changed = change(rows).flatMap((values, at) =>
      values.flatMap((value, column): [string, Cell][] =>
        value === null ? [] : [[`${letter(column)}${HEAD + 1 + at}`, { value, formula: null }]],
      ),
    );
    return new Map([...kept, ...changed]);
  });
}

function withSheet(
  change: (cells: ReadonlyMap<string, Cell>) => ReadonlyMap<string, Cell>,
  name = "Facts",
): WorkbookCells {
  const sheets = workbook.sheets.map((sheet) =>
    sheet.name === "Facts" ? { ...sheet, name, cells: change(sheet.cells) } : sheet,
  );
  return { ...workbook, sheets };
}

const letter = (column: number) => String.fromCharCode(65 + column);
const at = (column: (typeof FACT_COLUMNS)[number]) => FACT_COLUMNS.indexOf(column);
const inRow = (row: readonly RawValue[], column: (typeof FACT_COLUMNS)[number], value: RawValue) =>
  row.map((before, place) => (place === at(column) ? value : before));

function readFrom(from: WorkbookCells) {
  const result = readFacts(from);
  if (result.kind === "facts") return result.facts;
  throw new Error(result.message);
}

function refusedFrom(from: WorkbookCells): string {
  const result = readFacts(from);
  return result.kind === "refused" ? result.message : "read";
}

describe("the facts of a summary", () => {
  test("are read as they were written: figures, texts, days and blanks", () => {
    expect(facts.length).toBeGreaterThan(30);
    expect(new Set(facts.map(({ value }) => typeof value))).toEqual(new Set(["number", "string", "object"]));
    expect(readFrom(workbook)).toEqual(facts);
  });

  test("may have been sorted, and rows without a fact put under and between them", () => {
    const byValue = withRows((rows) => [
      ...[...rows].sort((a, b) => wordsOf(a[at("value")]).localeCompare(wordsOf(b[at("value")]))),
      [null, null, null, null, "Total", 4_711],
    ]);
    const about = ({ org, role, key }: (typeof facts)[number]) => `${org} ${role} ${key}`;
    const sorted = (all: typeof facts) => [...all].sort((a, b) => about(a).localeCompare(about(b)));
    expect(sorted(readFrom(byValue))).toEqual(sorted(facts));
  });

  test("are found under another sheet's name, beside a copy, and with their columns the other way round", () => {
    expect(readFrom(withSheet((cells) => cells, "Values"))).toEqual(facts);
    const copied = workbook.sheets
      .filter(({ name }) => name === "Facts")
      .map((sheet) => ({ ...sheet, name: "Facts (2)" }));
    expect(readFrom({ ...workbook, sheets: [...copied, ...workbook.sheets] })).toEqual(facts);
    const turned = withSheet(
      (cells) =>
        new Map(
          [...cells].map(([address, cell]) => {
            const [, letters = "", row = ""] = /^([A-Z])(\d+)$/.exec(address) ?? [];
            const mirrored = letter(FACT_COLUMNS.length - 1 - (letters.charCodeAt(0) - 65));
            return [Number(row) < HEAD ? address : `${mirrored}${row}`, cell];
          }),
        ),
    );
    expect(readFrom(turned)).toEqual(facts);
  });

  test("are refused where two sheets have them and neither has their name", () => {
    const named = (name: string) =>
      workbook.sheets.filter((sheet) => sheet.name === "Facts").map((sheet) => ({ ...sheet, name }));
    expect(refusedFrom({ ...workbook, sheets: [...named("One"), ...named("Two")] })).toBe(
      "its facts stand on several sheets (One, Two). Delete those that are copies.",
    );
  });

  test("are refused where their sheet or one of its headings is gone", () => {
    const message = `it has no sheet Facts with the headings ${FACT_COLUMNS.join(", ")}. Have the summary made anew.`;
    const others = workbook.sheets.filter(({ name }) => name !== "Facts");
    expect(refusedFrom({ ...workbook, sheets: others })).toBe(message);
    expect(
      refusedFrom(withSheet((cells) => new Map([...cells].filter(([address]) => address !== "G5")))),
    ).toBe(message);
  });

  test.each([
    [
      "a row stands there twice",
      (rows: (readonly RawValue[])[]) => [...rows, rows[3]!],
      `row ${HEAD + 1 + facts.length} of its sheet Facts is about the same as row 9: W01, ${facts[3]!.role}, ${facts[3]!.key}. Have the summary made anew.`,
    ],
    [
      "a part of what a row is about is gone",
      ([first, ...rows]: (readonly RawValue[])[]) => [
        inRow(inRow(first!, "org", null), "key", null),
        ...rows,
      ],
      "row 6 of its sheet Facts is no fact any more: org and key are gone. Have the summary made anew.",
    ],
    [
      "a value that counts is no figure",
      (rows: (readonly RawValue[])[]) =>
        rows.map((row) =>
          row[at("key")] === "money.staff[next]" && row[at("counts")] === "yes"
            ? inRow(row, "value", { error: "#REF!" })
            : row,
        ),
      `row ${HEAD + 1 + facts.findIndex(({ key }) => key === "money.staff[next]")} of its sheet Facts says that its value counts, and it is no figure. Have the summary made anew.`,
    ],
  ])("are refused where %s", (_, change, message) => {
    expect(refusedFrom(withRows(change))).toBe(message);
  });
});
