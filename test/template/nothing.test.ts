import { ALWAYS, NOTHING } from "./small-nothing";
import { fieldOf, problemsOf, templateIn, yearOf, TWO_ROLES, type Change } from "./small-year";

const year = yearOf(TWO_ROLES, NOTHING, ALWAYS);
const provider = templateIn(year, "provider");
const payer = templateIn(year, "payer");

describe("where a return can say that there is nothing to report", () => {
  test("there is a line for the whole return and for each sheet with entries that may have nothing", () => {
    const lines = [provider, payer].map(({ fields }) => [
      ...new Set([...fields.values()].flatMap(({ block, line }) => (block === "nothing" ? [line] : []))),
    ]);
    expect(lines).toEqual([
      ["whole", "spend"],
      ["whole", "spend", "bodies"],
    ]);
    expect([...payer.nothing!.keyOf]).toEqual([
      ["Spend", "nothing.spend[answer]"],
      ["Bodies", "nothing.bodies[answer]"],
    ]);
  });

  test("its answer is one choice, optional; reason and name are due once it is given", () => {
    const answer = fieldOf(provider, "nothing.spend[answer]");
    expect(answer.type).toEqual({ kind: "choice", choices: ["Nothing to report"] });
    expect(answer.source).toMatchObject({ kind: "entered", answer: "optional" });
    for (const part of ["reason", "signed"]) {
      const field = fieldOf(provider, `nothing.spend[${part}]`);
      expect(field.source).toMatchObject({ kind: "entered", answer: "due" });
      expect(field.row).toEqual(["answer", "reason", "signed"].map((one) => `nothing.spend[${one}]`));
    }
  });

  test("an answer can't stand beside what is entered on its sheet, column by column", () => {
    const { source } = fieldOf(provider, "nothing.spend[answer]");
    const excludes = source.kind === "entered" ? source.excludes : null;
    // Entered are staff, support, other, income; the capital of support is closed. The rest is worked out.
    expect(excludes).toEqual([
      ["staff", "support", "other", "income"].map((line) => `spend.${line}[revenue]`),
      ["staff", "other", "income"].map((line) => `spend.${line}[capital]`),
      expect.arrayContaining(["spend.staff[note]", "spend.income[note]"]),
    ]);
    expect(fieldOf(provider, "cover.status").nothing).toBeNull();
  });

  test("a sheet's column of a list is excluded, but for what other returns put in", () => {
    const { source } = fieldOf(payer, "nothing.bodies[answer]");
    const columns = source.kind === "entered" ? (source.excludes ?? []).map(([first]) => first) : [];
    const taken = new Set(
      payer.sheets.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === "checks" ? [] : [...(block.takes?.keys.keys() ?? [])])),
      ),
    );
    const entered = [...payer.fields.values()].filter(
      ({ block, line, source: of }) => block === "bodies" && line === "r01" && of.kind === "entered",
    );
    expect(columns).toEqual(entered.filter(({ column }) => !taken.has(column)).map(({ key }) => key));
  });

  test("a return without such a block says nothing of it", () => {
    expect(templateIn(yearOf(), "provider").nothing).toBeNull();
  });

  test("a column that is none of the three is refused", () => {
    const odd: Change = { ...NOTHING, by: NOTHING.by.replace("signed:", "because:") };
    expect(problemsOf(odd).map(({ message }) => message)).toEqual([
      "“signed” is missing.",
      "“because” is not known here.",
    ]);
  });
});
