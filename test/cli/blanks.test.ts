import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { cellsIn } from "../support/saved";
import { scratch } from "../support/scratch";
import { imt, TEMPLATES } from "./imt";

const away = scratch();
const own = join(away, "own");
cpSync(join(__dirname, "..", "fixtures", "templates"), own, { recursive: true });
cpSync(join(TEMPLATES, "checks.yaml"), join(own, "checks.yaml"));

/** The same year once more under another name, as one that is taken where nobody names a year or not. */
function earlier(folder: string, usual: boolean): void {
  cpSync(own, folder, { recursive: true });
  const year = join(folder, "1998-99");
  mkdirSync(year, { recursive: true });
  cpSync(join(folder, "1999-00"), year, { recursive: true });
  const file = join(year, "year.yaml");
  const text = readFileSync(file, "utf8")
    .replace('year: "1999-00"', `year: "1998-99"${usual ? "\nusual: true" : ""}`)
    .replace("label: 1999/2000", "label: 1998/99");
  writeFileSync(file, text);
}

describe("imt blanks", () => {
  test("makes a workbook and a guide of each year and role", async () => {
    const [folder, out] = [join(away, "two"), join(away, "blanks")];
    earlier(folder, false);
    expect(await imt("blanks", "--out", out, "--templates", folder)).toEqual({
      code: 0,
      said: [`2 blank workbooks and as many guides in ${out}`],
      remarked: [],
    });
    expect(readdirSync(out).sort()).toEqual([
      "1998-99 kitchen guide.html",
      "1998-99 kitchen.xlsx",
      "1999-00 kitchen guide.html",
      "1999-00 kitchen.xlsx",
    ]);
    const workbook = cellsIn(new Uint8Array(readFileSync(join(out, "1998-99 kitchen.xlsx"))));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Front page", "Meals & cost", "State"]);
  });

  test("asks for a folder", async () => {
    expect(await imt("blanks")).toEqual({
      code: 2,
      said: [],
      remarked: ["Say where to put them: --out FOLDER."],
    });
  });
});

describe("where nobody names a planning year", () => {
  const made = async (folder: string) => {
    const out = join(folder, "guide.html");
    const { said } = await imt("guide", "--out", out, "--templates", folder);
    expect(existsSync(out)).toBe(true);
    return said[0];
  };

  test("the usual one is taken, and without one the last", async () => {
    const [usual, last] = [join(away, "usual"), join(away, "last")];
    earlier(usual, true);
    earlier(last, false);
    expect(await made(usual)).toContain("1998/99");
    expect(await made(last)).toContain("1999/2000");
  });
});
