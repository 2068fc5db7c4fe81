import type { Package } from "./package";

/** When the workbook says it was last saved, as ISO text; null where it says nothing that is a date. */
export function readModified(from: Package, part: string | undefined): string | null {
  if (part === undefined) return null;
  let inModified = false;
  let text = "";
  from.read(part, "its document properties", {
    open(name, depth) {
      inModified = depth === 2 && /(^|:)modified$/.test(name);
    },
    text(more) {
      if (inModified) text += more;
    },
    close() {
      inModified = false;
    },
  });
  const modified = text.trim();
  return /^\d{4}-\d{2}-\d{2}/.test(modified) && !Number.isNaN(Date.parse(modified)) ? modified : null;
}
