import type { RawValue } from "../../src/cells";
import { communityKey } from "../support/commissioner-return";
import { LINES, providerEntries } from "../support/provider-return";
import { readAs, template } from "./returns";
import { FIGURES, REGISTER, asCommissioner, asProvider, collected, rowFor, told } from "./two-roles";

/** The amounts of a provider's return that are entered outside of lists and not 0; days and the submission number are none. */
const amountsOf = (code: string) =>
  [...providerEntries(FIGURES[code]!)].filter(([key, value]) => {
    const { type, row } = template.fields.get(key)!;
    const amount = ["money", "count"].includes(type.kind) && row === null;
    return amount && value !== 0 && key !== "filing.submission";
  }).length;

/** Figures of one organisation under the name of another. */
const figuresOf = (code: string) =>
  Object.fromEntries([...providerEntries(FIGURES[code]!)].filter(([key]) => !key.startsWith("cover.")));

describe("the same figures in the returns of two organisations", () => {
  test("are asked about in both returns, with both files named", () => {
    const collection = collected([asProvider("X01"), asProvider("X02", figuresOf("X01")), asProvider("X03")]);
    const count = amountsOf("X01");
    expect(told(collection, "CN04")).toEqual([
      [
        "X01 provider.xlsx",
        `The files X01 provider.xlsx and X02 provider.xlsx (X02 Lowmoor NHS Trust) hold the same figures: every amount that is entered is equal, ${count} of them not 0.`,
      ],
      [
        "X02 provider.xlsx",
        `The files X02 provider.xlsx and X01 provider.xlsx (X01 Example Hospital NHS Trust) hold the same figures: every amount that is entered is equal, ${count} of them not 0.`,
      ],
    ]);
  });

  test("are seen too where one of the two is a body that no return is expected from", () => {
    const files = told(collected([asProvider("X01"), asProvider("Z01", figuresOf("X01"))]), "CN04");
    expect(files.map(([file]) => file)).toEqual(["X01 provider.xlsx", "Z01 provider.xlsx"]);
  });

  test("one figure that differs, and they are others", () => {
    const almost = { ...figuresOf("X01"), "context.wte[plan]": 41 };
    expect(told(collected([asProvider("X01"), asProvider("X02", almost)]), "CN04")).toEqual([]);
  });

  test.each([
    [9, 0],
    [10, 2],
  ])("%s amounts that are not 0: %s findings", (amounts, findings) => {
    const some = (code: string) =>
      readAs(
        `${code}.xlsx`,
        new Map<string, RawValue>([
          ["cover.org_code", code],
          ...LINES.map((line, at) => [`spend.${line}[plan_revenue]`, at < amounts ? 5 : 0] as const),
        ]),
        { made: template, register: REGISTER },
      );
    expect(told(collected([some("X01"), some("X02")]), "CN04")).toHaveLength(findings);
  });

  test("two returns of one organisation are no two organisations", () => {
    const again = asProvider("X01", { "filing.submission": 2 }, "X01 again.xlsx");
    expect(told(collected([asProvider("X01"), again]), "CN04")).toEqual([]);
  });
});

describe("a PCT that sends the same figures as provider and as commissioner", () => {
  const spend = (changes: Readonly<Record<string, RawValue>> = {}) => ({
    ...Object.fromEntries([...providerEntries(FIGURES["X50"]!)].filter(([key]) => key.startsWith("spend."))),
    ...changes,
  });

  test("is asked about it in the commissioner's return", () => {
    const collection = collected([asProvider("X50"), asCommissioner("X50", undefined, spend())]);
    const count = Object.values(spend()).filter((value) => value !== 0).length;
    expect(told(collection, "CN05")).toEqual([
      [
        "X50 commissioner.xlsx",
        `“Spend by kind” holds the same figures as the organisation's provider return in the file X50 provider.xlsx: every amount that both ask for is equal, ${count} of them not 0.`,
      ],
    ]);
  });

  test("is not where one line differs or is left blank", () => {
    for (const staff of [7, null]) {
      const other = spend({ "spend.staff[plan_revenue]": staff });
      const collection = collected([asProvider("X50"), asCommissioner("X50", undefined, other)]);
      expect(told(collection, "CN05")).toEqual([]);
    }
  });

  test("is not compared with another PCT", () => {
    expect(told(collected([asProvider("X51"), asCommissioner("X50", undefined, spend())]), "CN05")).toEqual(
      [],
    );
  });
});

describe("the same file under several names", () => {
  const alike = { sha256: "same" };

  test("is noted where the names are of one organisation", () => {
    const files = [
      asProvider("X01", {}, "X01.xlsx", alike),
      asProvider("X01", {}, "copy of return.xlsx", alike),
    ];
    const collection = collected(files);
    expect(told(collection, "CN06")).toEqual([
      ["X01.xlsx", "The same file came under several names: X01.xlsx and copy of return.xlsx."],
    ]);
    expect(told(collection, "CN07")).toEqual([]);
    expect(collection.rows[0]!.superseded.map(({ because }) => because)).toEqual([
      "The same file, sent twice.",
    ]);
  });

  test("is asked about where the names begin with the codes of two organisations", () => {
    const files = [asProvider("X01", {}, "X01.xlsx", alike), asProvider("X01", {}, "X02.xlsx", alike)];
    const collection = collected(files);
    expect(told(collection, "CN07")).toEqual([
      [
        "X01.xlsx",
        "The same file came under names that begin with different codes: X01.xlsx and X02.xlsx. It counts for Example Hospital NHS Trust (X01) alone, which its cover names.",
      ],
    ]);
    expect(told(collection, "CN06")).toEqual([]);
  });
});

