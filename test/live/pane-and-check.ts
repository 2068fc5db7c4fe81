/// <reference types="office-js" />
import { isDeepStrictEqual } from "node:util";

import type { RawValue, WorkbookCells } from "../../src/cells";
import { ExcelWorkbook } from "../../src/excel";
import { to15 } from "../../src/formula";
import { LiveReturn } from "../../src/live";
import { findReturn, findingsOf, type Circumstances, type FindResult, type Finding } from "../../src/return";
import { openCells, type SimulatedExcel } from "../host";
import { planningYear } from "../support/shipped";

const YEARS = new Map(["2005-06", "2007-08", "2008-09"].map((id) => [id, planningYear(id)]));

type Figures = (value: RawValue) => RawValue;

/** A program that writes fifteen digits of a figure, as LibreOffice does: the simulated Excel, which works it out anew, has them all. */
export const FIFTEEN_DIGITS: Figures = (value) => (typeof value === "number" ? to15(value) : value);

/** What there is to say of a return: the findings, and the value and what counts of every field. */
function told(result: FindResult, findings: readonly Finding[], figures: Figures) {
  if (result.kind === "refused") return { refused: result.code, message: result.message };
  const { found } = result;
  const values = [...found.fields].map(([key, { place, value, counts }]) => [
    key,
    place,
    figures(value),
    figures(counts),
  ]);
  return { version: found.version, noticed: found.noticed, lost: found.lost, findings, values };
}

/** As `imt check` reads a file. */
function byCheck(workbook: WorkbookCells, circumstances: Circumstances, figures: Figures) {
  const result = findReturn(workbook, YEARS);
  return told(result, result.kind === "return" ? findingsOf(result.found, circumstances) : [], figures);
}

/** As the pane reads the same workbook, opened in the simulated Excel, through Microsoft's client. */
async function byPane(
  excel: SimulatedExcel,
  workbook: WorkbookCells,
  circumstances: Circumstances,
  figures: Figures,
) {
  openCells(excel.workbook, workbook);
  const { state } = new LiveReturn(await new ExcelWorkbook().read(), YEARS, circumstances);
  if (state.kind === "refused") return told(state, [], figures);
  return told({ kind: "return", found: state.found }, state.findings, figures);
}

/** Holds what the pane says of a workbook against what `imt check` says of it: one refuses it where the other does. Figures are the same to the last digit, or as far as `figures` looks. */
export async function saysTheSame(
  excel: SimulatedExcel,
  workbook: WorkbookCells,
  circumstances: Circumstances,
  figures: Figures = (value) => value,
): Promise<void> {
  const wanted = byCheck(workbook, circumstances, figures);
  const said = await byPane(excel, workbook, circumstances, figures);
  // Jest's own comparison takes ten seconds for a whole plan.
  if (!isDeepStrictEqual(said, wanted)) expect(said).toEqual(wanted);
}
