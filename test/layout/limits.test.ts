import { SheetDraft, heightFor } from "../../src/layout";
import { blank, filled } from "./provider-layout";
import * as fc from "../support/laws";

function refusalOf(formula: string): string | null {
  const draft = new SheetDraft("IM&T spend");
  try {
    draft.set(7, 4, { formula, role: "check" });
    return null;
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}

const nested = (deep: number) => `${"IF(A1,".repeat(deep)}1${")".repeat(deep)}`;

describe("what Excel refuses, a sheet refuses while it is drawn", () => {
  test("a formula of 8,192 characters is taken, one more is refused with its sheet and cell", () => {
    const sum = (length: number) => `1${"+1".repeat((length - 1) / 2)}`;
    expect(refusalOf(`${sum(8_191)}1`)).toBeNull();
    expect(sum(8_193)).toHaveLength(8_193);
    expect(refusalOf(sum(8_193))).toMatch(/^IM&T spend!D7: a formula of 8193 characters; Excel takes 8192$/);
  });

  test("a text of 255 characters in a formula is taken, one of 256 refused with its sheet and cell", () => {
    expect(refusalOf(`"${"x".repeat(255)}"&"y"`)).toBeNull();
    expect(refusalOf(`"a"&"${"x".repeat(256)}"`)).toMatch(/^IM&T spend!D7: a text of 256 characters/);
  });

  test("a doubled quotation mark counts as the one that it stands for", () => {
    expect(refusalOf(`"${'""'.repeat(255)}"`)).toBeNull();
    expect(refusalOf(`"${'""'.repeat(256)}"`)).toMatch(/a text of 256 characters/);
  });

  test("64 levels are taken, 65 refused with its sheet and cell", () => {
    expect(refusalOf(nested(64))).toBeNull();
    expect(refusalOf(nested(65))).toMatch(/^IM&T spend!D7: a formula nested 65 deep; Excel takes 64$/);
  });

  test("brackets inside a text are no nesting", () => {
    expect(refusalOf(`"${"(".repeat(200)}"&A1`)).toBeNull();
  });

  test("the formula of a conditional format is held to the same, and its cells are named", () => {
    const draft = new SheetDraft("Cover");
    const area = { top: 2, bottom: 4, left: 1, right: 3 };
    expect(() => draft.mark(area, nested(65), "fix")).toThrow(/^Cover!A2:C4: a formula nested 65 deep/);
    expect(() => draft.mark(area, nested(64), "fix")).not.toThrow();
  });

  test("no formula of the return comes near to what is refused, blank or filled", () => {
    for (const { sheets } of [blank, filled]) {
      for (const { name, cells } of sheets) {
        for (const [address, { formula }] of cells) {
          if (formula === null) continue;
          const at = `${name} ${address}`;
          expect([at, formula.length <= 8_192]).toEqual([at, true]);
          const texts = [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text]) =>
            text!.replaceAll('""', '"'),
          );
          expect([at, texts.every((text) => text.length <= 255)]).toEqual([at, true]);
          expect([at, depthOf(formula) <= 64]).toEqual([at, true]);
        }
      }
    }
  });
});

describe("a sheet while it is drawn", () => {
  const page = { portrait: false, freeze: { rows: 0, columns: 0 }, protected: false, footer: "" };

  test("filling an area leaves what stands there", () => {
    const draft = new SheetDraft("A");
    draft.set(1, 2, { value: 5, role: "input" });
    draft.fill({ top: 1, bottom: 1, left: 1, right: 3 }, "band");
    const { cells } = draft.sheet({ ...page, titleRows: [1, 1] });
    expect([...cells].map(([at, { value, role }]) => [at, value, role]).sort()).toEqual([
      ["A1", null, "band"],
      ["B1", 5, "input"],
      ["C1", null, "band"],
    ]);
  });

  test("an area of one cell is no merge", () => {
    const draft = new SheetDraft("A");
    draft.merged({ top: 1, bottom: 1, left: 1, right: 1 }, { value: "a", role: "head" });
    draft.merged({ top: 2, bottom: 2, left: 1, right: 2 }, { value: "b", role: "head" });
    expect(draft.sheet({ ...page, titleRows: [1, 1] }).merges).toEqual([
      { top: 2, bottom: 2, left: 1, right: 2 },
    ]);
  });

  test("what is said of a row later is added to what was said before", () => {
    const draft = new SheetDraft("A");
    draft.row(3, { height: 20 });
    draft.row(3, { hidden: true });
    expect(draft.sheet({ ...page, titleRows: [1, 1] }).rows.get(3)).toEqual({ height: 20, hidden: true });
  });
});

describe("the height that a text needs", () => {
  test("one line has the height of a row, each further line adds the same", () => {
    const heights = [1, 2, 3].map((lines) =>
      heightFor(Array.from({ length: lines }, () => "x").join("\n"), 10),
    );
    expect(heights[0]).toBe(heightFor("", 10));
    expect(heights[0]).toBeGreaterThanOrEqual(15);
    expect(heights[1]! - heights[0]!).toBeGreaterThan(10);
    expect(heights[2]! - heights[1]!).toBeCloseTo(heights[1]! - heights[0]!, 10);
  });

  test("never shrinks where the text grows, the width shrinks or the letters grow", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 8, max: 80 }), (text, more, width) => {
        expect(heightFor(text + more, width)).toBeGreaterThanOrEqual(heightFor(text, width));
        expect(heightFor(text, width)).toBeGreaterThanOrEqual(heightFor(text, width + 5));
        expect(heightFor(text, width, 12)).toBeGreaterThanOrEqual(heightFor(text, width, 10));
      }),
    );
  });

  test("words that need three lines have room for three, a word that is too long for one is broken", () => {
    expect(heightFor("twenty-five characters. ".repeat(3).trim(), 30)).toBe(heightFor("a\nb\nc", 30));
    expect(heightFor("x".repeat(75), 30)).toBe(heightFor("a\nb\nc", 30));
  });
});

function depthOf(formula: string): number {
  let [depth, deepest] = [0, 0];
  for (const sign of formula.replace(/"(?:[^"]|"")*"/g, "").replace(/'(?:[^']|'')*'/g, "")) {
    if (sign === "(") deepest = Math.max(deepest, (depth += 1));
    if (sign === ")") depth -= 1;
  }
  return deepest;
}
