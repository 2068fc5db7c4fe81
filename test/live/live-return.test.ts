import { formatAddress, parseAddress, type Cell, type Rectangle, type WorkbookCells } from "../../src/cells";
import { calculated, layoutTemplate, planTemplate, type Layout, type LayoutCell } from "../../src/layout";
import { LiveReturn, type LiveState } from "../../src/live";
import type { Circumstances } from "../../src/return";
import type { PlanningYear, Template } from "../../src/template";
import { layoutCells } from "../support/layout-cells";
import { firstPart } from "../support/shipped";
import { NAMES } from "../template/small-list";
import { ALWAYS, NOTHING } from "../template/small-nothing";
import { TWO_ROLES, templateIn, yearOf } from "../template/small-year";
import * as fc from "../support/laws";

const ALONE: Circumstances = { register: null, fileName: null, day: null };

/** What somebody did: cells of a sheet that now hold something else; null is cleared. */
interface Edit {
  readonly sheet: string;
  readonly cells: ReadonlyMap<string, Pick<Cell, "value" | "formula"> | null>;
}

/** A workbook that calculates: what was done to it lies over what was drawn, and every formula has the result that it then has. */
class Calculating {
  readonly #drawn: Layout;
  readonly #over = new Map<string, Map<string, LayoutCell>>();

  constructor(template: Template) {
    this.#drawn = layoutTemplate(template);
  }

  edit({ sheet, cells }: Edit): void {
    const of = this.#over.get(sheet) ?? new Map<string, LayoutCell>();
    this.#over.set(sheet, of);
    for (const [address, cell] of cells)
      of.set(address, {
        role: "input",
        format: "general",
        value: cell?.value ?? null,
        formula: cell?.formula ?? null,
      });
  }

  now(): WorkbookCells {
    const sheets = this.#drawn.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map([...sheet.cells, ...(this.#over.get(sheet.name) ?? [])]),
    }));
    return layoutCells(calculated({ ...this.#drawn, sheets }));
  }
}

/** What is read after an edit: the area that it touched, as Excel then shows it. */
function changeOf({ sheet, cells }: Edit, workbook: WorkbookCells) {
  const at = [...cells.keys()].map((address) => parseAddress(address)!);
  const area: Rectangle = {
    top: Math.min(...at.map(({ row }) => row)),
    bottom: Math.max(...at.map(({ row }) => row)),
    left: Math.min(...at.map(({ column }) => column)),
    right: Math.max(...at.map(({ column }) => column)),
  };
  const there = workbook.sheets.find(({ name }) => name === sheet)!.cells;
  const read = new Map<string, Cell>();
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1) {
      const address = formatAddress({ row, column });
      const cell = there.get(address);
      if (cell) read.set(address, cell);
    }
  return { kind: "cells", sheet, area, cells: read } as const;
}

/** What is compared: everything that there is to say, and every value that counts. */
function told(state: LiveState) {
  if (state.kind === "refused") return state;
  const counts = [...state.found.fields].map(([key, { value, counts: as }]) => [key, value, as]);
  return { findings: state.findings, counts };
}

const VALUES = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -50, max: 3_000 }) },
  { weight: 2, arbitrary: fc.constant(null) },
  fc.constantFrom<Cell["value"]>(
    ...[
      0.5,
      "1,250k",
      "(300)",
      "nil",
      "x",
      "Final",
      "draft",
      "Nothing to report",
      "31 March 2007",
      "5AA",
      true,
    ],
    { error: "#N/A" },
  ),
);

