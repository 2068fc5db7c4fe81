import { join } from "node:path";

import { serialOfDay } from "../../src/cells";
import { servedBy, unserved } from "../../src/template";
import { planningYear } from "../support/shipped";
import { refuses } from "./refused";
import { LISTED } from "./small-obligations";
import { TWO_ROLES, yearOf } from "./small-year";

describe("what the guidance asks for", () => {
  const year = yearOf(...LISTED);

  test("is read in the order of its file, with days and sources as they are shown", () => {
    expect([...year.obligations.values()]).toEqual([
      {
        id: "G-1",
        who: ["provider"],
        source: "The guidance, s1",
        what: "Spend is planned.",
        due: serialOfDay("2002-03-31"),
        asks: ["money"],
      },
      {
        id: "G-2.1",
        who: ["provider"],
        source: "Our own test",
        what: "The plan is signed.",
        due: serialOfDay("2002-06-30"),
        asks: ["date", "choice"],
      },
      {
        id: "G-3",
        who: ["provider"],
        source: "The guidance, s3",
        what: "Spend shows the uplift.",
        due: null,
        asks: ["money", "percentage"],
      },
    ]);
  });

  test("need not be listed: what such a year says that it serves is not asked about", () => {
    const unlisted = yearOf({
      file: "spend.yaml",
      old: "title: Spend by kind",
      by: "title: Spend by kind\n    serves: [anything]",
    });
    expect(unlisted.obligations.size).toBe(0);
    expect(planningYear("1999-00", join(__dirname, "..", "fixtures", "templates")).obligations.size).toBe(0);
  });
});

describe("what serves an obligation", () => {
  const year = yearOf(...LISTED);
  const served = servedBy(year);

  test("is named by role, kind and key: blocks, fields that are no closed cells, rules", () => {
    expect(served.get("G-1")).toEqual([
      { role: "provider", kind: "block", key: "spend" },
      { role: "provider", kind: "rule", key: "AA02" },
    ]);
    expect(served.get("G-2.1")).toEqual([{ role: "provider", kind: "field", key: "cover.signed" }]);
    expect(served.get("G-3")).toEqual([
      ...["revenue", "capital", "total", "note"].map((column) => ({
        role: "provider",
        kind: "field",
        key: `spend.uplift[${column}]`,
      })),
      { role: "provider", kind: "rule", key: "AA02" },
    ]);
    const closed = yearOf(...LISTED, {
      file: "spend.yaml",
      old: "support: { number: 110,",
      by: "support: { serves: [G-3], number: 110,",
    });
    const keys = servedBy(closed)
      .get("G-3")!
      .map(({ key }) => key);
    expect(keys).toContain("spend.support[revenue]");
    expect(keys).not.toContain("spend.support[capital]");
  });

  test("a column of a list stands once, not once for each of its rows", () => {
    const two = yearOf(...LISTED, TWO_ROLES, {
      file: "bodies.yaml",
      old: "name: { label: Name,",
      by: "name: { serves: [G-1], label: Name,",
    });
    expect(servedBy(two).get("G-1")).toContainEqual({ role: "payer", kind: "field", key: "bodies[name]" });
    expect(
      servedBy(two)
        .get("G-1")!
        .filter(({ key }) => key.startsWith("bodies")),
    ).toHaveLength(1);
  });

  test("is missing for the roles in whose return nothing says so", () => {
    expect(unserved({ id: "G-1", who: ["provider", "payer", "sha"] }, served)).toEqual(["payer", "sha"]);
    expect(unserved({ id: "G-9", who: ["provider"] }, served)).toEqual(["provider"]);
    expect([...year.obligations.values()].flatMap((one) => unserved(one, served))).toEqual([]);
  });
});

const inList = (old: string, by: string, says: string, at?: string) =>
  ({ file: "obligations.yaml", with: LISTED, old, by, says, ...(at === undefined ? {} : { at }) }) as const;

