import type { ValueType } from "./template";

/** What a column of any table of a summary is called and holds, wherever its figures come from. */
export interface SummaryColumnHead {
  readonly id: string;
  readonly label: string;
  readonly group: string | null;
  readonly width: number | null;
  readonly type: ValueType;
}
