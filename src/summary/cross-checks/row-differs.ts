import { shown } from "../../return";

import { compared, differs, listedRows, type Compared, type ListedRow } from "../listed-rows";
import { labelIn, ownReturn, placeWords, raisedInRow } from "./in-row";
import type { CrossCheck } from "./raised";

/** Listed figures and days of an organisation that its own return, the one that counts, has otherwise. */
export const rowDiffers: CrossCheck = (collection) =>
  listedRows(collection).flatMap((row) => {
    const different = compared(row).filter(differs);
    return raisedInRow(
      row,
      "row_differs",
      different.map((one) => [one, inWords(one, row)] as const),
    );
  });

/** "2007/08 plan revenue 3,200, the provider's own return says 3,180 (IM&T spend G20)" */
function inWords(one: Compared, row: ListedRow): string {
  const { field, listed, own } = one;
  const there = `${ownReturn(row)} says ${shown(own, field)}${placeWords(one)}`;
  return `${labelIn(row, field)} ${shown(listed, field)}, ${there}`;
}
