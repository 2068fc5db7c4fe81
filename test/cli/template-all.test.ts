import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { foundValue, statusOf } from "../../src/return";
import { made } from "../support/made";
import { cellsIn, returnIn } from "../support/saved";
import { scratch } from "../support/scratch";
import { TEMPLATES, imt, imtFirstPart, registerIn, year } from "./imt";

const folder = made("cli-template-all");
const away = scratch();
const register = registerIn(away);
const all = (out: string, ...args: readonly string[]) =>
  imtFirstPart("template", "--all", "--sha", "Q30", "--register", register, "--out", out, ...args);

describe("imt template --all", () => {
  test("makes a workbook for every body of the authority that files the return, and names those that file none", async () => {
    const out = join(folder, "providers");
    const { code, said, remarked } = await all(out, "--role", "Provider");
    expect([code, remarked]).toEqual([0, []]);
    expect(said).toEqual([
      `3 workbooks for 3 organisations in ${out}. No return of 2007/08 is filed by: Northern Shared Services (Shared service).`,
    ]);
    expect(readdirSync(out).sort()).toEqual([
      "X01 Example Hospital provider 2007-08.xlsx",
      "X02 Lowmoor PCT provider 2007-08.xlsx",
      "X03 Fellside provider 2007-08.xlsx",
    ]);
    const found = returnIn(cellsIn(join(out, "X03 Fellside provider 2007-08.xlsx")), year);
    const keys = ["cover.org_code", "cover.org_name", "cover.org_type", "cover.sha_code"];
    expect(keys.map((key) => foundValue(found, key))).toEqual([
      "X03",
      "Fellside NHS Foundation Trust",
      "Acute trust",
      "Q30",
    ]);
    expect(statusOf(found)).toBe("blank");
  });

  test("never writes over a workbook that is there: it is named, and nothing is written", async () => {
    const out = join(away, "taken");
    const there = join(out, "X02 Lowmoor PCT provider 2007-08.xlsx");
    mkdirSync(out);
    writeFileSync(there, "filled in with much labour");
    const { code, said, remarked } = await all(out, "--role", "provider");
    expect([code, said, remarked.slice(1)]).toEqual([2, [], [there]]);
    expect(remarked[0]).toContain("Nothing was written");
    expect(readdirSync(out)).toEqual(["X02 Lowmoor PCT provider 2007-08.xlsx"]);
    expect(readFileSync(there, "utf8")).toBe("filled in with much labour");
  });

  test("an authority that the register does not have, or whose bodies file nothing, is refused", async () => {
    const args = ["--register", register, "--out", join(away, "none")];
    const { code, remarked } = await imtFirstPart("template", "--all", "--sha", "q99", ...args);
    expect([code, remarked]).toEqual([
      2,
      [`The register ${register} has no organisation of Q99 that files a return of 2007/08.`],
    ]);
    expect(readdirSync(away)).not.toContain("none");
  });

  test("a file in place of the folder is refused", async () => {
    expect((await all(register)).remarked).toEqual([
      `With --all, --out names a folder; ${register} is none.`,
    ]);
  });

  test("how far long work has come is told beside the results", async () => {
    const lines = Array.from({ length: 20 }, (_, at) => `X${at + 10},Trust ${at},Acute trust,Q31`);
    const many = join(away, "many.csv");
    writeFileSync(many, ["code,name,type,sha", ...lines, ""].join("\n"));
    const out = join(away, "many");
    const args = ["--role", "provider", "--register", many, "--out", out];
    const { said, remarked } = await imtFirstPart("template", "--all", "--sha", "Q31", ...args);
    expect(said).toEqual([`20 workbooks for 20 organisations in ${out}.`]);
    expect(remarked).toEqual(["Made: 10 of 20", "Made: 20 of 20"]);
  }, 60_000);
});

describe("a year in which a body files two returns", () => {
  const own = join(away, "own");
  const kitchens = join(away, "kitchens.csv");
  writeFileSync(
    kitchens,
    "code,name,type,sha\nY08,North West,Region,Y08\nK01,Ash,Large kitchen,Y08\nK02,Elm,Small kitchen,Y08\n",
  );

  beforeAll(() => {
    cpSync(join(__dirname, "..", "fixtures", "templates"), own, { recursive: true });
    cpSync(join(TEMPLATES, "checks.yaml"), join(own, "checks.yaml"));
    const file = join(own, "1999-00", "year.yaml");
    const text = readFileSync(file, "utf8");
    // A second role that is called the same in other letters, so that only the command keeps their files apart.
    const second = `  store:
    label: KITCHEN
    title: Stores return
    version: "1.0"
    sheets: [front, kitchen, state]
    files: [Large kitchen]
`;
    writeFileSync(file, text.replace("\nlists:\n", `\n${second}\nlists:\n`));
  });

  const both = (out: string, ...args: readonly string[]) => {
    const where = ["--register", kitchens, "--out", out, "--templates", own];
    return imt("template", "--all", "--sha", "y08", ...where, ...args);
  };

  test("gets both, under names that differ in more than capital letters; the authority itself is not missed", async () => {
    const out = join(folder, "kitchens");
    const { code, said, remarked } = await both(out);
    expect([code, said, remarked]).toEqual([0, [`3 workbooks for 2 organisations in ${out}.`], []]);
    expect(readdirSync(out).sort()).toEqual([
      "K01 Ash KITCHEN 1999-00 (2).xlsx",
      "K01 Ash kitchen 1999-00.xlsx",
      "K02 Elm kitchen 1999-00.xlsx",
    ]);
  });

  test("with --role gets that one alone", async () => {
    const out = join(away, "stores");
    expect((await both(out, "--role", "store")).said).toEqual([`1 workbook for 1 organisation in ${out}.`]);
    expect(readdirSync(out)).toEqual(["K01 Ash KITCHEN 1999-00.xlsx"]);
  });
});
