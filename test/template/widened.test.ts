import { isDeepStrictEqual } from "node:util";

import { writeFormula } from "../../src/formula";
import { readPlanningYear, widened } from "../../src/template";
import { planningYear, yearFiles } from "../support/shipped";

import { fieldOf, listOf, ruleOf, templateIn, TWO_ROLES, yearOf } from "./small-year";

const template = templateIn(yearOf(TWO_ROLES), "payer");

describe("a list that is drawn longer", () => {
  const drawnWith = (rows: number) =>
    templateIn(yearOf(TWO_ROLES, { file: "bodies.yaml", old: "rows: 3", by: `rows: ${rows}` }), "payer");

  describe.each([4, 6, 12])("to %d rows is the same return as one defined with as many", (rows) => {
    const [longer, defined] = [widened(template, "bodies", rows), drawnWith(rows)];

    test("in its sheets and in the order of its fields", () => {
      expect([...longer.fields.keys()]).toEqual([...defined.fields.keys()]);
      expect(listOf(longer)).toEqual(listOf(defined));
      expect(longer.sheets).toEqual(defined.sheets);
    });

    test.each(["name", "code", "spent", "twice", "share", "remark"])(
      "in every field of the column %s",
      (column) => {
        for (const [key, field] of defined.fields) {
          if (field.block === "bodies" && field.column === column)
            expect(longer.fields.get(key)).toEqual(field);
        }
      },
    );

    test("in every field outside of the list", () => {
      for (const [key, field] of defined.fields)
        if (field.block !== "bodies") expect(longer.fields.get(key)).toEqual(field);
    });

    test.each(["AA01", "AA02", "BB01", "BB02"])("in the rule %s", (code) => {
      expect(ruleOf(longer, code)).toEqual(ruleOf(defined, code));
    });
  });

  test("in two steps is as long as in one", () => {
    expect(widened(widened(template, "bodies", 5), "bodies", 11)).toEqual(widened(template, "bodies", 11));
  });

  test("adds the new rows up, and works each new row out by itself", () => {
    const longer = widened(template, "bodies", 5);
    const formula = (key: string) => {
      const { source } = fieldOf(longer, key);
      return source.kind === "calculated" ? writeFormula(source.formula, ({ keys }) => keys.join("+")) : "";
    };
    expect(formula("together.spent[amount]")).toBe(
      `SUM(${["r01", "r02", "r03", "r04", "r05"].map((id) => `bodies.${id}[spent]`).join("+")})`,
    );
    expect(formula("bodies.r05[twice]")).toBe("2*bodies.r05[spent]");
    expect(formula("bodies.r05[share]").match(/bodies\.r0\d\[spent\]/g)).toHaveLength(11);
  });

  test("is left alone where it is long enough", () => {
    expect(widened(template, "bodies", 3)).toBe(template);
    expect(widened(template, "bodies", 0)).toBe(template);
  });

  test("leaves the shorter one as it was", () => {
    const before = JSON.stringify([...template.fields.values(), template.rules, template.sheets]);
    widened(template, "bodies", 9);
    expect(JSON.stringify([...template.fields.values(), template.rules, template.sheets])).toBe(before);
  });

  test("has to be a list", () => {
    expect(() => widened(template, "spend", 30)).toThrow("there is no list spend");
    expect(() => widened(template, "nobodies", 30)).toThrow("there is no list nobodies");
  });

  test("the shipped community to 30 rows is what its definition would make with 30", () => {
    const shipped = planningYear("2007-08").templates.get("commissioner")!;
    const files = yearFiles("2007-08");
    const { name, text } = files.sheets.get("community")!;
    const sheets = new Map(files.sheets).set("community", {
      name,
      text: text.replace(/^ {4}rows: \d+$/m, "    rows: 30"),
    });
    const result = readPlanningYear({ ...files, sheets });
    if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
    const [longer, defined] = [widened(shipped, "community", 30), result.year.templates.get("commissioner")!];
    // One by one and by name: to print how two whole returns differ takes longer than anybody waits.
    const differing = [...defined.fields].filter(
      ([key, field]) => !isDeepStrictEqual(longer.fields.get(key), field),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
    expect([...longer.fields.keys()]).toEqual([...defined.fields.keys()]);
    const rules = defined.rules.filter((rule) => !isDeepStrictEqual(ruleOf(longer, rule.code), rule));
    expect(rules.map(({ code }) => code)).toEqual([]);
    expect(longer.rules).toHaveLength(defined.rules.length);
    expect(longer.sheets).toEqual(defined.sheets);
  });
});
