import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openpyxl } from "./openpyxl";
import { run } from "./run";
import { scratch } from "./scratch";
import { describeWith } from "./skipping";

/** Stands in for the judge: faults by file name. */
const JUDGE = `
import json, os, sys
bad = False
for path in sys.argv[1:]:
    name = os.path.basename(path)
    if name.startswith("silent"):
        continue
    faults = [{"rule": "order", "part": "sheet1.xml", "text": "out of order"}] if name.startswith("bad") else []
    bad = bad or bool(faults)
    print(json.dumps({"file": path, "ok": not faults, "faults": faults}))
sys.exit(1 if bad else 0)
`;

describe("judging workbooks", () => {
  const folder = scratch();
  const script = join(folder, "judge.py");
  writeFileSync(script, JUDGE);

  function judge(judgeScript: string, ...folders: readonly string[]) {
    const args = [join(__dirname, "..", "judge.mjs"), ...folders.map((name) => join(folder, name))];
    return run(process.execPath, args, { env: { EXCEL_JUDGE: judgeScript } });
  }

  function fill(name: string, files: readonly string[]): string {
    mkdirSync(join(folder, name, "deep", "er"), { recursive: true });
    for (const file of files) writeFileSync(join(folder, name, file), "");
    return name;
  }

  test("says clearly that nothing was judged where the script is missing", async () => {
    const { code, stdout } = await judge(join(folder, "none.py"), fill("missing", ["bad.xlsx"]));
    expect(code).toBe(0);
    expect(stdout).toContain("were NOT judged");
  });

  describeWith(openpyxl, "judging workbooks with Python", () => {
    test("counts what passed, below all folders, in as many batches as it takes", async () => {
      const many = Array.from({ length: 60 }, (_, at) => `deep/er/good${at}.XLSX`);
      const folders = [fill("good", [...many, "deep/~$open.xlsx", "notes.txt"]), fill("more", ["good.xlsx"])];
      const { code, stdout } = await judge(script, ...folders);
      expect({ code, stdout }).toEqual({ code: 0, stdout: "61 passed, 0 failed\n" });
    });

    test("prints each fault and fails, also for a file that the script is silent about", async () => {
      const { code, stdout } = await judge(script, fill("bad", ["bad.xlsx", "good.xlsx", "silent.xlsx"]));
      expect(code).toBe(1);
      expect(stdout).toMatch(/bad\.xlsx: order in sheet1\.xml: out of order\n/);
      expect(stdout).toMatch(/silent\.xlsx: was not judged/);
      expect(stdout).toMatch(/\n1 passed, 2 failed\n$/);
    });

    test("fails for a folder that is not there", async () => {
      const { code, stdout } = await judge(script, "nowhere");
      expect(code).toBe(1);
      expect(stdout).toContain("there is no such folder");
    });
  });
});
