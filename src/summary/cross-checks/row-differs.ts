import { shown } from "../../return";

import { compared, differs, listedRows, type Compared, type ListedRow } from "../listed-rows";
import { raised, type CrossCheck } from "./raised";

/** Listed figures of an organisation that its own return, the one that counts, has otherwise. */
export const rowDiffers: CrossCheck = (collection) =>
  listedRows(collection).flatMap((row) => {
    const different = compared(row).filter(differs);
    if (different.length === 0) return [];
    const facts = { expected: row.name, found: different.map((one) => inWords(one, row)).join("; ") };
    const { file, finding } = raised(row.by.counted, "row_differs", facts, row.codeKey);
    const fields = different.map(({ field }) => field);
    const { found } = file.reading;
    const cells = fields.flatMap(({ key }) => found.fields.get(key)?.place.cell ?? []);
    return [{ file, finding: { ...finding, cells, labels: fields.map(({ label }) => label) } }];
  });

/** "2007/08 plan revenue 3,200, the provider's own return says 3,180" */
function inWords({ field, listed, own }: Compared, { line, of }: ListedRow): string {
  const label = field.label.startsWith(`${line.label}, `)
    ? field.label.slice(line.label.length + 2)
    : field.label;
  const whose = of?.template.roleLabel ?? "organisation";
  return `${label} ${shown(listed, field)}, the ${whose}'s own return says ${shown(own, field)}`;
}
