import { reconciled, type DatabaseCommitment } from "../../../src/summary";
import { collected, day, recorded, sent, summary, type Work } from "./works";

const part = summary.commitments!;

/** What is said of every commitment of one organisation: its state, the plan's name for it, the database's reference, and the remarks. */
function told(works: readonly Work[], extract: readonly DatabaseCommitment[], code = "W01") {
  const all = reconciled(collected([sent("W01", works)]), part, extract);
  return all
    .filter((one) => one.code === code)
    .map(({ state, plan, database, remarks }) => [
      state,
      plan?.texts.name ?? null,
      database?.reference ?? null,
      remarks.join(" "),
    ]);
}

const RECORDS: Work = ["Records one", "Records", "Contractor", "BT", "Yes", "N-1", "2002-06-30"];
const without = (
  work: Work,
  number: string | null,
  more: Partial<Record<number, string | null>> = {},
): Work =>
  work.map((value, at) => (at === 5 ? number : at in more ? (more[at] ?? null) : value)) as unknown as Work;

describe("a commitment that stands in the plan and in the database", () => {
  test("is known by its reference, whatever blanks and capitals are in it", () => {
    const plan = without(RECORDS, "  n-1 ");
    expect(told([plan], [recorded("w01", "Records", "BT", "N-1", "2002-06-30")])).toEqual([
      ["in_both", "Records one", "N-1", ""],
    ]);
  });

  test.each([
    ["2002-05-30", "in_both"],
    ["2002-05-29", "apart"],
    ["2002-07-31", "in_both"],
    ["2002-08-01", "apart"],
  ])("planned for 30 June and recorded for %s is %s: 31 days are in order, 32 are not", (iso, state) => {
    expect(told([RECORDS], [recorded("W01", "Records", "BT", "N-1", iso)])[0]![0]).toBe(state);
  });

  test("says what the plan has otherwise", () => {
    expect(told([RECORDS], [recorded("W01", "Images", "CSC", "N-1", "2002-06-30")])).toEqual([
      ["in_both", "Records one", "N-1", "The plan has the product Records, the supplier BT."],
    ]);
  });

  test("is known by product and supplier where there is no reference, and that is said", () => {
    const plan = without(RECORDS, null, { 3: "Heat & Co" });
    expect(told([plan], [recorded("W01", "RECORDS", "Co. Heat", "N-7", "2002-06-30")])).toEqual([
      ["by_words", "Records one", "N-7", "The plan has no reference."],
    ]);
    const apart = [recorded("W01", "Records", "Heat Co", "N-7", "2003-01-01")];
    expect(told([plan], apart)[0]![0]).toBe("apart");
  });

  test("is known by them too where the references differ; one reference goes before them", () => {
    const twin = without(RECORDS, "N-2", { 0: "Records two" });
    const extract = [
      recorded("W01", "Records", "BT", "N-2", "2002-06-30"),
      recorded("W01", "Records", "BT", "N-8", "2002-06-30"),
    ];
    expect(told([RECORDS, twin], extract)).toEqual([
      ["by_words", "Records one", "N-8", "The plan has the reference N-1."],
      ["in_both", "Records two", "N-2", ""],
    ]);
  });

  test("has no days to compare where the plan has none", () => {
    expect(
      told([without(RECORDS, "N-1", { 6: null })], [recorded("W01", "Records", "BT", "N-1", "2002-06-30")]),
    ).toEqual([["in_both", "Records one", "N-1", "The plan has no go-live date."]]);
  });
});

describe("what fits several times", () => {
  test("is matched with none of them by words, and each says why", () => {
    const plans = [without(RECORDS, null), without(RECORDS, null, { 0: "Records two" })];
    const why = "The plan has 2 entries with this product and supplier, the database one: none was chosen.";
    expect(told(plans, [recorded("W01", "Records", "BT", "", "2002-06-30")])).toEqual([
      ["only_plan", "Records one", null, why],
      ["only_plan", "Records two", null, why],
      ["only_database", null, "", why],
    ]);
  });

  test("is matched by reference and words together where that tells entries apart", () => {
    const plans = [RECORDS, without(RECORDS, "N-1", { 0: "Images", 1: "Images" })];
    expect(told(plans, [recorded("W01", "Images", "BT", "N-1", "2002-06-30")])).toEqual([
      ["only_plan", "Records one", null, ""],
      ["in_both", "Images", "N-1", ""],
    ]);
  });
});

