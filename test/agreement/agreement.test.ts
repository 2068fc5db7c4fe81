import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { formatAddress, isCellError, type RawValue, type WorkbookCells } from "../../src/cells";
import { evaluate } from "../../src/formula";
import { CHECKS_COLUMNS, STATE_CODES, layoutTemplate, planTemplate, type Layout } from "../../src/layout";
import {
  entryFault,
  findReturn,
  findingsOf,
  statusOf,
  type Return,
  ruleOutcomes,
  said,
  type Entries,
  type RuleState,
} from "../../src/return";
import { ENTRY_FAULTS, type Template } from "../../src/template";
import { readWorkbook } from "../../src/xlsx/read";
import { writeWorkbook } from "../../src/xlsx/write";
import { calculate, libreOffice } from "../support/libreoffice";
import { made } from "../support/made";
import { randomReturns } from "../support/random-returns";
import { scratch } from "../support/scratch";
import { planningYear } from "../support/shipped";
import { describeWith } from "../support/skipping";

const LEAST = 10;
const MOST_WORKBOOKS = 220;
const STATE_OF_CODE = new Map<unknown, RuleState>(
  Object.entries(STATE_CODES).map(([state, code]) => [code, state as RuleState]),
);

const year = planningYear("2007-08");
const template = year.templates.get("provider")!;
const plan = planTemplate(template);

/** What the workbook will hold under every key: entries as given, totals as the sheet shows them unless typed over. */
function cellsOf(entries: ReadonlyMap<string, RawValue>): Entries {
  const cell: Entries = (key) => {
    const source = template.fields.get(key)?.source;
    const given = entries.get(key);
    if (given !== undefined || !source) return given ?? null;
    if (source.kind === "constant") return source.value;
    if (source.kind !== "calculated") return null;
    return evaluate(source.formula, ({ keys }) => ({ rows: keys.map((other) => [cell(other)]) }));
  };
  return cell;
}

interface Sample {
  readonly entries: ReadonlyMap<string, RawValue>;
  readonly states: ReadonlyMap<string, RuleState>;
}

/** Enough random returns for every rule to reach each of its states often enough, and no more. */
function samples(): { readonly chosen: readonly Sample[]; readonly counts: Map<string, number> } {
  const returns = randomReturns(template, 20_070_331);
  const counts = new Map<string, number>();
  const chosen: Sample[] = [];
  for (let tried = 0; tried < 6_000 && chosen.length < MOST_WORKBOOKS; tried += 1) {
    const entries = returns.next();
    const outcomes = ruleOutcomes(template, cellsOf(entries));
    const states = new Map([...outcomes].map(([code, outcome]) => [code, outcome.state]));
    const wanted = [...states].some(([code, state]) => (counts.get(`${code} ${state}`) ?? 0) < LEAST);
    if (!wanted && chosen.length >= 40) continue;
    chosen.push({ entries, states });
    for (const [code, state] of states)
      counts.set(`${code} ${state}`, (counts.get(`${code} ${state}`) ?? 0) + 1);
  }
  return { chosen, counts };
}

/** The layout with every cached result false: whoever trusts them is found out. */
function falsified(layout: Layout): Layout {
  return {
    ...layout,
    sheets: layout.sheets.map((sheet) => ({
      ...sheet,
      cells: new Map(
        [...sheet.cells].map(([address, cell]) => {
          const value = typeof cell.value === "number" ? cell.value + 987_654 : "false";
          return [address, cell.formula === null ? cell : { ...cell, value }] as const;
        }),
      ),
    })),
  };
}

function cellOf(workbook: WorkbookCells, sheet: string, address: string): RawValue {
  return workbook.sheets.find(({ name }) => name === sheet)?.cells.get(address)?.value ?? null;
}

function layoutOf(sample: Sample): Layout {
  return layoutTemplate(template, { entries: sample.entries, prefilled: new Set(), organisation: null });
}

async function calculatedWorkbooks(
  layouts: readonly Layout[],
  written: string,
  out: string,
): Promise<readonly WorkbookCells[]> {
  const files: string[] = [];
  for (const [at, layout] of layouts.entries()) {
    // Half are written without results, half with false ones: both have to come out of LibreOffice right.
    const bytes =
      at % 2 === 0
        ? await writeWorkbook(layout, { results: "none" })
        : await writeWorkbook(falsified(layout));
    const file = join(written, `return-${String(at).padStart(3, "0")}.xlsx`);
    writeFileSync(file, bytes);
    files.push(file);
  }
  const results = await calculate(files, out, { timeout: 540_000 });
  return results.map((file) => {
    const read = readWorkbook(new Uint8Array(readFileSync(file)));
    if (read.kind === "refused") throw new Error(`${file}: ${read.refusal.message}`);
    return read.workbook;
  });
}

