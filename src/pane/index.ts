/** The task pane as it is opened in Excel. */
import { ExcelWorkbook, excelReady, faultOf } from "../excel";

import { openPane } from "./open-pane";
import { PAGE } from "./page-surroundings";
import type { Opening } from "./surroundings";

async function open(): Promise<Opening> {
  const ready = await excelReady();
  if (ready.kind !== "excel") return { kind: "not_possible", obstacle: ready.kind };
  const { fileName, dark, program } = ready;
  return { kind: "open", workbook: new ExcelWorkbook(), fileName, dark, about: { host: program } };
}

const element = document.getElementById("pane");
if (element) void openPane(element, { ...PAGE, open, advice: (problem) => faultOf(problem).sentence });
