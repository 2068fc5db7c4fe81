import { formatRectangle } from "../../cells";
import { references, writeFormula } from "../../formula";
import { formatOf, heightFor, type DraftCell, type SheetDraft } from "../../layout";
import type { SummaryFigure, SummaryReference } from "../../template";

import { cellOf } from "../charts/chart-figures-sheet";
import { linkFormula } from "../link-formula";
import { GRID, drawAcross, drawTitle } from "../overview-grid";
import type { TotalCells } from "../total-rows";
import { filledReturns, rolesReported, type Authority, type National } from "./national";
import type { NationalPlaces } from "./places";

/** A head of so narrow a column breaks its longer words. */
const HEAD = { size: 8, around: 1 } as const;

/** The figures of the page authority by authority, below how many returns each had, and their totals; says where the next thing can stand. */
export function drawByAuthority(
  draft: SheetDraft,
  figures: readonly SummaryFigure[],
  {
    national,
    totals,
    sourceOf,
  }: { readonly national: National; readonly totals: TotalCells } & Pick<NationalPlaces, "sourceOf">,
  from: number,
): number {
  const { authorities } = national;
  const roles = rolesReported(national);
  const shown = figures.slice(0, Math.max(0, GRID.columns - 1 - roles.length));
  drawTitle(draft, from, "Authority by authority");
  const heads = [...roles.map(([, label]) => `Returns as ${label}`), ...shown.map(({ label }) => label)];
  const head = from + 1;
  drawAcross(draft, head, [
    [1, { value: "Strategic health authority", role: "head_text" }],
    ...heads.map((value) => [1, { value, role: "head_small" }] as const),
  ]);
  draft.row(head, {
    height: Math.max(...heads.map((words) => heightFor(words, GRID.narrow - HEAD.around, HEAD.size))) + 4,
  });
  const first = head + 1;
  authorities.forEach((authority, at) => {
    const name = `${authority.name} (${authority.code})`;
    const link: DraftCell = { formula: linkFormula(sourceOf(authority), name), role: "link" };
    const cells =
      authority.summary === null
        ? [[heads.length, { value: "No summary: in none of these figures", role: "missing" }] as const]
        : [
            ...roles.map(([role]) => [1, returnsCell(authority, role)] as const),
            ...shown.map((figure) => [1, figureCell(figure, totals, at)] as const),
          ];
    drawAcross(draft, first + at, [[1, link], ...cells]);
    draft.row(first + at, { height: heightFor(name, GRID.words - 1) });
  });
  const total = first + authorities.length;
  const sum = (column: number): DraftCell => {
    const range = formatRectangle({ top: first, bottom: total - 1, left: column, right: column });
    return { formula: `SUM(${range})`, role: "figure_total", format: "whole" };
  };
  drawAcross(draft, total, [
    [1, { value: "All together", role: "total_label" }],
    ...roles.map((_, at) => [1, sum(2 + at)] as const),
    ...shown.map((figure) => [1, totalCell(figure, totals)] as const),
  ]);
  return total + 1;
}

function returnsCell(authority: Authority, role: string): DraftCell {
  return { value: filledReturns(authority, role).length, role: "figure", format: "whole" };
}

/** The figure over the authority's own rows of the sheets; blank where none of them has one. */
function figureCell({ expression, type }: SummaryFigure, { columns }: TotalCells, at: number): DraftCell {
  const placeOf = (to: SummaryReference) =>
    to.kind === "total" ? cellOf(columns.get(`${to.table}.${to.column}`) ?? "", at) : "0";
  const needed = [...new Set(references(expression).map(placeOf))];
  const formula = writeFormula(expression, placeOf);
  const whole = needed.length === 0 ? formula : `IF(COUNT(${needed.join(",")})=0,"",${formula})`;
  return { formula: whole, role: "figure", format: formatOf(type) };
}

function totalCell({ expression, type }: SummaryFigure, { all }: TotalCells): DraftCell {
  const formula = writeFormula(expression, (to) =>
    to.kind === "total" ? (all.get(`${to.table}.${to.column}`) ?? "0") : "0",
  );
  return { formula, role: "figure_total", format: formatOf(type) };
}
