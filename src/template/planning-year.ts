import type { SummaryTemplate } from "./summary-template";
import type { Template } from "./template";

/** Everything that a planning year defines. */
export interface PlanningYear {
  readonly id: string;
  readonly label: string;
  readonly templates: ReadonlyMap<string, Template>;
  /** What the SHA's summary shows; null where the year has none. */
  readonly summary: SummaryTemplate | null;
}
