import { references, writeFormula } from "../formula";
import { formatOf, heightFor, type DraftCell, type SheetDraft } from "../layout";
import type { SummaryFigure } from "../template";

import { GRID, THIRDS, drawAcross } from "./overview-grid";
import type { TotalCells } from "./total-rows";

/** The figures that the overview begins with, three in a line; says where the next thing can stand. `settled` is null where they are of all alike. */
export function drawFigures(
  draft: SheetDraft,
  figures: readonly SummaryFigure[],
  { all, settled }: { readonly all: TotalCells["all"]; readonly settled: TotalCells["settled"] | null },
  from: number,
): number {
  let row = from;
  for (let at = 0; at < figures.length; at += THIRDS.length) {
    const line = figures.slice(at, at + THIRDS.length);
    const draw = (cellOf: (figure: SummaryFigure) => DraftCell, least?: number) => {
      drawAcross(
        draft,
        row,
        line.map((figure, third) => [THIRDS[third] ?? 1, cellOf(figure)]),
        least,
      );
      row += 1;
    };
    draw(({ label }) => ({ value: label, role: "caption" }), 18);
    draw((figure) => {
      const format = formatOf(figure.type);
      return { formula: formulaOf(figure, all), role: "number_large", format };
    }, 30);
    draw(({ says }) => ({ value: says, role: "caption" }));
    if (settled) {
      const longest = heightFor("-1,000,000 in the returns with nothing left open", GRID.words - 2);
      draw((figure) => {
        const formula = settledWords(figure, { all, settled });
        return formula === null ? { value: null, role: "caption" } : { formula, role: "caption" };
      }, longest);
    }
    draft.row(row, { height: 9 });
    row += 1;
  }
  return row;
}

function formulaOf(figure: SummaryFigure, totals: ReadonlyMap<string, string>): string {
  return writeFormula(figure.expression, (reference) =>
    reference.kind === "total" ? (totals.get(`${reference.table}.${reference.column}`) ?? "0") : "0",
  );
}

/** The same figure over the returns with nothing left open, in words; null where a total of it is not made of single returns. */
function settledWords(
  figure: SummaryFigure,
  { all, settled }: Pick<TotalCells, "all" | "settled">,
): string | null {
  const ofAllAlone = references(figure.expression).some((reference) => {
    if (reference.kind !== "total") return false;
    const name = `${reference.table}.${reference.column}`;
    return all.has(name) && !settled.has(name);
  });
  if (ofAllAlone) return null;
  const { type } = figure;
  const format = type.kind !== "percent" ? "#,##0" : type.decimals === 2 ? "0.00%" : "0.0%";
  return `TEXT(${formulaOf(figure, settled)},"${format}")&" in the returns with nothing left open"`;
}
