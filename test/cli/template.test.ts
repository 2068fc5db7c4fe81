import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { foundValue, statusOf } from "../../src/return";
import { made } from "../support/made";
import { cellsIn, returnIn } from "../support/saved";
import { scratch } from "../support/scratch";
import { imtFirstPart, registerIn, template, year } from "./imt";

const folder = made("cli-template");
const away = scratch();
const register = registerIn(away);

describe("imt template", () => {
  test("makes a blank workbook and says where it is", async () => {
    const out = join(folder, "blank.xlsx");
    const { code, said, remarked } = await imtFirstPart("template", "--out", out);
    expect([code, said, remarked]).toEqual([0, [`${template.title} 2007/08: ${out}`], []]);
    const found = returnIn(cellsIn(out), year);
    expect(found.template.role).toBe("provider");
    expect(statusOf(found)).toBe("blank");
    expect(foundValue(found, "cover.org_code")).toBeNull();
  });

  test("takes the year as people write it, and the role in any case", async () => {
    const out = join(folder, "named.xlsx");
    expect(
      (await imtFirstPart("template", "--out", out, "--year", "2007/08", "--role", "Provider")).code,
    ).toBe(0);
    expect(existsSync(out)).toBe(true);
  });

  test("with --org fills in what the register knows, as text", async () => {
    const out = join(folder, "x01.xlsx");
    const { code, said } = await imtFirstPart(
      "template",
      "--out",
      out,
      "--org",
      "x01",
      "--register",
      register,
    );
    expect([code, said]).toEqual([0, [`${template.title} 2007/08 for Example Hospital NHS Trust: ${out}`]]);
    const found = returnIn(cellsIn(out), year);
    const keys = ["cover.org_code", "cover.org_name", "cover.org_type", "cover.sha_code", "cover.sha_name"];
    expect(keys.map((key) => foundValue(found, key))).toEqual([
      "X01",
      "Example Hospital NHS Trust",
      "Acute trust",
      "Q30",
      "North East",
    ]);
    expect(statusOf(found)).toBe("blank");
  });

  test("refuses a body that does not file the return, with nothing written", async () => {
    const out = join(folder, "x04.xlsx");
    const { code, remarked } = await imtFirstPart(
      "template",
      "--out",
      out,
      "--org",
      "X04",
      "--register",
      register,
    );
    expect(code).toBe(2);
    expect(remarked).toEqual([
      "Northern Shared Services is registered as “Shared service”, which does not file the provider return.",
    ]);
    expect(existsSync(out)).toBe(false);
  });

  test("refuses an organisation that the register does not have, or without a register", async () => {
    const out = join(folder, "z99.xlsx");
    expect(
      (await imtFirstPart("template", "--out", out, "--org", "Z99", "--register", register)).remarked,
    ).toEqual([`The register ${register} has no organisation Z99.`]);
    expect((await imtFirstPart("template", "--out", out, "--org", "X01")).remarked).toEqual([
      "To fill in an organisation, name its register too: --register FILE.csv.",
    ]);
    expect(existsSync(out)).toBe(false);
  });

  test("makes the folders of its file", async () => {
    const out = join(away, "new", "folder", "a.xlsx");
    expect((await imtFirstPart("template", "--out", out)).code).toBe(0);
    expect(readdirSync(join(away, "new", "folder"))).toEqual(["a.xlsx"]);
  });

  test("leaves no half file where the name is a folder's", async () => {
    const out = join(away, "taken.xlsx");
    mkdirSync(out);
    const { code, remarked } = await imtFirstPart("template", "--out", out);
    expect(code).toBe(2);
    expect(remarked[0]).toContain(`The file ${out} can't be written: `);
    expect(readdirSync(away).filter((name) => name.includes("unfinished"))).toEqual([]);
    expect(readdirSync(out)).toEqual([]);
  });

  test("says so where a part of the path is a file", async () => {
    writeFileSync(join(away, "plain"), "x");
    for (const out of [join(away, "plain", "a.xlsx"), join(away, "plain", "sub", "a.xlsx")]) {
      const { code, remarked } = await imtFirstPart("template", "--out", out);
      expect(code).toBe(2);
      expect(remarked[0]).toContain(`The file ${out} can't be written: `);
    }
  });
});
