import { layoutSummary } from "../../src/summary";
import { brokenSeals, sealTexts, sealsIn } from "../../src/summary/facts-seal";
import type { Fact } from "../../src/summary/facts";
import { layoutCells, wordsOf } from "../support/layout-cells";
import { collected, sent, summary } from "./wards";

const { layout, facts } = layoutSummary(
  collected([sent("W01"), sent("W02"), sent("W03", "office")]),
  summary,
);
const found = sealsIn(layoutCells(layout))!;

/** The facts with the first of a key made anew. */
const withOne = (key: string, change: (fact: Fact) => Fact): readonly Fact[] => {
  const at = facts.findIndex((fact) => fact.key === key);
  return facts.map((fact, place) => (place === at ? change(fact) : fact));
};

describe("the seals of a summary's facts", () => {
  test("stand hidden on the sheet Sources, one for each return after their number", () => {
    const sources = layout.sheets.find(({ name }) => name === "Sources")!;
    const sealed = [...sources.cells].filter(([, { value }]) => wordsOf(value).startsWith("imt-facts|"));
    expect(sealed.map(([, { value }]) => value)).toEqual(sealTexts(facts));
    expect(sealed).toHaveLength(4);
    const [address] = sealed[0]!;
    expect(sources.columns[address.charCodeAt(0) - 65]!.hidden).toBe(true);
    expect(found).toMatchObject({ said: 3, seals: [{ org: "W01" }, { org: "W02" }, { org: "W03" }] });
  });

  test("hold in whatever order the rows are, and after a program saved fewer digits and other blanks", () => {
    expect(brokenSeals([...facts].reverse(), found)).toEqual([]);
    const third = (value: number) => withOne("money.staff[next]", (fact) => ({ ...fact, value }));
    const sealed = sealsIn({
      sheets: [cellsWith(sealTexts(third(1 / 3)))],
      date1904: false,
      modified: null,
    })!;
    expect(brokenSeals(third(0.333333333333333), sealed)).toEqual([]);
    const name = withOne("cover.name", (fact) => ({ ...fact, value: `${fact.value}\r\n ` }));
    expect(brokenSeals(name, found)).toEqual([]);
  });

  test("are broken by a value that is another, a figure that counts no more, a row that is gone or new", () => {
    const other = withOne("money.staff[next]", (fact) => ({ ...fact, value: 110.01 }));
    const none = withOne("money.staff[next]", (fact) => ({ ...fact, counts: false }));
    for (const those of [other, none])
      expect(brokenSeals(those, found)).toEqual(["a value of W01 (ward) is not what it was"]);
    const ofWard = facts.filter(({ org }) => org === "W02").length;
    expect(brokenSeals(facts.slice(1), found)).toEqual([
      expect.stringMatching(/^1 of the \d+ facts of W01 \(ward\) are gone$/),
    ]);
    expect(
      brokenSeals(
        facts.filter(({ org }) => org !== "W02"),
        found,
      ),
    ).toEqual([`all ${ofWard} facts of W02 (ward) are gone`]);
    const added = [...facts, { ...facts[0]!, org: "W04" }];
    expect(brokenSeals(added, found)).toEqual(["W04 (ward) was not in it"]);
    // Whether W04 was in it nobody can tell where a seal is gone.
    expect(brokenSeals(added, { ...found, said: 4 })).toEqual([]);
  });
});

function cellsWith(texts: readonly string[]) {
  const cells = new Map(texts.map((value, at) => [`A${at + 1}`, { value, formula: null }] as const));
  return { name: "Sources", visibility: "visible", cells } as const;
}
