import type { LettersTemplate } from "./letters";
import type { Obligation } from "./obligations";
import type { SummaryTemplate } from "./summary-template";
import type { Template } from "./template";

/** Everything that a planning year defines. */
export interface PlanningYear {
  readonly id: string;
  readonly label: string;
  /** Whether it is taken where a person names no year. */
  readonly usual: boolean;
  readonly templates: ReadonlyMap<string, Template>;
  /** What the return of a role asked in a version that came before in the same round; null where there was none. */
  readonly earlier: (role: string, version: string) => Template | null;
  /** What the guidance of the year asks for, by id; empty where the year lists nothing. */
  readonly obligations: ReadonlyMap<string, Obligation>;
  /** What the SHA's summary shows; null where the year has none. */
  readonly summary: SummaryTemplate | null;
  /** The words of the SHA's letters about the returns; null where the year has none. */
  readonly letters: LettersTemplate | null;
}
