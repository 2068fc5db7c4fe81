import { basename } from "node:path";

import type { Layout } from "../layout";
import type { Collection } from "../summary";
import type { SummaryTemplate } from "../template";

import { writeFile } from "./files";
import { CommandProblem } from "./problem";

/** Refuses a name that no browser opens as a page, before anything is read. */
export function checkReportName(html: string | undefined): void {
  if (html !== undefined && !/\.html?$/i.test(html))
    throw new CommandProblem(`The report's name has to end in .html; ${html} does not.`);
}

/** Where the report goes, the workbook whose sheets it shows, and the ISO day as of which they were made. */
export interface ReportFile {
  readonly html: string;
  readonly out: string;
  readonly day: string;
}

/** Writes the summary as a page. What draws it is loaded only where it is wanted. */
export async function writeReport(
  { html, out, day }: ReportFile,
  layout: Layout,
  { sha, templates }: Pick<Collection, "sha" | "templates">,
  { title }: SummaryTemplate,
): Promise<void> {
  const { reportPage } = await import("../report");
  const yearLabel = templates[0]?.yearLabel ?? "";
  writeFile(html, reportPage(layout, { sha, title, yearLabel, day, workbook: basename(out) }));
}
