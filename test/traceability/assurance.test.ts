import { formatAddress, parseAddress, type RawValue } from "../../src/cells";
import type { Layout } from "../../src/layout";
import { collect, layoutSummary, type ReturnFile } from "../../src/summary";
import { AUTHORITY, servedBy } from "../../src/template";
import { sheetOf } from "../support/layout-cells";
import { planningYear } from "../support/shipped";
import { rowsOf, values } from "../summary/sheets";
import { MET, REGISTER, UNMET } from "./assured-returns";
import { ASSURED } from "./authority";

const year = planningYear("2007-08");
const summary = year.summary!;
const SHEET = "Assurance";
/** Columns of the sheet: what is shown, its figure and the words beside it, the judgement. */
const [SHOWS, FIGURE, BESIDE, JUDGEMENT] = [5, 6, 7, 8];

const summaryOf = (files: readonly ReturnFile[]): Layout =>
  layoutSummary(collect(files, REGISTER, "Q31", year), summary).layout;
const [met, unmet] = [summaryOf(MET), summaryOf(UNMET)];

/** The row in which a line of the assurance begins. */
function topOf(layout: Layout, line: string): number {
  for (const [address, { value }] of sheetOf(layout, SHEET).cells)
    if (value === `judgements.${line}`) return parseAddress(address)!.row;
  throw new Error(`there is no line ${line}`);
}

/** A figure of a line and what stands beside it, by its label. */
function shown(layout: Layout, line: string, label: string): readonly RawValue[] {
  const lines = summary.assurance!.sections.flatMap((section) => section.lines);
  const top = topOf(layout, line);
  const last = top + lines.find(({ id }) => id === line)!.shows.length;
  const row = rowsOf(layout, SHEET)
    .slice(top - 1, last - 1)
    .map(values)
    .find((row) => row[SHOWS - 1] === label);
  if (!row) throw new Error(`${line} does not show ${label}`);
  return [row[FIGURE - 1] ?? null, row[BESIDE - 1] ?? null];
}

const near = ([figure, beside]: readonly RawValue[]): readonly unknown[] => [
  expect.closeTo(Number(figure), 9),
  beside,
];

describe("what the authority has to be sure of", () => {
  test.each(ASSURED.map((row) => [row.id, row.label, row] as const))(
    "%s: “%s” tells where it is met from where it is not",
    (id, label, row) => {
      const services = servedBy(year).get(id)!;
      expect(services).toContainEqual({ role: AUTHORITY, kind: "assurance", key: row.line });
      expect(shown(met, row.line, label)).toEqual(near(row.met));
      expect(shown(unmet, row.line, label)).toEqual(near(row.unmet));
      expect(row.met[0]).not.toBe(row.unmet[0]);
    },
  );

  const judged = [...year.obligations.values()].filter(({ asks }) => asks.includes("judgement"));

  test.each(judged.map(({ id }) => id))("%s has room for the authority's judgement", (id) => {
    const lines = servedBy(year)
      .get(id)!
      .filter(({ role }) => role === AUTHORITY);
    const cells = lines.map(({ key }) =>
      sheetOf(met, SHEET).cells.get(formatAddress({ row: topOf(met, key), column: JUDGEMENT })),
    );
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.map((cell) => cell?.role)).toEqual(cells.map(() => "input_note"));
  });
});
