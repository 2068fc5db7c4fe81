/** The pane as tests open it: over a workbook in memory, whose scene the page's address names. */
import { faultOf } from "../../../src/excel";
import { openPane } from "../../../src/pane/open-pane";
import { PAGE } from "../../../src/pane/page-surroundings";
import type { Opening, Surroundings } from "../../../src/pane/surroundings";
import { MemoryWorkbook, type Trouble } from "../memory-workbook";
import { readSheets, type WrittenSheets } from "../written-cells";

declare global {
  interface Window {
    /** The workbook that the pane is open beside. */
    workbook: MemoryWorkbook | undefined;
    /** What was put on the clipboard last; null lets nobody copy. */
    clipboard: string | null;
  }
}

const ask = new URLSearchParams(window.location.search);
const sheets = ask.get("sheets");
const trouble = JSON.parse(ask.get("trouble") ?? "{}") as Trouble;
const obstacle = ask.get("obstacle");
window.clipboard = "";

async function open(): Promise<Opening> {
  if (obstacle === "old_excel" || obstacle === "tablet" || obstacle === "no_excel")
    return { kind: "not_possible", obstacle };
  // Opened once, as the workbook around the pane stays the same.
  window.workbook ??= new MemoryWorkbook(
    sheets === null
      ? [{ name: "Sheet1", visibility: "visible", cells: new Map() }]
      : readSheets((await (await fetch(`sheets/${sheets}.json`)).json()) as WrittenSheets),
    trouble,
  );
  return {
    kind: "open",
    workbook: window.workbook,
    fileName: null,
    dark: ask.has("dark") ? ask.get("dark") === "true" : null,
    about: { host: "A workbook in memory" },
  };
}

const surroundings: Surroundings = {
  ...PAGE,
  open,
  advice: (problem) => faultOf(problem).sentence,
  today: () => "2007-02-01",
  copy: (text) => {
    if (window.clipboard === null) return Promise.resolve(false);
    window.clipboard = text;
    return Promise.resolve(true);
  },
};

const element = document.getElementById("pane");
if (element) void openPane(element, surroundings);
