import { readFileSync } from "node:fs";
import { join } from "node:path";

import packageFile from "../../package.json";
import { manifestFor, PRODUCTION_ID } from "../../src/cli/manifest";
import { all, attribute, everything, only, readXml, type Element } from "./xml";

const ROOT = join(__dirname, "..", "..");
const ICONS = join(ROOT, "src", "pane", "icons");
const PANE = new Set(["taskpane.html", "help.html"]);

const development = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const SITE = "https://intranet.example/teams/it&m/";
const production = manifestFor({ site: SITE, id: PRODUCTION_ID }, development);

const MANIFESTS: readonly (readonly [kind: string, site: string, root: Element])[] = [
  ["development", "https://localhost:3000/", readXml(development)],
  ["production", SITE, readXml(production)],
];

/** Width and height as a PNG's head has them. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect(png.subarray(12, 16).toString("latin1")).toBe("IHDR");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** Addresses in a manifest: what Excel or a browser will ask for. */
function addresses(root: Element): readonly string[] {
  return everything(root).flatMap(({ attributes }) =>
    [...attributes.values()].filter((value) => /^[a-z]+:\/\//i.test(value)),
  );
}

describe.each(MANIFESTS)("the %s manifest", (_, site, root) => {
  const resources = only(root, "Resources").children.flatMap(({ children }) => children);
  const named = new Map(resources.map((one) => [attribute(one, "id"), one]));
  const references = everything(root).flatMap(({ name, attributes }) => {
    const id = attributes.get("resid");
    return id === undefined ? [] : [{ name, id }];
  });

  test("is a task pane for workbooks that reads and writes the one it is in", () => {
    expect(root.space).toBe("http://schemas.microsoft.com/office/appforoffice/1.1");
    expect(attribute(root, "type")).toBe("TaskPaneApp");
    expect(all(root, "Host").map(({ attributes }) => [...attributes.values()])).toEqual([
      ["Workbook"],
      ["Workbook"],
    ]);
    expect(only(root, "Permissions").text).toBe("ReadWriteDocument");
    expect(only(root, "DefaultLocale").text).toBe("en-GB");
    expect(all(root, "AppDomain")).toEqual([]);
  });

  test("asks for nothing newer than Office 2021 has", () => {
    expect(all(root, "Set").map(({ attributes }) => [...attributes.values()])).toEqual([
      ["ExcelApi", "1.14"],
    ]);
  });

  test("has the version of the program", () => {
    expect(only(root, "Version").text).toBe(`${packageFile.version}.0`);
  });

  test("every resource that is named is there, is used, and stands once", () => {
    expect(named.size).toBe(resources.length);
    expect([...new Set(references.map(({ id }) => id))].sort()).toEqual([...named.keys()].sort());
    for (const id of named.keys()) expect(id.length).toBeLessThanOrEqual(32);
  });

  test("each place names a resource of its own kind", () => {
    const kinds = new Map([
      ["Image", "Image"],
      ["SourceLocation", "Url"],
      ["LearnMoreUrl", "Url"],
    ]);
    for (const { name, id } of references) expect(named.get(id)?.name).toBe(kinds.get(name) ?? "String");
  });

  test("words are as short as Office wants them, and in the list for their length", () => {
    const lengths = (list: string) =>
      only(root, list).children.map((one) => attribute(one, "DefaultValue").length);
    expect(Math.max(...lengths("ShortStrings"))).toBeLessThanOrEqual(125);
    expect(Math.max(...lengths("LongStrings"))).toBeLessThanOrEqual(250);
    expect(attribute(only(root, "DisplayName"), "DefaultValue").length).toBeLessThanOrEqual(125);
    const [description] = all(root, "Description");
    expect(attribute(description!, "DefaultValue").length).toBeLessThanOrEqual(250);
    expect(only(root, "ProviderName").text.length).toBeLessThanOrEqual(125);
    const long = new Set(only(root, "LongStrings").children.map((one) => attribute(one, "id")));
    for (const { name, id } of references)
      if (named.get(id)?.name === "String") expect(long.has(id)).toBe(name === "Description");
  });

  test("every address is https, of its own web server, and of a page or picture that the pane has", () => {
    const found = addresses(root).filter((address) => !address.startsWith("http://schemas."));
    expect(found.length).toBeGreaterThan(20);
    for (const address of found) {
      if (address === "http://www.w3.org/2001/XMLSchema-instance") continue;
      expect(address.startsWith(site)).toBe(true);
      const { pathname } = new URL(address);
      const page = pathname.slice(new URL(site).pathname.length);
      if (!page.startsWith("icons/")) expect([...PANE]).toContain(page);
    }
  });

  test("every picture is there in the size that is said of it", () => {
    const of = (address: string) => sizeOf(readFileSync(join(ICONS, address.slice(`${site}icons/`.length))));
    expect(of(attribute(only(root, "IconUrl"), "DefaultValue"))).toEqual([32, 32]);
    expect(of(attribute(only(root, "HighResolutionIconUrl"), "DefaultValue"))).toEqual([64, 64]);
    for (const icon of all(root, "Icon")) {
      const sizes = icon.children.map((image) => Number(attribute(image, "size")));
      expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 80]);
      for (const image of icon.children) {
        const size = Number(attribute(image, "size"));
        expect(of(attribute(named.get(attribute(image, "resid"))!, "DefaultValue"))).toEqual([size, size]);
      }
    }
  });

  test("two buttons on the Home tab open one pane, and the second says what is to be done there", () => {
    const ids = ["Group", "Control"].flatMap((kind) => all(root, kind).map((one) => attribute(one, "id")));
    expect(new Set(ids).size).toBe(3);
    expect(attribute(only(root, "OfficeTab"), "id")).toBe("TabHome");
    const word = (element: Element) => attribute(named.get(attribute(element, "resid"))!, "DefaultValue");
    expect(all(root, "Control").map((control) => word(control.children[0]!))).toEqual([
      "IM&T return",
      "Check the return",
    ]);
    expect(new Set(all(root, "TaskpaneId").map(({ text }) => text)).size).toBe(1);
    const pages = all(only(root, "Group"), "SourceLocation").map((page) => word(page));
    expect(pages).toEqual([`${site}taskpane.html`, `${site}taskpane.html?do=check`]);
    const pictures = all(root, "Control").map((control) => word(all(control, "Image")[0]!));
    expect(new Set(pictures).size).toBe(2);
  });
});

describe("the two manifests", () => {
  test("have Ids of their own, so that both can be on one machine", () => {
    const ids = MANIFESTS.map(([, , root]) => only(root, "Id").text);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  });

  test("only the one for development says that it is", () => {
    const names = MANIFESTS.map(([, , root]) => attribute(only(root, "DisplayName"), "DefaultValue"));
    expect(names).toEqual(["IM&T return (development)", "IM&T return"]);
    expect(production).not.toContain("localhost");
    expect(production).not.toContain("<!--");
  });
});
