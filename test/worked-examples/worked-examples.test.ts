import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { formatAddress, type RawValue, type WorkbookCells } from "../../src/cells";
import { formatText } from "../../src/formula";
import { layoutTemplate, planTemplate } from "../../src/layout";
import { readRegister } from "../../src/register";
import { findingsOf, isOpen, valueOf, type Finding, type Return } from "../../src/return";
import { collect, factsOf, layoutSummary, type ReturnedFile } from "../../src/summary";
import { simulatedExcel } from "../host";
import { FIFTEEN_DIGITS, saysTheSame } from "../live/pane-and-check";
import { checksIn, codesIn } from "../support/checks-sheet";
import { calculate, libreOffice } from "../support/libreoffice";
import { wordsOf } from "../support/layout-cells";
import { made } from "../support/made";
import { cellsIn, returnIn, saved, valueAt } from "../support/saved";
import { scratch } from "../support/scratch";
import { planningYear } from "../support/shipped";
import { describeWith } from "../support/skipping";
import { EXAMPLES, type Example, type ExampleId } from "./examples";

const year = planningYear("2007-08");
const template = year.templates.get("provider")!;
const ALONE = { register: null, fileName: null, day: null };

interface Came {
  readonly file: string;
  readonly workbook: WorkbookCells;
  readonly found: Return;
  readonly findings: readonly Finding[];
}

