import { shown, type Finding, type Return } from "../../return";
import type { StandingKind } from "../../template";

import type { Mend } from "./reading";

/** What is said of an entry that can surely be read, though not as it stands. */
const UNTIDY: readonly StandingKind[] = [
  "figure_as_text",
  "percent_in_points",
  "date_as_text",
  "choice_varies",
];

/** Finds the corrections that nobody would dispute: the entries counted as what they were meant to be already. */
export class Mends {
  readonly #codes: ReadonlySet<string>;
  readonly #byCell = new Map<string, Mend>();

  constructor({ template, fields }: Return) {
    this.#codes = new Set(UNTIDY.flatMap((kind) => template.standing.get(kind)?.code ?? []));
    for (const [key, { place, value, counts, formula }] of fields) {
      const field = template.fields.get(key);
      // In the place of a formula a figure would stand still from then on.
      if (field?.source.kind !== "entered" || value === counts || formula !== null) continue;
      const words = shown(counts, field);
      this.#byCell.set(`${place.sheet}!${place.cell}`, { entry: { ...place, value: counts }, words });
    }
  }

  of({ code, sheet, cells }: Finding): readonly Mend[] {
    if (!this.#codes.has(code)) return [];
    return cells.flatMap((cell) => this.#byCell.get(`${sheet}!${cell}`) ?? []);
  }
}
