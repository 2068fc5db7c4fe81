import type { RawValue } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import { entryFault, findingsOf, foundValue, isOpen, statusOf } from "../../src/return";
import { checksIn } from "../support/checks-sheet";
import { layoutCells, sheetOf } from "../support/layout-cells";
import { returnIn } from "../support/saved";
import { ALWAYS, NOTHING } from "../template/small-nothing";
import { BODIES } from "../template/small-list";
import { TWO_ROLES, templateIn, yearOf } from "../template/small-year";

const year = yearOf(TWO_ROLES, NOTHING, ALWAYS);
const payer = templateIn(year, "payer");

type Entries = Readonly<Record<string, RawValue>>;
const COVER: Entries = { "cover.org_code": "5AA", "cover.org_name": "Payer", "cover.status": "Final" };
const SPEND: Entries = {
  "spend.staff[revenue]": 10,
  "spend.staff[capital]": 0,
  "spend.support[revenue]": 0,
  "spend.other[revenue]": 0,
  "spend.other[capital]": 0,
  "spend.income[revenue]": 0,
  "spend.income[capital]": 0,
};
const said = (line: string): Entries => ({
  [`nothing.${line}[answer]`]: "Nothing to report",
  [`nothing.${line}[reason]`]: "We plan none.",
  [`nothing.${line}[signed]`]: "A. Person, director of finance",
});

function of(entries: Entries) {
  const layout = layoutTemplate(payer, {
    entries: new Map(Object.entries(entries)),
    prefilled: new Set(),
    organisation: null,
  });
  const workbook = layoutCells(layout);
  const found = returnIn(workbook, year);
  const findings = findingsOf(found, { register: null, fileName: null, day: null });
  return { layout, workbook, found, findings };
}

/** What entries have wrong with them, by the key: the small year's codes are its kinds. */
function faults(entries: Entries) {
  const { found } = of(entries);
  return [...payer.fields.values()].flatMap((field) => {
    const fault = entryFault(field, (key) => foundValue(found, key));
    return fault === null ? [] : [`${field.key} ${fault}`];
  });
}

const messages = (entries: Entries) => of(entries).findings.map(({ message }) => message);

describe("a sheet with nothing to report", () => {
  test("is asked for none of its blanks, once that is said", () => {
    const blanks = ["revenue", "capital"].flatMap((column) =>
      ["staff", "support", "other", "income"].map((line) => `spend.${line}[${column}] blank`),
    );
    const due = new Set(blanks.filter((one) => one !== "spend.support[capital] blank"));
    expect(new Set(faults(COVER))).toEqual(due);
    expect(faults({ ...COVER, ...said("spend") })).toEqual([]);
    expect(faults({ ...COVER, ...said("whole") })).toEqual([]);
  });

  test("needs a reason and the name of whoever answers for it", () => {
    const bare = { ...COVER, "nothing.spend[answer]": "Nothing to report" };
    expect(faults(bare)).toEqual(["nothing.spend[reason] blank", "nothing.spend[signed] blank"]);
  });

  test("has no entries: what stands there all the same is counted and is to be put right", () => {
    const both = { ...COVER, ...said("spend"), "spend.staff[revenue]": 10, "spend.other[note]": "x" };
    expect(faults(both)).toEqual(
      expect.arrayContaining([
        "nothing.spend[answer] nothing_but_entries",
        "spend.staff[capital] blank",
        "spend.other[revenue] blank",
      ]),
    );
    // Lines on which nothing stands are not asked for.
    expect(faults(both)).not.toContain("spend.income[revenue] blank");
    expect(messages(both)).toContain("Spend, answer has nothing_but_entries.");
  });

  test("is said by its words alone", () => {
    const other = { ...COVER, ...said("spend"), "nothing.spend[answer]": "None" };
    expect(faults(other)).toContain("nothing.spend[answer] not_in_list");
    expect(faults(other)).toContain("spend.staff[revenue] blank");
  });

  test("of lists alone is noted while it is empty and nothing is said of it", () => {
    const whole = BODIES.trimStart();
    const list = whole.slice(whole.indexOf("  - list: bodies"), whole.lastIndexOf("rules:\n"));
    const by = `sheet: Bodies\nblocks:\n${list}`;
    const lists = yearOf(TWO_ROLES, NOTHING, ALWAYS, { file: "bodies.yaml", old: whole, by });
    const noted = (entries: Entries) => {
      const filling = {
        entries: new Map(Object.entries(entries)),
        prefilled: new Set<string>(),
        organisation: null,
      };
      const found = returnIn(layoutCells(layoutTemplate(templateIn(lists, "payer"), filling)), lists);
      return findingsOf(found, { register: null, fileName: null, day: null }).flatMap(({ message, sheet }) =>
        /nothing_listed/.test(message) ? [sheet] : [],
      );
    };
    expect(noted({ ...COVER, ...SPEND })).toEqual(["Bodies"]);
    expect(noted({ ...COVER, ...SPEND, ...said("bodies") })).toEqual([]);
    expect(noted({ ...COVER, ...SPEND, "bodies.r03[remark]": "x" })).toEqual([]);
    // A return that nobody has begun is said to be blank, and nothing besides.
    expect(noted({})).toEqual([]);
  });
});

