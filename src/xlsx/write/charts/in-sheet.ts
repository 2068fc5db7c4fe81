import { VOCABULARY } from "./markup";

/** What stands behind the drawing in a sheet, by the format's schema; everything else stands before. */
const BEHIND: ReadonlySet<string> = new Set([
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
]);

/** A tag, its attributes and all: a sign > in an attribute ends none. */
const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:"[^"]*"|'[^']*'|[^'">])*?)(\/?)>/g;

/**
 * The sheet with a reference to its drawing. Its place is found among the children of the sheet itself: rules of conditional formats have
 * an extLst too, and a drawing put there is passed over without a word.
 */
export function withDrawing(sheet: string, id: string): string {
  let depth = 0;
  for (const { index, 0: tag, 1: closing, 2: name = "", 4: empty } of sheet.matchAll(TAG)) {
    if (closing === "/") {
      depth -= 1;
      if (depth > 0) continue;
      return put(sheet, index, id);
    }
    if (depth === 1 && name === "drawing") throw new Error("withDrawing: the sheet has a drawing already");
    if (depth === 1 && BEHIND.has(name)) return put(sheet, index, id);
    if (empty !== "/" && !tag.endsWith("/>")) depth += 1;
  }
  throw new Error("withDrawing: the sheet has no end");
}

function put(sheet: string, at: number, id: string): string {
  const drawing = `<drawing xmlns:r="${VOCABULARY.relationship}" r:id="${id}"/>`;
  return `${sheet.slice(0, at)}${drawing}${sheet.slice(at)}`;
}
