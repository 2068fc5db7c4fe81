import { isCellError, type RawValue, type WorkbookCells } from "../../src/cells";
import { LINES } from "../support/provider-return";

import { crossings, names, savedValue, type Reading } from "./claim";
import type { Model } from "./model";
import type { Start } from "./start";

const COLUMNS = ["forecast_revenue", "forecast_capital", "plan_revenue", "plan_capital"];

/** What is wrong with the totals of gross spend: they are the sum of the entries that the return holds, or something is said. */
export function totalFaults(
  model: Model,
  saved: WorkbookCells,
  reading: Reading,
  start: Start,
): readonly string[] {
  return COLUMNS.flatMap((column) => {
    const key = `spend.gross[${column}]`;
    const tracked = start.tracked.find(({ field }) => field.key === key);
    if (!tracked) throw new Error(`there is no field ${key}`);
    const entries = LINES.map((line) => `spend.${line}[${column}]`)
      .filter((entry) => start.template.fields.get(entry)?.source.kind === "entered")
      .map(reading.value);
    const total = reading.value(key);
    const sum = sumOf(entries);
    const faults: string[] = [];
    if (!alike(sum, total))
      faults.push(`${key} is ${JSON.stringify(total)}, and its entries make ${JSON.stringify(sum)}`);
    const place = reading.place(key);
    const shown = place === null ? null : savedValue(saved, place);
    const there = crossings(model, tracked, start);
    const said = () => reading.findings.some((finding) => names(finding, tracked, there, start.template));
    if (!alike(shown, total) && !said())
      faults.push(
        `${key} is ${JSON.stringify(total)}, its cell shows ${JSON.stringify(shown)}, and nothing names it`,
      );
    return faults;
  });
}

/** As Excel adds up cells: texts and truth values are nothing, an error stays one; null where all is blank. */
function sumOf(values: readonly RawValue[]): RawValue {
  if (values.every((value) => value === null)) return null;
  const error = values.find(isCellError);
  if (error) return error;
  return values.reduce<number>((sum, value) => sum + (typeof value === "number" ? value : 0), 0);
}

/** A total of nothing shows 0; and programs differ in the last of fifteen digits. */
function alike(a: RawValue, b: RawValue): boolean {
  if (isCellError(a) && isCellError(b)) return a.error === b.error;
  const [x, y] = [a ?? 0, b ?? 0];
  return x === y || (typeof x === "number" && typeof y === "number" && Math.abs(x - y) <= 1e-9 * Math.abs(x));
}
