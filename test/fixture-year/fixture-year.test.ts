import { join } from "node:path";

import type { RawValue, WorkbookCells } from "../../src/cells";
import { layoutTemplate, type Layout } from "../../src/layout";
import { readRegister } from "../../src/register";
import {
  entryFault,
  findingsOf,
  foundValue,
  ruleOutcomes,
  type Finding,
  type Return,
} from "../../src/return";
import { collect, layoutSummary, type ReturnedFile } from "../../src/summary";
import { ENTRY_FAULTS } from "../../src/template";
import { checksIn, codesIn } from "../support/checks-sheet";
import { calculate, libreOffice } from "../support/libreoffice";
import { made } from "../support/made";
import { cellsIn, returnIn, saved } from "../support/saved";
import { scratch } from "../support/scratch";
import { planningYear } from "../support/shipped";
import { describeWith } from "../support/skipping";
import { tablesIn, type TableRow } from "../support/summary-tables";
import {
  DEAR_KITCHEN,
  REGISTER,
  RIGHT_KITCHEN,
  SMALL_KITCHEN,
  UNFINISHED_KITCHEN,
  type Entries,
} from "./kitchens";

const year = planningYear("1999-00", join(__dirname, "..", "fixtures", "templates"));
const template = year.templates.get("kitchen")!;
const RETURNS = {
  "K01 blank": new Map<string, RawValue>(),
  K01: RIGHT_KITCHEN,
  K02: DEAR_KITCHEN,
  K03: SMALL_KITCHEN,
  K04: UNFINISHED_KITCHEN,
} as const satisfies Readonly<Record<string, Entries>>;
type Name = keyof typeof RETURNS;
const NAMES = Object.keys(RETURNS) as Name[];

interface Came {
  readonly workbook: WorkbookCells;
  readonly found: Return;
  readonly findings: readonly Finding[];
}

test("a planning year of another subject is read from its folder and is nothing like the shipped one", () => {
  expect(template.sheets.map(({ name }) => name)).toEqual(["Front page", "Meals & cost", "State"]);
  expect(template.rules.map(({ code }) => code).sort()).toEqual(["KI01", "KM01", "KM02", "KM03"]);
  const shipped = planningYear("2007-08").templates.get("provider")!;
  expect([...template.fields.keys()].filter((key) => shipped.fields.has(key))).toEqual([]);
});

