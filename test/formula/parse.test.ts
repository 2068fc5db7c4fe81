import { FUNCTIONS, parseFormula, type Expression, type ReferenceShape } from "../../src/formula";
import { parsed, refusal } from "./formulas";

const number = (value: number): Expression<string> => ({ kind: "number", value });
const cell = (to: string): Expression<string> => ({ kind: "reference", to });

describe("a formula is read", () => {
  test.each<readonly [string, Expression<string>]>([
    ["=12.5", number(12.5)],
    ["=.5", number(0.5)],
    ["=1.5E-3", number(0.0015)],
    ["=-5", number(-5)],
    ['="a ""b"""', { kind: "text", value: 'a "b"' }],
    ["=TRUE", { kind: "truth", value: true }],
    ["=false", { kind: "truth", value: false }],
    ["=cover.name", cell("cover.name")],
    ["=spend.net[plan]", cell("spend.net[plan]")],
    ["=[@plan]", cell("[@plan]")],
    ["=-A1", { kind: "negate", of: cell("A1") }],
    ["=5%", { kind: "percent", of: number(5) }],
    ["=sum(A1:B2)", { kind: "call", name: "SUM", args: [cell("A1:B2")] }],
  ])("%s", (text, tree) => expect(parsed(text)).toEqual(tree));

  test.each([
    ["1+2*3", "1+(2*3)"],
    ["1-2-3", "(1-2)-3"],
    ["8/4*2", "(8/4)*2"],
    ["1+2&3+4", "(1+2)&(3+4)"],
    ['"a"&1="a1"', '("a"&1)="a1"'],
    ["1<2=TRUE", "(1<2)=TRUE"],
    ["-A1*2", "(-A1)*2"],
    ["-A1%", "(-A1)%"],
    ["2*50%", "2*(50%)"],
    [" 1 +\n2 ", "1+2"],
  ])("%s as %s", (text, meant) => expect(parsed(`=${text}`)).toEqual(parsed(`=${meant}`)));

  test.each(["=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "&"] as const)("with %s", (operator) => {
    expect(parsed(`=A1${operator}2`)).toEqual({
      kind: "binary",
      operator,
      left: cell("A1"),
      right: number(2),
    });
  });

  it("and every reference is given to the caller as it was written, with its shape", () => {
    const seen: (readonly [string, ReferenceShape])[] = [];
    parseFormula("=cover.name&[@plan]&A1&A:A&spend.a..b[plan]", (reference, shape) => {
      seen.push([reference, shape]);
      return { kind: "reference", to: reference };
    });
    expect(seen).toEqual([
      ["cover.name", "name"],
      ["[@plan]", "table"],
      ["A1", "range"],
      ["A:A", "beam"],
      ["spend.a..b[plan]", "table"],
    ]);
  });
});

describe("a formula is refused", () => {
  test.each([
    ["without its equals sign", "A1+1", "The formula A1+1 has to begin with =."],
    ["that is empty", "=", "The formula = can't be read: Invalid syntax."],
    ["that breaks off", "=1+", "The formula =1+ can't be read"],
    ["with a bracket that is not closed", "=(1", "The formula =(1 can't be read"],
    ["with a bracket too many", "=1)", "The formula =1) can't be read"],
    ["with a text that is not closed", '="a', "can't be read"],
    ["with two values side by side", "=1 2", "can't be read"],
    ["with a power", "=A1^2", "^ can't be used here."],
    ["with a plus before a value", "=+A1", "+ can't be used here."],
    ["with a spill", "=A1#", "# can't be used here."],
    ["with an at sign", "=@A1", "@ can't be used here."],
    ["with a blank between references", "=A1 B1", "A blank between two references can't be used here."],
    ["with references joined by a comma", "=(A1,B1)", ", can't be used here."],
    ["with a colon between keys", "=a.b:c.d", ": can't be used here."],
    ["with an error value", "=#N/A", "an error value or a list in braces"],
    ["with a list in braces", "={1,2}", "an error value or a list in braces"],
    ["with a function of Excel that the language leaves out", "=NOW()", "NOW is no function"],
    ["with a function that looks like a cell", "=LOG10(1)", "LOG10 is no function"],
    ["with a function that is unknown deep inside", "=IF(TRUE,1+VLOOKUP(1,2,3),0)", "VLOOKUP is no function"],
    ["with a function of later versions", "=_xlfn.IFS(TRUE,1)", "_xlfn.IFS is no function"],
    ["with a name for a function", "=cover.name(1)", "cover.name is no function"],
    ["with too few parts", "=IF(TRUE)", "IF takes 2 to 3 parts in its brackets, not 1."],
    ["with too many parts", "=ABS(1,2)", "ABS takes 1 parts in its brackets, not 2."],
    ["with no parts", "=SUM()", "SUM takes 1 to 255 parts in its brackets, not 0."],
    ["with an empty part", "=IF(TRUE,,1)", "A part in the brackets of IF is empty."],
    ["with a bare key that reads as a cell", "=q1[plan]", "q1 reads as the address of a cell"],
    ["with such a key inside", "=1+SUM(q1[plan])", "q1 reads as the address of a cell"],
  ])("%s", (_, text, sentence) => expect(refusal(text)).toContain(sentence));

  it("with the sentence of whoever understands its references", () => {
    const result = parseFormula("=1+cover.nmae", (reference) => ({
      kind: "refused",
      message: `There is no ${reference}.`,
    }));
    expect(result).toEqual({ kind: "refused", message: "There is no cover.nmae." });
  });

  it.each([...FUNCTIONS].map(([name, { least, most }]) => [name, least, most] as const))(
    "where %s has fewer than %i or more than %i parts",
    (name, least, most) => {
      const of = (count: number) => `=${name}(${Array<string>(count).fill("1").join(",")})`;
      expect(refusal(of(least - 1))).toContain(`${name} takes`);
      expect(refusal(of(most + 1))).toContain(`${name} takes`);
      expect(parsed(of(least))).toMatchObject({ kind: "call", name });
      expect(parsed(of(most))).toMatchObject({ kind: "call", name });
    },
  );
});

it("a text may hold what is refused outside of one", () => {
  expect(parsed('="q1[plan] and NOW() and {1} ^ #REF!"')).toEqual({
    kind: "text",
    value: "q1[plan] and NOW() and {1} ^ #REF!",
  });
});