describe("a list of obligations is refused", () => {
  refuses({
    "with a role that the year has not": inList(
      "who: [provider], source: ours",
      "who: [provider, commisioner], source: ours",
      "There is no role commisioner in this year.",
    ),
    "with nobody of whom it is asked": inList(
      "who: [provider], source: ours",
      "who: [], source: ours",
      "nothing is named here: those of whom it is asked",
    ),
    "with a role named twice": inList(
      "who: [provider], source: ours",
      "who: [provider, provider], source: ours",
      "provider is named twice.",
    ),
    "with a source that the year has not": inList(
      "source: guidance s3",
      "source: guidence s3",
      "The source “guidence s3” is not among the sources of the year.",
    ),
    "with a day that is none": inList(
      "due: 2002-03-31",
      "due: 2002-02-31",
      "This is no day: write year-month-day",
    ),
    "with the name of a day that the year has not": inList(
      "due: close",
      "due: closing",
      "or a name among the dates of the year",
    ),
    "with an answer of a kind that there is not": inList(
      "asks: [date, choice]",
      "asks: [date, narrative]",
      "what is asked for is one of money, count, date,",
    ),
    "with nothing asked for": inList("asks: [date, choice]", "asks: []", "what the answer consists of"),
    "with an answer named twice": inList(
      "asks: [date, choice]",
      "asks: [date, date]",
      "date is named twice.",
    ),
    "without its words": inList(", what: Spend is planned. }", " }", "“what” is missing.", "G-1:"),
    "with a part that is not known": inList("G-3: {", "G-3: { when: soon,", "“when” is not known here."),
    "with a name that can't be written anywhere": inList("G-3:", '"G 3":', "the name of an obligation has"),
    "with a name that is used twice": inList("G-3:", "G-1:", "This key is used twice", "Spend shows"),
  });
});

const serving = (file: "spend.yaml" | "cover.yaml" | "bodies.yaml", old: string, by: string, id = "G-4") =>
  ({
    file,
    with: file === "bodies.yaml" ? [...LISTED, TWO_ROLES] : LISTED,
    old,
    by,
    says: `There is no obligation ${id} in this year.`,
  }) as const;

describe("an obligation that the year does not list is refused where it is said to be served", () => {
  refuses({
    "by a block": serving("spend.yaml", "serves: [G-1]", "serves: [G-1, G-4]"),
    "by a form": serving("cover.yaml", "title: Organisation", "serves: [G-4]\n    title: Organisation"),
    "by a field": serving("cover.yaml", "serves: [G-2.1]", "serves: [G-4]"),
    "by a line": serving("spend.yaml", "serves: [G-3], ", "serves: [G-3, G-4], "),
    "by a column": serving(
      "spend.yaml",
      "total: { label: Total, group: Plan, ",
      "total: { label: Total, serves: [G-4], group: Plan, ",
    ),
    "by a rule for each line": serving(
      "spend.yaml",
      "title: Each line has more revenue than capital",
      "serves: [G-4]\n        title: Each line has more revenue than capital",
    ),
    "by a rule of the sheet": serving("spend.yaml", "serves: [G-3, G-1]", "serves: [G-3, G-4]"),
    "by a column of a list": serving(
      "bodies.yaml",
      "name: { label: Name,",
      "name: { serves: [G-4], label: Name,",
    ),
    "by a block, as one role reads it": serving(
      "spend.yaml",
      "serves: [G-1]",
      "serves: { by_role: { provider: [G-1, G-4] } }",
    ),
  });
});

/** A fourth obligation, asked of both roles. */
const BOTH = {
  file: "obligations.yaml",
  old: "  G-3: {",
  by: "  G-4: { who: [provider, payer], source: ours, asks: [record], what: Bodies are listed. }\n  G-3: {",
} as const;
const BODIES_SERVE = {
  file: "bodies.yaml",
  old: "title: Bodies that we pay",
  by: "serves: [G-4]\n    title: Bodies that we pay",
} as const;

describe("a year is refused whose obligations are not served", () => {
  refuses({
    "because nothing does": {
      file: "cover.yaml",
      with: LISTED,
      old: ", serves: [G-2.1] }",
      by: " }",
      named: "obligations.yaml",
      at: "G-2.1:",
      says: "Nothing in the provider return says that it serves G-2.1.",
    },
    "because one of the roles that it is asked of does not": {
      ...BODIES_SERVE,
      with: [...LISTED, TWO_ROLES, BOTH],
      named: "obligations.yaml",
      at: "G-4:",
      says: "Nothing in the provider return says that it serves G-4.",
    },
    "because the summary has no assurance": inList(
      "who: [provider], source: guidance s3",
      "who: [provider, sha], source: guidance s3",
      "No line of the summary's assurance says that it serves G-3.",
    ),
  });

  test("and taken once each role says that it serves them", () => {
    const spend = { file: "spend.yaml", old: "serves: [G-3, G-1]", by: "serves: [G-3, G-1, G-4]" } as const;
    const served = servedBy(yearOf(...LISTED, TWO_ROLES, BOTH, BODIES_SERVE, spend));
    expect(served.get("G-4")).toEqual([
      { role: "provider", kind: "rule", key: "AA02" },
      { role: "payer", kind: "block", key: "bodies" },
      { role: "payer", kind: "rule", key: "AA02" },
    ]);
  });
});
