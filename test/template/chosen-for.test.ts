import { choiceOfRole, readChosen } from "../../src/template/chosen-for";

import { refuses } from "./refused";
import { fieldOf, problemsOf, ruleOf, templateIn, TWO_ROLES, yearOf, type Change } from "./small-year";

const ROLES = new Set(["provider", "payer"]);

/** What a role reads of a definition, and what was said of it. */
function read(content: unknown, role = "provider") {
  const said: string[] = [];
  const { content: own, origin } = readChosen(content, choiceOfRole(role, ROLES), (path, message) =>
    said.push(`${path.join(".")}: ${message}`),
  );
  return { own, said, origin };
}

describe("what one role reads of a definition", () => {
  test("a part that says no role is read by all", () => {
    const content = { sheet: "Cover", blocks: [{ form: "cover", fields: { name: { label: "Name" } } }] };
    for (const role of ROLES) expect(read(content, role).own).toEqual(content);
  });

  test("a part for some roles is read by those alone, and its roles are left out", () => {
    const content = {
      lines: {
        staff: { label: "Staff" },
        practices: { label: "Practices", roles: ["payer"] },
        all: { label: "All", roles: ["provider", "payer"] },
      },
      rules: [{ code: "AA01", roles: ["payer"] }, { code: "AA02" }],
    };
    expect(read(content).own).toEqual({
      lines: { staff: { label: "Staff" }, all: { label: "All" } },
      rules: [{ code: "AA02" }],
    });
    expect(read(content, "payer").own).toEqual({
      lines: { staff: { label: "Staff" }, practices: { label: "Practices" }, all: { label: "All" } },
      rules: [{ code: "AA01" }, { code: "AA02" }],
    });
  });

  test("a part for nobody is read by nobody", () => {
    expect(read({ a: { roles: [], label: "A" }, b: 1 }).own).toEqual({ b: 1 });
  });

  test("a part within a part is looked at as well", () => {
    const content = {
      a: { roles: ["provider"], b: { roles: ["payer"], c: 1 }, d: [[{ roles: ["payer"] }, 2]] },
    };
    expect(read(content).own).toEqual({ a: { d: [[2]] } });
    expect(read(content, "payer").own).toEqual({});
  });

  test("of values given by role its own is taken: texts, lists and whole parts", () => {
    const content = {
      intro: { by_role: { provider: "For trusts.", payer: "For payers." } },
      files: { by_role: { provider: ["Trust"], payer: ["Payer", "Both"] } },
      part: { by_role: { payer: { label: { by_role: { provider: "No", payer: "Yes" } } } } },
    };
    expect(read(content).own).toEqual({ intro: "For trusts.", files: ["Trust"] });
    expect(read(content, "payer").own).toEqual({
      intro: "For payers.",
      files: ["Payer", "Both"],
      part: { label: "Yes" },
    });
  });

  test("0, false and null are values as any other", () => {
    expect(read({ a: { by_role: { provider: 0, payer: false } }, b: null }).own).toEqual({ a: 0, b: null });
    expect(read({ a: { by_role: { provider: 0, payer: false } }, b: null }, "payer").own).toEqual({
      a: false,
      b: null,
    });
  });

  test("a role that the year does not have is told at its place, whichever role reads it", () => {
    const content = {
      a: [{ b: 1 }, { roles: ["payer", "dentist"] }],
      c: { by_role: { provider: 1, surgeon: 2 } },
    };
    for (const role of ROLES) {
      expect(read(content, role).said).toEqual([
        "a.1.roles.1: There is no role dentist in this year.",
        "c.by_role.surgeon: There is no role surgeon in this year.",
      ]);
    }
  });

  test("roles that are no list are told, and the part is read", () => {
    const { own, said } = read({ a: { roles: "payer", b: 1 } });
    expect(said).toEqual(["a.roles: The roles that this is for are written as a list: [role, role]."]);
    expect(own).toEqual({ a: { b: 1 } });
  });

  test("where a value came from is known, behind parts that were left out and values that were chosen", () => {
    const { origin } = read({
      blocks: [
        { roles: ["payer"], id: "first" },
        { id: "second", title: { by_role: { payer: "P", provider: { text: ["T"] } } } },
        { roles: ["payer"] },
        { rules: [{ roles: ["payer"] }, { code: "AA01" }] },
      ],
    });
    expect(origin(["blocks", 0, "id"])).toEqual(["blocks", 1, "id"]);
    expect(origin(["blocks", 0, "title"])).toEqual(["blocks", 1, "title", "by_role", "provider"]);
    expect(origin(["blocks", 0, "title", "text", 0])).toEqual([
      "blocks",
      1,
      "title",
      "by_role",
      "provider",
      "text",
      0,
    ]);
    expect(origin(["blocks", 1, "rules", 0, "code"])).toEqual(["blocks", 3, "rules", 1, "code"]);
    // What is not there has its place where it would have to stand.
    expect(origin(["blocks", 1, "rules", 0, "level"])).toEqual(["blocks", 3, "rules", 1, "level"]);
  });
});

