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

type Place = Entry & { readonly isTextCell: boolean; readonly before: unknown };
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
    if (!REFUSED.has(codeOf(problem) ?? "")) throw problem;
    return { kind: "refused" };
  }
}

async function look(context: Excel.RequestContext, entries: readonly Entry[]): Promise<Looked> {
  const cells = entries.map((entry) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(entry.sheet).load("name");
    const range = parseAddress(entry.cell) && sheet.getRange(entry.cell).load("formulas,numberFormat");
    const locking = range?.format.protection.load("locked");
    const protection = sheet.protection.load("protected");
    return { entry, sheet, range, locking, protection };
  });
  await context.sync();
  if (cells.some(({ sheet, range }) => sheet.isNullObject || !range)) return { kind: "gone" };
  if (cells.some(({ protection, locking }) => protection.protected && locking?.locked !== false))
    return { kind: "refused" };
  const places = cells.map(({ entry, range }) => {
    const formulas: readonly (readonly unknown[])[] = range?.formulas ?? [];
    const formats: readonly (readonly unknown[])[] = range?.numberFormat ?? [];
    return { ...entry, before: formulas[0]?.[0], isTextCell: formats[0]?.[0] === "@" };
  });
  return { kind: "open", places };
}

async function write(places: readonly Place[]): Promise<void> {
  try {
    await asked((context) => put(context, places, ({ value, isTextCell }) => entered(value, isTextCell)));
  } catch (problem) {
    // What Excel did before it refused stays done.
    await asked((context) =>
      put(context, places, ({ before, isTextCell }) => restored(before, isTextCell)),
    ).catch(() => undefined);
    throw problem;
  }
}

async function put(
  context: Excel.RequestContext,
  places: readonly Place[],
  value: (place: Place) => unknown,
): Promise<void> {
  for (const place of places)
    context.workbook.worksheets.getItem(place.sheet).getRange(place.cell).formulas = [[value(place)]];
  await context.sync();
}

/** What a cell held, as it has to be entered again: a text needs its apostrophe, a formula does not. */
function restored(before: unknown, isTextCell: boolean): unknown {
  return typeof before === "string" && !before.startsWith("=") ? entered(before, isTextCell) : before;
}
