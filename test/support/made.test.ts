import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { made } from "./made";

describe("the folder for what a test makes", () => {
  test("is there, is empty, and leaves the others alone", () => {
    const first = made("support-made");
    const other = made("support-made-other");
    for (const folder of [first, other]) writeFileSync(join(folder, "left.txt"), "");
    expect(made("support-made")).toBe(first);
    expect(readdirSync(first)).toEqual([]);
    expect(readdirSync(other)).toEqual(["left.txt"]);
    expect(basename(dirname(first))).toBe(".made");
    expect(existsSync(join(dirname(dirname(first)), "package.json"))).toBe(true);
  });

  test.each(["", ".", "..", "../src", "a/b", "a\\b", "A", "-a", "a--b"])("is refused the name %j", (name) => {
    expect(() => made(name)).toThrow("small letters");
  });
});
