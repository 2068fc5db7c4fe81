import { isCellError, type RawValue } from "../../cells";
import { shown } from "../../return";

import { isFilled } from "../collection";
import { besideOwn, listedRows, type Compared, type ListedRow } from "../listed-rows";
import { labelIn, ownReturn, placeWords, raisedInRow } from "./in-row";
import type { CrossCheck } from "./raised";

/** What is entered of a listed organisation and has to agree with its own return, where that says something else or nothing. */
export const saysOtherwise: CrossCheck = (collection) =>
  listedRows(collection).flatMap((row) => {
    if (!row.of || !isFilled(row.of)) return [];
    const different = besideOwn(row, row.list.takes.agrees).filter(({ listed, own }) => !agree(listed, own));
    return raisedInRow(
      row,
      "says_otherwise",
      different.map((one) => [one, inWords(one, row)] as const),
    );
  });

function agree(listed: RawValue, own: RawValue): boolean {
  return plain(listed) === plain(own);
}

function plain(value: RawValue): string | number | boolean | null {
  if (isCellError(value)) return value.error;
  return typeof value === "string" ? value.trim().toLowerCase() : value;
}

/** "plan quality assured on 29 Mar 2007, the provider's own return says 12 Apr 2007 (Cover D30)" */
function inWords(one: Compared, row: ListedRow): string {
  const { field, listed, own } = one;
  const here =
    listed === null
      ? `nothing is entered for ${labelIn(row, field)}`
      : `${labelIn(row, field)} ${shown(listed, field)}`;
  return `${here}, ${ownReturn(row)} says ${own === null ? "nothing of it" : shown(own, field)}${placeWords(one)}`;
}
