import * as fc from "../support/laws";

import type { BinaryOperator, Expression } from "../../src/formula";
import type { TestCells } from "./formulas";

/**
 * Formulas as a template may hold them, over these cells, each part of the kind that its place takes. Kept out, because
 * LibreOffice makes something else of it than Excel does: truth values in SUM and its like, text in arithmetic, numbers compared
 * with texts or truth values, TEXT of a text or of a truth value, text in COUNTIF beside numbers, and INDEX outside of its area
 * (#REF! in Excel, #VALUE! in LibreOffice), and FIND of nothing (1 in Excel, #VALUE! in LibreOffice). INT and TEXT are given figures that binary numbers hold exactly: of others, such as
 * 2.675-1, Excel shows and the engine rounds the first fifteen digits, and LibreOffice all of them.
 */
export const CELLS: TestCells = {
  ...{ A1: 10, A2: -2.5, A3: 0, A4: 1234.5, A5: -7, A6: 0.5 },
  ...{ B1: 2.675, B2: -0.125, B3: 99_999, B4: 3, B5: 0.003, B6: 1_000_000 },
  ...{ C1: "Draft", C2: "draft", C3: "Ashmere PCT", C4: "Final", C5: 'say "yes"', C6: "7" },
  ...{ E1: 5, E2: "note", E4: -5, E5: "x", E6: 2.5 },
  ...{ F1: 39_172, F2: 39_507, F3: 38_807 },
};

type Tree = Expression<string>;

const EXACT = ["A1", "A2", "A3", "A4", "A5", "A6", "B2", "B3", "B4", "B6", "E1", "E4"];
const FIGURES = [...EXACT, "B1", "B5"];
const BLANKS = ["D1", "D2", "E3"];
const WORDS = ["C1", "C2", "C3", "C4", "C5", "C6", "E2"];
const AREAS = ["A1:A6", "A1:B6", "B2:B5", "D1:D6", "E1:E6", "A1:E6", "C1:C6"];

const cell = (...among: readonly string[]) =>
  fc.constantFrom(...among).map((to): Tree => ({ kind: "reference", to }));
const constant = (value: number): Tree => ({ kind: "number", value });
const call = (name: string, ...args: readonly fc.Arbitrary<Tree>[]): fc.Arbitrary<Tree> =>
  fc.tuple(...args).map((parts): Tree => ({ kind: "call", name, args: parts }));
