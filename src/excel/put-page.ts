import { columnLetters } from "../cells";
import type { LayoutSheet } from "../layout";

import { footerParts } from "./footer-parts";
import { part, type PutPart } from "./put-part";

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** How a sheet is printed, but for its paper. */
export function pageOf(sheet: LayoutSheet): PutPart {
  const { titleRows, titleColumns, pageBreaks, columnBreaks } = sheet;
  return part(20 + pageBreaks.length + columnBreaks.length, sheet.footer.length, (to) => {
    const { pageLayout } = to;
    pageLayout.orientation = sheet.portrait ? "Portrait" : "Landscape";
    pageLayout.zoom =
      sheet.scale !== null
        ? { scale: sheet.scale }
        : {
            horizontalFitToPages: sheet.pagesAcross,
            ...(sheet.pagesDown === null ? {} : { verticalFitToPages: sheet.pagesDown }),
          };
    pageLayout.setPrintMargins("Inches", MARGINS);
    pageLayout.setPrintTitleRows(titleRows.map((row) => `$${row}`).join(":"));
    if (titleColumns)
      pageLayout.setPrintTitleColumns(titleColumns.map((column) => `$${columnLetters(column)}`).join(":"));
    const { left, centre, right } = footerParts(sheet.footer);
    const { defaultForAllPages } = pageLayout.headersFooters;
    defaultForAllPages.leftFooter = left;
    defaultForAllPages.centerFooter = centre;
    defaultForAllPages.rightFooter = right;
    for (const row of pageBreaks) to.horizontalPageBreaks.add(`A${row}`);
    for (const column of columnBreaks) to.verticalPageBreaks.add(`${columnLetters(column)}1`);
  });
}
