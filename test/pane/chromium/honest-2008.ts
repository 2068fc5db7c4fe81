import { formatAddress, type RawValue } from "../../../src/cells";
import { planTemplate } from "../../../src/layout";
import type { ValueEntry } from "../../../src/workbook";
import { writtenReturn } from "../../support/honest";
import { planningYear } from "../../support/shipped";

const template = planningYear("2008-09").templates.get("provider")!;
const { placeOf } = planTemplate(template);

/** What somebody enters into a provider's return for 2008/09 with nothing wrong; who files it is there already, and it is a draft. */
export function honestEntries(): ReadonlyMap<string, RawValue> {
  const { code, name, type, sha, status } = template.identity;
  const entries = writtenReturn("honest-provider-2008", template);
  for (const key of [code, name, type, sha]) if (key !== null) entries.delete(key);
  return entries.set(status, template.states.draft);
}

/** The same with the cells into which they are written. */
export function entriesOf(entries: Iterable<readonly [string, RawValue]>): readonly ValueEntry[] {
  return [...entries].map(([key, value]) => {
    const { sheet, address } = placeOf.get(key)!;
    return { sheet, cell: formatAddress(address), value };
  });
}
