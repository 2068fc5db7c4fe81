import type { SummaryTable } from "../../../src/template";
import { rolledUp } from "../../../src/summary/national/rolled-up";
import { planningYear } from "../../support/shipped";

/** The tables of the shipped summary. */
const tables = planningYear("2007-08").summary!.sheets.flatMap((sheet) =>
  sheet.kind === "tables" ? sheet.tables : [],
);
const headsOf = ({ columns }: SummaryTable) => columns.map(({ group, label }) => [group, label]);

describe("a table over authorities", () => {
  test("takes a group of which one column is left into that column's head", () => {
    const benefits = tables.find(({ id }) => id === "benefits_planned")!;
    expect(headsOf(benefits)).toEqual(
      expect.arrayContaining([
        ["National agreements", "NHSmail used"],
        ["National agreements", "Saved 2007/08, £000"],
      ]),
    );
    const heads = headsOf(rolledUp(benefits).table);
    expect(heads).toContainEqual([null, "National agreements: Saved 2007/08, £000"]);
    expect(heads.map(([group]) => group)).not.toContain("National agreements");
  });

  test("keeps groups of several columns as they are", () => {
    const net = tables.find(({ id }) => id === "net")!;
    expect(headsOf(rolledUp(net).table)).toEqual(headsOf(net));
  });
});