/** Two roles, with a line, a rule and a whole block that only the payer has, and a title for each. */
const FOR_PAYERS: readonly Change[] = [
  TWO_ROLES,
  {
    file: "spend.yaml",
    old: "      support: {",
    by: "      practices: { roles: [payer], label: Practices, least: 0 }\n      support: {",
  },
  { file: "spend.yaml", old: 'code: "AA03"', by: 'code: "AA03"\n    roles: [provider]' },
  {
    file: "spend.yaml",
    old: "unless: [AA03]",
    by: "unless: { by_role: { provider: [AA03], payer: [] } }",
  },
  {
    file: "spend.yaml",
    old: "title: Spend by kind",
    by: "title: { by_role: { provider: Spend by kind, payer: What we spend } }",
  },
];

describe("a definition for two roles", () => {
  const year = yearOf(...FOR_PAYERS);
  const [provider, payer] = [templateIn(year, "provider"), templateIn(year, "payer")];

  test("makes a return of each, with what is its own", () => {
    expect(provider.fields.has("spend.practices[revenue]")).toBe(false);
    expect(payer.fields.has("spend.practices[revenue]")).toBe(true);
    expect(provider.rules.map(({ code }) => code)).toEqual(["AA01", "AA02", "AA03"]);
    expect(payer.rules.map(({ code }) => code)).toEqual(["AA01", "AA02", "BB01", "BB02"]);
    expect(ruleOf(provider, "AA02").unless).toEqual(["AA03"]);
    expect(ruleOf(payer, "AA02").unless).toEqual([]);
    const titles = [provider, payer].map(({ sheets }) => sheets[1]!.blocks[0]!.title);
    expect(titles).toEqual(["Spend by kind", "What we spend"]);
  });

  test("adds a line up in the return that has it", () => {
    const summed = (of: typeof payer) => JSON.stringify(fieldOf(of, "spend.gross[revenue]").source);
    expect(summed(payer)).toContain("spend.practices[revenue]");
    expect(summed(provider)).not.toContain("spend.practices[revenue]");
    expect(ruleOf(payer, "AA01").cases.map(({ line }) => line)).toEqual([
      "staff",
      "practices",
      "other",
      "income",
    ]);
  });

  test("a fault that both roles read is told once", () => {
    const fault: Change = { file: "cover.yaml", old: "type: date", by: "type: day" };
    expect(problemsOf(TWO_ROLES, fault)).toHaveLength(1);
  });
});

describe("a definition for two roles is refused, by its line in the file, where", () => {
  refuses({
    "a part is for a role that there is not": {
      file: "cover.yaml",
      old: "org_name: { label: Name",
      by: "org_name: { roles: [provider, payer, dentist], label: Name",
      says: "There is no role dentist in this year.",
      with: FOR_PAYERS,
    },
    "a value is given for a role that there is not": {
      file: "cover.yaml",
      old: "title: Organisation",
      by: "title: { by_role: { provider: A, payer: B, dentist: C } }",
      says: "There is no role dentist in this year.",
      with: FOR_PAYERS,
    },
    "roles are no list": {
      file: "cover.yaml",
      old: "signed: { label: Signed",
      by: "signed: { roles: payer, label: Signed",
      says: "The roles that this is for are written as a list: [role, role].",
      with: FOR_PAYERS,
    },
    "a fault stands behind a rule that is for another role": {
      file: "bodies.yaml",
      old: "    level: explain\n",
      by: "    level: grave\n",
      says: "“level”: the level is fix, explain or note.",
      with: [
        ...FOR_PAYERS,
        {
          file: "bodies.yaml",
          old: 'rules:\n  - code: "BB02"',
          by: 'rules:\n  - code: "BB03"\n    roles: [provider]\n  - code: "BB02"',
        },
      ],
    },
    "a formula stands behind a line that is for another role": {
      file: "spend.yaml",
      old: "=spend.net[total]>=spend.uplift[total]",
      by: "=spend.nett[total]>=spend.uplift[total]",
      says: "There is no spend.nett[total] in this return.",
      with: FOR_PAYERS,
    },
    "a rule is silenced by one that only another role has": {
      file: "spend.yaml",
      old: "roles: [provider]",
      by: "roles: [provider] # alone",
      at: "unless: [AA03]",
      says: "There is no rule AA03 in this return.",
      with: [
        TWO_ROLES,
        { file: "spend.yaml", old: 'code: "AA03"', by: 'code: "AA03"\n    roles: [provider]' },
      ],
    },
    "one role has no value of its own, and needs one": {
      file: "cover.yaml",
      old: "title: Organisation",
      by: "title: { by_role: { payer: B } }",
      says: "“title” is missing.",
      with: FOR_PAYERS,
    },
    "a value of one role is wrong": {
      file: "cover.yaml",
      old: "most: 120",
      by: "most: { by_role: { provider: 120, payer: many } }",
      says: "“most”: a number is wanted here.",
      with: FOR_PAYERS,
    },
  });
});
