import { readFileSync } from "node:fs";

import { strFromU8, unzipSync } from "fflate";

import type { RawValue } from "../../src/cells";
import { findingsOf, valuesOf, type Finding, type ReturnValue } from "../../src/return";
import { calculate, libreOffice } from "../support/libreoffice";
import { made } from "../support/made";
import { openpyxl } from "../support/openpyxl";
import { cellsIn, returnIn, saved } from "../support/saved";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";

import { asGoogle, byOpenpyxl } from "./programs";
import { returnsSent, year } from "./returns";

const tools = {
  available: libreOffice.available && openpyxl.available,
  name: [libreOffice, openpyxl].flatMap(({ available, name }) => (available ? [] : name)).join(", "),
};

interface Came {
  readonly values: readonly Partial<ReturnValue>[];
  readonly findings: readonly Partial<Finding>[];
}

/** Where a total was saved without its result, nobody can say of the result that it was another; everything else is said. */
const DROPS_RESULTS = "openpyxl";
const OF_RESULTS: readonly unknown[] = ["AR07", "TD06"];

/** Programs write the last of fifteen digits differently. */
const exact = (value: RawValue) => (typeof value === "number" ? Number(value.toPrecision(13)) : value);

/** All that a workbook says: each value with its key and place, each finding with its words. */
function readFrom(file: string): Came {
  const found = returnIn(cellsIn(file), year);
  return {
    values: valuesOf(found).map(({ key, value, place }) => ({ key, value: exact(value), place })),
    findings: findingsOf(found, { register: null, fileName: null, day: null }).map(
      ({ code, level, sheet, cells, labels, message, reason }) => ({
        code,
        level,
        sheet,
        cells,
        labels,
        message,
        reason,
      }),
    ),
  };
}

describeWith(tools, "a return that was merely saved again", () => {
  const sent = returnsSent();
  const folder = made("resaved");
  const [office, twice, openpyxlOnly, both, google] = [scratch(), scratch(), scratch(), scratch(), scratch()];
  const ways = new Map<string, readonly string[]>();
  let files: readonly string[] = [];
  let before: readonly Came[] = [];

  beforeAll(async () => {
    const written: string[] = [];
    for (const { name, layout } of sent) written.push(await saved(layout, folder, name));
    files = written;
    before = files.map(readFrom);
    const once = await calculate(files, office);
    const dropped = await byOpenpyxl(files, openpyxlOnly);
    ways.set("LibreOffice", once);
    ways.set("LibreOffice twice", await calculate(once, twice));
    ways.set("openpyxl", dropped);
    ways.set("openpyxl, then LibreOffice", await calculate(dropped, both));
    ways.set("Google's sheets", asGoogle(files, google));
  }, 300_000);

  test.each(sent.map(({ name, codes }, at) => [name, codes, at] as const))(
    "%s: is what it is meant to be, before anything",
    (_, codes, at) => {
      expect(new Set(before[at]!.findings.map(({ code }) => code))).toEqual(new Set(codes));
      expect(before[at]!.values.length).toBeGreaterThan(100);
    },
  );

  describe.each([
    "LibreOffice",
    "LibreOffice twice",
    "openpyxl",
    "openpyxl, then LibreOffice",
    "Google's sheets",
  ])("by %s", (way) => {
    test.each(sent.map(({ name }, at) => [name, at] as const))("%s has the same values", (_, at) => {
      expect(readFrom(ways.get(way)![at]!).values).toEqual(before[at]!.values);
    });

    test.each(sent.map(({ name }, at) => [name, at] as const))("%s has the same findings", (_, at) => {
      const { findings } = before[at]!;
      const told =
        way === DROPS_RESULTS ? findings.filter(({ code }) => !OF_RESULTS.includes(code)) : findings;
      expect(readFrom(ways.get(way)![at]!).findings).toEqual(told);
    });
  });

  test("openpyxl did drop the results, and truth values were written as calls", () => {
    const results = (file: string) =>
      cellsIn(file).sheets.flatMap(({ cells }) =>
        [...cells.values()].filter(({ formula, value }) => formula !== null && value !== null),
      );
    for (const at of sent.keys()) {
      expect(results(files[at]!).length).toBeGreaterThan(100);
      expect(results(ways.get("openpyxl")![at]!)).toEqual([]);
      const parts = Object.entries(unzipSync(readFileSync(ways.get("Google's sheets")![at]!)));
      const xml = parts.map(([name, bytes]) => (name.endsWith(".xml") ? strFromU8(bytes) : "")).join("");
      expect(xml).toContain(",TRUE(),");
      expect(xml).not.toContain("veryHidden");
    }
  });
});
