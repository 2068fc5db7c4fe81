import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { scratch } from "../support/scratch";
import { TEMPLATES, VERSION, imt, imtHere, registerIn } from "./imt";

const COMMANDS = ["template", "keys", "fill", "check", "consolidate", "demo", "manifest"];
const OPTIONS = [
  "year",
  "role",
  "org",
  "register",
  "out",
  "all",
  "sha",
  "facts",
  "html",
  "from",
  "values",
  "received",
  "due",
  "json",
  "on",
  "templates",
  "help",
  "version",
  "previous",
  "commitments",
  "letters",
  "lsp",
  "national",
  "site",
  "id",
];

describe("what the command says of itself", () => {
  test("--help, -h and help say the same and are no fault; nothing at all is one", async () => {
    const help = await imt("--help");
    expect(help.code).toBe(0);
    expect(help.remarked).toEqual([]);
    expect(await imt("-h")).toEqual(help);
    expect(await imt("help")).toEqual(help);
    expect(await imt("check", "--help")).toEqual(help);
    expect(await imt()).toEqual({ ...help, code: 2 });
  });

  test("every command and every option is named", async () => {
    const text = (await imt("--help")).said.join("\n");
    for (const command of COMMANDS) expect(text).toContain(`imt ${command}`);
    for (const option of OPTIONS) expect(text).toContain(`--${option}`);
  });

  test("the help has no option that the command does not know", async () => {
    const text = (await imt("--help")).said.join("\n");
    expect(new Set([...text.matchAll(/--([a-z]+)/g)].map(([, name]) => name))).toEqual(new Set(OPTIONS));
  });

  test("--version says the version alone", async () => {
    expect(await imt("--version")).toEqual({ code: 0, said: [VERSION], remarked: [] });
  });
});

describe("what can't be understood is said in a sentence, with code 2 and no result", () => {
  test.each<readonly [readonly string[], string]>([
    [
      ["tempalte"],
      "There is no command tempalte. imt --help lists them: template, keys, guide, blanks, fill, check, consolidate, demo, manifest.",
    ],
    [["check", "--colour"], "There is no option --colour. imt --help lists them."],
    [["check", "-x"], "There is no option -x. imt --help lists them."],
    [["template", "--out"], "--out needs something after it. imt --help says what."],
    [
      ["template", "--json"],
      "imt template takes no --json. It takes --year, --role, --org, --register, --out, --all, --sha, --from, --templates.",
    ],
    [
      ["check", "a.xlsx", "--sha", "Q30"],
      "imt check takes no --sha. It takes --register, --json, --on, --templates.",
    ],
    [["demo", "--role", "provider"], "imt demo takes no --role. It takes --out, --year, --templates."],
    [["demo", "somewhere"], "imt demo takes no file names; it was given somewhere."],
    [["template", "a.xlsx", "--out", "b.xlsx"], "imt template takes no file names; it was given a.xlsx."],
    [["template"], "Say where to put the workbook: --out FILE.xlsx."],
    [["template", "--out", "a.xls"], "The workbook's name has to end in .xlsx; a.xls does not."],
    [
      ["template", "--sha", "Q30", "--out", "a"],
      "--sha goes with --all, which makes the workbooks of a whole authority.",
    ],
    [["template", "--all"], "Say for which strategic health authority: --sha CODE."],
    [["template", "--all", "--sha", "Q30"], "Name the register of organisations: --register FILE.csv."],
    [
      ["template", "--all", "--sha", "Q30", "--register", "r.csv"],
      "Say where to put the workbooks: --out FOLDER.",
    ],
    [
      ["template", "--all", "--sha", "Q30", "--register", "r.csv", "--out", "a.xlsx"],
      "With --all, --out names a folder; a.xlsx is none.",
    ],
    [
      ["template", "--all", "--org", "X01", "--register", "r.csv", "--out", "a"],
      "--all makes workbooks for every organisation of an authority: leave out --org.",
    ],
    [["keys", "a.xlsx"], "imt keys takes no file names; it was given a.xlsx."],
    [
      ["keys", "--sha", "Q30"],
      "imt keys takes no --sha. It takes --year, --role, --json, --out, --templates.",
    ],
    [["fill"], "Name one workbook to fill in: imt fill FILE.xlsx --values VALUES.csv --out NEW.xlsx."],
    [
      ["fill", "a.xlsx", "b.xlsx"],
      "Name one workbook to fill in: imt fill FILE.xlsx --values VALUES.csv --out NEW.xlsx.",
    ],
    [["fill", "a.xlsx"], "Name the values to put in, a CSV with the columns key,value: --values FILE.csv."],
    [["fill", "a.xlsx", "--values", "v.csv"], "Say where to put the workbook: --out FILE.xlsx."],
    [
      ["fill", "a.xlsx", "--values", "v.csv", "--out", "b.xls"],
      "The workbook's name has to end in .xlsx; b.xls does not.",
    ],
    [["check"], "Name the workbooks to check: imt check FILE.xlsx …"],
    [["consolidate"], "Name the folder or files that were returned: imt consolidate FOLDER …"],
    [["consolidate", "returns"], "Say for which strategic health authority: --sha CODE."],
    [["consolidate", "returns", "--sha", "Q30"], "Name the register of organisations: --register FILE.csv."],
    [
      ["consolidate", "returns", "--sha", "Q30", "--register", "r.csv"],
      "Say where to put the summary: --out FILE.xlsx.",
    ],
    [
      ["consolidate", "returns", "--sha", "Q30", "--register", "r.csv", "--out", "s.csv"],
      "Say where to put the summary: --out FILE.xlsx.",
    ],
  ])("imt %j", async (args, sentence) => {
    expect(await imt(...args)).toEqual({ code: 2, said: [], remarked: [sentence] });
  });
});

