/// <reference types="office-js" />
import { isDeepStrictEqual } from "node:util";

import { ExcelWorkbook } from "../../src/excel";
import { LiveReturn } from "../../src/live";
import { findReturn, findingsOf, type Circumstances, type FindResult, type Finding } from "../../src/return";
import { readWorkbook } from "../../src/xlsx/read";
import { YEAR } from "../demo/shipped-demo";
import { openCells, simulatedExcel, type SimulatedExcel } from "../host";
import { planningYear } from "../support/shipped";
import { HONEST, sentInDemo, WORKED, type SentReturn } from "./sent-returns";

const YEARS = new Map(["2005-06", "2007-08", "2008-09"].map((id) => [id, planningYear(id)]));
const DAY = "2007-05-01";

/** What there is to say of a return: the findings, and the value and what counts of every field. */
function told(result: FindResult, findings: readonly Finding[]) {
  if (result.kind === "refused") return { refused: result.code, message: result.message };
  const { found } = result;
  const values = [...found.fields].map(([key, { place, value, counts }]) => [key, place, value, counts]);
  return { version: found.version, noticed: found.noticed, lost: found.lost, findings, values };
}

/** As `imt check` reads a file. */
function checked(bytes: Uint8Array, circumstances: Circumstances) {
  const read = readWorkbook(bytes);
  if (read.kind === "refused") return null;
  const result = findReturn(read.workbook, YEARS);
  const findings = result.kind === "return" ? findingsOf(result.found, circumstances) : [];
  return { workbook: read.workbook, told: told(result, findings) };
}

/** As the pane reads the same workbook, opened in the simulated Excel, through Microsoft's client. */
async function inThePane(
  excel: SimulatedExcel,
  opened: Parameters<typeof openCells>[1],
  circumstances: Circumstances,
) {
  openCells(excel.workbook, opened);
  const { state } = new LiveReturn(await new ExcelWorkbook().read(), YEARS, circumstances);
  if (state.kind === "refused") return told(state, []);
  return told({ kind: "return", found: state.found }, state.findings);
}

describe("the same workbook says the same in the pane and by imt check", () => {
  let excel: SimulatedExcel;
  beforeAll(async () => {
    excel = await simulatedExcel({ platform: "OfficeOnline" });
  });

  async function saysTheSame({ fileName, register, bytes }: SentReturn): Promise<void> {
    const circumstances = { register, fileName, day: DAY };
    const byCheck = checked(await bytes(), circumstances);
    // Excel opens no such file either, so no pane stands beside it.
    if (byCheck === null) return;
    const byPane = await inThePane(excel, byCheck.workbook, circumstances);
    // Jest's own comparison takes ten seconds for a whole plan.
    if (!isDeepStrictEqual(byPane, byCheck.told)) expect(byPane).toEqual(byCheck.told);
  }

  test.each(HONEST)("$fileName", saysTheSame);

  /**
   * Of the returns of the demo those of which something happened on their way, and one of each usual kind: older versions, drafts,
   * copies, rows and sheets that were moved, texts for figures, a code that became a number, a file that is none.
   */
  const SOME = /draft|\(1\)|9E1|X01|X5A|X5L commissioner/;

  test("the demo's returns, of which some came back in a bad state", async () => {
    const some = sentInDemo(YEAR.id).filter(({ fileName }) => SOME.test(fileName));
    expect(some.length).toBeGreaterThan(8);
    for (const one of some) await saysTheSame(one);
  }, 240_000);

  // A minute or two of them are no news to most changes: they are asked for.
  if (process.env["SAME_AS_CHECK"] === "all") {
    const others = sentInDemo(YEAR.id).filter(({ fileName }) => !SOME.test(fileName));
    const years = [...YEARS.keys()].filter((id) => id !== YEAR.id);
    test.each([...others, ...years.flatMap(sentInDemo), ...WORKED])("$fileName", saysTheSame);
  }
});
