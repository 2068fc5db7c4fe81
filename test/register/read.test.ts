import { readRegister } from "../../src/register";
import type { Organisation, Register } from "../../src/register";
import * as fc from "../support/laws";

const HEADING = "code,name,type,sha";

function accepted(text: string): Register {
  const result = readRegister(text);
  if (result.kind === "refused") throw new Error(result.problems.map((each) => each.message).join("\n"));
  return result.register;
}

function problems(text: string): readonly (readonly [line: number, message: string])[] {
  const result = readRegister(text);
  return result.kind === "refused" ? result.problems.map((each) => [each.line, each.message]) : [];
}

describe("a register that is in order", () => {
  test("gives its organisations in order, what is absent being unknown", () => {
    const register = accepted(`${HEADING}\nX01,Ashmere PCT,PCT,X90\nX02,Voice of Care,National trust,\n`);
    expect(register.organisations.map(({ code }) => code)).toEqual(["X01", "X02"]);
    expect(register.organisations[1]).toEqual({
      code: "X02",
      name: "Voice of Care",
      type: "National trust",
      sha: null,
      lhc: null,
      foundationTrust: null,
      email: null,
      contact: null,
      telephone: null,
      predecessors: null,
      lsp: null,
    });
  });

  test("reads every optional column", () => {
    const register = accepted(
      "telephone,lsp,predecessors,contact,email,ft,lhc,sha_code,type,name,code\n" +
        '01632 960001,South,"x11; X12 X11",Jo Bell,jo@example.org,YES,Ashmere,X90,Acute trust,Ashmere Hospitals,X01\n' +
        ",,,,,No,,X90,Acute trust,Brook Hospitals,X02\n",
    );
    expect(register.find("X01")).toEqual({
      code: "X01",
      name: "Ashmere Hospitals",
      type: "Acute trust",
      sha: "X90",
      lhc: "Ashmere",
      foundationTrust: true,
      email: "jo@example.org",
      contact: "Jo Bell",
      telephone: "01632 960001",
      predecessors: ["X11", "X12"],
      lsp: "South",
    });
    expect(register.find("X02")?.foundationTrust).toBe(false);
  });

  test("bears a byte order mark, spaces and capitals in headings, any line ends, blank lines and unknown columns", () => {
    const text = "\uFEFF Code , NAME,Type ,SHA_Code,source\r\n\r\n x01 ,Ashmere,PCT, x90 ,seen\r\n,,,,\r\n";
    const [organisation] = accepted(text).organisations;
    expect(organisation).toMatchObject({ code: "X01", name: "Ashmere", sha: "X90" });
    expect(accepted(text.replaceAll("\r\n", "\r")).organisations).toHaveLength(1);
  });

  test("reads quoted values with commas, quotation marks and line breaks", () => {
    const register = accepted(`${HEADING}\n"X01", "Ashmere, ""Old""\r\nand Brook" ,PCT,X90`);
    expect(register.find("X01")?.name).toBe('Ashmere, "Old" and Brook');
  });

  test("takes a code with one E and no sign for the code that it is", () => {
    expect(accepted(`${HEADING}\n9E9,Ashmere,PCT,X90`).find("9e9")?.code).toBe("9E9");
  });

  test("bears commas that Excel adds or leaves out at the end of a line", () => {
    const register = accepted(`${HEADING},contact\nX01,Ashmere,PCT,X90\nX02,Brook,PCT,X90,,,`);
    expect(register.organisations.map(({ contact }) => contact)).toEqual([null, null]);
  });
});

describe("looking organisations up", () => {
  const register = accepted(
    `${HEADING}\nX90,Mid SHA,SHA,X90\nX02,Brook,PCT,X91\nX01,Ashmere,PCT,X90\nX03,Dale,PCT,`,
  );

  test("finds a code in any case, with spaces around", () => {
    expect(register.find(" x01 ")?.name).toBe("Ashmere");
    expect(register.find("X99")).toBeUndefined();
  });

  test("gives those of one SHA in register order", () => {
    expect(register.ofSha("x90").map(({ code }) => code)).toEqual(["X90", "X01"]);
    expect(register.ofSha("X99")).toEqual([]);
    expect(register.ofSha("")).toEqual([]);
  });

  test("is not taken in by names that every object has", () => {
    expect(register.find("__proto__")).toBeUndefined();
    expect(register.find("constructor")).toBeUndefined();
    expect(register.ofSha("__proto__")).toEqual([]);
    const hostile = accepted(
      `__proto__,${HEADING},constructor\n1,constructor,toString,valueOf,HasOwnProperty,2`,
    );
    expect(hostile.find("Constructor")?.name).toBe("toString");
    expect(hostile.ofSha("hasOwnProperty")).toHaveLength(1);
    expect(hostile.ofSha("toString")).toEqual([]);
  });
});

