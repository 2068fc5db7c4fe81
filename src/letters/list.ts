import { formatRectangle } from "../cells";
import {
  LOOKS,
  SheetDraft,
  footer,
  heightFor,
  type Layout,
  type LayoutSheet,
  type StyleRole,
} from "../layout";
import type { LettersTemplate } from "../template";

import { cellRanges } from "./cell-ranges";
import { filled } from "./filled";
import type { Letter, LetterReturn, Point } from "./letter";

/** Columns of the list with their widths, in characters. */
const WIDTHS = {
  number: 5,
  to_do: 17,
  sheet: 15,
  cells: 14,
  what: 30,
  found: 50,
  mend: 44,
  code: 7,
  reply: 32,
} as const;
type Column = keyof typeof WIDTHS;
const COLUMNS: readonly Column[] = [
  "number",
  "to_do",
  "sheet",
  "cells",
  "what",
  "found",
  "mend",
  "code",
  "reply",
];
const LAST = COLUMNS.length;
const HEAD = 5;
const LONGEST_NOTE = 500;
/** Excel makes no row higher. */
const HIGHEST_ROW = 405;
/** Excel takes no longer text in a cell. */
const LONGEST_TEXT = 32_767;

/** The points of a letter as a workbook: a sheet for each return, a row for each point. */
export function letterList(letter: Letter, { words }: LettersTemplate): Layout {
  const sheets = letter.returns
    .filter(({ points }) => points.length > 0)
    .map((one) => returnSheet(one, letter, words.list));
  return { title: letter.subject, sheets };
}

type ListWords = LettersTemplate["words"]["list"];

function returnSheet(
  { roleLabel, heading, points }: LetterReturn,
  letter: Letter,
  words: ListWords,
): LayoutSheet {
  const { holes, from } = letter;
  const draft = new SheetDraft(capital(roleLabel));
  COLUMNS.forEach((column, at) => {
    draft.column(at + 1, { width: WIDTHS[column], hidden: false });
  });
  const all = { left: 1, right: LAST };
  draft.set(1, 1, { value: filled(words.title, holes), role: "band" });
  draft.fill({ top: 1, bottom: 1, ...all }, "band");
  draft.row(1, { height: 26 });
  draft.set(2, 1, { value: heading, role: "band_small" });
  draft.set(2, LAST, { value: from.name, role: "band_small_right" });
  draft.fill({ top: 2, bottom: 2, ...all }, "band_small");
  draft.row(2, { height: 18 });
  const intro = filled(words.intro, holes);
  const area = { top: 3, bottom: 3, ...all };
  draft.merged(area, { value: intro, role: "intro" });
  draft.row(3, { height: heightFor(intro, draft.widthOf(area)) + 6 });
  COLUMNS.forEach((column, at) => {
    draft.set(HEAD, at + 1, { value: words.heads[column], role: "head_text" });
  });
  draft.row(HEAD, { height: 20 });
  points.forEach((point, at) => {
    drawPoint(draft, point, at + 1, words);
  });
  const bottom = HEAD + points.length;
  const toDo = { top: HEAD + 1, bottom, left: 2, right: 2 };
  draft.mark(toDo, `LEFT(B${HEAD + 1},1)="✖"`, "fix");
  draft.mark(toDo, `LEFT(B${HEAD + 1},1)="▲"`, "explain");
  draft.validate({
    range: formatRectangle({ top: HEAD + 1, bottom, left: LAST, right: LAST }),
    test: { kind: "length", most: LONGEST_NOTE },
    promptTitle: "",
    prompt: "",
    error: `Up to ${LONGEST_NOTE} characters.`,
  });
  return draft.sheet({
    portrait: false,
    freeze: { rows: HEAD, columns: 4 },
    protected: false,
    titleRows: [HEAD, HEAD],
    footer: footer(filled(words.footer, holes)),
    filter: formatRectangle({ top: HEAD, bottom, ...all }),
  });
}

function drawPoint(draft: SheetDraft, point: Point, number: number, words: ListWords): void {
  const row = HEAD + number;
  const texts: Readonly<Record<Exclude<Column, "number" | "reply">, string>> = {
    to_do: words.to_do[point.ask],
    sheet: point.sheet,
    cells: cellRanges(point.cells).join(", "),
    what: point.labels.join("; "),
    found: [point.found, ...point.said].join("\n"),
    mend: point.mend,
    code: point.code,
  };
  const heights = COLUMNS.map((column, at) => {
    const place = at + 1;
    if (column === "number") {
      draft.set(row, place, { value: number, role: "figure_list", format: "whole" });
      return 15;
    }
    if (column === "reply") {
      draft.set(row, place, { role: "input_note" });
      return 15;
    }
    const value = texts[column].slice(0, LONGEST_TEXT);
    const role: StyleRole = "text";
    draft.set(row, place, { value: value === "" ? null : value, role });
    return heightFor(value, draft.width(place) - 2, LOOKS[role].size);
  });
  draft.row(row, { height: Math.min(HIGHEST_ROW, Math.max(...heights)) });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
