import { evaluate, writeFormula, type BinaryOperator, type Expression } from "../../src/formula";
import { areaOf, parsed, type TestCells } from "./formulas";
import * as fc from "../support/laws";

const as = (reference: string) => reference;

describe("a formula is written", () => {
  test.each([
    "1+2*3",
    "(1+2)*3",
    "1-(2-3)",
    "1-2-3",
    "8/(4/2)",
    "8/4/2",
    "(1=2)=(3=4)",
    "1=(2=3)",
    '"a"&(1=2)',
    '1+("a"&"b")',
    "(-A1)%*2",
    "-(A1%)",
    "-(A1+1)",
    "--A1",
    "A1--2",
    "(1+2)%",
    "5%%",
    'IF(A1>=0,"a ""b""",SUM(A1:B2,1))',
    "TRUE<>FALSE",
  ])("and read again as it was: %s", (text) => {
    const tree = parsed(`=${text}`);
    expect(parsed(`=${writeFormula(tree, as)}`)).toEqual(tree);
  });

  test.each([
    ["((1)+(2*3))", "1+2*3"],
    ["(1-2)-3", "1-2-3"],
    ["(A1*2)/3", "A1*2/3"],
    ["(1+2)&(3*4)", "1+2&3*4"],
    ['("a"&"b")="ab"', '"a"&"b"="ab"'],
    ["(-A1)*(-2)", "-A1*-2"],
    ["(-A1)%", "-A1%"],
    ["IF((A1),(1+2),((3)))", "IF(A1,1+2,3)"],
  ])("with no brackets that it does not need: %s as %s", (text, short) => {
    expect(writeFormula(parsed(`=${text}`), as)).toBe(short);
  });

  test.each([
    [1e-7, "0.0000001"],
    [-2.5e-9, "-0.0000000025"],
    [1.234567890123456e-7, "0.0000001234567890123456"],
    [1e-30, `0.${"0".repeat(29)}1`],
    [1e21, `1${"0".repeat(21)}`],
    [-1.25e22, `-125${"0".repeat(20)}`],
    [123456789012345, "123456789012345"],
    [0.003, "0.003"],
  ])("its number %d without an exponent", (value, text) => {
    expect(writeFormula({ kind: "number", value }, as)).toBe(text);
  });

  it("with its references placed by the caller", () => {
    expect(writeFormula(parsed("=SUM(spend.net[plan],A1)"), (reference) => `<${reference}>`)).toBe(
      "SUM(<spend.net[plan]>,<A1>)",
    );
  });
});

const OPERATORS: readonly BinaryOperator[] = ["+", "-", "*", "/", "&", "=", "<>", "<", "<=", ">", ">="];
const CELLS: TestCells = { A1: 4, A2: -2.5, B1: "text", B2: true };

/** Trees as the parser makes them: a minus before a number belongs to the number. */
const { tree } = fc.letrec<{ tree: Expression<string> }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({
      kind: fc.constant("number" as const),
      value: fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e25, noNaN: true, noDefaultInfinity: true })),
    }),
    fc.record({ kind: fc.constant("text" as const), value: fc.string() }),
    fc.record({ kind: fc.constant("truth" as const), value: fc.boolean() }),
    fc.record({
      kind: fc.constant("reference" as const),
      to: fc.constantFrom("A1", "A2", "B1", "B2", "C3", "A1:B2"),
    }),
    fc
      .record({ kind: fc.constantFrom("negate" as const, "percent" as const), of: tie("tree") })
      .filter(({ kind, of }) => kind === "percent" || of.kind !== "number"),
    fc.record({
      kind: fc.constant("binary" as const),
      operator: fc.constantFrom(...OPERATORS),
      left: tie("tree"),
      right: tie("tree"),
    }),
    fc.record({
      kind: fc.constant("call" as const),
      name: fc.constantFrom("SUM", "IF", "AND", "MAX", "COUNTA"),
      args: fc.array(tie("tree"), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

describe("a formula that is written and read again", () => {
  it("is the same formula, and gives the same", () => {
    fc.assert(
      fc.property(tree, (before) => {
        const after = parsed(`=${writeFormula(before, as)}`);
        expect(after).toEqual(before);
        const read = (reference: string) => areaOf(CELLS, reference);
        expect(evaluate(after, read)).toEqual(evaluate(before, read));
      }),
      { numRuns: 1_000 },
    );
  });

  it("has lost every pair of brackets that it could lose", () => {
    fc.assert(
      fc.property(tree, (before) => {
        const text = writeFormula(before, as);
        for (const shorter of withoutOnePair(text)) {
          expect(understood(`=${shorter}`)).not.toEqual(before);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function understood(text: string): Expression<string> | null {
  try {
    return parsed(text);
  } catch {
    return null;
  }
}

/** The text without one pair of brackets, for each pair that is not a function's own. */
function withoutOnePair(text: string): readonly string[] {
  const found: string[] = [];
  const open: number[] = [];
  let quoted = false;
  [...text].forEach((sign, at) => {
    if (sign === '"') quoted = !quoted;
    if (quoted) return;
    if (sign === "(") open.push(at);
    if (sign !== ")") return;
    const from = open.pop()!;
    if (/[A-Z]/.test(text[from - 1] ?? "")) return;
    found.push(text.slice(0, from) + text.slice(from + 1, at) + text.slice(at + 1));
  });
  return found;
}
