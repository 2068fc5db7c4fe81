import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { scratch } from "../support/scratch";

const ROOT = join(__dirname, "..", "..");
const FILE = "src/layout/a.ts";

const YEAR = `
identity: { code: cover.name }
tables:
  authorities: [{ code: QAB, name: Ashmere }]
`;
const SHEET = `
sheet: Ledger
blocks:
  - form: cover
    title: Who files
    fields: { name: { label: Name, type: text }, code: { label: Code, type: code } }
  - table: ledger
    columns: { plan: { label: Plan, type: money } }
    lines: { staff: { label: Staff } }
    rules: [{ code: "ZZ07", level: fix }]
  - list: sites
    columns: { opens: { label: Opens, type: date } }
`;

const REFUSED: readonly (readonly [trouble: string, code: string, says: string])[] = [
  ["a planning year", 'const a = "2007-08";', "“2007-08” is of one planning year"],
  ["a planning year as people write it", 'const a = "2007/08 plan";', "“2007/08” is of one planning year"],
  ["a planning year in a template text", "const a = `${b} 2005-06`;", "“2005-06” is of one planning year"],
  ["a planning year in a path", 'import a from "../../templates/2007-08/a.yaml";', "“2007-08” is of one"],
  ["a day of a planning year", 'const a = "2007-03-31";', "of one planning year"],
  ["the code of a rule", 'const a = "ZZ07";', "ZZ07 is the code of one check"],
  ["the code of a rule in a sentence", 'const a = "See ZZ07.";', "ZZ07 is the code of one check"],
  ["the code of a standing check", "const a = `${b}:ZZ08`;", "ZZ08 is the code of one check"],
  ["a code in a type", 'type A = "ZZ07" | "none";', "ZZ07 is the code of one check"],
  ["a code for a name", "const a = { ZZ07: 1 };", "ZZ07 is the code of one check"],
  ["a code for a quoted name", 'const a = { "ZZ07": 1 };', "ZZ07 is the code of one check"],
  ["a code for a member", "const a = b.ZZ07;", "ZZ07 is the code of one check"],
  ["a code in an enumeration", "enum A { ZZ07 }", "ZZ07 is the code of one check"],
  ["the key of a form's field", 'const a = "cover.name";', "cover.name is the key of one template"],
  ["a key in a formula", 'const a = "=IF(cover.name=1,2)";', "cover.name is the key of one template"],
  ["the key of a table's cell", 'const a = "ledger.staff[plan]";', "ledger.staff[plan] is the key"],
  ["the key of a column", "const a = `ledger[plan] ${b}`;", "ledger[plan] is the key of one template"],
  ["the key of a list's row", 'const a = "sites.r07[opens]";', "sites.r07[opens] is the key"],
  ["an authority's code of the definition", 'const a = "QAB";', "QAB is the code of an organisation"],
  ["an authority's code in a sentence", 'const a = "Not for Q36.";', "Q36 is the code of an organisation"],
  ["the code of a trust", 'const a = "R1A";', "R1A is the code of an organisation"],
  ["the code of a care trust", "const a = `TAD`;", "TAD is the code of an organisation"],
  ["the code of a PCT", 'const a = code === "5K3";', "5K3 is the code of an organisation"],
];

const ACCEPTED: readonly (readonly [what: string, code: string])[] = [
  ["comments", "// 2007-08: ZZ07 reads cover.name of Q36\nexport const a = 1;"],
  ["documentation", "/** 2007-08, ZZ07, ledger.staff[plan], R1A */\nexport const a = 1;"],
  ["days of other centuries", 'const a = "1899-12-30";'],
  ["longer numbers", 'const a = "12007-089";'],
  ["names of Microsoft's formats", 'const a = "http://schemas.microsoft.com/office/2006/01/customui";'],
  ["codes that no check has", 'const a = "ZZ09";'],
  ["words that begin like a code", 'const a = "ZZ07a";'],
  ["the names of blocks and fields alone", 'const a = ["cover", "name", "ledger", "plan"];'],
  ["members that no block has", 'const a = "cover.yaml or ledger.total[sum]";'],
  ["words around a key's shape", 'const a = "discover.name, my.cover.name, cover.names";'],
  ["members of objects", "const a = cover.name + ledger.staff[plan];"],
  ["three letters in a sentence", 'const a = "R1A1 and RGB, TAD";'],
  ["numbers as text", 'const a = "500";'],
  ["parts between holes", "const a = `${b}ROW${c}`;"],
  ["quarters", 'const a = "Q3 and Q4";'],
];

function tried(codes: readonly string[], templates?: string): readonly (readonly string[])[] {
  const args = [join(ROOT, "scripts", "lint", "try.mjs"), "no-definition-literals"];
  if (templates !== undefined) args.push(JSON.stringify({ templates }));
  const input = JSON.stringify(codes.map((code) => ({ file: FILE, code })));
  const options = { input, encoding: "utf8", stdio: "pipe" } as const;
  return JSON.parse(execFileSync(process.execPath, args, options)) as readonly (readonly string[])[];
}

describe("a file of the program", () => {
  const folder = scratch();
  const said = new Map<string, readonly string[]>();

  beforeAll(() => {
    mkdirSync(join(folder, "2001-02"));
    writeFileSync(join(folder, "checks.yaml"), 'checks: { blank: { code: "ZZ08" } }');
    writeFileSync(join(folder, "2001-02", "year.yaml"), YEAR);
    writeFileSync(join(folder, "2001-02", "ledger.yaml"), SHEET);
    const codes = [...REFUSED, ...ACCEPTED].map(([, code]) => code);
    tried(codes, folder).forEach((messages, at) => said.set(codes[at] ?? "", messages));
  });

  test.each(REFUSED)("does not hold %s: %s", (_, code, says) => {
    expect(said.get(code)).toEqual([expect.stringContaining(says)]);
    expect(said.get(code)).toEqual([expect.stringContaining("templates/")]);
  });

  test.each(ACCEPTED)("may hold %s", (_, code) => {
    expect(said.get(code)).toEqual([]);
  });
});

describe("the definitions that a program is held against", () => {
  const broken = scratch();

  test("are those that are shipped", () => {
    const checks = readFileSync(join(ROOT, "templates", "checks.yaml"), "utf8");
    const code = /code: "?(\w+)/.exec(checks)?.[1] ?? "";
    const [messages] = tried([`const a = "${code}";`]);
    expect(messages).toEqual([expect.stringContaining(`${code} is the code of one check`)]);
  });

  test("are named where they can't be read or have blocks of a kind that is unknown", () => {
    const path = join(broken, "sheet.yaml");
    writeFileSync(path, "blocks: [");
    expect(() => tried([""], broken)).toThrow(/sheet\.yaml can't be read/);
    writeFileSync(path, "blocks: [{ pyramid: sales }]");
    expect(() => tried([""], broken)).toThrow(/sheet\.yaml has a block of a kind/);
  });
});
