import { layoutTemplate, planTemplate, SheetDraft } from "../../src/layout";
import { breakPages, pagesOf } from "../../src/layout/pages";
import { planningYear } from "../support/shipped";

/** Columns of these widths from B on, the first of them with the names. */
function draftOf(...widths: readonly number[]): SheetDraft {
  const draft = new SheetDraft("Wide");
  draft.column(1, { width: 3, hidden: true });
  widths.forEach((width, at) => draft.column(at + 2, { width, hidden: false }));
  return draft;
}

const alone = (first: number, last: number): readonly (readonly [number, number])[] =>
  Array.from({ length: last - first + 1 }, (_, at) => [first + at, first + at]);

describe("a list wider than a page of 250 characters", () => {
  test("goes on where a head begins, with the names on each page", () => {
    // 80 for the names and 60 a column: two columns fit beside them, and the second pair is one head.
    const draft = draftOf(80, 60, 60, 60, 60, 60);
    expect(pagesOf(draft, 2, 7, alone(3, 7))).toMatchObject({ columnBreaks: [5, 7], pagesAcross: 3 });
    const headed = pagesOf(draft, 2, 7, [
      [3, 3],
      [4, 5],
      [6, 6],
      [7, 7],
    ]);
    expect(headed).toMatchObject({ columnBreaks: [4, 6], pagesAcross: 3, titleColumns: [1, 2] });
  });

  test("is printed so small that its widest page has room on paper: 784 points, 5.25 a character, and seven per cent to spare", () => {
    const { scale } = pagesOf(draftOf(80, 60, 60, 60, 60, 60), 2, 7, alone(3, 7));
    expect(scale).toBe(Math.floor((0.93 * 784 * 100) / (200 * 5.25)));
  });

  test("of no more than that is one page wide and shrunk by the program", () => {
    const one = pagesOf(draftOf(80, 60, 60, 50), 2, 5, alone(3, 5));
    expect(one).toEqual({ columnBreaks: [], pagesAcross: 1, titleColumns: null, scale: null });
  });
});

describe("tables one below the other, on landscape pages of 490 points", () => {
  /** Where pages begin, of tables of so many rows of 20 points with one row between; the first row is a title on each page. */
  const breaksOf = (...lengths: readonly number[]) => {
    const draft = draftOf(50);
    let row = 2;
    const tables = lengths.map((length) => {
      const table = { from: row, to: row + length - 1 };
      row += length + 1;
      return table;
    });
    for (let at = 1; at < row; at += 1) draft.row(at, { height: 20 });
    breakPages(draft, tables, { portrait: false, titleRows: 1, lastColumn: 2 });
    return draft.sheet({
      portrait: false,
      freeze: { rows: 0, columns: 0 },
      protected: false,
      titleRows: [1, 1],
      footer: "",
    }).pageBreaks;
  };

  test("are not cut where they fit on a page of their own", () => {
    expect(breaksOf(10, 10)).toEqual([]);
    // A page has 24 rows with the title.
    expect(breaksOf(10, 14)).toEqual([13]);
    expect(breaksOf(10, 14, 12)).toEqual([13, 28]);
  });

  test("run over pages where they are longer than one, but not with little more than their heads", () => {
    expect(breaksOf(5, 40)).toEqual([]);
    expect(breaksOf(18, 40)).toEqual([21]);
  });

  test("begin a page after one that ran over: where it ends differs between programs", () => {
    expect(breaksOf(40, 3)).toEqual([43]);
    expect(breaksOf(40, 40)).toEqual([43]);
  });
});

test("no head of a shipped return is divided between two pages", () => {
  let wide = 0;
  for (const template of planningYear("2007-08").templates.values()) {
    const filling = { entries: new Map(), prefilled: new Set<string>(), organisation: null };
    const { sheets } = layoutTemplate(template, filling);
    for (const { sheet, blocks } of planTemplate(template).sheets) {
      const { columnBreaks } = sheets.find(({ name }) => name === sheet.name)!;
      wide += columnBreaks.length;
      for (const { block, columnOf } of blocks) {
        const groupAt = new Map(block.columns.map(({ id, group }) => [columnOf.get(id), group]));
        for (const at of columnBreaks) {
          const group = groupAt.get(at) ?? null;
          expect([sheet.name, at, group !== null && group === groupAt.get(at - 1)]).toEqual([
            sheet.name,
            at,
            false,
          ]);
        }
      }
    }
  }
  expect(wide).toBeGreaterThan(0);
});
