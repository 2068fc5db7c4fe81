import type { RawValue } from "../../src/cells";
import { layoutTemplate, planTemplate } from "../../src/layout";
import { findReturn, findingsOf } from "../../src/return";
import { layoutCells, wordsOf } from "../support/layout-cells";
import { ACUTE, spendEntries } from "../support/provider-return";
import { firstPart } from "../support/shipped";

const YEAR = firstPart();
const TEMPLATE = YEAR.templates.get("provider")!;
const PLAN = planTemplate(TEMPLATE);
const SIGNED: ReadonlyMap<string, RawValue> = new Map([
  ...spendEntries(ACUTE),
  ["filing.status", "Final"] as const,
  ["filing.fd_name", "A. Person"] as const,
  ["filing.ce_name", "B. Person"] as const,
]);
const LAYOUT = layoutTemplate(TEMPLATE, { entries: SIGNED, prefilled: new Set(), organisation: null });

describe("a rule that only asks whether cells are filled in", () => {
  test("names the cells that are blank, and not those that are filled in", () => {
    const result = findReturn(layoutCells(LAYOUT), new Map([[YEAR.id, YEAR]]));
    if (result.kind === "refused") throw new Error(result.message);
    const signOff = findingsOf(result.found, { register: null, fileName: null, day: null }).find(
      ({ code }) => code === "SO01",
    );
    expect(signOff?.message).toContain("2 of its four sign-off entries are missing");
    expect(signOff?.labels).toEqual([
      "Director of finance: date of sign-off",
      "Chief executive: date of sign-off",
    ]);
  });

  test("has words in the Check cell of those lines alone", () => {
    const cover = LAYOUT.sheets[0]!;
    const { checkColumn } = PLAN.sheets[0]!;
    const letter = String.fromCharCode(64 + checkColumn);
    const words = (key: string) => {
      const { row } = PLAN.placeOf.get(key)!.address;
      return wordsOf(cover.cells.get(`${letter}${row}`)?.value);
    };
    expect(words("filing.fd_name")).toBe("✔");
    expect(words("filing.fd_date")).toBe("✖ 2 sign-off entries are missing");
    expect(words("filing.ce_date")).toBe("✖ 2 sign-off entries are missing");
  });
});
