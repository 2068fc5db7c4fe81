import { counted, h, quotedInStyle, wholePage } from "../html";
import { LOOKS, type Layout, type LayoutSheet } from "../layout";
import { dayWords } from "../summary";

import { chartFigures } from "./charts/chart-figures";
import { contents } from "./contents";
import { listsSection } from "./lists-section";
import { overviewSections } from "./overview-sections";
import type { ReportOf } from "./report-of";
import { isToBeRead, sheetSection, type ReadSheet } from "./sheet-section";
import { sheetPieces } from "./sheet-pieces";
import { reportStyle } from "./style";

export type { ReportOf } from "./report-of";

/** The calculated sheets of a summary as a page of its own: HTML that needs no other file and runs nothing. */
export function reportPage(layout: Layout, of: ReportOf): string {
  const { sha, title, yearLabel, day, workbook } = of;
  const behind = behindCharts(layout);
  const [overview, ...others] = layout.sheets
    .filter((sheet) => sheet.visibility === "visible" && !behind.has(sheet.name))
    .map((sheet) => readSheet(sheet, layout));
  if (!overview) throw new Error("reportPage: a summary has an overview");
  const first = overviewSections(overview, of);
  const sheets = others
    .filter(isToBeRead)
    .map((sheet, at) => sheetSection(sheet, `sheet-${at + 1}`, workbook));
  const lists = listsSection([overview, ...others], workbook);
  const name = sha.name === sha.code ? sha.code : `${sha.name} (${sha.code})`;
  const whole = `${title} ${yearLabel}`;
  return wholePage({
    title: `${whole}: ${name}`,
    style: reportStyle(quotedInStyle(name), quotedInStyle(`${whole} · ${dayWords(day)}`)),
    main: { id: "report", skip: "Skip to the report" },
    band: [
      h("p", { class: "eyebrow" }, name),
      h("h1", {}, whole),
      h("p", { class: "facts" }, `As of ${dayWords(day)}`),
    ],
    contents: contents(first, sheets, lists),
    parts: [first, sheets, lists ?? []].flat().map(({ markup }) => markup),
    foot: footWords(workbook, layout),
  });
}

function readSheet(sheet: LayoutSheet, layout: Layout): ReadSheet {
  const charts = sheet.charts.map((chart) => chartFigures(chart, layout));
  // The message of a chart, which the sheet has above it, the page has with the chart.
  const messages = new Set(charts.map(({ title }) => title));
  const pieces = sheetPieces(sheet).filter((piece) => !("words" in piece && messages.has(piece.words)));
  const isEntered = [...sheet.cells.values()].some(({ role }) => !LOOKS[role].locked);
  return { name: sheet.name, pieces, charts, isEntered };
}

/** Sheets that are there for the charts of others: what stands on them, the page has behind each chart. */
function behindCharts({ sheets }: Layout): ReadonlySet<string> {
  const drawn = sheets.flatMap(({ charts }) => charts.map(({ title }) => title.sheet));
  const own = new Set(sheets.filter(({ charts }) => charts.length > 0).map(({ name }) => name));
  return new Set(drawn.filter((name) => !own.has(name)));
}

function footWords(workbook: string, { sheets }: Layout): string {
  return `Every figure here stands in the workbook ${workbook}, which has ${counted(sheets.length, "sheet")} and was made together with this page; there each total is a formula, and each organisation's figure leads to the file, sheet and cell that it came from.`;
}
