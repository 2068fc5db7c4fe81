import { formatRectangle, quoteSheet } from "../../cells";
import { heightFor, type SheetDraft } from "../../layout";
import type { SummaryTable } from "../../template";

import { PLACES, formatOfColumn, isFigureColumn, rowFormula } from "../columns";
import { drawHeads } from "../figure-heads";
import { linkFormula } from "../link-formula";
import { drawMean, meanRows } from "../mean-rows";
import { TOTAL_OF, drawTotals, type Join, type TotalCells } from "../total-rows";
import { filledReturns, type Authority, type National } from "./national";
import type { NationalTable } from "./national-table";
import type { NationalPlaces } from "./places";
import { shownReturns } from "./return-row";
import { noReturnWords } from "./state-words";

/** What a table of authorities is drawn with. */
export interface TableDrawing {
  readonly national: National;
  readonly totals: TotalCells;
  readonly places: NationalPlaces;
}

/** Where a table stands, and what can only be drawn once the tables below it have their places. */
export interface DrawnTable {
  readonly from: number;
  readonly to: number;
  readonly close: () => void;
}

/** Draws a table with a row for each authority from this row on. */
export function drawAuthorities(
  draft: SheetDraft,
  one: NationalTable,
  from: number,
  drawing: TableDrawing,
): DrawnTable {
  const { national, totals } = drawing;
  const { table, foot } = one;
  const first = drawHeads(draft, table, from);
  const heads = first - 2;
  draft.set(heads, PLACES.name, { value: "Strategic health authority", role: "head_text" });
  draft.set(heads, PLACES.open, { value: "Summary", role: "head_text" });
  const { authorities } = national;
  authorities.forEach((authority, at) => {
    drawAuthority(draft, authority, one, first + at, drawing);
  });
  const last = first + authorities.length - 1;
  const total = last + 1;
  table.columns.forEach(({ id }, offset) => {
    const column = PLACES.firstValue + offset;
    const cells = (top: number, bottom: number) =>
      `${quoteSheet(draft.name)}!${formatRectangle({ top, bottom, left: column, right: column })}`;
    totals.all.set(`${table.id}.${id}`, cells(total, total));
    totals.columns.set(`${table.id}.${id}`, cells(first, last));
  });
  const cover = coverWords(national, table);
  if (foot.kind === "mean") {
    const { mean, restsOn } = foot;
    const words = `${mean.says} (${cover})`;
    const weightsOf = ({ id }: { readonly id: string }) => totals.columns.get(`${restsOn}.${id}`) ?? null;
    draft.row(total, { height: heightFor(words, draft.width(PLACES.name) - 4) });
    return {
      from,
      to: meanRows(mean, last).last,
      close: () => drawMean(draft, { ...table, mean }, { first, last, words, weightsOf }),
    };
  }
  const of = authorities.flatMap((authority, at) =>
    shownReturns(table, authority).length > 0 ? [first + at] : [],
  );
  const words = `${JOINED[foot.by]} ${cover}`;
  drawTotals(draft, table, { words, row: total, of }, null, foot.by);
  draft.row(total, { height: heightFor(words, draft.width(PLACES.name) - 4) });
  return { from, to: total, close: () => undefined };
}

const JOINED: Readonly<Record<Join, string>> = { SUM: TOTAL_OF, MIN: "Lowest of", MAX: "Highest of" };

/** "9 summaries, of 10 authorities: 380 returns received" */
function coverWords({ authorities, registered }: National, table: SummaryTable): string {
  const given = authorities.filter(({ summary }) => summary !== null);
  const returns = given.reduce((sum, one) => sum + shownReturns(table, one).length, 0);
  const summaries = given.length === 1 ? "1 summary" : `${given.length} summaries`;
  const words = `${returns} ${returns === 1 ? "return" : "returns"} ${table.only === null ? "received" : "in this table"}`;
  return `${summaries}${registered ? `, of ${authorities.length} authorities` : ""}: ${words}`;
}

function drawAuthority(
  draft: SheetDraft,
  authority: Authority,
  { table, of, figureOf }: NationalTable,
  row: number,
  { places }: TableDrawing,
): void {
  const { code, name, summary } = authority;
  const target = places.factOf(authority, of) ?? places.sourceOf(authority);
  draft.set(row, PLACES.code, { formula: linkFormula(target, code), role: "contents_link" });
  draft.set(row, PLACES.name, { value: name, role: "label" });
  const returns = shownReturns(table, authority);
  const none = noReturnWords(summary, filledReturns(authority, table.role).length);
  const missing = none ?? (returns.length === 0 ? `${summary?.file ?? ""}: no return in this table` : null);
  const words = missing ?? summary?.file ?? "";
  const role = words.length < draft.width(PLACES.open) - 2 ? "contents_link" : "link";
  draft.set(
    row,
    PLACES.open,
    missing === null
      ? { formula: linkFormula(places.sourceOf(authority), words), role }
      : { value: words, role: "missing" },
  );
  draft.row(row, {
    height: Math.max(
      heightFor(name, draft.width(PLACES.name) - 2),
      heightFor(words, draft.width(PLACES.open) - 2),
    ),
  });
  table.columns.forEach((column, at) => {
    const place = PLACES.firstValue + at;
    if (missing !== null) {
      draft.set(row, place, { role: "missing" });
      return;
    }
    const role = isFigureColumn(column) ? ("figure" as const) : ("label" as const);
    const look = { role, format: formatOfColumn(column) };
    draft.set(
      row,
      place,
      column.source.kind === "formula"
        ? { formula: rowFormula(column.source.expression, table, row), ...look }
        : { value: figureOf(column, returns), ...look },
    );
  });
}
