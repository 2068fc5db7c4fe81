import type { Package } from "./package";
import { Refusal } from "./refusal";
import { readRelationships } from "./relationships";
import { partKey } from "./zip";

/** The two parts that the package itself points to. */
export interface MainParts {
  readonly workbook: string;
  /** Who saved it and when, where the file has that. */
  readonly properties: string | undefined;
}

/** Finds the workbook by the package's relationships; refuses a package that is something else. */
export function findMainParts(from: Package): MainParts {
  const relationships = [...readRelationships(from, "").values()];
  const workbook = relationships.find((r) => r.type === "officedocument")?.part;
  if (workbook === undefined) {
    if (from.has("content.xml") && from.has("META-INF/manifest.xml")) {
      throw new Refusal("other_spreadsheet", "an OpenDocument file (such as .ods), not an Excel workbook");
    }
    throw new Refusal("not_a_workbook");
  }
  checkContentType(contentType(from, workbook), workbook);
  const properties = relationships.find((r) => r.type === "core-properties")?.part;
  return { workbook, properties: properties !== undefined && from.has(properties) ? properties : undefined };
}

/** What the package declares a part to be, in lower case: by its own name, else by its ending. */
function contentType(from: Package, part: string): string {
  const list = "[Content_Types].xml";
  if (!from.has(list)) return "";
  const ending = partKey(part).split(".").at(-1);
  let own: string | undefined;
  let usual: string | undefined;
  from.read(list, "the list of its contents", {
    open(name, depth, attributes) {
      if (depth !== 2) return;
      const type = (attributes["ContentType"] ?? "").toLowerCase();
      if (name === "Override" && partKey(attributes["PartName"] ?? "") === partKey(part)) own = type;
      if (name === "Default" && attributes["Extension"]?.toLowerCase() === ending) usual = type;
    },
  });
  return own ?? usual ?? "";
}

/** A binary workbook is no XML, and a document of another program is better named than called damaged. */
function checkContentType(type: string, part: string): void {
  if (type.includes("ms-excel.sheet.binary") || /\.bin$/i.test(part)) throw new Refusal("binary_workbook");
  if (/wordprocessingml|ms-word/.test(type)) {
    throw new Refusal("not_a_workbook", "a Word document, not an Excel workbook");
  }
  if (/presentationml|ms-powerpoint/.test(type)) {
    throw new Refusal("not_a_workbook", "a PowerPoint presentation, not an Excel workbook");
  }
}
