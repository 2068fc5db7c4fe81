import type { Organisation } from "../../register";

import { isFilled, type Collection, type SummaryRow } from "../collection";
import { missingWords } from "../figure-row";
import { listIn } from "./planned";

/** An organisation that is expected to file a list, and where its returns with that list stand. */
export interface ListingBody {
  readonly organisation: Organisation;
  readonly rows: readonly SummaryRow[];
}

/** Every organisation that is expected to file this list, in the register's order. */
export function listingBodies({ rows }: Collection, list: string): readonly ListingBody[] {
  const bodies = new Map<Organisation, SummaryRow[]>();
  for (const row of rows)
    if (listIn(row.template, list))
      bodies.set(row.organisation, [...(bodies.get(row.organisation) ?? []), row]);
  return [...bodies].map(([organisation, of]) => ({ organisation, rows: of }));
}

const STATUS_WORDS = { final: "Final", draft: "Draft", blank: "Sent blank" } as const;

/** "Final", or where an organisation files in several roles "provider Draft, commissioner Not received". */
export function returnWords({ rows }: ListingBody): string {
  return rows
    .map((row) => {
      const words = isFilled(row) && row.status !== null ? STATUS_WORDS[row.status] : missingWords(row);
      return rows.length === 1 ? words : `${row.template.roleLabel} ${words}`;
    })
    .join(", ");
}
