import type { Layout } from "../layout";

import { withReferences } from "./references";
import { withFormulas } from "./sheet-formulas";

/** A workbook in which a sheet was given another name, as Excel does it: formulas follow, links that are texts do not. */
export function withSheetRenamed(layout: Layout, from: string, to: string): Layout {
  const follow = (formula: string) =>
    withReferences(formula, (reference) =>
      reference.sheet === from ? { ...reference, sheet: to } : reference,
    );
  return {
    ...layout,
    sheets: layout.sheets.map((sheet) => ({
      ...withFormulas(sheet, follow),
      name: sheet.name === from ? to : sheet.name,
    })),
  };
}
