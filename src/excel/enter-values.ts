import { parseAddress } from "../cells";
import type { EnterResult, Entry } from "../workbook";

import { asked } from "./asked";
import { codeOf } from "./fault";
import { entered } from "./written-text";

/** With these Excel says that cells can't be written now. */
const REFUSED: ReadonlySet<string> = new Set([
  "AccessDenied",
  "InvalidOperationInCellEditMode",
  "InvalidOperation",
]);

const GONE = "ItemNotFound";

type Place = Entry & { readonly id: string; readonly isTextCell: boolean; readonly before: unknown };
type Looked =
  | Exclude<EnterResult, { readonly kind: "entered" }>
  | { readonly kind: "open"; readonly places: readonly Place[] };

/** Writes entries in one request, after another has seen that every cell is there and open; what stood there comes back where one fails. */
export async function enterValues(entries: readonly Entry[]): Promise<EnterResult> {
  try {
    const looked = await asked((context) => look(context, entries));
    if (looked.kind !== "open") return looked;
    await write(looked.places);
    return { kind: "entered" };
  } catch (problem) {
    const code = codeOf(problem) ?? "";
    // Somebody may take a sheet away between the two requests.
    if (code === GONE) return { kind: "gone" };
    if (REFUSED.has(code)) return { kind: "refused" };
    throw problem;
  }
}

async function look(context: Excel.RequestContext, entries: readonly Entry[]): Promise<Looked> {
  const cells = entries.map((entry) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(entry.sheet).load("id");
    const range = parseAddress(entry.cell) && sheet.getRange(entry.cell).load("formulas,values,numberFormat");
    const locking = range?.format.protection.load("locked");
    const protection = sheet.protection.load("protected");
    return { entry, sheet, range, locking, protection };
  });
  await context.sync();
  if (cells.some(({ sheet, range }) => sheet.isNullObject || !range)) return { kind: "gone" };
  if (cells.some(({ protection, locking }) => protection.protected && locking?.locked !== false))
    return { kind: "refused" };
  const places = cells.map(({ entry, sheet, range }) => {
    const formulas: readonly (readonly unknown[])[] = range?.formulas ?? [];
    const values: readonly (readonly unknown[])[] = range?.values ?? [];
    const formats: readonly (readonly unknown[])[] = range?.numberFormat ?? [];
    const isTextCell = formats[0]?.[0] === "@";
    return {
      ...entry,
      id: sheet.id,
      isTextCell,
      before: again(formulas[0]?.[0], values[0]?.[0], isTextCell),
    };
  });
  return { kind: "open", places };
}

async function write(places: readonly Place[]): Promise<void> {
  try {
    await asked((context) => put(context, places, wanted));
  } catch (problem) {
    // What Excel did before it refused stays done.
    await asked((context) => put(context, places, stood)).catch(() => undefined);
    throw problem;
  }
}

async function put(
  context: Excel.RequestContext,
  places: readonly Place[],
  value: (place: Place, range: Excel.Range) => unknown,
): Promise<void> {
  for (const place of places) {
    const range = context.workbook.worksheets.getItem(place.id).getRange(place.cell);
    range.formulas = [[value(place, range)]];
  }
  await context.sync();
}

function stood({ isTextCell, before: held }: Place, range: Excel.Range): unknown {
  if (isTextCell) range.numberFormat = [["@"]];
  return held;
}

/** A formula would be a text in a cell for texts, so it is no such cell then. */
function wanted(place: Place, range: Excel.Range): unknown {
  if (!("formula" in place)) return entered(place.value, place.isTextCell);
  if (place.isTextCell) range.numberFormat = [["General"]];
  return `=${place.formula}`;
}

/** What a cell holds, as it would have to be entered again: a text needs its apostrophe, a formula does not. */
function again(held: unknown, shown: unknown, isTextCell: boolean): unknown {
  return typeof held === "string" && held === shown ? entered(held, isTextCell) : held;
}
