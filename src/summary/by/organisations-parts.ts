import type { SheetDraft } from "../../layout";

import type { Collection } from "../collection";
import type { FactPlaces } from "../fact-places";
import type { TotalCells } from "../total-rows";
import { formulasOver } from "./by-formulas";
import { choiceRows } from "./choice-rows";
import { drawOrganisations } from "./organisations-table";
import type { MadeOfParts } from "./over-all";

/** Tables over all returns made of the returns of a collection. */
export function organisationsParts(
  draft: SheetDraft,
  collection: Collection,
  totals: TotalCells,
  placeOf: FactPlaces,
): MadeOfParts {
  return {
    hasRest: (table) =>
      table.list !== null &&
      choiceRows(table, table.list, collection).some(({ choice }) => choice.id === table.list?.rest.id),
    drawParts: (table, from) =>
      table.list && drawOrganisations(draft, table, choiceRows(table, table.list, collection), from, placeOf),
    formulas: (table, parts) => formulasOver(table, totals, parts),
    noteOn: () => null,
  };
}