const callOfSeveral = (names: readonly string[], part: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
  fc
    .tuple(fc.constantFrom(...names), fc.array(part, { minLength: 1, maxLength: 4 }))
    .map(([name, args]): Tree => ({ kind: "call", name, args }));
const binary = (operators: readonly BinaryOperator[], part: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
  fc
    .tuple(fc.constantFrom(...operators), part, part)
    .map(([operator, left, right]): Tree => ({ kind: "binary", operator, left, right }));
const format = (...formats: readonly string[]) =>
  fc.constantFrom(...formats).map((value): Tree => ({ kind: "text", value }));

const literal = fc.constantFrom(0, 1, 2, 0.5, 7, 12.25, 100, 1000).map(constant);
const whole = (...among: readonly number[]) => fc.constantFrom(...among).map(constant);
const word = fc
  .constantFrom("", "Draft", "DRAFT", "final", "a", "b", 'a "b"')
  .map((value): Tree => ({ kind: "text", value }));
const letter = fc.constantFrom("a", "D", "0", "t").map((value): Tree => ({ kind: "text", value }));
const pattern = fc
  .constantFrom("?r*", "?????", "D*", "*a*", "??n*", "f*", "?x*")
  .map((value): Tree => ({ kind: "text", value }));
const area = cell(...AREAS);
const anyCell = cell(...FIGURES, ...BLANKS, ...WORDS);

const COMPARISONS = ["=", "<>", "<", "<=", ">", ">="] as const;

/** Columns of one length, one with blanks and words among its figures. */
const COLUMNS = ["A1:A6", "B1:B6", "D1:D6", "E1:E6"] as const;

/** A test of rows, as COUNTROWS is written out: truth values multiplied and added, never one alone. */
const rowTruth: fc.Arbitrary<Tree> = fc.oneof(
  binary(["=", "<>"], fc.oneof(word, cell("C1:C6"))).filter(holdsColumn),
  fc
    .tuple(fc.constantFrom(...COMPARISONS), cell("A1:A6", "B1:B6"), fc.oneof(literal, cell("A1", "B4", "D1")))
    .map(([operator, left, right]): Tree => ({ kind: "binary", operator, left, right })),
  fc
    .tuple(fc.constantFrom(...COMPARISONS), cell("A1:A6"), cell("B1:B6"))
    .map(([operator, left, right]): Tree => ({ kind: "binary", operator, left, right })),
  call("ISBLANK", cell("D1:D6", "E1:E6", "C1:C6")),
  call("ISTEXT", cell("C1:C6", "E1:E6")),
);
const rowTest: fc.Arbitrary<Tree> = fc.oneof(
  fc.tuple(rowTruth, rowTruth).map(([left, right]): Tree => ({ kind: "binary", operator: "*", left, right })),
  fc.tuple(rowTruth, rowTruth, rowTruth).map(([first, left, right]): Tree => {
    const either: Tree = { kind: "binary", operator: "+", left, right };
    const any: Tree = { kind: "binary", operator: ">", left: either, right: constant(0) };
    return { kind: "binary", operator: "*", left: first, right: any };
  }),
  fc.tuple(rowTruth, rowTruth).map(([left, right]): Tree => {
    const not: Tree = { kind: "binary", operator: "-", left: constant(1), right };
    return { kind: "binary", operator: "*", left, right: not };
  }),
);

/** How often a letter stands in a column, as the marks of a list are counted. */
const lengthsWithout: fc.Arbitrary<Tree> = fc
  .tuple(cell("C1:C6", "D1:D6", "A1:A6"), letter)
  .map(([of, old]): Tree => {
    const without: Tree = { kind: "call", name: "SUBSTITUTE", args: [of, old, { kind: "text", value: "" }] };
    const [left, right] = [of, without].map((one): Tree => ({ kind: "call", name: "LEN", args: [one] }));
    return { kind: "binary", operator: "-", left: left!, right: right! };
  });

function holdsColumn(tree: Tree): boolean {
  return (
    tree.kind === "binary" &&
    [tree.left, tree.right].some((side) => side.kind === "reference" && side.to.includes(":"))
  );
}

const language = fc.letrec<{ figure: Tree; exact: Tree; words: Tree; truth: Tree }>((tie) => {
  const [figure, exact, words, truth] = [tie("figure"), tie("exact"), tie("words"), tie("truth")];
  return {
    figure: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      literal,
      cell(...FIGURES),
      cell(...BLANKS),
      exact,
      binary(["+", "-", "*", "/"], figure),
      figure.map((of): Tree => ({ kind: "percent", of })),
      figure.map((of): Tree => ({ kind: "negate", of })),
      callOfSeveral(["SUM", "MIN", "MAX"], fc.oneof(area, figure, anyCell)),
      call("ROUND", figure, whole(0, 1, 2, 3)),
      call("ABS", figure),
      call("IF", truth, figure, figure),
      call("IFERROR", figure, figure),
    ),
    exact: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      cell(...EXACT),
      binary(["+", "-"], exact),
      call("ROUND", exact, whole(0, 1, -1, -2)),
      call("INT", exact),
      callOfSeveral(["COUNT", "COUNTA"], fc.oneof(area, anyCell, figure)),
      call("COUNTIF", cell("A1:A6", "B1:B6", "A1:B6"), fc.oneof(literal, cell("A1", "B4"))),
      call("COUNTIF", cell("C1:C6", "C1:D6"), cell("C1", "C3", "C4")),
      call("COUNTIF", cell("C1:C6", "C1:D6", "A1:A6"), pattern),
      call("MATCH", pattern, cell("C1:C6"), whole(0)),
      call("MATCH", literal, cell("A1:A6"), whole(0)),
      call("COLUMNS", area),
      call("COUNTSAME", cell("A1:A6", "B1:B6", "A1:B6"), fc.oneof(literal, cell("A1", "B4"))),
      call("COUNTSAME", cell("C1:C6", "C1:D6", "A1:C6"), fc.oneof(word, cell("C1", "C3", "C4"))),
      call("SUMSAME", cell(...COLUMNS), cell("C1:C6", "D1:D6"), fc.oneof(word, cell("C1", "D2"))),
      call("SUMSAME", cell(...COLUMNS), cell("A1:A6"), fc.oneof(literal, cell("A1", "B4"))),
      call("SUMPRODUCT", rowTest),
      call("SUMPRODUCT", rowTest, cell(...COLUMNS)),
      call("LEN", words),
      call("FIND", letter, words),
      call("SUMPRODUCT", lengthsWithout),
      call("INDEX", cell("A1:A6", "B2:B4"), whole(1, 2, 2.9, 3)),
      call("INDEX", cell("A2:B3"), whole(1, 2), whole(1, 2)),
      call("CHOOSE", whole(1, 2, 3, 4, 0), exact, exact, exact),
      call("IF", truth, exact, exact),
    ),
    words: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      word,
      cell(...WORDS),
      binary(["&"], words),
      binary(["&"], fc.oneof(words, cell(...FIGURES, ...BLANKS), whole(1, 2.5, -3))),
      call("TEXT", exact, format("0", "0.0", "0.00", "#,##0", "#,##0.0", "0%", "0.0%", "0.00%")),
      call("LEFT", words, whole(0, 1, 3, 40)),
      call("MID", words, whole(1, 2, 2.9, 40), whole(0, 1, 4)),
      call("SUBSTITUTE", words, letter, fc.oneof(letter, word)),
      call("TEXT", cell("F1", "F2", "F3"), format("dd mmm yyyy")),
      call("IF", truth, words, words),
      call("IFERROR", words, words),
      call("CHOOSE", whole(1, 2, 3), words, words),
      call("INDEX", cell("C1:C6"), whole(1, 2, 3, 6)),
    ),
    truth: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.boolean().map((value): Tree => ({ kind: "truth", value })),
      binary(COMPARISONS, figure),
      binary(["=", "<>"], words),
      binary(["=", "<>"], fc.oneof(word, cell(...BLANKS, ...WORDS))),
      callOfSeveral(["AND", "OR"], truth),
      call("NOT", truth),
      call("IF", truth, truth),
      callOfSeveral(["ISBLANK", "ISNUMBER", "ISTEXT", "ISERROR"], anyCell).filter(
        (tree) => tree.kind === "call" && tree.args.length === 1,
      ),
      call("ISERROR", fc.oneof(figure, words)),
      call("ISNUMBER", figure),
    ),
  };
});

/** Any formula of the language that Excel and LibreOffice should read alike. */
export const formula: fc.Arbitrary<Tree> = fc.oneof(
  language.figure,
  language.exact,
  language.words,
  language.truth,
);
