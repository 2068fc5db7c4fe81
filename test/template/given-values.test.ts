import { fieldOf, templateOf } from "./small-year";

describe("what a definition gives", () => {
  test("may be words in a column of words, beside lines where they are entered", () => {
    const template = templateOf({
      file: "spend.yaml",
      old: "constant: { revenue: 0.003, capital: 0.001 }",
      by: "constant: { revenue: 0.003, capital: 0.001, note: Of the year }",
    });
    expect(fieldOf(template, "spend.rate[note]").source).toEqual({ kind: "constant", value: "Of the year" });
    expect(fieldOf(template, "spend.staff[note]").source).toMatchObject({ kind: "entered" });
  });

  test("may be the room that the answers of a form need", () => {
    const widthOf = (template: ReturnType<typeof templateOf>) =>
      template.sheets.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === "form" ? block.columns.map(({ width }) => width) : [])),
      );
    expect(widthOf(templateOf())).toEqual([null]);
    expect(
      widthOf(
        templateOf({
          file: "cover.yaml",
          old: "    title: Organisation\n",
          by: "    title: Organisation\n    width: 14\n",
        }),
      ),
    ).toEqual([14]);
  });
});