describe("definitions of one's own", () => {
  const folder = scratch();

  test("a folder that is not there, or holds no year, is named", async () => {
    const gone = join(folder, "gone");
    expect((await imt("check", "x.xlsx", "--templates", gone)).remarked).toEqual([
      `There is no folder ${gone} of definitions.`,
    ]);
    expect((await imt("check", "x.xlsx", "--templates", folder)).remarked).toEqual([
      `The folder ${folder} holds no planning year: no folder in it has a year.yaml.`,
    ]);
  });

  test("a year or a role that is not defined is named beside those that are", async () => {
    const out = join(folder, "a.xlsx");
    expect((await imtHere("template", "--out", out, "--year", "2012-13")).remarked).toEqual([
      "There is no planning year 2012-13. This program knows 2005-06, 2007-08, 2008-09.",
    ]);
    const { code, remarked } = await imtHere("template", "--out", out, "--role", "dentist");
    expect([code, remarked]).toEqual([
      2,
      [expect.stringMatching(/^2007\/08 has no dentist return\. It has provider(, [a-z]+)*\.$/)],
    ]);
  });

  test("are used in place of the program's own; a year without a demo says so", async () => {
    const own = join(folder, "own");
    cpSync(join(__dirname, "..", "fixtures", "templates"), own, { recursive: true });
    cpSync(join(TEMPLATES, "checks.yaml"), join(own, "checks.yaml"));
    expect(await imt("demo", "--templates", own)).toEqual({
      code: 2,
      said: [],
      remarked: ["1999/2000 has no demo."],
    });
    const made = await imt("template", "--templates", own, "--out", join(folder, "kitchen.xlsx"));
    expect([made.code, made.said[0]]).toEqual([
      0,
      expect.stringContaining("Hospital catering return 1999/2000: "),
    ]);
  });

  test("that are wrong are refused by file and line, and nothing else is tried", async () => {
    const wrong = join(folder, "wrong");
    cpSync(join(TEMPLATES, "checks.yaml"), join(wrong, "checks.yaml"));
    cpSync(join(TEMPLATES, "2007-08"), join(wrong, "2007-08"), { recursive: true });
    writeFileSync(join(wrong, "2007-08", "cover.yaml"), "sheet: Cover\nblock: []\n");
    const { code, said, remarked } = await imt("check", "x.xlsx", "--templates", wrong);
    expect([code, said]).toEqual([2, []]);
    expect(remarked[0]).toBe("The definitions of the returns can't be used:");
    expect(remarked.slice(1).join("\n")).toMatch(/2007-08\/cover\.yaml, line [12]: /);
  });
});

describe("a register", () => {
  const folder = scratch();
  const withRegister = (file: string) =>
    imtHere("template", "--out", join(folder, "a.xlsx"), "--org", "X01", "--register", file);

  test("that is broken is refused with every line that is", async () => {
    const file = registerIn(
      folder,
      "code,name,type,sha\nX01,,Acute trust,Q30\n5.00E+01,Fellside PCT,PCT,Q30\nX03,Ash,Acute trust,Q30\n",
    );
    const { code, said, remarked } = await withRegister(file);
    expect([code, said]).toEqual([2, []]);
    expect(remarked[0]).toBe(`The register ${file} can't be used.`);
    expect(remarked.slice(1).map((line) => line.slice(0, 7))).toEqual(["Line 2:", "Line 3:"]);
  });

  test.each(["gone.csv", "."])("that can't be read (%s) is named", async (name) => {
    const file = join(folder, name);
    const { code, said, remarked } = await withRegister(file);
    expect([code, said]).toEqual([2, []]);
    expect(remarked[0]!.startsWith(`The file ${file} can't be read: `)).toBe(true);
  });

  test("in the characters of Excel's CSV is read as it was written", async () => {
    const file = join(folder, "windows.csv");
    writeFileSync(file, Buffer.from("code,name,type,sha\r\nX01,Caf\xe9 Trust,Acute trust,Q30\r\n", "latin1"));
    const { code, said } = await withRegister(file);
    expect(code).toBe(0);
    expect(said[0]).toContain("for Café Trust");
    // A whole workbook is drawn and written.
  }, 60_000);
});
