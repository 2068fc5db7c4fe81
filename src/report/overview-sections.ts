import { h } from "../html";

import type { Piece } from "./piece";
import type { ReportOf } from "./report-of";
import { section, type Section } from "./section";
import { chartsMarkup, piecesMarkup, type ReadSheet } from "./sheet-section";

/** The sheet that is read first, in parts of its own: its figures, its charts, then each of its tables. */
export function overviewSections(
  { name, pieces, charts }: ReadSheet,
  { workbook }: ReportOf,
): readonly Section[] {
  const from = pieces.findIndex(({ kind }) => kind === "title");
  const before = from < 0 ? pieces : pieces.slice(0, from);
  const words = before.flatMap((piece) =>
    piece.kind === "words" ? [h("p", { class: "lead" }, piece.words)] : [],
  );
  const figures = before.filter(({ kind }) => kind !== "words");
  const glance = section("glance", "At a glance", "first", words, piecesMarkup(figures, name, workbook));
  const drawn =
    charts.length === 0 ? [] : [section("charts", "Charts", "short charted", chartsMarkup(charts))];
  const titled = from < 0 ? [] : groups(pieces.slice(from));
  const others = titled.map(({ title, own }, at) =>
    section(`overview-${at + 1}`, title, at === 0 ? "" : "short", piecesMarkup(own, name, workbook)),
  );
  return [glance, ...drawn, ...others];
}

/** Pieces by the title above them; a title with nothing below it is none. */
function groups(
  pieces: readonly Piece[],
): readonly { readonly title: string; readonly own: readonly Piece[] }[] {
  const found: { readonly title: string; readonly own: Piece[] }[] = [];
  for (const piece of pieces) {
    if (piece.kind === "title") found.push({ title: piece.words, own: [] });
    else found.at(-1)?.own.push(piece);
  }
  return found.filter(({ own }) => own.length > 0);
}