describe("what a PCT lists of a provider, beside the provider's own return", () => {
  const listing = (change: Partial<ReturnType<typeof rowFor>>) =>
    asCommissioner("X50", [rowFor("X02"), { ...rowFor("X01"), ...change }]);

  test("says which figures differ, and stands at their cells", () => {
    const own = asProvider("X01");
    const collection = collected([own, listing({ plan: [3_200, 700], uplift: 170 })]);
    const at = (key: string) => {
      const { sheet, cell } = own.reading.found.fields.get(key)!.place;
      return `${sheet} ${cell}`;
    };
    expect(told(collection, "XR01")).toEqual([
      [
        "X50 commissioner.xlsx",
        `Example Hospital NHS Trust: 2007/08 plan revenue 3,200, the provider's own return says 3,180 (${at("spend.net[plan_revenue]")}); uplift expected 170, the provider's own return says 172 (${at("tariff.uplift[y2007]")}). Its own return is the file X01 provider.xlsx.`,
      ],
    ]);
    const { found, findings } = collection.rows.find(
      ({ template: { role }, counted }) => role === "commissioner" && counted,
    )!.counted!.reading;
    const finding = findings.find(({ code }) => code === "XR01")!;
    const keys = ["plan_revenue", "uplift"].map((column) => communityKey(2, column));
    expect(finding.cells).toEqual(keys.map((key) => found.fields.get(key)!.place.cell));
    expect([finding.sheet, finding.level]).toEqual(["Community", "explain"]);
  });

  test("is in order where every figure is the same", () => {
    expect(told(collected([asProvider("X01"), asProvider("X02"), listing({})]), "XR01")).toEqual([]);
  });

  test("is held against the return that counts, not against one that it supersedes", () => {
    const older = asProvider("X01", { "spend.staff[plan_revenue]": 1 }, "X01 old.xlsx");
    const newer = asProvider("X01", { "filing.submission": 2 }, "X01 new.xlsx");
    expect(told(collected([older, newer, listing({})]), "XR01")).toEqual([]);
  });

  test("is no finding while the provider's return is missing or blank", () => {
    const blank = readAs("X01.xlsx", new Map([["cover.org_code", "X01"]]), { register: REGISTER });
    for (const files of [[], [blank]])
      expect(told(collected([...files, listing({ plan: [1, 1] })]), "XR01")).toEqual([]);
  });

  test("a code that no register has is asked about, by the name that the PCT gives", () => {
    const nobody = { ...rowFor("X01"), code: "Z77", name: "Nowhere Clinic" };
    const collection = collected([asCommissioner("X50", [rowFor("X01"), nobody, rowFor("Z01")])]);
    const says = "Nowhere Clinic is listed with the code “Z77”, which the register does not have.";
    // It stands in the community and again among the plans.
    expect(told(collection, "XR02")).toEqual([
      ["X50 commissioner.xlsx", says],
      ["X50 commissioner.xlsx", says],
    ]);
    const sheets = collection.rows.flatMap(({ counted }) =>
      (counted?.reading.findings ?? []).filter(({ code }) => code === "XR02").map(({ sheet }) => sheet),
    );
    expect(sheets).toEqual(["Community", "Providers' plans"]);
  });
});

describe("in whose community a provider stands", () => {
  const all = ["X01", "X02", "X50"].map(rowFor);

  test("in none: asked about in its own return, with how many lists there are to look in", () => {
    const collection = collected([
      asProvider("X01"),
      asProvider("X03"),
      asProvider("X51"),
      asCommissioner("X50", all),
    ]);
    expect(told(collection, "TF04")).toEqual([
      [
        "X03 provider.xlsx",
        "Third Acre Ambulance Service NHS Trust (X03) stands in no commissioner return (received: 1 of 2).",
      ],
      [
        "X51 provider.xlsx",
        "Fellside Primary Care Trust (X51) stands in no commissioner return (received: 1 of 2).",
      ],
    ]);
  });

  test("in two: asked about in the returns of both PCTs", () => {
    const collection = collected([
      asCommissioner("X50", all),
      asCommissioner("X51", ["X02", "X03", "X51"].map(rowFor)),
    ]);
    const says =
      "Lowmoor NHS Trust (X02) stands in the commissioner returns of Example Primary Care Trust (X50) and Fellside Primary Care Trust (X51).";
    expect(told(collection, "TF04")).toEqual([
      ["X50 commissioner.xlsx", says],
      ["X51 commissioner.xlsx", says],
    ]);
  });

  test("nobody is asked while no commissioner's return has come, or only one with nothing entered in it", () => {
    const { template: made } = asCommissioner("X50").reading.found;
    const blank = readAs("X50 commissioner.xlsx", new Map([["cover.org_code", "X50"]]), {
      made,
      register: REGISTER,
    });
    for (const files of [[], [blank]])
      expect(told(collected([asProvider("X03"), ...files]), "TF04")).toEqual([]);
  });
});

describe("a return that came in late", () => {
  const arrivals = (received: Readonly<Record<string, string>>) => ({
    due: "2007-03-31",
    received: new Map(Object.entries(received)),
  });
  const files = [asProvider("X01"), asProvider("X02"), asProvider("X03")];

  test("is noted with both days; one that came on the day, or of which no day is known, is not", () => {
    const days = { "X01 provider.xlsx": "2007-04-05", "X02 provider.xlsx": "2007-03-31" };
    expect(told(collected(files, arrivals(days)), "XR03")).toEqual([
      [
        "X01 provider.xlsx",
        "The file X01 provider.xlsx was received on 5 April 2007, and was due on 31 March 2007.",
      ],
    ]);
  });

  test("is not looked for where nothing was said of when files came in", () => {
    expect(told(collected(files), "XR03")).toEqual([]);
  });
});
