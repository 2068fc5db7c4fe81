import { formatAddress, type WorkbookCells } from "../../src/cells";

import { savedValue, type Reading } from "./claim";
import type { Start } from "./start";

/** A program that is broken on purpose: it reads each value where it stood in the first workbook, and says nothing. */
export function byFirstPlace(workbook: WorkbookCells, { plan }: Start): Reading {
  const place = (key: string) => {
    const known = plan.placeOf.get(key);
    return known ? { sheet: known.sheet, cell: formatAddress(known.address) } : null;
  };
  return {
    place,
    value: (key) => {
      const known = place(key);
      return known ? savedValue(workbook, known) : null;
    },
    findings: [],
  };
}
