import { formatAddress, parseAddress, type RawValue } from "../../src/cells";
import { calculated, SheetDraft, type LayoutCell, type LayoutSheet } from "../../src/layout";
import { lifted } from "../../src/layout/lifted";
import { literalsOf } from "../../src/layout/row-wise";
import * as fc from "../support/laws";

const LONG = "&LEFT(B{row},0)&LEFT(B{row},0)&LEFT(B{row},0)&LEFT(B{row},0)";
const cellOf = (formula: string): LayoutCell => ({ value: null, formula, role: "key", format: "general" });

/** Column C from row 1 on, with these formulas, long enough to be worth it. */
function columnOf(formulas: readonly string[]): ReadonlyMap<string, LayoutCell> {
  return new Map(
    formulas.map((formula, at) => [
      formatAddress({ row: at + 1, column: 3 }),
      cellOf(`${formula}${LONG}`.replaceAll("{row}", String(at + 1))),
    ]),
  );
}

const lift = (cells: ReadonlyMap<string, LayoutCell>) => lifted(cells, (column) => column === 3, 10);

describe("formulas of a column that differ in a word or a figure alone", () => {
  const functions = ["Patient administration", "Prescribing", 'The "blue" form'];
  const cells = columnOf(functions.map((name) => `IF(B{row}="${name.replaceAll('"', '""')}",1,B{row})`));
  const { cells: changed, nextColumn } = lift(cells);

  test("take it from a hidden cell of their row", () => {
    const words = LONG.replaceAll("{row}", "2");
    expect(changed.get("C2")).toMatchObject({ formula: `IF(B2=J2,1,B2)${words}` });
    expect(functions.map((_, at) => changed.get(`J${at + 1}`)!.value)).toEqual(functions);
    expect(nextColumn).toBe(11);
  });

  test("keep what they have in common", () => {
    expect(changed.get("C1")!.formula).toContain(",1,B1)");
  });
});

describe("nothing is lifted", () => {
  test.each([
    ["from fewer than three", columnOf(['B{row}&"a"', 'B{row}&"b"'])],
    [
      "where an empty text is among them: an empty cell is another thing",
      columnOf(['B{row}&"a"', 'B{row}&""', 'B{row}&"c"']),
    ],
    [
      "where a figure differs: it would be taken for an entry",
      columnOf(["B{row}+1", "B{row}+2", "B{row}+3"]),
    ],
    ["where they look at different cells", columnOf(["B{row}+$D$1", "B{row}+$D$2", "B{row}+$D$3"])],
    ["from the digits of an address", columnOf(["B{row}*2", "B{row}*2", "B{row}*2"])],
    [
      "from short ones",
      new Map(["a", "b", "c"].map((word, at) => [`C${at + 1}`, cellOf(`B${at + 1}&"${word}"`)])),
    ],
  ])("%s", (_, cells) => {
    const { cells: changed, nextColumn } = lift(cells);
    const formulas = [...cells].map(([address, { formula }]) => changed.get(address)?.formula ?? formula);
    expect(formulas).toEqual([...cells.values()].map(({ formula }) => formula));
    expect(nextColumn).toBe(10);
  });
});

test("the same word in two places of a row, or in two columns, takes one cell", () => {
  const twice = columnOf(["x", "y", "z"].map((word) => `IF(B{row}="${word}","${word}",7)`));
  expect(lift(twice).nextColumn).toBe(11);
});

test("a figure is found beside texts, sheets and addresses, and where it stands", () => {
  const formula = `IF('Plan to 2011'!$F$10>12.5,"7 ""x"" 8",MID(A3,2,1))+Q2`;
  const { literals } = literalsOf(formula, 3);
  expect(literals.map(({ value }) => value)).toEqual([12.5, '7 "x" 8', 2, 1]);
  for (const { text, from } of literals) expect(formula.slice(from, from + text.length)).toBe(text);
});

/** What a sheet's formulas come to. */
function results(sheet: LayoutSheet): ReadonlyMap<string, RawValue> {
  const [only] = calculated({ sheets: [sheet] } as unknown as Parameters<typeof calculated>[0]).sheets;
  return new Map([...only!.cells].map(([address, { value }]) => [address, value]));
}

test("what the formulas come to is the same", () => {
  const word = fc.constantFrom("", "a", "bc", '"', "1", "A1");
  const row = fc.record({ word, other: word, entry: fc.oneof(word, fc.constantFrom(0, 7, 8)) });
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 6 }), (rows) => {
      const draft = (lifts: boolean) => {
        const made = new SheetDraft("Rows", true);
        rows.forEach(({ word: text, other, entry }, at) => {
          const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`;
          const formula = `IF(B{row}=${quoted(text)},${quoted(other)},IF(B{row}=7,7+1,"no"))${LONG}`;
          made.set(at + 1, 2, { value: entry, role: "input" });
          made.set(at + 1, 3, { formula: formula.replaceAll("{row}", String(at + 1)), role: "key" });
        });
        if (lifts) made.lift((column) => column === 3, 10);
        return made.sheet({
          portrait: true,
          freeze: { rows: 0, columns: 0 },
          protected: false,
          titleRows: [1, 1],
          footer: "",
        });
      };
      const [before, after] = [results(draft(false)), results(draft(true))];
      for (const [address, value] of before)
        if (parseAddress(address)!.column === 3) expect(after.get(address)).toEqual(value);
    }),
  );
});