describeWith(libreOffice, "the worked examples, in workbooks that LibreOffice worked out and saved", () => {
  const ids = Object.keys(EXAMPLES) as ExampleId[];
  const examples: Readonly<Record<ExampleId, Example>> = EXAMPLES;
  const folder = made("worked-examples");
  const out = scratch();
  const came = new Map<ExampleId, Came>();

  beforeAll(async () => {
    const files: string[] = [];
    for (const id of ids) {
      const filling = { entries: examples[id].entries, prefilled: new Set<string>(), organisation: null };
      // Without results: what is read afterwards was worked out by LibreOffice, or is not there.
      files.push(
        await saved(layoutTemplate(template, filling), folder, `example-${id}`, { results: "none" }),
      );
    }
    const results = await calculate(files, out, { timeout: 600_000 });
    ids.forEach((id, at) => {
      const workbook = cellsIn(results[at]!);
      const found = returnIn(workbook, year);
      came.set(id, { file: results[at]!, workbook, found, findings: findingsOf(found, ALONE) });
    });
  }, 900_000);

  const of = (id: ExampleId): Came => came.get(id)!;
  const cell = (id: ExampleId, key: string): RawValue => of(id).found.fields.get(key)?.value ?? null;
  const counts = (id: ExampleId, key: string): RawValue => valueOf(of(id).found, template.fields.get(key)!);
  const states = (id: ExampleId) => checksIn(of(id).workbook, template);

  test("each says the same in the pane as by imt check", async () => {
    const excel = await simulatedExcel();
    for (const id of ids) await saysTheSame(excel, of(id).workbook, ALONE, FIFTEEN_DIGITS);
  });

  describe.each(ids)("example %s", (id) => {
    const { name, findings, silent } = examples[id];

    test(`${name}: has these findings, each at its cell, and no other`, () => {
      const place = (key: string) => of(id).found.fields.get(key)?.place.cell;
      expect(
        of(id).findings.map(({ code, level, sheet, cells, labels }) => ({
          code,
          level,
          sheet,
          cells,
          labels,
        })),
      ).toEqual(
        findings.map(({ code, level, sheet, at, labels }) => ({
          code,
          level,
          sheet,
          cells: at.map(place),
          labels,
        })),
      );
    });

    test("the cells are those of the lines that the labels name", () => {
      for (const { sheet, cells, labels } of of(id).findings) {
        cells.forEach((at, index) => {
          const row = at.replace(/\D/g, "");
          // A row of a list is named by its number, a line by its words.
          const listed = wordsOf(valueAt(of(id).workbook, sheet, `A${row}`)).match(/\.r\d+$/) !== null;
          const line = wordsOf(valueAt(of(id).workbook, sheet, `${listed ? "B" : "C"}${row}`));
          expect(labels[index]).toContain(listed ? ` ${line}, ` : line);
          expect(line).not.toBe("");
        });
      }
    });

    test("says them with their figures", () => {
      findings.forEach(({ says }, at) => {
        for (const words of says) expect(of(id).findings[at]!.message).toContain(words);
      });
    });

    test("the workbook's own Checks sheet fails the same checks, has no other, and waits for none but what is blank", () => {
      const checks = states(id);
      const failing = [...new Set(findings.map(({ code }) => code))];
      expect([...codesIn(checks, "fails")].sort()).toEqual([...failing].sort());
      for (const { code, level } of findings)
        expect(checks.get(code)!.words).toBe(level === "fix" ? "✖ Put right" : "▲ Explain");
      if (id !== "eightBlank") expect(codesIn(checks, "waits")).toEqual([]);
    });

    test("the rules that have to be silent are", () => {
      const checks = states(id);
      for (const code of silent) {
        expect([code, checks.get(code)!.state]).toEqual([code, "does_not_apply"]);
        expect([code, checks.get(code)!.found ?? ""]).toEqual([code, ""]);
        expect(of(id).findings.map((finding) => finding.code)).not.toContain(code);
      }
    });
  });

  test("example 1 leaves nothing open, and the figures that are shown are no findings", () => {
    expect(of("one").findings.filter(isOpen)).toEqual([]);
    const shown = (key: string) => formatText(Number(cell("one", key)), "0.0%");
    expect(cell("one", "test.plan_all[rise]")).toBe(310);
    expect(cell("one", "tariff.uplift[y2007]")).toBe(172);
    expect(cell("one", "tariff.pbr_uplift[y2007]")).toBe(104);
    expect(cell("one", "tariff.uplift[y2006]")).toBe(495);
    expect(shown("tariff.uplift_share[y2006]")).toBe("13.9%");
    expect(cell("one", "tariff.pbr_uplift[y2006]")).toBe(294);
    expect(shown("tariff.pbr_share[y2006]")).toBe("8.2%");
    expect(states("one").get("TF01")!.words).toBe("✔ In order");
  });

  test.each<readonly [ExampleId, string, string]>([
    ["one", "Met", "Met"],
    ["two", "Short by 36", "Met"],
    ["three", "Short by 26", "Met"],
    ["four", "Met", "Does not apply"],
    ["nine", "Short by 172", "Short by 104"],
  ])("the Tariff sheet of example %s says of all income: %s; of payment by results: %s", (id, all, pbr) => {
    expect(cell(id, "test.plan_all[verdict]")).toBe(all);
    expect(cell(id, "test.plan_pbr[verdict]")).toBe(pbr);
  });

  test("example 2 and 4: rise and uplift stand on the Tariff sheet", () => {
    expect([cell("two", "test.plan_all[rise]"), cell("two", "test.plan_all[uplift]")]).toEqual([60, 96]);
    expect([cell("two", "test.plan_pbr[uplift]"), cell("two", "test.plan_all[difference]")]).toEqual([
      54, -36,
    ]);
    expect([cell("four", "test.plan_all[rise]"), cell("four", "test.plan_all[uplift]")]).toEqual([90, 88]);
  });

  test("example 3: gross spend rises by 200, net by 70", () => {
    const rise = (line: string) =>
      Number(cell("three", `spend.${line}[plan_total]`)) -
      Number(cell("three", `spend.${line}[forecast_total]`));
    expect([rise("gross"), rise("net")]).toEqual([200, 70]);
  });

  test("example 6: the whole-table rule offers no factor", () => {
    expect(
      of("six")
        .findings.map(({ message }) => message)
        .join(" "),
    ).not.toContain("divided by 1,000");
    expect(states("six").get("UN03")!.found).toContain("100 IM&T staff");
  });

  test("example 7: the purposes' capital is in order", () => {
    expect(cell("seven", "purposes.total[plan_capital]")).toBe(700);
    expect(states("seven").get("AR04")!.state).toBe("holds");
  });

  test("example 8: a blank is no zero, 0 is an answer", () => {
    expect(states("eightBlank").get("CV01")!.found).toBe("Cells concerned:  IM&T spend (2)");
    expect(cell("eightZero", "purposes.starting[plan_revenue]")).toBe(0);
    expect(states("eightZero").get("AR03")!.state).toBe("holds");
  });

  test("example 10: the typed-over figure stands in its cell and counts nowhere", () => {
    expect(cell("ten", "spend.gross[plan_revenue]")).toBe(3_300);
    expect(cell("ten", "spend.net[plan_revenue]")).toBe(3_300);
    expect(counts("ten", "spend.gross[plan_revenue]")).toBe(3_180);
    expect(counts("ten", "spend.net[plan_revenue]")).toBe(3_180);
    expect(counts("ten", "spend.net[plan_total]")).toBe(3_880);
    expect(counts("ten", "test.plan_all[rise]")).toBe(310);
    const [row, all] = [of("ten").found.fields.get("spend.gross[plan_revenue]")!.place, states("ten")];
    expect(row.sheet).toBe("IM&T spend");
    // 3,300 would differ from the purposes' 3,180.
    expect(all.get("AR03")!.state).toBe("holds");
    const { checkColumn } = planTemplate(template).sheets.find(({ sheet }) => sheet.name === row.sheet)!;
    const check = valueAt(
      of("ten").workbook,
      row.sheet,
      formatAddress({ row: Number(row.cell.replace(/\D/g, "")), column: checkColumn }),
    );
    expect(check).toBe("✖ 2007/08 plan, Revenue: was typed over; should be 3,180");
  });

  test("example 10: in every other rule of the workbook itself 3,180 is read", () => {
    const others = (id: ExampleId) => [...states(id)].filter(([code]) => code !== "AR05");
    expect(others("ten")).toEqual(others("one"));
  });

  test("example 10: the SHA's total and facts have 3,180", () => {
    const text = "code,name,type,sha\nQ30,North East,SHA,\nX01,Example Hospital NHS Trust,Acute trust,Q30\n";
    const register = readRegister(text);
    if (register.kind === "refused") throw new Error(JSON.stringify(register.problems));
    const { file, found, findings } = of("ten");
    const sent: ReturnedFile = {
      file: basename(file),
      sha256: createHash("sha256").update(readFileSync(file)).digest("hex"),
      modified: null,
      reading: { kind: "return", found, findings },
    };
    const collection = collect([sent], register.register, "Q30", year);
    const { layout, facts } = layoutSummary(collection, year.summary!);
    expect(facts).toEqual(factsOf(collection));
    const fact = (key: string) => facts.find((one) => one.key === key)!.value;
    expect(fact("spend.gross[plan_revenue]")).toBe(3_180);
    expect(fact("spend.net[plan_total]")).toBe(3_880);
    const values = layout.sheets.flatMap((sheet) =>
      sheet.name === "Findings" ? [] : [...sheet.cells.values()].map(({ value }) => value),
    );
    expect(values).toContain(3_180);
    expect(values).not.toContain(3_300);
  });

  test("example 14: with the outturn left blank the rule does not apply", () => {
    expect(cell("fourteen", "test.forecast_all[verdict]")).toBe("Short by 5");
    expect(cell("fourteen", "test.forecast_all[difference]")).toBe(-5);
    expect(cell("one", "test.forecast_all[verdict]")).toBe("Does not apply");
    expect(states("one").get("TF05")!.words).toBe("– Does not apply");
  });
});
