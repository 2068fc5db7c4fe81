import { formulaNow, shown, type Finding, type FoundField, type Return } from "../../return";
import { readKeys, type Field, type StandingKind } from "../../template";

import type { Mend } from "./reading";

/** What is said of an entry that can surely be read, though not as it stands. */
const UNTIDY: readonly StandingKind[] = [
  "figure_as_text",
  "percent_in_points",
  "date_as_text",
  "choice_varies",
];

/** What is said of a cell in which something else stands than what the return was drawn with. */
const OVERWRITTEN: readonly StandingKind[] = ["typed_over", "formula_changed"];

/** A longer formula says nothing to anybody on a button. */
const LONGEST_SHOWN = 32;

/** Finds the corrections that nobody would dispute: entries as what they count as already, totals with their own formulas. */
export class Mends {
  readonly #found: Return;
  readonly #untidy: ReadonlySet<string>;
  readonly #overwritten: ReadonlySet<string>;
  readonly #keys: ReadonlyMap<string, string>;

  constructor(found: Return) {
    const { standing } = found.template;
    const codes = (kinds: readonly StandingKind[]) =>
      new Set(kinds.flatMap((kind) => standing.get(kind)?.code ?? []));
    this.#found = found;
    this.#untidy = codes(UNTIDY);
    this.#overwritten = codes(OVERWRITTEN);
    this.#keys = new Map([...found.fields].map(([key, { place }]) => [`${place.sheet}!${place.cell}`, key]));
  }

  of({ code, sheet, cells }: Finding): readonly Mend[] {
    const isUntidy = this.#untidy.has(code);
    if (!isUntidy && !this.#overwritten.has(code)) return [];
    return cells.flatMap((cell) => {
      const key = this.#keys.get(`${sheet}!${cell}`) ?? "";
      const [field, there] = [this.#found.template.fields.get(key), this.#found.fields.get(key)];
      if (!field || !there) return [];
      return (isUntidy ? tidied(field, there) : asDrawn(field, there, this.#found)) ?? [];
    });
  }
}

function tidied(field: Field, { place, value, counts, formula }: FoundField): Mend | null {
  // In the place of a formula a figure would stand still from then on.
  if (field.source.kind !== "entered" || value === counts || formula !== null) return null;
  return { entry: { ...place, value: counts }, words: shown(counts, field) };
}

function asDrawn({ source, ...field }: Field, { place }: FoundField, found: Return): Mend | null {
  if (source.kind === "constant")
    return {
      entry: { ...place, value: source.value },
      words: shown(source.value, { ...field, source }),
    };
  if (source.kind !== "calculated") return null;
  // A sum that has lost one of its cells can't be what it was.
  if ([...readKeys(source.formula)].some((key) => !found.fields.has(key))) return null;
  const formula = formulaNow(found, source.formula, place.sheet);
  const words = formula.length > LONGEST_SHOWN ? "its formula" : formula;
  return { entry: { ...place, formula: formula.slice(1) }, words };
}
