import { formatAddress } from "../../src/cells";
import { layoutTemplate, planTemplate } from "../../src/layout";
import { isInState, statesBetween } from "../../src/layout/state-places";
import { planningYear } from "../support/shipped";

const templates = [...planningYear("2007-08").templates.values()];

describe.each(templates.map((template) => [template.roleLabel, template] as const))(
  "where the states of a list's rules stand, for a %s",
  (_, template) => {
    const blocks = planTemplate(template).sheets.flatMap((sheet) => sheet.blocks);
    const lists = blocks.filter(({ block }) => block.kind === "list");

    test("each rule of a list has a place of its own, the sixteenth of a text at the most", () => {
      expect(lists.length).toBeGreaterThan(2);
      for (const { block, stateOf } of lists) {
        const places = [...stateOf.values()].map(({ column, at }) => `${column} ${at}`);
        expect(new Set(places).size).toBe(template.rules.filter((rule) => rule.block === block.id).length);
        for (const { at } of stateOf.values()) expect(at! >= 1 && at! <= 16).toBe(true);
      }
    });

    test("the places of a text are those of its signs, from 1 on and none left out", () => {
      for (const { stateOf } of lists) {
        const texts = new Map<number, number[]>();
        for (const { column, at } of stateOf.values()) texts.set(column, [...(texts.get(column) ?? []), at!]);
        for (const places of texts.values()) expect(places).toEqual(places.map((_one, at) => at + 1));
      }
    });

    test("stand there as texts, a lone one too: COUNTIF seeks no sign in a figure", () => {
      const filling = { entries: new Map(), prefilled: new Set<string>(), organisation: null };
      const layout = layoutTemplate(template, filling);
      for (const { sheet, blocks: own } of planTemplate(template).sheets) {
        const { cells } = layout.sheets.find(({ name }) => name === sheet.name)!;
        for (const { block, stateOf, rowOf } of own.filter((one) => one.block.kind === "list"))
          for (const { column } of stateOf.values())
            for (const { id } of block.lines)
              expect(cells.get(formatAddress({ row: rowOf.get(id)!, column }))!.value).toMatch(/^[0-3]+$/);
      }
    });

    test("a text with a rule has none that this one silences, or the text would need itself", () => {
      const byCode = new Map(template.rules.map((rule) => [rule.code, rule]));
      const silencing = (code: string): readonly string[] =>
        byCode.get(code)!.unless.flatMap((other) => [other, ...silencing(other)]);
      const columns = new Map(
        lists.flatMap(({ block, stateOf }) =>
          [...stateOf].map(([code, { column }]) => [code, `${block.id} ${column}`] as const),
        ),
      );
      const silenced = [...columns.keys()].filter((code) => silencing(code).length > 0);
      expect(silenced.length).toBeGreaterThan(0);
      for (const code of silenced)
        for (const other of silencing(code))
          expect([code, columns.get(code)]).not.toEqual([code, columns.get(other)]);
    });
  },
);

describe("a state in a formula", () => {
  const place = (at: number | null) =>
    ({ stateOf: new Map([["AA01", { column: 30, at }]]) }) as unknown as Parameters<typeof isInState>[3];

  test("is a figure in its own cell, or a sign of a text", () => {
    expect(isInState("AA01", "fails", 12, place(null))).toBe("AD12=2");
    expect(isInState("AA01", "waits", 12, place(4))).toBe('MID(AD12,4,1)="3"');
    expect(isInState("AA02", "fails", 12, place(4))).toBeNull();
  });

  test("is sought over rows as a figure, or as a sign behind any others", () => {
    const figures = statesBetween({ column: 30, at: null }, "Funding", 11, 14);
    expect([figures.range, figures.sought("holds")]).toEqual(["Funding!AD11:AD14", "1"]);
    expect(statesBetween({ column: 30, at: 1 }, "Funding", 11, 14).sought("fails")).toBe('"2*"');
    expect(statesBetween({ column: 30, at: 4 }, "Funding", 11, 14).sought("fails")).toBe('"???2*"');
  });
});
