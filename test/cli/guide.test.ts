import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { all, parsed, textOf } from "../guide/html";
import { scratch } from "../support/scratch";
import { imt, TEMPLATES } from "./imt";

const away = scratch();

/** A folder of one year's definitions, small and quick to read. */
function definitions(name: string): string {
  const folder = join(away, name);
  cpSync(join(__dirname, "..", "fixtures", "templates"), folder, { recursive: true });
  cpSync(join(TEMPLATES, "checks.yaml"), join(folder, "checks.yaml"));
  return folder;
}

describe("imt guide", () => {
  const folder = definitions("kitchens");
  const guide = (...args: readonly string[]) => imt("guide", ...args, "--templates", folder);

  test("prints a return of one's own definitions into one page", async () => {
    const out = join(away, "guide.html");
    expect(await guide("--year", "1999-00", "--role", "kitchen", "--out", out)).toEqual({
      code: 0,
      said: [`Hospital catering return 1999/2000, kitchen: guide in ${out}`],
      remarked: [],
    });
    const page = parsed(readFileSync(out, "utf8"));
    expect(textOf(all(page, "h1")[0]!)).toBe("Hospital catering return");
    expect(textOf(all(page, "title")[0]!)).toBe("Hospital catering return 1999/2000, kitchen: guide");
  });

  test("takes the last year and the first role where none is named, and prints the same each time", async () => {
    const [one, other] = [join(away, "one.html"), join(away, "other.htm")];
    expect((await guide("--out", one)).code).toBe(0);
    expect((await guide("--out", other)).code).toBe(0);
    expect(readFileSync(one, "utf8")).toBe(readFileSync(other, "utf8"));
  });

  test("is refused without a name for the file, or with one that is no page", async () => {
    expect(await guide()).toEqual({
      code: 2,
      said: [],
      remarked: ["Say where to put the guide: --out GUIDE.html."],
    });
    const out = join(away, "guide.pdf");
    expect((await guide("--out", out)).remarked).toEqual([
      `The guide's name has to end in .html; ${out} does not.`,
    ]);
    expect(existsSync(out)).toBe(false);
  });

  test("is refused for a role, a year or an option that there is not", async () => {
    const out = join(away, "none.html");
    const remarks = async (...args: readonly string[]) => (await guide("--out", out, ...args)).remarked;
    expect(await remarks("--role", "ward")).toEqual(["1999/2000 has no ward return. It has kitchen."]);
    expect(await remarks("--year", "1998-99")).toEqual([
      "There is no planning year 1998-99. This program knows 1999-00.",
    ]);
    expect(await remarks("--json")).toEqual([
      "imt guide takes no --json. It takes --year, --role, --out, --templates.",
    ]);
    expect(await remarks("extra.html")).toEqual(["imt guide takes no file names; it was given extra.html."]);
    expect(existsSync(out)).toBe(false);
  });
});

describe("a list of obligations beside the sheets of a year", () => {
  const folder = definitions("listed");
  const out = join(away, "listed.html");
  const run = () => imt("guide", "--out", out, "--templates", folder);
  const change = (name: string, by: (text: string) => string) => {
    const file = join(folder, "1999-00", name);
    writeFileSync(file, by(existsSync(file) ? readFileSync(file, "utf8") : ""));
  };

  test("is no sheet: it is read for what it is, held against the sheets, and printed", async () => {
    const [, source = ""] =
      /^sources:\n +(\w+):/m.exec(readFileSync(join(folder, "1999-00", "year.yaml"), "utf8")) ?? [];
    change(
      "obligations.yaml",
      () =>
        `obligations:\n  M-1: { who: [kitchen], source: ${source}, asks: [count], what: Meals are counted. }\n`,
    );
    expect(await run()).toEqual({
      code: 2,
      said: [],
      remarked: [
        "The definitions of the returns can't be used:",
        "1999-00/obligations.yaml, line 2: Nothing in the kitchen return says that it serves M-1.",
      ],
    });
    change("kitchen.yaml", (text) =>
      text.replace("  - table: meals\n", "  - table: meals\n    serves: [M-1]\n"),
    );
    expect((await run()).code).toBe(0);
    expect(textOf(parsed(readFileSync(out, "utf8")))).toContain("M-1 Meals are counted.");
  });

  test("can't be taken for a sheet, though a role names it as one", async () => {
    change("year.yaml", (text) => text.replace(/sheets: \[/, "sheets: [obligations, "));
    expect((await run()).remarked).toContainEqual(
      expect.stringMatching(
        /^1999-00\/year.yaml, line \d+: There is no file obligations.yaml for this sheet.$/,
      ),
    );
  });
});
