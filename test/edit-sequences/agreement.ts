import { formatAddress, type WorkbookCells } from "../../src/cells";

import { sameValue } from "./claim";
import { cellAt, span } from "./grid";
import type { Model } from "./model";

/**
 * Every place where the model and what LibreOffice saved differ, in words; formulas aside, whose results the model does not know.
 * Where there are any, the model is wrong, and with it whatever is said by it.
 */
export function disagreements(model: Model, saved: WorkbookCells): readonly string[] {
  const [names, wanted] = [saved.sheets.map(({ name }) => name), model.sheets.map(({ name }) => name)];
  if (JSON.stringify(names) !== JSON.stringify(wanted))
    return [`the sheets are ${names.join(", ")}, not ${wanted.join(", ")}`];
  return model.sheets.flatMap((grid, at) => {
    const sheet = saved.sheets[at];
    if (!sheet) return [];
    const found: string[] = [];
    if ((sheet.visibility === "visible") === grid.hidden) found.push(`${grid.name} is ${sheet.visibility}`);
    const width = Math.max(0, ...grid.rows.map(({ cells }) => cells.length));
    for (const row of span(1, grid.rows.length)) {
      for (const column of span(1, width)) {
        const address = formatAddress({ row, column });
        const { held } = cellAt(grid, row, column);
        const cell = sheet.cells.get(address);
        const there = cell?.value ?? null;
        if (held?.kind === "formula") continue;
        if (!sameValue(held?.value ?? null, there) || (cell && cell.formula !== null))
          found.push(`${grid.name}!${address} holds ${JSON.stringify(cell)}, not ${JSON.stringify(held)}`);
      }
    }
    return found;
  });
}
