import type { RawValue, WorkbookCells } from "../../src/cells";
import type { Finding } from "../../src/return";
import type { Edit } from "../support/person";
import { firstPart } from "../support/shipped";

import { crossings, disguise, verdict, type Reading } from "./claim";
import { edited, type Model } from "./model";
import { startWith } from "./start";

const start = startWith(firstPart());
const sheet = "IM&T spend";
const NOTHING: WorkbookCells = { sheets: [], date1904: false, modified: null };
const KEY = "spend.agency[plan_revenue]";
const agency = start.tracked.find(({ field }) => field.key === KEY)!;

const after = (...edits: readonly Edit[]): Model => edits.reduce(edited, start.model);

/** A reading in which this field has this value, and in which this is said. */
function reading(value: RawValue, ...findings: readonly Partial<Finding>[]): Reading {
  const usual: Finding = {
    ...{ code: "XX01", level: "fix", title: "", sheet, cells: [], labels: [] },
    ...{ message: "", fix: "", source: "", reason: null },
  };
  return {
    value: () => value,
    place: () => null,
    findings: findings.map((finding) => ({ ...usual, ...finding })),
  };
}

const kindOf = (model: Model, of: Reading) => verdict(agency, model, NOTHING, of, start).kind;
const code = (kind: "found_twice" | "lost_entry") => start.template.standing.get(kind)!.code;

describe("what is claimed of every entered field", () => {
  it("finds a field where its row and column cross now", () => {
    const model = after(
      { kind: "insertRows", sheet, at: 5, count: 2 },
      { kind: "insertColumns", sheet, at: "D", count: 1 },
      { kind: "rename", sheet, name: "Ours" },
    );
    expect(crossings(model, agency, start).map(({ place }) => place)).toEqual([
      { sheet: "Ours", cell: "H13" },
    ]);
    expect([kindOf(model, reading(233)), kindOf(model, reading(213))]).toEqual(["followed", "wrong"]);
  });

  it("takes one that is nowhere for wrong, unless it is named", () => {
    const model = after({ kind: "deleteRows", sheet, at: 11, count: 1 });
    expect(kindOf(model, reading(null))).toBe("wrong");
    expect(kindOf(model, reading(null, { labels: [agency.field.label] }))).toBe("named");
    const line = "Agency, contractors and secondees";
    expect(kindOf(model, reading(null, { code: code("lost_entry"), labels: [line] }))).toBe("named");
    // A finding of another kind may name a line without meaning that it is lost.
    expect(kindOf(model, reading(null, { labels: [line] }))).toBe("wrong");
  });

  it("takes one that stands twice for right while both hold the same, and else asks for its name", () => {
    const copied: Edit = { kind: "copyRow", sheet, from: 11, to: 13, into: "inserted" };
    const twice = { code: code("found_twice"), labels: ["Agency, contractors and secondees"] };
    expect(kindOf(after(copied), reading(233))).toBe("followed");
    const model = after(copied, { kind: "set", sheet, cell: "G13", value: 5_000 });
    expect([kindOf(model, reading(233)), kindOf(model, reading(5_000))]).toEqual(["wrong", "wrong"]);
    expect(kindOf(model, reading(233, twice))).toBe("named");
    expect(kindOf(model, reading(233, { ...twice, sheet: "Tariff" }))).toBe("wrong");
  });

  it("does not take the name of another column for its own", () => {
    const model = after(
      { kind: "copySheet", sheet, name: "Copy", to: 2 },
      { kind: "set", sheet: "Copy", cell: "G11", value: 5_000 },
    );
    const column = { code: code("found_twice"), labels: ["Revenue"] };
    expect(kindOf(model, reading(233, { ...column, cells: ["G7"] }))).toBe("named");
    expect(kindOf(model, reading(233, { ...column, cells: ["D7"] }))).toBe("wrong");
    expect(kindOf(model, reading(233, { ...column, labels: ["Spend by kind"] }))).toBe("named");
  });

  it("asks for the name of a row that shows number and words of another line", () => {
    const model = after({ kind: "copy", sheet, range: "B10:L10", toSheet: sheet, to: "B11" });
    expect(kindOf(model, reading(213))).toBe("followed");
    expect(disguise(agency, model, reading(213), start)).toMatch(/in a row that shows another line/);
    expect(disguise(agency, model, reading(213, { cells: ["G11"] }), start)).toBeNull();
    const reworded = after({ kind: "set", sheet, cell: "C11", value: "Agency staff" });
    expect(disguise(agency, reworded, reading(233), start)).toBeNull();
  });
});
