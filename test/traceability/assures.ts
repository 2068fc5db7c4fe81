import { formatAddress, parseAddress, type RawValue } from "../../src/cells";
import type { Layout } from "../../src/layout";
import { collect, layoutSummary, type ReturnFile } from "../../src/summary";
import type { Register } from "../../src/register";
import { AUTHORITY, servedBy, type PlanningYear } from "../../src/template";
import { sheetOf } from "../support/layout-cells";
import { rowsOf, values } from "../summary/sheets";
import type { Assured } from "./authority";

/** What is to be proven of the authority's part in a planning year. */
export interface AssuredYear {
  readonly year: PlanningYear;
  readonly sha: string;
  readonly register: Register;
  /** Returns of bodies that have done what is asked, and of the same that have not. */
  readonly met: readonly ReturnFile[];
  readonly unmet: readonly ReturnFile[];
  readonly assured: readonly Assured[];
}

const SHEET = "Assurance";
/** Columns of the sheet: what is shown, its figure and the words beside it, the judgement. */
const [SHOWS, FIGURE, BESIDE, JUDGEMENT] = [5, 6, 7, 8];

/** Each obligation of the authority has a figure that tells where it is met from where it is not, and room for a judgement. */
export function assures({ year, sha, register, met: metBy, unmet: unmetBy, assured }: AssuredYear): void {
  const summary = year.summary!;
  const summaryOf = (files: readonly ReturnFile[]): Layout =>
    layoutSummary(collect(files, register, sha, year), summary).layout;
  const [met, unmet] = [summaryOf(metBy), summaryOf(unmetBy)];

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
    test.each(assured.map((row) => [row.id, row.label, row] as const))(
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
}
