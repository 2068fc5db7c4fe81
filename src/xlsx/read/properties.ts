import type { WorkbookCells } from "../../cells";

import type { Package } from "./package";

const READ = ["modified", "creator"] as const;

/** When the workbook says it was last saved, as ISO text, and who made it; null where it says nothing of it, or no date. */
export function readProperties(
  from: Package,
  part: string | undefined,
): Pick<WorkbookCells, "modified" | "madeBy"> {
  if (part === undefined) return { modified: null, madeBy: null };
  const texts = { modified: "", creator: "" };
  let inside: (typeof READ)[number] | undefined;
  from.read(part, "its document properties", {
    open(name, depth) {
      inside = depth === 2 ? READ.find((one) => name.split(":").at(-1) === one) : undefined;
    },
    text(more) {
      if (inside) texts[inside] += more;
    },
    close() {
      inside = undefined;
    },
  });
  const modified = texts.modified.trim();
  const isDate = /^\d{4}-\d{2}-\d{2}/.test(modified) && !Number.isNaN(Date.parse(modified));
  return { modified: isDate ? modified : null, madeBy: texts.creator.trim() || null };
}
