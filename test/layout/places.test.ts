import { layoutTemplate } from "../../src/layout";
import { fieldOf, templateOf } from "../template/small-year";
import { addressOf, blank, filledWith, template } from "./provider-layout";

describe("columns and rows", () => {
  test("the purposes stand under the spend plan's columns of the same name", () => {
    for (const column of ["plan_revenue", "plan_capital", "plan_total", "note"]) {
      const letters = (key: string) => addressOf(key).cell.replace(/\d/g, "");
      expect([column, letters(`purposes.total[${column}]`)]).toEqual([
        column,
        letters(`spend.gross[${column}]`),
      ]);
    }
  });

  test("the context's years stand under the totals of forecast and plan", () => {
    const letters = (key: string) => addressOf(key).cell.replace(/\d/g, "");
    expect(letters("context.turnover[forecast]")).toBe(letters("spend.gross[forecast_total]"));
    expect(letters("context.turnover[plan]")).toBe(letters("spend.gross[plan_total]"));
  });

  test("the lines of a table stand one below the other in its order, with number and label beside", () => {
    const { cells } = blank.sheets.find(({ name }) => name === "IM&T spend")!;
    const first = Number(addressOf("spend.staff[plan_revenue]").cell.replace(/\D/g, ""));
    const beside = [0, 1, 10, 12].map((at) => [
      cells.get(`B${first + at}`)!.value,
      cells.get(`C${first + at}`)!.value,
    ]);
    expect(beside).toEqual([
      [100, "IM&T staff"],
      [110, "Agency, contractors and secondees"],
      [200, "Gross IM&T spend"],
      [220, "Net IM&T spend"],
    ]);
  });

  test("two cells of a layout never share a place", () => {
    const places = [...template.fields.keys()].map((key) => `${addressOf(key).sheet}!${addressOf(key).cell}`);
    expect(new Set(places).size).toBe(template.fields.size);
  });

  test("the same entries give the same layout", () => {
    const entries = new Map([["spend.staff[plan_revenue]", 5]]);
    expect(filledWith(entries)).toEqual(filledWith(new Map(entries)));
    expect(filledWith(entries)).not.toEqual(blank);
  });

  test("a small year of another shape is laid out by the same means", () => {
    const small = templateOf();
    const layout = layoutTemplate(small);
    expect(layout.sheets.map(({ name }) => name)).toEqual(["Cover", "Spend", "Explanations", "Checks"]);
    expect(fieldOf(small, "cover.year").source.kind).toBe("constant");
    expect([...layout.sheets[0]!.cells.values()].map(({ value }) => value)).toContain("2001/02");
  });
});
