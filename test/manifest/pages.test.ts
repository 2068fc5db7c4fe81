import { readFileSync } from "node:fs";
import { join } from "node:path";

import { OFFICE } from "../../scripts/webpack/office.cjs";
import { all, attribute, only, readXml } from "./xml";

const PANE = join(__dirname, "..", "..", "src", "pane");

/** A page as an XML document: ours are written so that they are one. */
const page = (name: string) =>
  readXml(
    readFileSync(join(PANE, name), "utf8")
      .replace("<!doctype html>", "")
      .replace(/%[A-Z]+%/g, (place) => (place === "%STYLES%" || place === "%SCRIPTS%" ? "" : place)),
  );

const rulesOf = (kind: keyof typeof OFFICE) =>
  new Map(
    OFFICE[kind].RULES.split("; ").map((rule) => {
      const [name = "", ...allowed] = rule.split(" ");
      return [name, allowed];
    }),
  );

describe("the page of the pane", () => {
  const taskpane = page("taskpane.html");

  test("loads Office.js before anything else, and has no program in itself", () => {
    const scripts = all(taskpane, "script");
    expect(scripts.map((script) => attribute(script, "src"))).toEqual(["%OFFICE%"]);
    expect(scripts.map(({ text }) => text)).toEqual([""]);
    // Nobody looks at an empty page until it has come.
    expect(attribute(scripts[0]!, "defer")).toBe("defer");
    const head = readFileSync(join(PANE, "taskpane.html"), "utf8");
    expect(head.indexOf("%OFFICE%")).toBeLessThan(head.indexOf("%SCRIPTS%"));
  });

  test("has Office.js from where Microsoft serves it, or from beside itself", () => {
    expect(OFFICE.hosted.OFFICE).toBe("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
    expect(OFFICE.local.OFFICE).toBe("office/office.js");
  });
});

describe.each(["taskpane.html", "help.html"])("%s", (name) => {
  const root = page(name);

  test("is in British English, and says what it is", () => {
    expect(attribute(root, "lang")).toBe("en-GB");
    expect(only(root, "title").text).toContain("IM&T return");
  });

  test("carries the rules on its content ahead of all that they are for", () => {
    const metas = all(root, "meta").map(({ attributes }) => [...attributes.values()]);
    expect(metas.slice(0, 2)).toEqual([["utf-8"], ["Content-Security-Policy", "%RULES%"]]);
  });

  test("has neither styles nor programs in its elements", () => {
    const attributes = JSON.stringify(all(root, "html").map(inside));
    expect(attributes).not.toMatch(/"(style|on[a-z]+)"/);
    expect(all(root, "style")).toEqual([]);
  });
});

const inside = (element: ReturnType<typeof readXml>): unknown => [
  [...element.attributes.keys()],
  element.children.map(inside),
];

describe.each(["hosted", "local"] as const)("the rules on content, Office.js %s", (kind) => {
  const rules = rulesOf(kind);

  test("refuse what they don't name, and programs in the page", () => {
    expect(rules.get("default-src")).toEqual(["'none'"]);
    expect(rules.get("script-src")).toEqual(
      kind === "hosted" ? ["'self'", "https://appsforoffice.microsoft.com"] : ["'self'"],
    );
    for (const allowed of rules.values()) expect(allowed).not.toContain("'unsafe-eval'");
  });

  test("let nothing be sent anywhere but to where the pane comes from", () => {
    expect(rules.get("connect-src")).toEqual(["'self'"]);
    expect(rules.get("form-action")).toEqual(["'none'"]);
    expect(rules.get("base-uri")).toEqual(["'none'"]);
  });
});
