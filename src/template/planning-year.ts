import type { SummaryTemplate } from "./summary-definition";
import type { Template } from "./template";

/** Everything that a planning year defines. */
export interface PlanningYear {
  readonly id: string;
  readonly label: string;
  readonly templates: ReadonlyMap<string, Template>;
  /** What the SHA's summary shows, by role. */
  readonly summaries: ReadonlyMap<string, SummaryTemplate>;
}