/** Every place where workbook and engine differ, in words. */
function differences(sample: Sample, workbook: WorkbookCells, of: Template): readonly string[] {
  const entries = cellsOf(sample.entries);
  const checks = plan.checks!;
  const found: string[] = [];
  const differ = (what: string, engine: unknown, book: unknown) => {
    if (engine !== book) found.push(`${what}: engine ${String(engine)}, workbook ${String(book)}`);
  };
  const outcomes = ruleOutcomes(of, entries);
  for (const [code, row] of checks.rowOfRule) {
    const outcome = outcomes.get(code)!;
    const state = cellOf(
      workbook,
      checks.sheet.name,
      formatAddress({ row, column: CHECKS_COLUMNS.stateCode }),
    );
    differ(code, outcome.state, STATE_OF_CODE.get(state));
    if (outcome.state === "fails" && outcome.rule.block === null) {
      const words = cellOf(workbook, checks.sheet.name, formatAddress({ row, column: CHECKS_COLUMNS.found }));
      differ(`${code} in words`, said(outcome.rule.cases[0]!.says, entries), words);
    }
  }
  for (const sheetPlan of plan.sheets) {
    for (const { block, rowOf, columnOf, stateColumnOf } of sheetPlan.blocks) {
      for (const [code, column] of stateColumnOf) {
        outcomes.get(code)!.rule.cases.forEach((one, at) => {
          const cell = formatAddress({ row: rowOf.get(one.line ?? "")!, column });
          const state = STATE_OF_CODE.get(cellOf(workbook, sheetPlan.sheet.name, cell));
          differ(`${code} ${one.line}`, outcomes.get(code)!.cases[at], state);
        });
      }
      for (const field of of.fields.values()) {
        if (field.block !== block.id) continue;
        const [row, column] = [rowOf.get(field.line)!, columnOf.get(field.column)!];
        const mark = cellOf(
          workbook,
          sheetPlan.sheet.name,
          formatAddress({ row, column: sheetPlan.firstMarkColumn + column - 4 }),
        );
        const fault =
          mark === 40
            ? "blank"
            : Number(mark) >= 1 && Number(mark) <= 30
              ? (checks.faults[Number(mark) - 1] ?? null)
              : null;
        differ(`entry ${field.key}`, entryFault(field, entries), fault);
      }
      for (const row of rowOf.values()) {
        const words = cellOf(
          workbook,
          sheetPlan.sheet.name,
          formatAddress({ row, column: sheetPlan.checkColumn }),
        );
        if (isCellError(words))
          found.push(`the Check cell of row ${row} on ${sheetPlan.sheet.name} shows ${words.error}`);
      }
    }
  }
  for (const fault of ENTRY_FAULTS) {
    const row = checks.rowOfFault.get(fault);
    if (row === undefined) continue;
    const any = [...of.fields.values()].some((field) => entryFault(field, entries) === fault);
    const state = cellOf(
      workbook,
      checks.sheet.name,
      formatAddress({ row, column: CHECKS_COLUMNS.stateCode }),
    );
    differ(`every ${fault}`, any ? "fails" : "holds", STATE_OF_CODE.get(state));
  }
  return found;
}