describe("a return with nothing to report at all", () => {
  const { found, findings } = of({ ...COVER, ...said("whole") });

  test("is no blank one: it is filed and signed like any other", () => {
    expect(statusOf(found)).toBe("final");
    expect(statusOf(of({ "cover.org_code": "5AA" }).found)).toBe("blank");
  });

  test("has nothing left to put right by itself", () => {
    expect(findings.filter(isOpen).map(({ code }) => code)).toEqual(
      of({ ...COVER, ...SPEND })
        .findings.filter(isOpen)
        .map(({ code }) => code)
        .filter((code) => findings.some((one) => one.code === code)),
    );
    expect(findings.map(({ message }) => message).filter((one) => /has blank/.test(one))).toEqual([]);
  });
});

describe("the workbook", () => {
  const words = (entries: Entries, code: string) => checksIn(of(entries).workbook, payer).get(code)!;
  const blank = payer.standing.get("blank")!.code;
  const both = payer.standing.get("nothing_but_entries")!.code;

  test.each<[string, Entries]>([
    ["nothing entered", {}],
    ["a cover alone", COVER],
    ["a sheet answered", { ...COVER, ...said("spend") }],
    ["the whole return answered", { ...COVER, ...said("whole") }],
    ["an answer without reason", { ...COVER, "nothing.whole[answer]": "Nothing to report" }],
    ["an answer beside entries", { ...COVER, ...SPEND, ...said("spend") }],
    [
      "the whole answered beside entries of a list",
      { ...COVER, ...said("whole"), "bodies.r02[remark]": "x" },
    ],
    ["another word", { ...COVER, ...said("whole"), "nothing.whole[answer]": "No" }],
    ["an error", { ...COVER, ...said("whole"), "nothing.whole[answer]": { error: "#N/A" } }],
  ])("says the same as the program: %s", (_, entries) => {
    const inProgram = new Set(faults(entries).map((one) => one.split(" ")[1]));
    for (const kind of ["blank", "nothing_but_entries"] as const)
      expect([kind, words(entries, payer.standing.get(kind)!.code).state]).toEqual([
        kind,
        inProgram.has(kind) ? "fails" : "holds",
      ]);
  });

  test("waits no longer for a sheet with nothing to report, and says beside it what is wrong", () => {
    expect(words(COVER, "AA02").words).toBe("… Waits for entries");
    expect(words({ ...COVER, ...said("whole") }, "AA02").words).toBe("– Does not apply");
    expect(words({ ...COVER, ...said("whole") }, blank).words).toBe("✔ In order");
    const wrong = { ...COVER, ...said("spend"), "spend.staff[revenue]": 10 };
    expect(words(wrong, both).words).toBe("✖ Put right");
    const texts = [...sheetOf(of(wrong).layout, "Explanations").cells.values()].map(({ value }) => value);
    expect(texts).toContain("✖ Answer: has nothing_but_entries");
  });

  test("says on the sheet where that can be said, and asks for nothing there once it is", () => {
    const { layout } = of({ ...COVER, ...said("spend") });
    const texts = [...sheetOf(layout, "Spend").cells.values()].map(({ value }) => value);
    expect(texts).toContain(
      "Nothing to enter here? Then leave the sheet empty, and say so on the sheet Explanations.",
    );
    expect(texts).not.toContain("○ To fill in");
    const cover = [...sheetOf(layout, "Cover").cells.values()].map(({ value }) => value);
    expect(cover).toContain("✔ Nothing left to do");
  });
});
