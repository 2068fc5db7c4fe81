import { choiceOfVersion, readChosen } from "../../src/template/chosen-for";
import { problemsOf, yearOf, type Change } from "./small-year";

const VERSIONS = ["1.0", "1.1", "1.2"];

function read(content: unknown, version: string) {
  const said: string[] = [];
  const { content: own } = readChosen(content, choiceOfVersion(version, VERSIONS), (path, message) =>
    said.push(`${path.join(".")}: ${message}`),
  );
  return { own, said };
}

describe("what a version reads of a definition", () => {
  const content = {
    lines: { old: { label: "Old", before: "1.2" }, wards: { label: "Wards", since: "1.1" } },
    title: { by_version: { "1.0": "Spend", "1.2": "Planned spend" } },
  };

  test("is what had come by then and had not yet gone, in the words of the last version that changed them", () => {
    const lines = (own: unknown) => Object.keys((own as typeof content).lines);
    expect(VERSIONS.map((version) => lines(read(content, version).own))).toEqual([
      ["old"],
      ["old", "wards"],
      ["wards"],
    ]);
    expect(VERSIONS.map((version) => (read(content, version).own as { title: string }).title)).toEqual([
      "Spend",
      "Spend",
      "Planned spend",
    ]);
  });

  test("a field that is called since is a field", () => {
    const fields = { since: { label: "Since" } };
    expect(read(fields, "1.0").own).toEqual(fields);
  });

  test("a version that there never was is told at its place", () => {
    expect(read({ wards: { since: "0.9" } }, "1.0").said).toEqual([
      "wards.since: There is no version 0.9 of this return; there are 1.0, 1.1, 1.2.",
    ]);
  });
});

const SECOND: Change = {
  file: "year.yaml",
  old: '    version: "1.0"\n',
  by: '    version: "1.1"\n    earlier: ["1.0"]\n',
};
const WARDS: Change = {
  file: "spend.yaml",
  old: "      gross: { number: 200,",
  by: '      wards: { number: 120, label: Wards, since: "1.1" }\n      gross: { number: 200,',
};
const MENDED: Change = {
  file: "spend.yaml",
  old: 'holds: "=[@revenue]>=[@capital]"',
  by: 'holds: { by_version: { "1.0": "=[@revenue]>=[@capital]", "1.1": "=2*[@revenue]>=[@capital]" } }',
};

describe("an earlier version of a return", () => {
  const year = yearOf(SECOND, WARDS, MENDED);

  test("asks what it asked, and the current one what it asks now", () => {
    const before = year.earlier("provider", "1.0")!;
    const now = year.templates.get("provider")!;
    expect([before.version, now.version]).toEqual(["1.0", "1.1"]);
    expect(before.fields.has("spend.wards[revenue]")).toBe(false);
    expect(now.fields.has("spend.wards[revenue]")).toBe(true);
    const holds = [before, now].map(({ rules }) => rules.find(({ code }) => code === "AA01")!.written.holds);
    expect(holds).toEqual(["=[@revenue]>=[@capital]", "=2*[@revenue]>=[@capital]"]);
  });

  test("is none that never came, and none of a role that is not there", () => {
    expect(year.earlier("provider", "0.9")).toBeNull();
    expect(year.earlier("provider", "1.1")).toBeNull();
    expect(year.earlier("payer", "1.0")).toBeNull();
  });

  test("is refused by line where it makes no return", () => {
    // The total of 1.0 would add up a line that came with 1.1.
    const sums: Change = { file: "spend.yaml", old: "sums: staff..other", by: "sums: [staff, wards]" };
    expect(problemsOf(SECOND, WARDS, sums).map(({ file, message }) => `${file}: ${message}`)).toEqual([
      "spend.yaml: There is no spend.wards[revenue] in this return.",
      "spend.yaml: There is no spend.wards[capital] in this return.",
    ]);
  });

  test("stands once among the versions", () => {
    const twice: Change = { ...SECOND, by: '    version: "1.1"\n    earlier: ["1.0", "1.0"]\n' };
    expect(problemsOf(twice).map(({ message }) => message)).toEqual(["Version 1.0 stands here twice."]);
  });
});

test("a rule is advisory until a day, and a note can't be", () => {
  const until = (level: string): Change => ({
    file: "spend.yaml",
    old: level === "note" ? '  - code: "AA03"\n    level: note' : '  - code: "AA02"\n    level: fix',
    by:
      level === "note"
        ? '  - code: "AA03"\n    level: note\n    advisory_until: 2001-03-15'
        : '  - code: "AA02"\n    level: fix\n    advisory_until: 2001-03-15',
  });
  const rules = yearOf(until("fix")).templates.get("provider")!.rules;
  // 15 March 2001, as Excel counts days.
  expect(rules.find(({ code }) => code === "AA02")!.advisoryUntil).toBe(36965);
  expect(problemsOf(until("note")).map(({ message }) => message)).toEqual([
    "A note asks for nothing, so it can't be advisory at first.",
  ]);
});
