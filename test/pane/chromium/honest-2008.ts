import { formatAddress, type RawValue } from "../../../src/cells";
import { planTemplate } from "../../../src/layout";
import type { ValueEntry } from "../../../src/workbook";
import { writtenLines } from "../../support/honest";
import { planningYear } from "../../support/shipped";

/** A year whose returns are drawn and put in within a second. */
export const HONEST_YEAR = planningYear("2008-09");

const template = HONEST_YEAR.templates.get("provider")!;
const { placeOf } = planTemplate(template);

/**
 * What somebody types into a provider's return with nothing wrong, key by key; who files it is there already, and it is a draft.
 */
export function honestLines(): readonly (readonly [key: string, text: string])[] {
  const { code, name, type, sha, status } = template.identity;
  return writtenLines("honest-provider-2008").flatMap(([key, text]) =>
    [code, name, type, sha].includes(key)
      ? []
      : [[key, key === status ? template.states.draft : text] as const],
  );
}

/** The same with the cells into which they are written. */
export function entriesOf(entries: Iterable<readonly [string, RawValue]>): readonly ValueEntry[] {
  return [...entries].map(([key, value]) => {
    const { sheet, address } = placeOf.get(key)!;
    return { sheet, cell: formatAddress(address), value };
  });
}
