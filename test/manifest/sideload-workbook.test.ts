import { readFileSync } from "node:fs";
import { join } from "node:path";

import { strFromU8, unzipSync } from "fflate";

import { sideloadWorkbook } from "../../scripts/sideload-workbook.cjs";
import { cellsIn } from "../support/saved";
import { all, attribute, only, readXml } from "./xml";

const [, ID = ""] =
  /<Id>(.*)<\/Id>/.exec(readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8")) ?? [];

describe("the workbook that opens Excel with the add-in", () => {
  const bytes = sideloadWorkbook(ID, "1.2.3.0");
  const parts = new Map(
    Object.entries(unzipSync(bytes)).map(([path, text]) => [path, readXml(strFromU8(text))]),
  );

  test("is a workbook of one empty sheet", () => {
    const { sheets } = cellsIn(bytes);
    expect(sheets.map(({ name, cells }) => [name, cells.size])).toEqual([["Sheet1", 0]]);
  });

  test("names the add-in as one of a developer's, and shows its pane", () => {
    const reference = only(parts.get("xl/webextensions/webextension1.xml")!, "reference");
    expect(Object.fromEntries(reference.attributes)).toEqual({
      id: ID,
      version: "1.2.3.0",
      store: "developer",
      storeType: "Registry",
    });
    expect(attribute(only(parts.get("xl/webextensions/taskpanes.xml")!, "taskpane"), "visibility")).toBe("1");
  });

  test("every part is reached from another, and has its kind named", () => {
    const kinds = all(parts.get("[Content_Types].xml")!, "Override").map((one) => attribute(one, "PartName"));
    const reached = [...parts].flatMap(([path, root]) => {
      if (!path.endsWith(".rels")) return [];
      const base = `https://part/${path.replace(/_rels\/[^/]*$/, "")}`;
      return all(root, "Relationship").map((one) => new URL(attribute(one, "Target"), base).pathname);
    });
    const content = [...parts.keys()].filter((path) => !/\.rels$|^\[/.test(path)).map((path) => `/${path}`);
    expect(kinds.sort()).toEqual(content.sort());
    expect(reached.sort()).toEqual(content.sort());
  });
});
