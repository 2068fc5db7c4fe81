import type { SheetDraft } from "../../layout";
import type { SummaryByTable } from "../../template";

import type { FactPlaces } from "../fact-places";
import type { ChoiceRow } from "./choice-rows";
import { drawListed, type ListedFigures, type ListedRow } from "./listed-figures";

/** Draws, from this row on, a row for each return and choice; each code leads to the first of its rows among the facts. */
export function drawOrganisations(
  draft: SheetDraft,
  table: SummaryByTable,
  rows: readonly ChoiceRow[],
  from: number,
  placeOf: FactPlaces,
): ListedFigures {
  const { title, intro } = table.organisations ?? { title: table.title, intro: null };
  const columns = table.columns.filter(({ source }) => source.kind === "each");
  const roles = new Map<string, Set<string>>();
  for (const { of } of rows) {
    const { code } = of.organisation;
    roles.set(code, (roles.get(code) ?? new Set()).add(of.template.role));
  }
  const listed = rows.map(({ of, choice, figures, keys }): ListedRow => {
    const { code, name } = of.organisation;
    const target = keys.flatMap((key) => placeOf(code, of.template, key) ?? [])[0];
    const words = (roles.get(code)?.size ?? 0) > 1 ? `${name}, ${of.template.roleLabel}` : name;
    return { code, target, name: words, choice: choice.label, figures };
  });
  return drawListed(draft, table, { title, intro, head: "Organisation", columns, rows: listed }, from);
}
