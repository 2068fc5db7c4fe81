import { parseAddress } from "../cells";
import type { LayoutSheet } from "../layout";

import type { RowsLeftOut } from "./shown-rows";

/** What can be filtered is for working with. A page has it where it is no longer and no wider than this. */
const FEW = { rows: 40, columns: 8 } as const;
/** Any other table is on the page whole, unless it is longer than every patch has organisations. */
export const LONGEST_TABLE = 120;

/** A list of a sheet that is counted instead of printed: the row of its heads, and the rows below them. */
export interface LongList {
  readonly heads: number;
  readonly rows: RowsLeftOut;
}

/** The list of a sheet that can be filtered, where it is too long or too wide to be read on a page. */
export function longList({ filter, columns }: LayoutSheet): LongList | null {
  const [first = "", last = ""] = filter?.split(":") ?? [];
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (!from || !to) return null;
  const shown = columns.slice(from.column - 1, to.column).filter(({ hidden }) => !hidden).length;
  if (to.row - from.row <= FEW.rows && shown <= FEW.columns) return null;
  return { heads: from.row, rows: { from: from.row + 1, to: to.row } };
}