/** One person's edit of a template's cells: an entry, a paste over some, a total typed over, a formula, a changed label. */
function edits(template: Template): fc.Arbitrary<Edit> {
  const { placeOf } = planTemplate(template);
  const entered = [...template.fields.values()].filter(({ source }) => source.kind === "entered");
  const totals = [...template.fields.values()].filter(({ source }) => source.kind === "calculated");
  const one = (field: { readonly key: string }, cell: Pick<Cell, "value" | "formula"> | null): Edit => {
    const { sheet, address } = placeOf.get(field.key)!;
    return { sheet, cells: new Map([[formatAddress(address), cell]]) };
  };
  const plain = (value: Cell["value"]) => (value === null ? null : { value, formula: null });
  const entry = fc
    .tuple(fc.constantFrom(...entered), VALUES)
    .map(([field, value]) => one(field, plain(value)));
  const paste = fc
    .tuple(
      fc.constantFrom(...entered),
      fc.array(VALUES, { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([field, values, wide]): Edit => {
      const { sheet, address } = placeOf.get(field.key)!;
      const cells = values.map(
        (value, at) =>
          [
            formatAddress({ row: address.row + Math.floor(at / wide), column: address.column + (at % wide) }),
            plain(value),
          ] as const,
      );
      return { sheet, cells: new Map(cells) };
    });
  const typedOver = fc
    .tuple(fc.constantFrom(...totals), VALUES)
    .map(([field, value]) => one(field, plain(value)));
  const formula = fc
    .tuple(fc.constantFrom(...entered), fc.constantFrom("1200+50", "SUM(1,2)", "1/0"))
    .map(([field, text]) => one(field, { value: null, formula: text }));
  const label = fc.constantFrom(...entered).map((field): Edit => {
    const { sheet, address } = placeOf.get(field.key)!;
    return {
      sheet,
      cells: new Map([
        [formatAddress({ row: address.row, column: 3 }), { value: "Other words", formula: null }],
      ]),
    };
  });
  return fc.oneof(
    { weight: 10, arbitrary: entry },
    { weight: 3, arbitrary: paste },
    { weight: 1, arbitrary: typedOver },
    { weight: 1, arbitrary: formula },
    { weight: 1, arbitrary: label },
  );
}

function follows(template: Template, year: PlanningYear, of: readonly Edit[]): void {
  const years = new Map([[year.id, year]]);
  const workbook = new Calculating(template);
  const live = new LiveReturn(workbook.now(), years, ALONE);
  for (const edit of of) {
    workbook.edit(edit);
    const now = workbook.now();
    const state = live.after(changeOf(edit, now));
    // What only Excel knows is read again.
    const known =
      state.kind === "return" && state.unknown ? live.after({ kind: "sheets", workbook: now }) : state;
    expect(told(known)).toEqual(told(new LiveReturn(now, years, ALONE).state));
  }
}

describe("after every edit, there is the same to say as when the workbook is read anew", () => {
  const small = yearOf(TWO_ROLES, NOTHING, ALWAYS, NAMES);

  test.each(["provider", "payer"])("in a small return: %s", (role) => {
    const template = templateIn(small, role);
    fc.assert(
      fc.property(fc.array(edits(template), { minLength: 1, maxLength: 12 }), (of) =>
        follows(template, small, of),
      ),
      { numRuns: 12 },
    );
  });

  test("in the spend and tariff return of a provider", () => {
    const year = firstPart();
    const template = year.templates.get("provider")!;
    fc.assert(
      fc.property(fc.array(edits(template), { minLength: 4, maxLength: 8 }), (of) =>
        follows(template, year, of),
      ),
      { numRuns: 3 },
    );
  });
});

describe("an entry", () => {
  const year = firstPart();
  const template = year.templates.get("provider")!;
  const place = (key: string) => planTemplate(template).placeOf.get(key)!;
  const years = new Map([[year.id, year]]);

  test("changes the totals over it, and leaves what reads none of it as it was worked out before", () => {
    const workbook = new Calculating(template);
    const live = new LiveReturn(workbook.now(), years, ALONE);
    const { sheet, address } = place("spend.staff[plan_revenue]");
    const edit: Edit = { sheet, cells: new Map([[formatAddress(address), { value: 700, formula: null }]]) };
    workbook.edit(edit);
    const state = live.after(changeOf(edit, workbook.now()));
    const value = (key: string) => (state.kind === "return" ? state.found.fields.get(key)!.value : null);
    expect(value("spend.gross[plan_revenue]")).toBe(700);
    expect(value("spend.net[plan_total]")).toBe(700);
    expect(state.kind === "return" && state.unknown).toBe(false);
  });

  test("that says what stood there already changes nothing", () => {
    const workbook = new Calculating(template).now();
    const live = new LiveReturn(workbook, years, ALONE);
    const before = live.state;
    const { sheet, address } = place("spend.staff[plan_revenue]");
    const area = { top: address.row, bottom: address.row, left: address.column, right: address.column };
    expect(live.after({ kind: "cells", sheet, area, cells: new Map() })).toBe(before);
  });
});
