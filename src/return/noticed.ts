import type { ReturnFault, StandingHole } from "../template";

/** Something that was noticed while a return was read: what was moved and found again, changed, added or lost. */
export interface Noticed {
  readonly kind: ReturnFault;
  readonly facts: Partial<Record<StandingHole, string>>;
  /** The sheet as it is called in the workbook. */
  readonly sheet: string;
  readonly cells: readonly string[];
  /** Lines, columns or fields concerned, as a person names them. */
  readonly labels: readonly string[];
}
