import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { layoutTemplate } from "../../src/layout";
import { writeWorkbook } from "../../src/xlsx/write";
import { TEMPLATES as WARDS, entriesOf, year, type Changes } from "../summary/wards";
import { made } from "../support/made";
import { cellsIn, valueAt } from "../support/saved";
import { scratch } from "../support/scratch";
import { TEMPLATES as SHIPPED, digest, imt, registerIn } from "./imt";

const folder = made("cli-consolidate-letters");
const away = scratch();
const register = registerIn(
  away,
  `code,name,type,sha,contact,email
Y01,Northern Region,Region,,R. Desk,
W01,Ashmere Hospital NHS Trust,Hospital,Y01,A. Person,a@example.org
W02,Wend Hospital,Hospital,Y01,,
`,
);
const TEMPLATES = join(away, "templates");
cpSync(WARDS, TEMPLATES, { recursive: true });
copyFileSync(join(SHIPPED, "checks.yaml"), join(TEMPLATES, "checks.yaml"));
const returns = join(folder, "returns");
const FALLS = { "money.staff[next]": 20 };

async function returnFile(changes: Changes): Promise<void> {
  const filling = {
    entries: entriesOf("W01", "ward", changes),
    prefilled: new Set<string>(),
    organisation: null,
  };
  writeFileSync(
    join(returns, "W01.xlsx"),
    await writeWorkbook(layoutTemplate(year.templates.get("ward")!, filling)),
  );
}

const consolidate = (letters: string, ...args: readonly string[]) =>
  imt(
    ...["consolidate", returns, "--sha", "y01", "--register", register, "--out", join(away, "summary.xlsx")],
    ...["--templates", TEMPLATES, "--on", "2001-05-01", "--letters", letters, ...args],
  );
const ASKED = [
  "W01 Ashmere Hospital.html",
  "W01 Ashmere Hospital.xlsx",
  "W02 Wend Hospital.html",
  "letters.csv",
];
const letters = join(folder, "letters");

beforeAll(async () => {
  mkdirSync(returns, { recursive: true });
  await returnFile(FALLS);
}, 60_000);

describe("imt consolidate --letters", () => {
  test("writes a letter to each organisation, a list where something is open, and a list of them all", async () => {
    const { said, remarked } = await consolidate(letters);
    expect(remarked).toEqual([]);
    expect(said.slice(1, 3)).toEqual([
      `Letters: ${letters}: 2 letters, of which 1 asks for something, 1 is a reminder; letters.csv lists them.`,
      "The register names nobody to write to at W02; the letters ask for a name.",
    ]);
    expect(readdirSync(letters).sort()).toEqual(ASKED);
    expect(readFileSync(join(letters, ASKED[0]!), "utf8")).toContain("Money goes from 180 to 110.");
    expect(valueAt(cellsIn(join(letters, ASKED[1]!)), "Ward", "F6")).toBe("Money goes from 180 to 110.");
    const rows = readFileSync(join(letters, "letters.csv"), "utf8")
      .split("\n")
      .map((row) => row.split(","));
    expect(rows[1]!.slice(0, 10)).toEqual([
      ...["W01", "Ashmere Hospital NHS Trust", "A. Person", "a@example.org", "", "asks", "0", "1"],
      ...[ASKED[0], ASKED[1]],
    ]);
    expect(rows[2]!.slice(5, 10)).toEqual(["reminder", "0", "0", ASKED[2], ""]);
  });

  test("the same input gives the same bytes, over letters that nobody has changed", async () => {
    const before = ASKED.map((name) => digest(join(letters, name)));
    expect((await consolidate(letters)).code).toBe(1);
    expect(ASKED.map((name) => digest(join(letters, name)))).toEqual(before);
  });

  test("a list that no longer holds is taken away, and that is said", async () => {
    const own = join(away, "settled");
    cpSync(letters, own, { recursive: true });
    await returnFile({});
    const { said } = await consolidate(own);
    await returnFile(FALLS);
    expect(said).toContain(`Taken away, since it no longer holds: ${ASKED[1]!}.`);
    expect(existsSync(join(own, ASKED[1]!))).toBe(false);
  });

  test.each<readonly [string, string, (folder: string) => void]>([
    ["a letter that somebody changed", ASKED[0]!, (at) => writeFileSync(join(at, ASKED[0]!), "Dear A,")],
    ["a list that somebody changed", ASKED[1]!, (at) => writeFileSync(join(at, ASKED[1]!), "notes")],
    [
      "the list of letters with a note in it",
      "letters.csv",
      (at) => {
        const file = join(at, "letters.csv");
        writeFileSync(file, readFileSync(file, "utf8").replace("A. Person", "A. Person (away)"));
      },
    ],
  ])("%s is never written over: nothing is written, and it is named", async (_, name, change) => {
    const own = join(away, `changed ${name}`);
    cpSync(letters, own, { recursive: true });
    change(own);
    const [before, summary] = [digest(join(own, name)), digest(join(away, "summary.xlsx"))];
    const { code, said, remarked } = await consolidate(own);
    expect([code, said]).toEqual([2, []]);
    expect(remarked[0]).toContain("not written by this command, or were changed since");
    expect(remarked.slice(1)).toContain(name);
    expect([digest(join(own, name)), digest(join(away, "summary.xlsx"))]).toEqual([before, summary]);
  });

  test("a folder among the returns is refused, and a file", async () => {
    const among = await consolidate(join(returns, "letters"));
    expect([among.code, among.remarked[0]]).toEqual([
      2,
      expect.stringContaining("lies among the returns") as string,
    ]);
    const file = await consolidate(register);
    expect(file.remarked).toEqual([`--letters names a folder; ${register} is a file.`]);
  });
});
