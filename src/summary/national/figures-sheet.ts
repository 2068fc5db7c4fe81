import { SheetDraft, breakPages, type LayoutSheet, type Together } from "../../layout";
import type { SummaryTables } from "../../template";

import { CHOICE_WIDTHS } from "../by/listed-figures";
import { OverAll } from "../by/over-all";
import { chartsOfSheet, drawSheetCharts } from "../charts/place-charts";
import type { PlannedChart } from "../charts/planned-charts";
import { PLACES } from "../columns";
import { ROW_WIDTHS } from "../figure-row";
import { widthForWords } from "../figures-sheet";
import { FIRST_ROW, drawFrame, finished, type SheetFrame } from "../frame";
import { registerAnswers } from "./answers-counted";
import { authoritiesParts } from "./authorities-parts";
import type { AuthorityFigures } from "./authority-figures";
import { drawAuthorities, type TableDrawing } from "./authority-table";
import type { NationalTable } from "./national-table";
import type { NationalByTable } from "./over-all-tables";

const FILE_WIDTH = 26;
const WHERE_FROM =
  "A row for each strategic health authority: what its organisations come to, taken from the facts of its summary. A code leads to the first of these facts, each with file, sheet and cell; the summary's name leads to its digest on the sheet Sources.";

/** A sheet of a summary as far as it is told of authorities. */
export interface NationalSheet {
  readonly sheet: SummaryTables;
  readonly tables: readonly NationalTable[];
  /** Tables over all returns, with which it begins. */
  readonly by: readonly NationalByTable[];
}

/** What the sheets of figures are drawn with. */
export interface Drawing extends TableDrawing {
  readonly frame: SheetFrame;
  readonly charts: readonly PlannedChart[];
  /** What tables over all returns are of each authority. */
  readonly figures: readonly AuthorityFigures[];
  readonly hasColumn: (table: string, column: string) => boolean;
}

/** Tables of authorities × columns, totals as formulas. An authority without a summary is shown as missing, never as nothing. */
export function nationalFiguresSheet(of: NationalSheet, drawing: Drawing): LayoutSheet {
  const { frame, totals } = drawing;
  const { name } = of.sheet;
  const draft = new SheetDraft(name);
  const by = of.by.map(({ table }) => table);
  const most = Math.max(
    ...[...of.tables.map(({ table }) => table), ...by].map(({ columns }) => columns.length),
  );
  const lastColumn = PLACES.firstValue + most - 1;
  setWidths(draft, of, most);
  drawFrame(draft, frame, lastColumn, null, WHERE_FROM);
  const charted: Together[] = [];
  const drawChartsBelow = (table: string | null, from: number) => {
    const own = chartsOfSheet(name, table, drawing.charts);
    const next = drawSheetCharts(draft, own, lastColumn, from);
    if (next > from) charted.push({ from, to: next - 1 });
    return next;
  };
  const over = new OverAll(draft, by, totals, authoritiesParts(draft, { ...drawing, tables: of.by }));
  let row = over.reserve(drawChartsBelow(null, FIRST_ROW), drawChartsBelow);
  registerAnswers(by, totals);
  const drawn = of.tables.map((one) => {
    const table = drawAuthorities(draft, one, row, drawing);
    row = drawChartsBelow(one.table.id, table.to + 2);
    return table;
  });
  for (const { close } of drawn) close();
  const { together, filter } = over.draw(row);
  const all = [...charted, ...together, ...drawn].sort((a, b) => a.from - b.from);
  breakPages(draft, all, { portrait: false, titleRows: 2, lastColumn });
  return finished(draft, frame, { freeze: { rows: 2, columns: PLACES.name }, filter });
}

function setWidths(draft: SheetDraft, { tables, by }: NationalSheet, most: number): void {
  const all = [...tables, ...by].map(({ table }) => table.columns);
  draft.column(PLACES.code, { width: ROW_WIDTHS.code, hidden: false });
  const [name, open] =
    by.length > 0 ? [CHOICE_WIDTHS.name, CHOICE_WIDTHS.choice] : [ROW_WIDTHS.name, FILE_WIDTH];
  draft.column(PLACES.name, { width: name, hidden: false });
  draft.column(PLACES.open, { width: open, hidden: false });
  for (let at = 0; at < most; at += 1) {
    const widths = all.flatMap((columns) => {
      const column = columns[at];
      return column ? [column.width ?? widthForWords(column.label)] : [];
    });
    draft.column(PLACES.firstValue + at, { width: Math.max(...widths), hidden: false });
  }
}
