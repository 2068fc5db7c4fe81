import type { LayoutSheet } from "../../layout";
import type { SummaryTemplate } from "../../template";

import type { Frame } from "../frame";
import type { DatabaseCommitment } from "./commitments";
import { commitmentsSheet } from "./commitments-sheet";
import type { Contracted } from "./contracts";
import { contractsSheet } from "./contracts-sheet";

/** What the plans are held against; null where it was not given. */
export interface HeldAgainst {
  readonly commitments: readonly DatabaseCommitment[] | null;
  readonly contracts: readonly Contracted[] | null;
}

export const NOTHING_GIVEN: HeldAgainst = { commitments: null, contracts: null };

/** A sheet for each source that was given. */
export function reconciledSheets(
  { commitments, contracts }: SummaryTemplate,
  given: HeldAgainst,
  frame: Frame,
): readonly LayoutSheet[] {
  return [
    ...(commitments && given.commitments ? [commitmentsSheet(commitments, given.commitments, frame)] : []),
    ...(contracts && given.contracts ? [contractsSheet(contracts, given.contracts, frame)] : []),
  ];
}
