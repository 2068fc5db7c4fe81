import { formatRectangle, serialOfDay } from "../../cells";
import { SheetDraft, type LayoutSheet } from "../../layout";
import type { SummaryTemplate } from "../../template";

import { sealTexts } from "../facts-seal";
import type { Fact } from "../facts";
import { FIRST_ROW, drawFrame, finished, type Frame } from "../frame";
import { markLevels } from "../levels";
import type { ListCell, ListColumn } from "../list-sheet";
import { areaOf, drawHeads, drawRow } from "../reconciled/draw-rows";
import { isReturn, statusOfFile, submissionOf } from "../returned-file";
import type { MadeOf } from "./made-of";
import { BECAME, sourcesOf, statedIn, type Source } from "./sources";

const LIST: readonly ListColumn[] = [
  { label: "File", width: 29 },
  { label: "Code", width: 8 },
  { label: "Organisation", width: 23 },
  { label: "Return", width: 14 },
  { label: "Year", width: 9 },
  { label: "Version", width: 9.5 },
  { label: "In the totals", width: 17 },
  { label: "Why not", width: 28 },
  { label: "Status", width: 9 },
  { label: "Sub-mission", width: 10.5, figure: "whole" },
  { label: "Last saved", width: 13, figure: "date" },
  { label: "Changed after it was final", width: 28 },
  { label: "Made with", width: 15 },
  { label: "SHA-256", width: 62 },
];
const [FILE, BECAME_COLUMN, AFTER, DIGEST] = [1, 7, 12, 14];
const SEALS = LIST.length + 1;
const STATUS_WORDS = { final: "Final", draft: "Draft", blank: "Blank" } as const;
const INTRO =
  "Every file that this summary was made of. A digest (SHA-256) tells one file from every other: who has the file can work it out again. A workbook keeps no copy of what was signed off; whether it was changed after it was final is told by other files of the same submission, by the last summary where that was given (--previous), and hinted at by the day on which it was last saved.";

/** Every file that was given, what it says it is, what became of it and why. The seals of the facts stand there in a hidden column. */
export function sourcesSheet(
  summary: SummaryTemplate,
  madeOf: MadeOf,
  facts: readonly Fact[],
  frame: Frame,
): LayoutSheet {
  const all = sourcesOf(frame.collection, summary);
  const draft = new SheetDraft("Sources");
  LIST.forEach(({ width }, at) => draft.column(at + 1, { width, hidden: false }));
  const made =
    madeOf.tool === null
      ? "By which version of the program it was made is not recorded."
      : `This summary was made by ${madeOf.tool}.`;
  drawFrame(draft, frame, LIST.length, null, `${made} ${INTRO}`);
  const kinds = Object.values(BECAME).filter((words) => all.some(({ became }) => BECAME[became] === words));
  const head = FIRST_ROW + kinds.length + 5;
  const list = { top: head + 1, bottom: head + Math.max(1, all.length) };
  drawCounts(draft, kinds, list);
  draft.set(head - 1, FILE, { value: "Every file given as a return", role: "block_title" });
  draft.row(head - 1, { height: 22 });
  drawHeads(draft, LIST, head, { arrows: true });
  all.forEach((one, at) => {
    drawRow(draft, LIST, cellsOf(one), list.top + at);
    draft.set(list.top + at, DIGEST, { value: one.file.sha256, role: "fact" });
  });
  if (all.length === 0) drawRow(draft, LIST, ["None was given."], list.top);
  markLevels(draft, { ...list, column: BECAME_COLUMN });
  markLevels(draft, { ...list, column: AFTER });
  drawOthers(draft, madeOf, list.bottom + 2);
  draft.column(SEALS, { width: 9, hidden: true });
  sealTexts(facts).forEach((value, at) => {
    draft.set(FIRST_ROW + at, SEALS, { value, role: "key" });
  });
  return finished(draft, frame, {
    freeze: { rows: 2, columns: 1 },
    titleRows: [head, head],
    filter: formatRectangle({ top: head, left: 1, bottom: list.bottom, right: LIST.length }),
  });
}

/** How many files there are of each kind, counted in the list below. */
function drawCounts(
  draft: SheetDraft,
  kinds: readonly string[],
  list: { readonly top: number; readonly bottom: number },
): void {
  draft.set(FIRST_ROW, FILE, { value: "What became of them", role: "block_title" });
  draft.row(FIRST_ROW, { height: 22 });
  const columns: readonly ListColumn[] = [
    { label: "In the totals", width: 0 },
    { label: "Files", width: 0, figure: "whole" },
  ];
  const head = FIRST_ROW + 1;
  drawHeads(draft, columns, head, { arrows: false });
  kinds.forEach((words, at) => {
    const count = (row: number) => `SUMPRODUCT((${areaOf(BECAME_COLUMN, list)}=$A${row})*1)`;
    drawRow(draft, columns, [words, count], head + 1 + at);
  });
  const total = head + 1 + kinds.length;
  const above = formatRectangle({ top: head + 1, bottom: total - 1, left: 2, right: 2 });
  const sum: ListCell = kinds.length === 0 ? 0 : () => `SUM(${above})`;
  drawRow(draft, columns, ["Total", sum], total, { text: "total_label", figure: "figure_total" });
  if (kinds.length > 0) markLevels(draft, { top: head + 1, bottom: total - 1, column: FILE });
}

function cellsOf(source: Source): readonly ListCell[] {
  const { file, code, organisation, became, because, afterFinal } = source;
  const { role, year, version } = statedIn(source);
  const saved = file.modified === null ? undefined : serialOfDay(file.modified.slice(0, 10));
  return [
    file.file,
    code,
    organisation,
    role,
    year,
    version,
    BECAME[became],
    because,
    isReturn(file) ? STATUS_WORDS[statusOfFile(file)] : null,
    isReturn(file) ? submissionOf(file.reading.found) || null : null,
    saved ?? "not said",
    afterFinal,
    madeWith(file.madeBy ?? null),
    null,
  ];
}

/** The program that made a workbook, as its properties say; a workbook that others made says nothing of it. */
function madeWith(made: string | null): string {
  if (made === null || !/^imt\b/.test(made)) return "not recorded";
  return made === "imt" ? "imt, version not recorded" : made;
}

/** What was given beside the returns. */
function drawOthers(draft: SheetDraft, { others }: MadeOf, from: number): void {
  if (others.length === 0) return;
  draft.set(from, FILE, { value: "Files given beside the returns", role: "block_title" });
  draft.row(from, { height: 22 });
  const heads = ["File", "Given as", "SHA-256"];
  const spans = [
    [1, 1],
    [2, 4],
    [5, 10],
  ] as const;
  const draw = (row: number, words: readonly string[], role: "head_text" | "text") =>
    spans.forEach(([left, right], at) =>
      draft.merged({ top: row, bottom: row, left, right }, { value: words[at] ?? null, role }),
    );
  draw(from + 1, heads, "head_text");
  others.forEach(({ file, as, sha256 }, at) => draw(from + 2 + at, [file, as, sha256], "text"));
}
