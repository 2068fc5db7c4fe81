import type { DefinitionProblem } from "../../src/template";
import { BESIDE, LATER, linkedSmall, readSmall } from "./small-beside";
import type { Change } from "./small-year";

/** A piece of the summary, and what stands there instead. */
type Piece = readonly [old: string, by: string];

function withPiece([old, by]: Piece): string {
  if (BESIDE.split(old).length !== 2) throw new Error(`${old} does not stand there once`);
  return BESIDE.replace(old, () => by);
}

/** The words of the line that each problem names, and what it says. */
function told(text: string, problems: readonly DefinitionProblem[]) {
  return problems.map(({ file, line, message }) => {
    expect(file).toBe("summary.yaml");
    return [text.split("\n")[line - 1]!.trim(), message] as const;
  });
}

/** What is wrong with the year by itself. */
function alone(piece: Piece) {
  const text = withPiece(piece);
  const read = readSmall(LATER, text);
  return told(text, read.kind === "refused" ? read.problems : []);
}

/** What is wrong once both years are read; the summary alone is right. */
function together(piece: Piece | null, earlier: readonly Change[] | null = []) {
  const text = piece ? withPiece(piece) : BESIDE;
  const linked = linkedSmall(text, earlier);
  return told(text, linked.kind === "refused" ? linked.problems : []);
}

describe("two years that are read together", () => {
  test("the later one has the earlier one beside it, by its name; the earlier has none", () => {
    const linked = linkedSmall(BESIDE);
    if (linked.kind === "refused") throw new Error(JSON.stringify(linked.problems));
    const { beside } = linked.years.get("2002-03")!.summary!;
    expect([beside!.year, beside!.yearLabel, beside!.sheet]).toEqual(["2001-02", "2001/02", "Both years"]);
    expect(beside!.columns.map(({ id, earlier, now }) => [id, earlier, now])).toEqual([
      ["revenue", "revenue", "revenue"],
      ["capital", "capital", "capital"],
      ["total", "total", "total"],
    ]);
    expect(linked.years.get("2001-02")!.summary).toBeNull();
  });

  test("a year that is read alone has nothing beside it yet", () => {
    const read = readSmall(LATER, BESIDE);
    expect(read.kind === "year" && read.year.summary!.beside).toBeNull();
  });
});

describe("what a year says of its own returns is refused by its line where", () => {
  const column = "capital: { label: Capital, earlier: capital, now: capital }";

  test.each<readonly [string, Piece, string, string]>([
    [
      "a role is not there",
      ["{ provider: Trusts }", "{ trust: Trusts }"],
      "roles: { trust: Trusts }",
      "There is no role trust in this year.",
    ],
    [
      "a column is not there",
      [column, column.replace("now: capital", "now: loan")],
      column.replace("now: capital", "now: loan"),
      "The table spend of the provider return for 2002/03 has no column loan.",
    ],
    [
      "a line is not there",
      ["    - support\n", "    - vans\n"],
      "- vans",
      "The table spend has no line vans.",
    ],
    [
      "a line is there twice",
      ["    - support\n", "    - staff\n"],
      "- staff",
      "The line staff stands here twice.",
    ],
    [
      "a line that is shown is not among the lines",
      ["organisations:\n    - net", "organisations:\n    - gross"],
      "- gross",
      "The line gross is not among lines.",
    ],
    [
      "what is marked is no column",
      ["{ column: total,", "{ column: sum,"],
      "marked: { column: sum, percent: 10, least: 5 }",
      "There is no column sum above.",
    ],
    [
      "a state has no sign",
      ['near: "✔ Near"', 'near: "Near"'],
      'near: "Near"',
      "“near”: a state begins with ✔, ● or ▲ and a blank.",
    ],
    [
      "a state finds a fault",
      ['above: "▲ Above"', 'above: "✖ Above"'],
      'above: "✖ Above"',
      "“above”: a state begins with ✔, ● or ▲ and a blank.",
    ],
    [
      "a sheet's name is taken",
      ["{ sheet: By line }", "{ sheet: both years }"],
      "by_line: { sheet: both years }",
      "The summary has a sheet both years already.",
    ],
    [
      "a bound is less than nothing",
      ["percent: 10", "percent: -1"],
      "marked: { column: total, percent: -1, least: 5 }",
      "“percent”: 0 or more is wanted here.",
    ],
  ])("%s", (_, piece, line, message) => {
    const [first, ...others] = alone(piece).filter(([, says]) => says === message);
    expect(first).toEqual([line, message]);
    expect(others).toEqual([]);
  });

  test("the table is not there, or a figure is no amount", () => {
    expect(alone(["table: spend", "table: money"])).toEqual([
      ["table: money", "There is no table money in the provider return for 2002/03."],
    ]);
    expect(alone(["    - support\n", "    - rate\n"]).map(([, message]) => message)).toContain(
      "spend.rate[revenue] in the provider return for 2002/03 is of type percent; an amount is wanted here.",
    );
  });
});

describe("what a year says of the other one is refused by its line where", () => {
  test("the other year is not among the definitions, or is the same", () => {
    expect(together(null, null)).toEqual([
      [
        'year: "2001-02"',
        "The planning year 2001-02 is not among the definitions. Put its folder beside this one, or take “beside” away.",
      ],
    ]);
    expect(together(['year: "2001-02"', 'year: "2002-03"'])).toEqual([
      ['year: "2002-03"', "A year can't be set beside itself."],
    ]);
  });

  test("it has no such column, or one that holds no amounts", () => {
    const column = "total: { label: Total, earlier: total, now: total }";
    const wrong = (by: string) => column.replace("earlier: total", `earlier: ${by}`);
    expect(together([column, wrong("outturn")])).toEqual([
      [wrong("outturn"), "The table spend of the provider return for 2001/02 has no column outturn."],
    ]);
    expect(together([column, wrong("note")])[0]).toEqual([
      wrong("note"),
      "spend.staff[note] in the provider return for 2001/02 is of type text; an amount is wanted here.",
    ]);
  });

  test("it has no such line", () => {
    const old = "      support: { number: 110, label: Support, least: 0, closed: [capital] }\n";
    expect(together(null, [{ file: "spend.yaml", old, by: "" }])).toEqual([
      ["- support", "The table spend of the provider return for 2001/02 has no line support."],
    ]);
  });

  test("it has a figure where this year takes none", () => {
    const change: Change = { file: "spend.yaml", old: ", closed: [capital] }", by: " }" };
    expect(together(null, [change])).toEqual([
      [
        "capital: { label: Capital, earlier: capital, now: capital }",
        "In the line support of the provider return, capital of 2001/02 is of type money and capital of 2002/03 is closed.",
      ],
    ]);
  });

  test("it has no such role", () => {
    const role: Change = { file: "year.yaml", old: "  payer:\n", by: "  buyer:\n" };
    const both = "{ provider: Trusts, payer: Payers }";
    expect(together(["{ provider: Trusts }", both], [role])).toEqual([
      [`roles: ${both}`, "There is no role payer in 2001/02."],
    ]);
  });
});
