import { changed, problemsOf } from "./small-year";

describe("formulas are refused that go in a circle", () => {
  const circle = (line: string, formula: string) => ({
    file: "spend.yaml" as const,
    old: "      income: {",
    by: `      ${line}: { label: ${line}, is: "${formula}" }\n      income: {`,
  });

  test("a field that needs itself", () => {
    const change = {
      file: "cover.yaml",
      old: "type: date, answer: optional",
      by: 'type: count, is: "=cover.signed+1"',
    };
    expect(problemsOf({ ...change, file: "cover.yaml" })).toEqual([
      { file: "cover.yaml", line: 11, message: "cover.signed needs cover.signed: a circle." },
    ]);
  });

  test("three that need each other", () => {
    const changes = [
      circle("one", "=spend.two[@]"),
      circle("two", "=spend.three[@]"),
      circle("three", "=1-spend.one[@]"),
    ];
    const problems = problemsOf(...changes);
    const text = changed(...changes)["spend.yaml"].split("\n");
    const lineOf = (id: string) => 1 + text.findIndex((words) => words.includes(`${id}: {`));
    const told = problems.filter(({ message }) => message.endsWith(": a circle."));
    const places = told.map(({ file, line }) => `${file}:${line}`);
    for (const id of ["one", "two", "three"]) expect(places).toContain(`spend.yaml:${lineOf(id)}`);
    expect(problems.map(({ message }) => message)).toContain(
      "spend.one[revenue] needs spend.two[revenue] needs spend.three[revenue] needs spend.one[revenue]: a circle.",
    );
  });

  test("a total within its own sum", () => {
    expect(
      problemsOf({ file: "spend.yaml", old: "sums: [gross, income]", by: "sums: [gross, net]" }),
    ).toContainEqual({
      file: "spend.yaml",
      line: 17,
      message: "spend.net[revenue] needs spend.net[revenue]: a circle.",
    });
  });
});
