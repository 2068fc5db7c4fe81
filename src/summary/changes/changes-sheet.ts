import { columnLetters, formatRectangle } from "../../cells";
import { SheetDraft, formatOf, type LayoutSheet } from "../../layout";

import type { FactPlaces } from "../fact-places";
import { FIRST_ROW, drawFrame, finished, type Frame } from "../frame";
import { linkFormula } from "../link-formula";
import { markLevels } from "../levels";
import type { Changes, FigureChange, FindingChange, ReturnChange, TotalChange } from "./changes";
import { COLUMNS, LAST, WIDTHS, drawRow, drawTableHeads, nameCell, type Cells } from "./columns";
import { FINDING_WORDS, STATE_WORDS, introWords, fileWords, openWords, statusWords } from "./words";

export const CHANGES_SHEET = "Changes";

/** What has changed since the summary before this one: returns, figures of the overview, findings, totals, figures of each return. */
export function changesSheet(changes: Changes, frame: Frame, placeOf: FactPlaces): LayoutSheet {
  const draft = new SheetDraft(CHANGES_SHEET);
  WIDTHS.forEach((width, at) => {
    draft.column(at + 1, { width, hidden: false });
  });
  drawFrame(draft, frame, LAST, null, introWords(changes));
  let row = drawReturns(draft, changes, FIRST_ROW);
  if (changes.headlines.length > 0)
    row = drawTotals(draft, "Figures of the overview", changes.headlines, row + 1, false);
  row = drawFindings(draft, changes.findings, row + 1);
  if (changes.totals.length > 0)
    row = drawTotals(
      draft,
      "Totals that have moved, the largest difference first",
      changes.totals,
      row + 1,
      true,
    );
  const filter = drawFigures(draft, changes.figures, row + 1, { frame, placeOf });
  return finished(draft, frame, { freeze: { rows: 2, columns: COLUMNS.name }, filter });
}

function drawReturns(draft: SheetDraft, { returns, unchanged, notCompared }: Changes, from: number): number {
  const none =
    unchanged === 0 ? "No return was there then or is there now." : "No return is another than it was.";
  const row = drawTable(
    draft,
    "Returns that are new, sent again or gone",
    RETURN_HEADS,
    returns,
    from,
    none,
    returnCells,
  );
  if (returns.length > 0)
    draft.mark(
      { top: from + 2, bottom: row - 1, left: COLUMNS.what, right: COLUMNS.what },
      `LEFT(${columnLetters(COLUMNS.what)}${from + 2},1)="▲"`,
      "explain",
    );
  let last = row;
  for (const sentence of notCompared) {
    const area = { top: last, bottom: last, left: 1, right: LAST };
    draft.merged(area, { value: `Not compared: ${sentence}`, role: "caption" });
    draft.row(last, { height: 18 });
    last += 1;
  }
  return last;
}

const RETURN_HEADS: Cells = [
  [COLUMNS.code, "Code"],
  [COLUMNS.name, "Organisation"],
  [COLUMNS.role, "Return"],
  [COLUMNS.what, "What has happened"],
  [COLUMNS.then, "Marked then"],
  [COLUMNS.now, "Marked now"],
  [COLUMNS.difference, "Left to do"],
  [COLUMNS.first, "File"],
];

function returnCells(one: ReturnChange): Cells {
  return [
    ...nameCell(one),
    [COLUMNS.what, STATE_WORDS[one.state]],
    [COLUMNS.then, statusWords(one.statusThen)],
    [COLUMNS.now, statusWords(one.statusNow)],
    [COLUMNS.difference, openWords(one)],
    [COLUMNS.first, fileWords(one)],
  ];
}

function drawTotals(
  draft: SheetDraft,
  title: string,
  totals: readonly TotalChange[],
  from: number,
  parts: boolean,
): number {
  const heads: Cells = [
    [COLUMNS.code, parts ? "Table" : "What"],
    [COLUMNS.what, parts ? "Column" : "Of which"],
    [COLUMNS.then, "Then", "figure"],
    [COLUMNS.now, "Now", "figure"],
    [COLUMNS.difference, "Difference", "figure"],
    ...(parts
      ? ([
          [COLUMNS.first, "By new returns", "figure"],
          [COLUMNS.second, "By others", "figure"],
          [COLUMNS.third, "By returns gone", "figure"],
        ] as const)
      : []),
  ];
  return drawTable(draft, title, heads, totals, from, "", (one): Cells => {
    const format = formatOf(one.type);
    const [start, what] = parts ? [`${one.sheet}: ${one.title}`, one.label] : [one.label, one.title];
    return [
      [COLUMNS.code, start],
      [COLUMNS.what, what],
      [COLUMNS.then, one.then ?? "not known", format],
      [COLUMNS.now, one.now ?? "not known", format],
      [COLUMNS.difference, one.difference, format],
      ...(one.parts
        ? ([
            [COLUMNS.first, one.parts.new, format],
            [COLUMNS.second, one.parts.resubmitted, format],
            [COLUMNS.third, one.parts.gone, format],
          ] as const)
        : []),
    ];
  });
}

