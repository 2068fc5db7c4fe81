import { columnLetters, formatAddress, type RawValue } from "../../src/cells";
import { evaluate, parseSheetFormula } from "../../src/formula";
import { CHECKS_COLUMNS, layoutTemplate, planTemplate } from "../../src/layout";
import { wordsOf } from "../support/layout-cells";
import { planningYear } from "../support/shipped";

/** A list of more than thirty columns, so that the marks of a row take more than one text. */
const template = planningYear("2007-08").templates.get("provider")!;
const plan = planTemplate(template);
const sheetPlan = plan.sheets.find(({ sheet }) => sheet.name === "Deployments")!;

const AT_FAULT: ReadonlyMap<string, RawValue> = new Map<string, RawValue>([
  ["deployments.r02[name]", "Maternity"],
  ["deployments.r02[revenue_y1]", "12 k"],
  ["deployments.r02[capital_y1]", "3 k"],
  ["deployments.r01[name]", "Radiology"],
  ["deployments.r01[sessions_needed]", "two"],
  ["deployments.r03[name]", "Theatres"],
  ["deployments.r03[capital_y1]", "4 k"],
]);
const layout = layoutTemplate(template, { entries: AT_FAULT, prefilled: new Set(), organisation: null });
const valueAt = (sheet: string, row: number, column: number) =>
  wordsOf(layout.sheets.find(({ name }) => name === sheet)!.cells.get(formatAddress({ row, column }))?.value);
const rowOf = (line: string) => sheetPlan.blocks[0]!.rowOf.get(line)!;
const labelOf = (key: string) => {
  const field = template.fields.get(key)!;
  const column = sheetPlan.blocks[0]!.block.columns.find(({ id }) => id === field.column)!;
  return [column.group, column.label].filter((part) => part !== null).join(", ");
};

describe("the marks of a list's row", () => {
  // Thirty-two columns and the Check column among them, sixteen signs a text.
  test("take three texts", () => {
    expect(sheetPlan.blocks[0]!.block.columns).toHaveLength(32);
    expect(sheetPlan.marks).toMatchObject({ kind: "signs", texts: 3 });
  });

  test("let the Check cell name the first column at fault, and what is wrong with it", () => {
    const blank = template.standing.get("blank")!.short;
    const column = template.fields.get("deployments.r02[solution]")!;
    expect(column.source).toMatchObject({ kind: "entered", answer: "due" });
    expect(valueAt("Deployments", rowOf("r02"), sheetPlan.checkColumn)).toBe(
      `✖ ${labelOf(column.key)}: ${blank}`,
    );
    expect(valueAt("Deployments", rowOf("r04"), sheetPlan.checkColumn)).toBe("");
  });

  test("are counted once for the whole workbook: four figures that are text", () => {
    const row = plan.checks!.rowOfFault.get("not_a_number")!;
    expect(valueAt("Checks", row, CHECKS_COLUMNS.found)).toBe("Cells concerned:  Deployments (4)");
    expect(valueAt("Checks", row, CHECKS_COLUMNS.link)).toBe("Deployments");
  });

  test("colour those cells of the first row that are at fault, and no others", () => {
    const sheet = layout.sheets.find(({ name }) => name === "Deployments")!;
    const { columnOf, block } = sheetPlan.blocks[0]!;
    const { firstValueColumn: first, lastValueColumn: last } = sheetPlan;
    const range = `${columnLetters(first)}${rowOf("r01")}:${columnLetters(last)}${rowOf("r60")}`;
    const [format, ...others] = sheet.conditional.filter((one) => one.look === "fix" && one.range === range);
    expect(others).toEqual([]);
    const columns = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const coloured = columns.filter((column) => {
      // As Excel moves it: what has no $ before its column goes with the cell.
      const moved = format!.formula.replaceAll(
        new RegExp(`(?<![$A-Z])${columnLetters(first)}(?=\\d)`, "g"),
        columnLetters(column),
      );
      const parsed = parseSheetFormula(moved);
      if (parsed.kind === "refused") throw new Error(parsed.message);
      return evaluate(parsed.expression, ({ area: { top, left, right } }) => ({
        rows: [
          Array.from(
            { length: right - left + 1 },
            (_, at) => sheet.cells.get(formatAddress({ row: top, column: left + at }))?.value ?? null,
          ),
        ],
      }));
    });
    // Every answer that is due is missing in a row that was begun; the sessions are no number.
    const wrong = block.columns.filter(({ id }) => {
      const { source } = template.fields.get(`deployments.r01[${id}]`)!;
      return (
        id === "sessions_needed" || (id !== "name" && source.kind === "entered" && source.answer === "due")
      );
    });
    expect(coloured).toEqual(wrong.map(({ id }) => columnOf.get(id)));
    expect(wrong.length).toBeGreaterThan(5);
  });
});