describe("a commitment that need not be recorded yet", () => {
  const later = [...without(RECORDS, null, { 0: "Some records" }), "Some day"] as unknown as Work;

  test("is of a kind of its own where the database does not have it", () => {
    expect(told([later], [])).toEqual([["later", "Some records", null, ""]]);
  });

  test("is known by its reference like any other, and by words only after those that should be recorded", () => {
    const referred = later.map((value, at) => (at === 5 ? "N-1" : value)) as unknown as Work;
    const extract = [recorded("W01", "Records", "BT", "N-1", "2002-06-30")];
    expect(told([referred], extract)[0]![0]).toBe("in_both");
    expect(told([later], extract)[0]![0]).toBe("by_words");
    expect(told([later, without(RECORDS, null)], extract).map(([state, name]) => [state, name])).toEqual([
      ["later", "Some records"],
      ["by_words", "Records one"],
    ]);
  });
});

describe("a commitment that is nowhere else", () => {
  test("stands in the plan only, or in the database only", () => {
    expect(told([RECORDS], [recorded("W01", "Boiler", "CSC", "N-9", "2002-06-30")])).toEqual([
      ["only_plan", "Records one", null, ""],
      ["only_database", null, "N-9", ""],
    ]);
  });

  test("is told where its reference is, if the plan does not call it one or another organisation has it", () => {
    const own = without(RECORDS, "N-1", { 4: "No" });
    const extract = [recorded("W01", "Records", "BT", "N-1", "2002-06-30")];
    expect(told([own], extract)).toEqual([
      [
        "only_database",
        null,
        "N-1",
        "The plan has the reference in an entry that is no commitment (Works C9).",
      ],
    ]);
    const elsewhere = collected([sent("W01", [own]), sent("W02", [RECORDS])]);
    const [found] = reconciled(elsewhere, part, [recorded("W01", "Images", "BT", "N-1", "2002-06-30")]);
    expect(found!.remarks).toEqual([
      "The plan has the reference in an entry that is no commitment (Works C9).",
      "The reference stands in W02 trust.xlsx (Works C9).",
    ]);
  });
});

describe("a commitment of the database whose organisation", () => {
  const of = (code: string, ...files: readonly ReturnType<typeof sent>[]) =>
    reconciled(collected(files), part, [recorded(code, "Records", "BT", "N-5", "2002-06-30")])
      .filter(({ database }) => database !== null)
      .map(({ code: body, organisation, state, remarks }) => [body, organisation, state, remarks.join(" ")]);

  test("has sent nothing, or a blank, is of a kind of its own", () => {
    expect(of("W04")).toEqual([["W04", "Dale Trust", "not_returned", "Its trust return: not received."]]);
    expect(of("W04", sent("W04", []))).toEqual([
      ["W04", "Dale Trust", "not_returned", "Its trust return: sent blank."],
    ]);
  });

  test("has sent one of its two returns may stand in the other, and is not called missing", () => {
    const other = without(RECORDS, "N-1", { 1: "Boiler" });
    expect(of("W03", sent("W03", [other]))).toEqual([
      ["W03", "Cedar Care Trust", "not_returned", "Its office return: not received."],
    ]);
    expect(of("W03", sent("W03", [other]), sent("W03", [other], "office"))[0]![2]).toBe("only_database");
  });

  test("files no return here, or is of another authority", () => {
    expect(of("W05")).toEqual([
      ["W05", "Elm Supplies", "not_expected", "It is registered under Y01 as “Supplies”."],
    ]);
    expect(of("V01")).toEqual([
      ["V01", "Far Trust", "not_expected", "It is registered under Y02 as “Trust”."],
    ]);
  });

  test("is not in the register", () => {
    expect(of("Q77")).toEqual([["Q77", "", "not_registered", "The register has no organisation Q77."]]);
  });

  test("was merged is taken for the one that exists now", () => {
    expect(of("W99", sent("W06", [without(RECORDS, "N-5")]))).toEqual([
      ["W06", "Fern Trust", "in_both", "The database has it under the former code W99."],
    ]);
  });
});

test("commitments of both returns of an organisation are looked through, and their place is told", () => {
  const files = [sent("W03", [RECORDS]), sent("W03", [without(RECORDS, "N-2")], "office")];
  const all = reconciled(collected(files), part, [recorded("W03", "Records", "BT", "N-2", "2002-07-01")]);
  expect(all.map(({ state, plan }) => [state, plan!.by.counted.file, plan!.place, plan!.goLive])).toEqual([
    ["only_plan", "W03 trust.xlsx", { sheet: "Works", cell: "C9" }, day("2002-06-30")],
    ["in_both", "W03 office.xlsx", { sheet: "Works", cell: "C9" }, day("2002-06-30")],
  ]);
});
