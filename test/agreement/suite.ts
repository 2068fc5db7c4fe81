import { formatAddress, type RawValue, type WorkbookCells } from "../../src/cells";
import { CHECKS_COLUMNS } from "../../src/layout";
import type { PlanningYear, Template } from "../../src/template";
import { openCells } from "../host/open-cells";
import { Workbook } from "../host/model/workbook";
import { savedWorkbook } from "../host/saved";
import { libreOffice } from "../support/libreoffice";
import { made } from "../support/made";
import { scratch } from "../support/scratch";
import { describeWith } from "../support/skipping";

import { brokenAt, calculatedWorkbooks } from "./calculated";
import { differences, wrongResults } from "./differences";
import { changedReturn } from "./found-again";
import {
  edgeName,
  justHolds,
  layoutOf,
  possibleStates,
  samplesOf,
  type NextReturn,
  type Wanted,
} from "./samples";

export interface Suite {
  readonly year: PlanningYear;
  readonly template: Template;
  readonly next: NextReturn;
  /** Returns that chance alone may miss. */
  readonly always: readonly ReadonlyMap<string, RawValue>[];
  readonly wanted: Wanted;
  /** Folder of the workbooks that are written. */
  readonly folder: string;
  /** How many of the returns the simulated Excel works out as well; none without it. */
  readonly simulated?: number;
}

/** What has to hold for the returns of a role: its workbook says what the engine says, worked out by LibreOffice. */
export function agreement({ year, template, next, always, wanted, folder, simulated = 0 }: Suite): void {
  describeWith(libreOffice, `the workbook and the engine agree: ${template.roleLabel}`, () => {
    const { chosen, counts } = samplesOf(template, always, next, wanted);
    const layouts = chosen.map(layoutOf);
    const [results, brokenResults] = [scratch(), scratch()];
    let workbooks: readonly WorkbookCells[] = [];
    beforeAll(async () => {
      workbooks = await calculatedWorkbooks(layouts, made(folder), results);
    }, 600_000);

    /** What is to say of each return, with its number before it. */
    const ofEach = (say: (at: number) => readonly string[]) =>
      chosen.flatMap((_, at) => say(at).map((text) => `return ${at}: ${text}`));

    it(`reaches each state that a rule can have at least ${wanted.least} times`, () => {
      const counted = (name: string) => `${name} ${counts.get(name) ?? 0}`;
      const rows = [
        ...template.rules.map((rule) =>
          possibleStates(rule).map((state) => counted(`${rule.code} ${state}`)),
        ),
        ...wanted.edges.map((edge) => [counted(edgeName(edge))]),
      ];
      const print = rows.map((row) => row.join("  ")).join("\n");
      process.stdout.write(`${chosen.length} random returns\n${print}\n`);
      expect(rows.flat().filter((text) => Number(text.split(" ").at(-1)) < wanted.least)).toEqual([]);
    });

    it("has the same states, faults and words in both, worked out by LibreOffice from no results or false ones", () => {
      expect(ofEach((at) => differences(chosen[at]!, workbooks[at]!))).toEqual([]);
    });

    it("finds the same return in what LibreOffice saved", () => {
      expect(ofEach((at) => changedReturn(chosen[at]!, workbooks[at]!, year))).toEqual([]);
    });

    it("writes every formula with the result that LibreOffice works out", () => {
      expect(ofEach((at) => wrongResults(layouts[at]!, workbooks[at]!))).toEqual([]);
    });

    if (simulated > 0)
      it(`has the results of LibreOffice in the simulated Excel, for ${simulated} returns`, () => {
        const some = workbooks.slice(0, simulated);
        expect(some).toHaveLength(simulated);
        expect(some.flatMap((workbook, at) => wrongResults(asSimulated(workbook), workbooks[at]!))).toEqual(
          [],
        );
      });

    it("would notice a rule whose formula in the workbook is not what the engine works out", async () => {
      const exact = wanted.edges.flatMap((edge) =>
        chosen
          .filter((sample) => justHolds(sample, edge))
          .slice(0, 2)
          .map((sample) => ({ sample, rule: edge.rule })),
      );
      const changed = exact.map(({ sample, rule }) => {
        const { sheet, rowOfRule } = sample.plan.checks!;
        const address = { row: rowOfRule.get(rule)!, column: CHECKS_COLUMNS.stateCode };
        return brokenAt(layoutOf(sample), sheet.name, formatAddress(address));
      });
      const wrong = await calculatedWorkbooks(changed, made(`${folder}-broken`), brokenResults);
      expect(wrong).toHaveLength(2 * wanted.edges.length);
      wrong.forEach((workbook, at) => {
        const { sample, rule } = exact[at]!;
        expect(differences(sample, workbook)).toContain(`${rule}: engine holds, workbook fails`);
      });
    }, 60_000);
  });
}

/** The same cells as the simulated Excel works them out, from no results. */
function asSimulated(workbook: WorkbookCells): WorkbookCells {
  const book = new Workbook("Book1.xlsx", ["Sheet1"]);
  openCells(book, workbook);
  return savedWorkbook(book);
}
