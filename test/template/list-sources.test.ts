import { refuses, type Trouble } from "./refused";
import { listOf, templateIn, TWO_ROLES, yearOf, type Change } from "./small-year";

/** A list that says of each body when its plan was seen and what is held of it. */
const SEEN: readonly Change[] = [
  TWO_ROLES,
  {
    file: "year.yaml",
    old: "  status: [Draft, Final]\n",
    by: "  status: [Draft, Final]\n  views: [Good, Poor]\n",
  },
  {
    file: "bodies.yaml",
    old: "      remark:",
    by: `      seen: { label: Seen on, type: date, answer: optional, agrees_with: cover.signed }
      view: { label: View, type: choice, list: views, vouches: [Good] }
      remark:`,
  },
];

const inList = (old: string, by: string, says: string, at?: string): Trouble => ({
  file: "bodies.yaml",
  old,
  by,
  says,
  with: SEEN,
  ...(at === undefined ? {} : { at }),
});

describe("a list that is held against other returns is refused where", () => {
  refuses({
    "a column agrees with what the other return does not have": inList(
      "agrees_with: cover.signed",
      "agrees_with: cover.sined",
      "There is no cover.sined in the provider return.",
    ),
    "a column agrees with what is of another type": inList(
      "agrees_with: cover.signed",
      "agrees_with: cover.org_name",
      "cover.org_name is of another type (text) than this column.",
    ),
    "a column is put in from a key and agrees with one": inList(
      "agrees_with: cover.signed",
      "from: cover.signed, agrees_with: cover.signed",
      "What is put in from a key is held against it already: leave one of the two.",
    ),
    "a column vouches by an answer that is no choice of it": inList(
      "vouches: [Good]",
      "vouches: [Best]",
      "“Best” is not among the choices of this column.",
    ),
    "a column vouches that has no choices": inList(
      "most: 50 }",
      "most: 50, vouches: [Good] }",
      "“Good” is not among the choices of this column.",
    ),
    "it is whole by halves": inList(
      "role: provider, code: code",
      "role: provider, code: code, whole: maybe",
      "“whole”: yes or no is wanted here: true or false.",
    ),
  });

  refuses({
    "it does not say of which role the others are": {
      file: "bodies.yaml",
      old: "      remark:",
      by: "      view: { label: View, type: choice, list: status, vouches: [Final] }\n      remark:",
      at: "    columns:\n      name:",
      says: "A column is held against other returns only where the list says from which role.",
      with: [
        TWO_ROLES,
        { file: "bodies.yaml", old: "    from: { role: provider, code: code }\n", by: "" },
        { file: "bodies.yaml", old: ", from: cover.org_name", by: "" },
        { file: "bodies.yaml", old: ", from: cover.org_code", by: "" },
        { file: "bodies.yaml", old: ', from: "spend.net[total]"', by: "" },
      ],
    },
  });
});

describe("a list that is held against other returns", () => {
  test("knows with what its columns agree, by which answers it vouches, and whether it has to be whole", () => {
    const whole: Change = {
      file: "bodies.yaml",
      old: "role: provider, code: code",
      by: "role: provider, code: code, whole: true",
    };
    expect(listOf(templateIn(yearOf(...SEEN, whole), "payer")).takes).toMatchObject({
      agrees: new Map([["seen", "cover.signed"]]),
      vouches: new Map([["view", ["Good"]]]),
      whole: true,
    });
  });
});