describeWith(libreOffice, "the workbook and the engine agree", () => {
  const { chosen, counts } = samples();
  const layouts = chosen.map(layoutOf);
  const [results, brokenResults] = [scratch(), scratch()];
  let workbooks: readonly WorkbookCells[] = [];
  beforeAll(async () => {
    workbooks = await calculatedWorkbooks(layouts, made("agreement"), results);
  }, 600_000);

  it("reaches each state that a rule can have at least ten times", () => {
    const states: readonly RuleState[] = ["holds", "fails", "does_not_apply", "waits"];
    const rows = template.rules.map((rule) => {
      const silent = rule.unless.length === 0 && rule.cases.every((one) => one.when === null);
      return {
        rule,
        cells: states.map((state) => ({
          state,
          count: counts.get(`${rule.code} ${state}`) ?? 0,
          can: !(silent && state === "does_not_apply"),
        })),
      };
    });
    const print = rows.map(
      ({ rule, cells }) => `${rule.code}  ${cells.map(({ state, count }) => `${state} ${count}`).join("  ")}`,
    );
    process.stdout.write(`${chosen.length} random returns\n${print.join("\n")}\n`);
    const rare = rows.flatMap(({ rule, cells }) =>
      cells
        .filter(({ count, can }) => can && count < LEAST)
        .map(({ state, count }) => `${rule.code} ${state} ${count}`),
    );
    expect(rare).toEqual([]);
  });

  it("has the same states, faults and words in both, worked out by LibreOffice from no results or false ones", () => {
    const found = chosen.flatMap((sample, at) =>
      differences(sample, workbooks[at]!, template).map((text) => `return ${at}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it("finds the same return in what LibreOffice saved", () => {
    const found = chosen.flatMap((sample, at) => {
      const result = findReturn(workbooks[at]!, new Map([[year.id, year]]));
      if (result.kind === "refused") return [`return ${at}: ${result.message}`];
      const lost = result.found.lost.map((key) => `return ${at}: ${key} is lost`);
      const wrong = [...result.found.fields].flatMap(([key, { value }]) => {
        const field = template.fields.get(key)!;
        const wanted =
          field.source.kind === "calculated" && !sample.entries.has(key)
            ? null
            : (sample.entries.get(key) ?? null);
        if (wanted === null && field.source.kind !== "entered") return [];
        return value === wanted
          ? []
          : [`return ${at}: ${key} is ${JSON.stringify(value)}, not ${JSON.stringify(wanted)}`];
      });
      const said = new Set(
        findingsOf(result.found, { register: null, fileName: null }).map(({ code }) => code),
      );
      const expected = expectedCodes(sample, result.found);
      const more = [...said]
        .filter((code) => !expected.has(code))
        .map((code) => `return ${at}: ${code} is said`);
      const less = [...expected]
        .filter((code) => !said.has(code))
        .map((code) => `return ${at}: ${code} is not said`);
      return [...lost, ...wrong, ...more, ...less];
    });
    expect(found).toEqual([]);
  });

  it("writes every formula with the result that LibreOffice works out", () => {
    const found = layouts.flatMap((layout, at) =>
      layout.sheets.flatMap((sheet) =>
        [...sheet.cells].flatMap(([address, cell]) => {
          const result = cellOf(workbooks[at]!, sheet.name, address);
          if (cell.formula === null || sameValue(cell.value, result)) return [];
          return [
            `return ${at}: ${sheet.name} ${address}: ${JSON.stringify(cell.value)}, LibreOffice ${JSON.stringify(result)}`,
          ];
        }),
      ),
    );
    expect(found).toEqual([]);
  });

  it("would notice a rule whose formula in the workbook is not what the engine works out", async () => {
    const [rule, row] = [...plan.checks!.rowOfRule].find(([code]) => code === "TF01")!;
    const address = formatAddress({ row, column: CHECKS_COLUMNS.stateCode });
    const exact = chosen.filter(
      ({ entries, states }) => states.get(rule) === "holds" && differenceOf(entries) === 0,
    );
    expect(exact.length).toBeGreaterThan(0);
    const broken = exact
      .slice(0, 3)
      .map((sample) => brokenAt(layoutOf(sample), plan.checks!.sheet.name, address));
    const wrong = await calculatedWorkbooks(broken, made("agreement-broken"), brokenResults);
    wrong.forEach((workbook, at) => {
      expect(differences(exact[at]!, workbook, template)).toContain("TF01: engine holds, workbook fails");
    });
  }, 60_000);
});

/** Codes of everything that is wrong with the entries, worked out without the workbook. */
function expectedCodes(sample: Sample, found: Return): ReadonlySet<string> {
  const entries = cellsOf(sample.entries);
  const blank = statusOf(found) === "blank";
  const faults = [...template.fields.values()].flatMap((field) => {
    const fault = entryFault(field, entries);
    return fault === null || (blank && fault === "blank") ? [] : [template.standing.get(fault)!.code];
  });
  const rules = [...sample.states].filter(([, state]) => state === "fails").map(([code]) => code);
  return new Set([...faults, ...rules, ...(blank ? [template.standing.get("nothing_entered")!.code] : [])]);
}

function sameValue(a: RawValue, b: RawValue): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  // LibreOffice writes no text where a formula makes an empty one.
  return isCellError(a) && isCellError(b) ? a.error === b.error : (a ?? "") === (b ?? "");
}

/** Rise less uplift, as the Tariff sheet works it out. */
function differenceOf(entries: ReadonlyMap<string, RawValue>): RawValue {
  return cellsOf(entries)("test.plan_all[difference]");
}

/** The same layout with "at least" turned into "more than" in one formula. */
function brokenAt(layout: Layout, sheetName: string, address: string): Layout {
  const sheets = layout.sheets.map((sheet) => {
    const cell = sheet.cells.get(address);
    if (sheet.name !== sheetName || cell?.formula === null || cell === undefined) return sheet;
    const formula = cell.formula.replace(">=", ">");
    expect(formula).not.toBe(cell.formula);
    return { ...sheet, cells: new Map(sheet.cells).set(address, { ...cell, formula }) };
  });
  return { ...layout, sheets };
}
