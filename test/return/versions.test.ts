import type { RawValue } from "../../src/cells";
import { CHECKS_COLUMNS, layoutTemplate } from "../../src/layout";
import { countedValue, findingsOf, type Finding } from "../../src/return";
import type { Template } from "../../src/template";
import { checksIn } from "../support/checks-sheet";
import { layoutCells, valueIn } from "../support/layout-cells";
import { returnIn } from "../support/saved";
import { yearOf } from "../template/small-year";

const year = yearOf(
  { file: "year.yaml", old: '    version: "1.0"\n', by: '    version: "1.1"\n    earlier: ["1.0"]\n' },
  {
    file: "spend.yaml",
    old: "      gross: { number: 200,",
    by: '      wards: { number: 120, label: Wards, since: "1.1" }\n      gross: { number: 200,',
  },
  {
    file: "spend.yaml",
    old: '  - code: "AA02"\n    level: fix\n',
    by: '  - code: "AA02"\n    since: "1.1"\n    level: fix\n    advisory_until: 2001-03-15\n',
  },
);
const now = year.templates.get("provider")!;
const before = year.earlier("provider", "1.0")!;

/** Spend of 1,000 less income of 999 is 1; the uplift is 0.3% of 1,000, that is 3: AA02 fails. */
const ENTRIES: ReadonlyMap<string, RawValue> = new Map<string, RawValue>([
  ["cover.org_code", "R1A"],
  ["cover.org_name", "Trust"],
  ["cover.status", "Draft"],
  ["spend.staff[revenue]", 700],
  ["spend.staff[capital]", 0],
  ["spend.support[revenue]", 200],
  ["spend.other[revenue]", 100],
  ["spend.other[capital]", 0],
  ["spend.income[revenue]", -999],
  ["spend.income[capital]", 0],
]);

function workbook(template: Template, entries = ENTRIES) {
  return layoutTemplate(template, { entries, prefilled: new Set(), organisation: null });
}

function findings(template: Template, day: string | null, entries = ENTRIES): readonly Finding[] {
  const found = returnIn(layoutCells(workbook(template, entries)), year);
  return findingsOf(found, { register: null, fileName: null, day });
}

/** The standing checks of the small year have codes by their kinds; the message names the kind. */
const said = (all: readonly Finding[]) =>
  all.map(({ level, code, message }) => `${level} ${code} ${message}`);

describe("a return of an earlier version of the round", () => {
  test("is said to be older, and nothing that it was not asked for is missed in it", () => {
    const found = findings(before, null);
    expect(said(found)).toEqual([expect.stringMatching(/^fix ZZ\d\d .* has older_version\.$/)]);
    expect(found.some(({ code }) => code === "AA02")).toBe(false);
  });

  test("has its figures under the keys that they have now", () => {
    const found = returnIn(layoutCells(workbook(before)), year);
    expect([found.version, found.current]).toEqual(["1.0", "1.1"]);
    expect(countedValue(found, "spend.staff[revenue]")).toBe(700);
    // 700 + 200 + 100.
    expect(countedValue(found, "spend.gross[revenue]")).toBe(1000);
    expect(found.lost).toEqual([]);
  });

  test("of a version that never was is told to be of another, and read by the current one", () => {
    const cells = layoutCells(workbook(before));
    const sheets = cells.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map(
        [...sheet.cells].map(([address, cell]) => [
          address,
          cell.value === "imt|2001-02|provider|1.0" ? { ...cell, value: "imt|2001-02|provider|0.9" } : cell,
        ]),
      ),
    }));
    const found = returnIn({ ...cells, sheets }, year);
    const all = findingsOf(found, { register: null, fileName: null, day: null });
    expect(said(all).filter((one) => /version/.test(one))).toEqual([
      expect.stringMatching(/has other_version\.$/),
    ]);
    expect(found.template).toBe(now);
  });
});

describe("a rule that is advisory until a day", () => {
  const complete = new Map([...ENTRIES, ["spend.wards[revenue]", 0], ["spend.wards[capital]", 0]]);
  const levelOn = (day: string | null) => {
    const one = findings(now, day, complete).find(({ code }) => code === "AA02");
    return [one?.level, one?.fix];
  };

  test("is noted up to that day, and asks from the next one on", () => {
    const advised = "Advisory until 15 Mar 2001; from then on it is asked for. Correct the spend.";
    expect(levelOn("2001-03-14")).toEqual(["note", advised]);
    expect(levelOn("2001-03-15")).toEqual(["note", advised]);
    expect(levelOn("2001-03-16")).toEqual(["fix", "Correct the spend."]);
  });

  test("asks where no day is known", () => {
    expect(levelOn(null)[0]).toBe("fix");
  });

  test("is a note in the workbook, which knows no day, and says until when", () => {
    const layout = workbook(now, complete);
    expect(checksIn(layoutCells(layout), now).get("AA02")).toMatchObject({ state: "fails", words: "● Note" });
    const fixes = [...layout.sheets.at(-1)!.cells].flatMap(([address, { value }]) =>
      address.startsWith(String.fromCharCode(64 + CHECKS_COLUMNS.fix)) ? [value] : [],
    );
    expect(fixes).toContain(
      "Advisory until 15 Mar 2001; from then on the authority asks for it. Correct the spend.",
    );
    expect(valueIn(layout, "Cover", "A1")).toBe("imt|2001-02|provider|1.1");
  });
});