describe("a register that is refused", () => {
  test.each([
    ["nothing at all", "", 1, /register is empty/],
    ["blank lines only", "\n \n,,\n", 1, /register is empty/],
    ["headings only", `${HEADING}\n`, 1, /no organisation below/],
    ["semicolons", "code;name;type;sha\nX01;Ashmere;PCT;X90", 1, /not separated by commas/],
    ["a missing column", "\ncode,name,sha\nX01,Ashmere,X90", 2, /column type is missing/],
    ["a column twice", "code,name,type,sha,SHA_CODE\nX01,Ashmere,PCT,X90,X91", 1, /sha is there twice/],
    ["a heading with an open quotation mark", '"code,name,type,sha\nX01,Ashmere,PCT,X90', 1, /never closed/],
    ["an empty code", `${HEADING}\n ,Ashmere,PCT,X90`, 2, /code is empty/],
    ["an empty name", `${HEADING}\nX01," ",PCT,X90`, 2, /name is empty/],
    ["an empty type", `${HEADING}\nX01,Ashmere,,X90`, 2, /type is empty/],
    ["a space inside a code", `${HEADING}\nX 01,Ashmere,PCT,X90`, 2, /"X 01" has a space inside/],
    [
      "a code that could leave its folder",
      `${HEADING}\n../X01,Ashmere,PCT,X90`,
      2,
      /neither a letter nor a digit/,
    ],
    ["a code of hostile letters", `${HEADING}\n__proto__,Ashmere,PCT,X90`, 2, /neither a letter nor a digit/],
    [
      "an SHA that Excel changed",
      `${HEADING}\nX01,Ashmere,PCT,9.00E+01`,
      2,
      /SHA code "9.00E\+01" is a number/,
    ],
    [
      "a predecessor that Excel changed",
      `${HEADING},predecessors\nX01,Ashmere,PCT,X90,X11;90`,
      2,
      /"90" is a number/,
    ],
    ["ft that is no answer", `${HEADING},ft\nX01,Ashmere,PCT,X90,soon`, 2, /ft is "soon"/],
    [
      "a comma without quotation marks",
      `${HEADING}\nX01,Ashmere, Old,PCT,X90`,
      2,
      /5 values under 4 headings/,
    ],
    ["a line that ends early", `${HEADING}\nX01,Ashmere,PCT`, 2, /ends after 3 of 4 values, before sha/],
    ["a file of another kind", "PK\u0003\u0004", 1, /not the text of a CSV/],
    ["letters lost on the way", `${HEADING}\nX01,Ashm\uFFFDre,PCT,X90`, 2, /letter was lost/],
  ])("names %s by line", (_, text, line, message) => {
    expect(problems(text)).toEqual([[line, expect.stringMatching(message)]]);
    expect(problems(text)[0]![1]).toMatch(new RegExp(`^Line ${line}: .*\\.$`));
  });

  test.each(["9.00E+01", "9,00E+01", "9E+01", "9e+1", "90", "-90", "90.0", ".9"])(
    "sees that Excel turned a code into %s",
    (code) => {
      expect(problems(`${HEADING}\n"${code}",Ashmere,PCT,X90`)).toEqual([
        [2, expect.stringContaining("Excel")],
      ]);
    },
  );

  test("names both lines of a code used twice, whatever its case and however wrong its line", () => {
    expect(problems(`${HEADING}\nX01,Ashmere,,X90\n\nx01,Ashmere,PCT,X90`)).toEqual([
      [2, expect.stringContaining("type is empty")],
      [4, expect.stringContaining("X01 already stands in line 2")],
    ]);
  });

  test("tells everything that is wrong, not only the first thing, each by its line in the file", () => {
    const text = [
      HEADING,
      '"X01","Ashmere',
      'and Brook",PCT,X90',
      "90,,PCT,X90",
      'X02,Old "Dale",PCT,X90',
      'X03,"Dale,PCT,X90',
      "X04,Eastby,PCT",
      "X05,Fenby,PCT,X 9",
    ].join("\r\n");
    expect(problems(text)).toEqual([
      [4, expect.stringContaining('code "90" is a number')],
      [4, expect.stringContaining("name is empty")],
      [5, expect.stringContaining("quotation mark stands where it cannot")],
      [6, expect.stringContaining("never closed")],
      [7, expect.stringContaining("ends after")],
      [8, expect.stringContaining("SHA code")],
    ]);
  });

  test("shows a value on one line and shortened", () => {
    const [message] = problems(`${HEADING}\n"X\n${"9".repeat(500)}",Ashmere,PCT,X90`).map(([, text]) => text);
    expect(message!.length).toBeLessThan(140);
    expect(message).not.toContain("\n");
  });
});

