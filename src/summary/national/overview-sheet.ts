import { references, writeFormula } from "../../formula";
import { SheetDraft, formatOf, type DraftCell, type LayoutSheet } from "../../layout";
import type { SummaryFigure } from "../../template";

import { FIRST_ROW, drawFrame, finished, type SheetFrame } from "../frame";
import { GRID, THIRDS, drawAcross, drawGrid, drawTitle } from "../overview-grid";
import { filledReturns, rolesReported, type Authority, type National } from "./national";

/** The figures of which every total is there; others are left out. */
export function figuresOver(
  figures: readonly SummaryFigure[],
  totals: ReadonlyMap<string, string>,
): readonly SummaryFigure[] {
  return figures.filter(({ expression }) =>
    references(expression).every((to) => to.kind === "total" && totals.has(`${to.table}.${to.column}`)),
  );
}

/** The page that is read first: what all summaries add up to, and which have come. */
export function nationalOverview(
  figures: readonly SummaryFigure[],
  national: National,
  totals: ReadonlyMap<string, string>,
  frame: SheetFrame,
): LayoutSheet {
  const draft = new SheetDraft("Overview");
  drawGrid(draft);
  drawFrame(draft, frame, GRID.columns, null, coveredWords(national));
  let row = FIRST_ROW;
  for (let at = 0; at < figures.length; at += THIRDS.length) {
    const line = figures.slice(at, at + THIRDS.length);
    const draw = (cellOf: (figure: SummaryFigure) => DraftCell, least?: number) => {
      const cells = line.map((figure, third) => [THIRDS[third] ?? 1, cellOf(figure)] as const);
      drawAcross(draft, row, cells, least);
      row += 1;
    };
    draw(({ label }) => ({ value: label, role: "caption" }), 18);
    draw((figure) => {
      const formula = formulaOf(figure, totals);
      return { formula, role: "number_large", format: formatOf(figure.type) };
    }, 30);
    draw(({ says }) => ({ value: says, role: "caption" }));
    draft.row(row, { height: 9 });
    row += 1;
  }
  drawAuthorities(draft, national, row);
  return finished(draft, frame, { freeze: { rows: 2, columns: 0 }, portrait: true });
}

function formulaOf({ expression }: SummaryFigure, totals: ReadonlyMap<string, string>): string {
  return writeFormula(expression, (to) =>
    to.kind === "total" ? (totals.get(`${to.table}.${to.column}`) ?? "0") : "0",
  );
}

/** "These figures cover 9 of the 10 strategic health authorities, with 380 provider returns and 150 commissioner returns." */
function coveredWords(national: National): string {
  const { authorities, registered } = national;
  const given = authorities.filter(({ summary }) => summary !== null);
  const missing = authorities.filter(({ summary }) => summary === null);
  const of = registered
    ? `${given.length} of the ${authorities.length} strategic health authorities`
    : given.length === 1
      ? "one strategic health authority"
      : `${given.length} strategic health authorities`;
  const returns = rolesReported(national).map(([role, label]) => {
    const count = given.reduce((sum, one) => sum + filledReturns(one, role).length, 0);
    return `${count} ${label} return${count === 1 ? "" : "s"}`;
  });
  const last =
    missing.length > 0
      ? ` No summary of ${missing.map(({ code, name }) => `${name} (${code})`).join(", ")}: what is missing is shown as missing and never counted as nothing.`
      : "";
  return `These figures cover ${of}, with ${returns.join(" and ")}. They are worked out from the facts of the summaries, so they hold what was open in the returns as it was sent.${last}`;
}

function drawAuthorities(draft: SheetDraft, national: National, from: number): void {
  const roles = rolesReported(national);
  const wide = 2;
  const file = GRID.columns - 2 - wide * roles.length;
  drawTitle(draft, from, "Which summaries were rolled up");
  drawAcross(draft, from + 1, [
    [1, { value: "Strategic health authority", role: "head_text" }],
    [1, { value: "Code", role: "head_text" }],
    ...roles.map(([, label]) => [wide, { value: `Returns as ${label}`, role: "head_small" }] as const),
    [file, { value: "Summary", role: "head_text" }],
  ]);
  national.authorities.forEach((authority, at) => {
    const { code, name, summary } = authority;
    drawAcross(draft, from + 2 + at, [
      [1, { value: name, role: "label" }],
      [1, { value: code, role: "label" }],
      ...roles.map(([role]) => [wide, returnsCell(authority, role)] as const),
      [file, summary ? { value: summary.file, role: "label" } : { value: "No summary", role: "missing" }],
    ]);
  });
}

/** How many returns came, and of how many where the register says so. */
function returnsCell(authority: Authority, role: string): DraftCell {
  const { summary, expected } = authority;
  const of = expected?.get(role);
  const came = summary ? String(filledReturns(authority, role).length) : "–";
  return { value: of === undefined ? came : `${came} of ${of}`, role: summary ? "label" : "missing" };
}
