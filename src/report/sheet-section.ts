import { h, type Child, type Markup } from "../html";
import { WHERE_FROM } from "../summary";

import type { ChartFigures } from "./charts/chart-figures";
import { chartMarkup } from "./charts/chart-markup";
import { figuresMarkup } from "./figures-markup";
import type { Piece } from "./piece";
import { section, type Section } from "./section";
import { shownValue } from "./shown-value";
import { isBroad, tableMarkup } from "./table-markup";

/** A sheet as it was taken apart. */
export interface ReadSheet {
  readonly name: string;
  readonly pieces: readonly Piece[];
  readonly charts: readonly ChartFigures[];
  /** Whether the authority enters something on it. */
  readonly isEntered: boolean;
}

/** Whether there is something on a sheet for a reader; one that is a long list alone is only counted. */
export function isToBeRead({ pieces, charts }: ReadSheet): boolean {
  return charts.length > 0 || pieces.some(({ kind }) => kind === "table" || kind === "figures");
}

/** A sheet of the workbook as a part of the report. */
export function sheetSection(
  { name, pieces, charts, isEntered }: ReadSheet,
  id: string,
  workbook: string,
): Section {
  const broad = pieces.some((piece) => piece.kind === "table" && isBroad(piece));
  const [first, ...rest] = pieces;
  const isIntro = first?.kind === "words" && !first.strong;
  return section(
    id,
    name,
    broad ? "broad" : "",
    // How something is entered is of no use to somebody who reads.
    isIntro && !isEntered ? h("p", { class: "lead" }, first.words.replace(WHERE_FROM, "").trim()) : null,
    chartsMarkup(charts),
    piecesMarkup(isIntro ? rest : pieces, name, workbook),
  );
}

export function chartsMarkup(charts: readonly ChartFigures[]): Markup | null {
  return charts.length === 0
    ? null
    : h("div", { class: charts.length === 1 ? "charts alone" : "charts" }, charts.map(chartMarkup));
}

export function piecesMarkup(pieces: readonly Piece[], sheet: string, workbook: string): Child {
  return pieces.map((piece, at): Child => {
    switch (piece.kind) {
      case "title": {
        const next = pieces[at + 1];
        // What no table follows is a count, or some other answer at a glance.
        const isHead = next !== undefined && next.kind !== "title";
        return isHead ? h("h3", {}, piece.words) : h("p", { class: "tally" }, piece.words);
      }
      case "words":
        return h("p", { class: piece.strong ? "answer" : "said" }, piece.words);
      case "figures":
        return figuresMarkup(piece.figures);
      case "table":
        return tableMarkup(piece, sheet);
      case "counted":
        return h("p", { class: "said" }, countedWords(piece.rows, sheet, workbook));
    }
  });
}

function countedWords(rows: number, sheet: string, workbook: string): string {
  const words = rows === 1 ? "1 row" : `${shownValue(rows, "whole")} rows`;
  return `A list of ${words}, which ${workbook} has on the sheet ${sheet}.`;
}
