import { formatAddress, parseAddress, type Address } from "../../src/cells";
import { layoutTemplate, planTemplate, type Validation } from "../../src/layout";
import { sheetOf } from "../support/layout-cells";
import { templateOf } from "../template/small-year";
import { addressOf, blank, fields, template } from "./provider-layout";

/** Whether a cell lies in "D10:D19" or is "D14". */
function holds({ range }: Validation, { row, column }: Address): boolean {
  const [first, last = first] = range.split(":").map((text) => parseAddress(text)!);
  return row >= first!.row && row <= last!.row && column >= first!.column && column <= last!.column;
}

/** Every cell of "D10:D19". */
function cellsIn(range: string): readonly string[] {
  const [first, last = first] = range.split(":").map((text) => parseAddress(text)!);
  const rows = Array.from({ length: last!.row - first!.row + 1 }, (_, at) => first!.row + at);
  const columns = Array.from({ length: last!.column - first!.column + 1 }, (_, at) => first!.column + at);
  return rows.flatMap((row) => columns.map((column) => formatAddress({ row, column })));
}

function validationAt(key: string): Validation {
  const { sheet, cell } = addressOf(key);
  const there = sheetOf(blank, sheet).validations.filter((one) => holds(one, parseAddress(cell)!));
  expect(there).toHaveLength(1);
  return there[0]!;
}

describe("what may be entered in a cell, and what is said beside it", () => {
  test("every entered cell has one validation, and no other cell has any", () => {
    const places = blank.sheets.flatMap(({ name, validations }) =>
      validations.flatMap(({ range }) => cellsIn(range).map((cell) => `${name}!${cell}`)),
    );
    const wanted = fields("entered").map(({ key }) => `${addressOf(key).sheet}!${addressOf(key).cell}`);
    expect([...places].sort()).toEqual([...wanted].sort());
  });

  test("validations that are alike stand on one range", () => {
    const { validations } = sheetOf(blank, addressOf("spend.staff[plan_revenue]").sheet);
    const words = validations.map((one) => JSON.stringify({ ...one, range: "" }));
    expect(validations.some(({ range }) => range.includes(":"))).toBe(true);
    expect(new Set(words).size).toBeGreaterThan(words.length / 3);
  });

  test("every validation says what is wanted, within Excel's bounds", () => {
    for (const { validations } of blank.sheets) {
      for (const { prompt, promptTitle, error } of validations) {
        expect(prompt.length).toBeGreaterThan(0);
        expect(prompt.length).toBeLessThanOrEqual(255);
        expect(promptTitle.length).toBeLessThanOrEqual(32);
        expect(error.length).toBeGreaterThan(0);
        expect(error.length).toBeLessThanOrEqual(225);
      }
    }
  });

  test("a field's help begins its prompt, whole", () => {
    const helped = fields("entered").filter(({ help }) => help !== null);
    expect(helped.length).toBeGreaterThan(50);
    for (const { key, help } of helped) expect(validationAt(key).prompt.startsWith(help!)).toBe(true);
  });

  test("a list offers the template's own choices, and fits into Excel's 255 characters", () => {
    const choices = fields("entered").filter(({ type }) => type.kind === "choice");
    expect(choices.map(({ key }) => key).sort()).toEqual(["cover.org_type", "filing.status"]);
    expect(validationAt("filing.status").test).toEqual({ kind: "list", choices: ["Draft", "Final"] });
    expect(validationAt("cover.org_type").test).toEqual({ kind: "list", choices: template.files });
    for (const { key } of choices) {
      const { test: of } = validationAt(key);
      expect(of.kind === "list" && of.choices.join(",").length <= 255).toBe(true);
    }
  });

  test("amounts are whole, within the bounds of their line", () => {
    expect(validationAt("spend.staff[plan_revenue]").test).toMatchObject({ kind: "whole", least: 0 });
    expect(validationAt("spend.recharges[plan_revenue]").test).toMatchObject({ kind: "whole", most: 0 });
    expect(validationAt("context.turnover[plan]").test).toMatchObject({ kind: "whole", least: 1 });
    expect(validationAt("filing.submission").test).toEqual({ kind: "whole", least: 1, most: 99 });
    expect(validationAt("context.wte[plan]").test).toMatchObject({ kind: "decimal", least: 0 });
    expect(validationAt("spend.staff[plan_revenue]").prompt).toContain("£000");
    expect(validationAt("spend.recharges[plan_revenue]").prompt).toContain("negative");
  });

  test("texts are held to their length, dates to days from 1990 to 2049, codes to nothing that Excel can test", () => {
    expect(validationAt("spend.staff[note]").test).toEqual({ kind: "length", most: 70 });
    expect(validationAt("cover.org_name").test).toEqual({ kind: "length", most: 120 });
    // 1 January 1990 and 31 December 2049, counted from 1 January 2000 being 36,526.
    const days = (from: number, to: number) =>
      Math.round((Date.UTC(to, 0, 1) - Date.UTC(from, 0, 1)) / 86_400_000);
    expect(validationAt("filing.fd_date").test).toEqual({
      kind: "date",
      least: 36_526 - days(1990, 2000),
      most: 36_526 + days(2000, 2050) - 1,
    });
    expect(validationAt("cover.org_code").test).toEqual({ kind: "any" });
  });

  test("the name of a line stands above its prompt, unless it is too long for Excel", () => {
    expect(validationAt("spend.staff[plan_revenue]").promptTitle).toBe("IM&T staff");
    expect("Maintenance and support contracts").toHaveLength(33);
    expect(validationAt("spend.maintenance[plan_revenue]").promptTitle).toBe("");
  });

  test("a help that leaves no room for what is wanted stands alone and whole", () => {
    const help = `${"h".repeat(254)}.`;
    const small = templateOf({ file: "cover.yaml", old: "Three characters.", by: help });
    const long = templateOf({
      file: "spend.yaml",
      old: "label: IM&T staff, least: 0 }",
      by: `label: IM&T staff, least: 0, help: ${help} }`,
    });
    const promptIn = (of: typeof small, key: string) => {
      const { sheet, address } = planTemplate(of).placeOf.get(key)!;
      const { validations } = sheetOf(layoutTemplate(of), sheet);
      return validations.find((one) => holds(one, address))!.prompt;
    };
    expect(promptIn(small, "cover.org_code")).toBe(help);
    expect(promptIn(long, "spend.staff[revenue]")).toBe(help);
  });
});
