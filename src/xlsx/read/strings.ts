import type { Meter } from "./budget";
import type { Package } from "./package";
import { Refusal } from "./refusal";
import { startRichText } from "./rich-text";

/** The list of texts that cells refer to by number. */
export function readStrings(from: Package, part: string, meter: Meter): readonly string[] {
  const strings: string[] = [];
  const rich = startRichText();
  let inString = false;
  from.read(part, "the list of its texts", {
    open(name, depth) {
      if (depth === 2) inString = name === "si";
      else if (inString) rich.open(name, depth - 2);
    },
    text(text) {
      if (inString) rich.text(text);
    },
    close(_, depth) {
      if (inString && depth > 2) rich.close();
      if (!inString || depth !== 2) return;
      inString = false;
      strings.push(rich.take());
      // A list longer than all cells together could be used only in part.
      if (strings.length > meter.budget.cells)
        throw new Refusal("too_large", "its list of texts is too long");
    },
  });
  return strings;
}