describeWith(libreOffice, "a planning year that the program has never seen", () => {
  const folder = made("fixture-year");
  const out = scratch();
  const came = new Map<Name, Came>();
  const of = (name: Name) => came.get(name)!;
  const register = knownKitchens();
  let summary: Layout;
  let counted: WorkbookCells;

  beforeAll(async () => {
    const files: string[] = [];
    for (const name of NAMES) {
      const filling = { entries: RETURNS[name], prefilled: new Set<string>(), organisation: null };
      files.push(await saved(layoutTemplate(template, filling), folder, name, { results: "none" }));
    }
    const results = await calculate(files, join(out, "returns"));
    NAMES.forEach((name, at) => {
      const workbook = cellsIn(results[at]!);
      const found = returnIn(workbook, year);
      came.set(name, {
        workbook,
        found,
        findings: findingsOf(found, { register, fileName: `${name}.xlsx`, day: null }),
      });
    });
    const collection = collect(NAMES.slice(1).map(sent), register, "Y01", year);
    summary = layoutSummary(collection, year.summary!).layout;
    const [file] = await calculate(
      [await saved(summary, folder, "summary", { results: "none" })],
      join(out, "summary"),
    );
    counted = cellsIn(file!);
  }, 180_000);

  function sent(name: Name): ReturnedFile {
    const { found, findings } = of(name);
    return {
      file: `${name}.xlsx`,
      sha256: name,
      modified: null,
      reading: { kind: "return", found, findings },
    };
  }

  test.each(NAMES)("workbook and engine have the same states in %s", (name) => {
    const { workbook, found } = of(name);
    const checks = checksIn(workbook, template);
    const entries = (key: string) => foundValue(found, key);
    for (const [code, { state }] of ruleOutcomes(template, entries)) {
      expect([code, checks.get(code)!.state]).toEqual([code, state]);
    }
    for (const fault of ENTRY_FAULTS) {
      const line = checks.get(template.standing.get(fault)!.code);
      if (line === undefined) continue;
      const any = [...template.fields.values()].some((field) => entryFault(field, entries) === fault);
      expect([fault, line.state]).toEqual([fault, any ? "fails" : "holds"]);
    }
  });

  test("the workbook's formulas are written with the results that LibreOffice works out", () => {
    const layout = layoutTemplate(template, {
      entries: RIGHT_KITCHEN,
      prefilled: new Set(),
      organisation: null,
    });
    const wrong = layout.sheets.flatMap((sheet) => {
      const there = of("K01").workbook.sheets.find(({ name }) => name === sheet.name)!;
      return [...sheet.cells].flatMap(([address, { formula, value }]) => {
        const result = there.cells.get(address)?.value ?? "";
        return formula === null || result === (value ?? "")
          ? []
          : [`${sheet.name} ${address}: ${JSON.stringify(result)}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test("a blank workbook has nothing in it but what was never begun", () => {
    expect(of("K01 blank").findings.map(({ code }) => code)).toEqual(["CV00"]);
  });

  test("a right return has no finding, and a blank that counts as zero is none", () => {
    expect(of("K01").findings).toEqual([]);
    expect(codesIn(checksIn(of("K01").workbook, template), "fails")).toEqual([]);
    expect(foundValue(of("K01").found, "front.region_name")).toBe("Northern and Yorkshire");
  });

  test("a return with faults has each of them, at its cell and in its own words", () => {
    expect(said("K02")).toEqual([
      ["AR06", "fix", "3 Ward stocks, meals wasted", expect.stringContaining("holds 7") as string],
      [
        "KM01",
        "fix",
        "2 Visitors, meals wasted",
        "Line 2, Visitors: 20,001 meals were wasted and 20,000 served.",
      ],
      ["KM02", "explain", "9 All meals, cost both", "81,000 meals cost 405,000, or £5.00 each."],
      ["KI01", "note", "Last inspected", "The last inspection was before 1 April 1999, on 31 Mar 1999."],
    ]);
  });

  test("a rule stays silent while another stands, whatever reason was given, and a typed-over total counts nowhere", () => {
    expect(said("K03").map(([code]) => code)).toEqual(["AR05", "KM03"]);
    expect(checksIn(of("K03").workbook, template).get("KM02")!.state).toBe("does_not_apply");
    const km03 = of("K03").findings.find(({ code }) => code === "KM03")!;
    expect(km03.labels).toEqual(["1 Patients, meals served", "2 Visitors, meals served"]);
    expect(km03.message).toBe("81,000 meals are too many for a small kitchen.");
  });

  test("what is not filled in waits, and a kitchen that no register has is said", () => {
    expect(said("K04").map(([code]) => code)).toEqual(["ID01", "CV01", "SG02"]);
    expect(checksIn(of("K04").workbook, template).get("KM02")!.state).toBe("waits");
  });

  test("the summary shows each kitchen that is expected, a missing return as missing, and adds up by hand", () => {
    const heads = ["Code", "Organisation", "Open", "Served", "Wasted", "Cost", "A meal"];
    const received = /^Total of 3 returns received, of 4\b/;
    const output = tablesIn(counted, "Output")[0]!
      .filter((row) => row.get("Code") !== null || received.test(nameIn(row)))
      .map((row) => heads.map((head) => row.get(head)));
    expect(output).toEqual([
      ["K01", "Ashmere General", expect.any(String), 111_000, 4_500, 316_000, expect.closeTo(2.8468, 4)],
      ["K02", "Wend Valley", expect.any(String), 81_000, 4_500 + 20_001, 405_000, 5],
      ["K03", "Fellside", expect.any(String), 81_000, 4_500, 476_000, expect.closeTo(5.8765, 4)],
      ["K05", "Harrow Hill", "Not received", null, null, null, null],
      [null, expect.stringMatching(received), null, 273_000, 33_501, 1_197_000, expect.closeTo(4.3846, 4)],
    ]);
  });

  test("the overview's figures are worked out from those totals", () => {
    const values = [...counted.sheets[0]!.cells.values()].map(({ value }) => value);
    expect(values).toContain(273_000);
    expect(values).toContainEqual(expect.closeTo(4.3846, 4));
    expect(values).toContainEqual(expect.closeTo(0.1227, 4));
    const covered = "These figures cover 3 of the 4 kitchen returns";
    expect(values).toContainEqual(expect.stringContaining(covered));
  });

  test("the food of every kitchen is shown line by line, and a total that was typed over as its lines make it", () => {
    const food = tablesIn(counted, "Output")[1]!.find((row) => row.get("Code") === "K03")!;
    const lines = ["1 Patients", "2 Visitors", "3 Ward stocks", "9 All meals"];
    expect(lines.map((line) => food.get(line))).toEqual([300_000, 40_000, 900, 340_900]);
  });

  test("a return of a body that is not expected is in no total, and a body that files no return is not missing", () => {
    const returns = tablesIn(counted, "Returns").flat();
    expect(returns.map((row) => row.get("Code"))).not.toContain("K06");
    expect(returns.map((row) => row.get("State"))).toContain("Not expected; in no total");
  });

  const foreign = (layout: Layout) =>
    layout.sheets.flatMap(({ name, cells }) =>
      [...cells].flatMap(([address, { value }]) =>
        typeof value === "string" && /£000|IM&T|2007\/08/.test(value) ? [`${name} ${address}: ${value}`] : [],
      ),
    );

  test("no sheet of the return names a unit or a subject of another year", () => {
    expect(foreign(layoutTemplate(template))).toEqual([]);
  });

  test("no sheet of the summary names a unit or a subject of another year", () => {
    expect(foreign(summary)).toEqual([]);
  });

  /** Code, level, first label and message of each finding. */
  function said(name: Name) {
    return of(name).findings.map(({ code, level, labels, message }) => [code, level, labels[0], message]);
  }
});

function nameIn(row: TableRow): string {
  const name = row.get("Organisation");
  return typeof name === "string" ? name : "";
}

function knownKitchens() {
  const result = readRegister(REGISTER);
  if (result.kind === "register") return result.register;
  throw new Error(JSON.stringify(result.problems));
}
