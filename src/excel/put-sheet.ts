import { formatRectangle } from "../cells";
import type { LayoutSheet } from "../layout";

import { contentsOf } from "./put-contents";
import { guidanceOf } from "./put-guidance";
import { columnsOf, rowsOf } from "./put-lines";
import { looksOf } from "./put-looks";
import { pageOf } from "./put-page";
import { part, type PutPart } from "./put-part";

/** Everything that is put into a sheet while it is hidden, in its order. */
export function partsOf(sheet: LayoutSheet): readonly PutPart[] {
  const { filter } = sheet;
  return [
    ...columnsOf(sheet),
    ...looksOf(sheet),
    ...contentsOf(sheet),
    ...sheet.merges.map((area) =>
      part(1, 0, (to) => {
        to.getRange(formatRectangle(area)).merge(false);
      }),
    ),
    ...rowsOf(sheet),
    ...guidanceOf(sheet),
    ...(filter === null ? [] : [part(1, 0, (to) => to.autoFilter.apply(to.getRange(filter)))]),
    pageOf(sheet),
  ];
}

/** What comes last: the sheet as people see it, then its protection, after which nothing more can be changed. */
export function finishSheet(to: Excel.Worksheet, sheet: LayoutSheet): void {
  const { rows, columns } = sheet.freeze;
  // What belongs to the window is put on to a sheet that can be seen.
  to.visibility = "Visible";
  to.showGridlines = false;
  if (rows > 0 && columns > 0)
    to.freezePanes.freezeAt(formatRectangle({ top: 1, left: 1, bottom: rows, right: columns }));
  else if (rows > 0) to.freezePanes.freezeRows(rows);
  else if (columns > 0) to.freezePanes.freezeColumns(columns);
  if (sheet.visibility !== "visible") to.visibility = sheet.visibility === "hidden" ? "Hidden" : "VeryHidden";
  if (sheet.protected)
    to.protection.protect({
      selectionMode: "Normal",
      allowFormatColumns: true,
      allowFormatRows: true,
      allowAutoFilter: true,
      allowInsertRows: sheet.takesRows,
    });
}
