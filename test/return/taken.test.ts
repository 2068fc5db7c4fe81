import type { RawValue } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import type { Organisation } from "../../src/register";
import { findingsOf, listsFrom, takenEntries, valueOf, type TakenFrom } from "../../src/return";
import { layoutCells, sheetOf, valueIn } from "../support/layout-cells";

import { COMMUNITY_SHEET, ROWS, columnOf, rowOf, template as commissioner } from "./commissioner";
import { ALONE, foundIn, template as provider, rightWorkbook, workbookWith, year } from "./provider";
import { registerOf } from "./registers";

const TRUST = organisation("X01", "Example Hospital NHS Trust");
const OTHER = organisation("X02", "Lowmoor NHS Trust");
const HEADS = [
  "name",
  "code",
  "forecast_revenue",
  "forecast_capital",
  "plan_revenue",
  "plan_capital",
  "uplift",
];

function organisation(code: string, name: string): Organisation {
  return registerOf(`code,name,type,sha\n${code},${name},Acute trust,Q30\n`).find(code)!;
}

function taken(...bodies: readonly TakenFrom[]) {
  return takenEntries(commissioner, provider, bodies);
}

const rowsOf = (entries: ReadonlyMap<string, RawValue>, row: string) =>
  HEADS.map((column) => entries.get(`community.${row}[${column}]`) ?? null);

describe("rows of a list that are put in from other returns", () => {
  const right = { organisation: TRUST, found: foundIn(rightWorkbook) };

  test("have the register's code and name, and the figures that count in the return", () => {
    const { template, entries } = taken(right);
    // Line 220 of the right return, and 0.1% of income of 171,900.
    expect(rowsOf(entries, "r01")).toEqual([
      "Example Hospital NHS Trust",
      "X01",
      2_960,
      610,
      3_180,
      700,
      172,
    ]);
    expect(entries.size).toBe(7);
    expect(template).toBe(commissioner);
  });

  test("have net figures, by what the entries make and not by what a total shows", () => {
    const changed = workbookWith({
      "spend.recharges[plan_revenue]": "(180)",
      "spend.net[plan_revenue]": 9_999,
      "cover.org_code": "x01",
      "cover.org_name": "EXAMPLE",
    });
    const { entries } = taken({ organisation: TRUST, found: foundIn(changed) });
    expect(rowsOf(entries, "r01")).toEqual([
      "Example Hospital NHS Trust",
      "X01",
      2_960,
      610,
      3_000,
      700,
      172,
    ]);
  });

  test("have code and name alone where the return is not there, and stand in the order given", () => {
    const { entries } = taken({ organisation: OTHER, found: null }, right);
    expect(rowsOf(entries, "r01")).toEqual(["Lowmoor NHS Trust", "X02", null, null, null, null, null]);
    expect(rowsOf(entries, "r02").slice(0, 2)).toEqual(["Example Hospital NHS Trust", "X01"]);
    expect(entries.size).toBe(9);
  });

  test("have no figure where the return has none", () => {
    const blank = foundIn(workbookWith({ "tariff.income[y2007]": null }));
    const { entries } = taken({ organisation: TRUST, found: blank });
    expect(entries.has("community.r01[uplift]")).toBe(false);
    expect(entries.get("community.r01[plan_revenue]")).toBe(3_180);
  });

  test("are none where there is nobody", () => {
    expect(taken()).toEqual({ template: commissioner, entries: new Map() });
  });

  test("belong to the lists that take them from that role", () => {
    expect(listsFrom(commissioner, "provider").map(({ id }) => id)).toEqual(["community"]);
    expect(listsFrom(commissioner, "commissioner")).toEqual([]);
    expect(listsFrom(provider, "provider")).toEqual([]);
    const none = takenEntries(provider, commissioner, [right]);
    expect([none.template === provider, none.entries.size]).toEqual([true, 0]);
  });
});

describe("more bodies than the list has rows", () => {
  const count = ROWS + 5;
  const bodies = Array.from({ length: count }, (_, at): TakenFrom => ({
    organisation: organisation(`Y${String(at + 1).padStart(2, "0")}`, `Body ${at + 1}`),
    found: foundIn(rightWorkbook),
  }));
  const { template, entries } = taken(...bodies);
  const layout = layoutTemplate(template, {
    entries,
    prefilled: new Set(entries.keys()),
    organisation: null,
  });
  const last = rowOf(1) + count - 1;

  test("make it as long as they are many, each with its row", () => {
    const [list] = listsFrom(template, "provider");
    expect(list!.lines).toHaveLength(count);
    expect(list!.lines.at(-1)).toMatchObject({ id: `r${count}`, number: count, label: `Provider ${count}` });
    expect(entries.get(`community.r${count}[name]`)).toBe(`Body ${count}`);
    expect(valueIn(layout, COMMUNITY_SHEET, `C${last}`)).toBe(`Body ${count}`);
    expect(valueIn(layout, COMMUNITY_SHEET, `A${last}`)).toBe(`community.r${count}`);
    expect(sheetOf(layout, COMMUNITY_SHEET).cells.get(`A${last + 1}`)?.value ?? null).toBeNull();
    expect(commissioner.fields.has(`community.r${count}[name]`)).toBe(false);
  });

  test("are added up in the workbook, each of them: 310 of rise, 700 of capital and 172 of uplift a body", () => {
    const sheet = sheetOf(layout, COMMUNITY_SHEET);
    expect(sheet.cells.get("D11")!.formula).toBe(`SUM($H$${rowOf(1)}:$H$${last})`);
    const at = (cell: string) => valueIn(layout, COMMUNITY_SHEET, cell);
    expect([at("D10"), at("D11"), at("E10")]).toEqual([310 * count, 700 * count, 172 * count]);
    expect(at(`I${last}`)).toBe(310);
    expect(columnOf("rise")).toBe(9);
  });

  test("are found again in the workbook that was drawn for them, and nothing of it looks changed", () => {
    const found = foundIn(layoutCells(layout));
    expect(found.noticed).toEqual([]);
    expect(valueOf(found, found.template.fields.get("health_community.rise[planned]")!)).toBe(310 * count);
    expect(findingsOf(found, ALONE).map(({ code }) => code)).toEqual(["CV00"]);
  });

  test("are held against the rules, the last of them too", () => {
    const rule = template.rules.find(({ code }) => code === "CM01")!;
    expect(rule.cases).toHaveLength(count);
    const twice = new Map(entries).set(`community.r${count}[code]`, "Y01").set("mergers.costs", 0);
    const workbook = layoutCells(
      layoutTemplate(template, { entries: twice, prefilled: new Set(), organisation: null }),
    );
    const same = findingsOf(foundIn(workbook), ALONE).filter(({ code }) => code === "CM01");
    expect(same.flatMap(({ cells }) => cells)).toEqual([`D${rowOf(1)}`, `D${last}`]);
    expect(same[1]!.labels).toEqual([`Provider ${count}, code`]);
  });

  test("leave the year's own template as it was", () => {
    expect(year.templates.get("commissioner")).toBe(commissioner);
    expect(listsFrom(commissioner, "provider")[0]!.lines).toHaveLength(ROWS);
  });
});