const FINDING_HEADS: Cells = [
  [COLUMNS.code, "Code"],
  [COLUMNS.name, "Organisation"],
  [COLUMNS.role, "Return"],
  [COLUMNS.what, "What was found"],
  [COLUMNS.then, "To do then"],
  [COLUMNS.now, "To do now"],
  [COLUMNS.difference, "What has happened"],
  [COLUMNS.first, "Ref, sheet and cells"],
];

function drawFindings(draft: SheetDraft, findings: readonly FindingChange[], from: number): number {
  const title = "Findings that have come or gone, in returns that were there before";
  const row = drawTable(
    draft,
    title,
    FINDING_HEADS,
    findings,
    from,
    "None has come, and none has gone.",
    (one) => [
      ...nameCell(one),
      [COLUMNS.what, one.message],
      [COLUMNS.then, one.toDoThen ?? ""],
      [COLUMNS.now, one.toDoNow ?? ""],
      [COLUMNS.difference, FINDING_WORDS[one.kind]],
      [COLUMNS.first, [one.code, one.sheet, one.cells.join(", ")].filter((part) => part !== "").join(" · ")],
    ],
  );
  if (findings.length > 0)
    for (const column of [COLUMNS.then, COLUMNS.now])
      markLevels(draft, { top: from + 2, bottom: row - 1, column });
  return row;
}

const FIGURE_HEADS: Cells = [
  [COLUMNS.code, "Code"],
  [COLUMNS.name, "Organisation"],
  [COLUMNS.role, "Return"],
  [COLUMNS.what, "Figure"],
  [COLUMNS.then, "Then", "figure"],
  [COLUMNS.now, "Now", "figure"],
  [COLUMNS.difference, "Difference", "figure"],
  [COLUMNS.first, "Where it stands now"],
];

/** The last table, which alone can be filtered; says its range, or null where it is empty. */
function drawFigures(
  draft: SheetDraft,
  figures: readonly FigureChange[],
  from: number,
  { frame, placeOf }: { readonly frame: Frame; readonly placeOf: FactPlaces },
): string | null {
  const title = "Figures that have moved, in returns that were there before, the largest difference first";
  const templates = new Map(frame.collection.templates.map((template) => [template.role, template]));
  const row = drawTable(draft, title, FIGURE_HEADS, figures, from, "No figure has moved.", (one) => {
    const format = formatOf(one.type);
    const { org, key, role } = one;
    const template = templates.get(role);
    const target = template && placeOf(org, template, key);
    return [
      ...nameCell(one, target === undefined ? null : linkFormula(target, org)),
      [COLUMNS.what, one.label],
      [COLUMNS.then, one.then ?? "blank", format],
      [COLUMNS.now, one.now ?? "blank", format],
      [COLUMNS.difference, one.difference, format],
      [COLUMNS.first, [one.sheet, one.cell].filter((part) => part !== "").join(" ")],
    ];
  });
  if (figures.length === 0) return null;
  return formatRectangle({ top: from + 1, bottom: row - 1, left: 1, right: LAST });
}

/** A title, heads and a row for each; says in which row the next thing can stand. Where there is none, one sentence says so. */
function drawTable<T>(
  draft: SheetDraft,
  title: string,
  heads: Cells,
  rows: readonly T[],
  from: number,
  none: string,
  cellsOf: (one: T) => Cells,
): number {
  draft.set(from, 1, { value: title, role: "block_title" });
  draft.row(from, { height: 24 });
  if (rows.length === 0) {
    draft.merged({ top: from + 1, bottom: from + 1, left: 1, right: LAST }, { value: none, role: "caption" });
    return from + 2;
  }
  drawTableHeads(draft, heads, from + 1);
  rows.forEach((one, at) => {
    drawRow(draft, cellsOf(one), from + 2 + at);
  });
  return from + 2 + rows.length;
}
