import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { manifestFor } from "../../src/cli/manifest";
import { manifestCommand } from "../../src/cli/manifest-command";
import { scratch } from "../support/scratch";
import { imt } from "./imt";

const away = scratch();
const DEVELOPMENT = join(__dirname, "..", "..", "manifest.xml");
const MINE = "0a1b2c3d-0000-4000-8000-00000000000f";

function made(options: { readonly site?: string; readonly id?: string; readonly out?: string }) {
  const said: string[] = [];
  const { site, id, out } = options;
  const terminal = { say: (line: string) => void said.push(line), remark: () => undefined };
  return { code: manifestCommand({ site, id, out }, terminal, DEVELOPMENT), said };
}

const refused = (options: Parameters<typeof made>[0]) => {
  try {
    made(options);
  } catch (problem) {
    return problem instanceof Error ? problem.message : "";
  }
  throw new Error("It was made.");
};

describe("imt manifest", () => {
  test.each([
    ["https://intranet.example/imt/", "https://intranet.example/imt/"],
    ["https://intranet.example/imt", "https://intranet.example/imt/"],
    ["https://server", "https://server/"],
    ["https://server:8443/a folder/", "https://server:8443/a%20folder/"],
    ["HTTPS://Server/Imt", "https://server/Imt/"],
  ])("for %s names %s", (site, expected) => {
    const out = join(away, "manifest.xml");
    const { code, said } = made({ site, out });
    expect(code).toBe(0);
    expect(said[0]).toBe(`Manifest for ${expected} in ${out}`);
    expect(said[1]).toContain(`${expected}help.html has to open in a browser`);
    const text = readFileSync(out, "utf8");
    expect(text).toContain(`<SourceLocation DefaultValue="${expected}taskpane.html" />`);
    expect(text).toContain(`DefaultValue="${expected}taskpane.html?do=check"`);
  });

  test("takes an Id of one's own", () => {
    const out = join(away, "own.xml");
    made({ site: "https://server/", id: MINE.toUpperCase(), out });
    expect(readFileSync(out, "utf8")).toContain(`<Id>${MINE}</Id>`);
  });

  test.each([
    ["http://intranet.example/imt/", "only over https"],
    ["intranet.example/imt/", "is no address of a web server"],
    ["https://anna:secret@server/imt/", "everybody could read them"],
    ["https://server/imt/taskpane.html", "without the page"],
    ["https://server/imt/?a=1", "without the page"],
    ["https://server/imt/#a", "without the page"],
  ])("refuses %s, saying why, and writes nothing", (site, why) => {
    const out = join(away, "refused.xml");
    expect(refused({ site, out })).toContain(why);
    expect(existsSync(out)).toBe(false);
  });

  test("refuses an Id that is none, or the one of development", () => {
    const [, development = ""] = /<Id>(.*)<\/Id>/.exec(readFileSync(DEVELOPMENT, "utf8")) ?? [];
    for (const id of ["", "imt", MINE.slice(1), development, development.toUpperCase()])
      expect(refused({ site: "https://server/", id, out: join(away, "id.xml") })).toContain(
        "can't be the add-in's Id",
      );
  });

  test("does not write over the manifest that it needs", () => {
    const before = readFileSync(DEVELOPMENT, "utf8");
    expect(refused({ site: "https://server/", out: DEVELOPMENT })).toContain("name another file");
    expect(readFileSync(DEVELOPMENT, "utf8")).toBe(before);
  });

  test("asks for what it was not told", async () => {
    expect((await imt("manifest")).remarked[0]).toContain("--site https://intranet.example/imt/");
    expect(await imt("manifest", "--site", "https://server/")).toEqual({
      code: 2,
      said: [],
      remarked: ["Say where to put the manifest: --out MANIFEST.xml."],
    });
  });

  test("a manifest without the words that are to be changed is a fault of the program", () => {
    const text = readFileSync(DEVELOPMENT, "utf8").replaceAll(" (development)", "");
    writeFileSync(join(away, "changed.xml"), text);
    expect(() => manifestFor({ site: "https://server/", id: MINE }, text)).toThrow("has no “(development)”");
  });
});