describe("laws of reading", () => {
  const code = fc.stringMatching(/^[A-Z][A-Z0-9]{1,4}$/);
  const words = fc.stringMatching(/^[A-Za-z0-9'",;&é-]{1,8}( [A-Za-z0-9'",;&é-]{1,8}){0,2}$/);
  const maybe = fc.option(words, { nil: null });
  const organisation: fc.Arbitrary<Organisation> = fc.record({
    code,
    name: words,
    type: words,
    sha: fc.option(code, { nil: null }),
    lhc: maybe,
    foundationTrust: fc.option(fc.boolean(), { nil: null }),
    email: maybe,
    contact: maybe,
    telephone: maybe,
    predecessors: fc.option(fc.uniqueArray(code, { minLength: 1, maxLength: 3 }), { nil: null }),
    lsp: maybe,
  });
  const cells = (each: Organisation): ReadonlyMap<string, string> =>
    new Map([
      ["code", each.code],
      ["name", each.name],
      ["type", each.type],
      ["sha", each.sha ?? ""],
      ["lhc", each.lhc ?? ""],
      ["ft", each.foundationTrust === null ? "" : each.foundationTrust ? "Yes" : "no"],
      ["email", each.email ?? ""],
      ["contact", each.contact ?? ""],
      ["telephone", each.telephone ?? ""],
      ["predecessors", each.predecessors?.join("; ") ?? ""],
      ["lsp", each.lsp ?? ""],
      ["remarks", "x"],
    ]);
  const columns = [...cells({ predecessors: null } as Organisation).keys()];
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  test("any order of columns, any quoting and any line ends give the same register", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(organisation, { minLength: 1, maxLength: 5, selector: (each) => each.code }),
        fc.shuffledSubarray(columns, { minLength: columns.length }),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        fc.infiniteStream(fc.boolean()),
        (organisations, order, end, bom, coin) => {
          const cell = (text: string): string => {
            const [chosen] = coin.take(1);
            return chosen || /[",]/.test(text) ? quoted(text) : text;
          };
          const heading = order.map((name) => cell(name.toUpperCase())).join(",");
          const lines = organisations.map((each) =>
            order.map((name) => cell(cells(each).get(name)!)).join(","),
          );
          const text = (bom ? "\uFEFF" : "") + [heading, ...lines].join(end);
          expect(accepted(text).organisations).toEqual(organisations);
        },
      ),
    );
  });

  test("any text at all is accepted or refused with reasons, in order of lines that the file has", () => {
    const piece = fc.oneof(
      fc.constantFrom(HEADING, ",", '"', "\n", "\r\n", "X01", "__proto__", "90", "ft", " "),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, headed) => {
        const text = (headed ? `${HEADING}\n` : "") + pieces.join("");
        const result = readRegister(text);
        if (result.kind === "register") return result.register.organisations.length > 0;
        const lines = result.problems.map((each) => each.line);
        expect(lines.length).toBeGreaterThan(0);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        expect(Math.max(...lines)).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
        return true;
      }),
    );
  });
});
