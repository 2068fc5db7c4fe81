import type { SheetDraft } from "../../layout";
import type { SummaryByTable } from "../../template";

import { addedUp, inRow, type ByFormula } from "../by/by-formulas";
import { drawListed, type ChoicePlaces, type ListedRow } from "../by/listed-figures";
import type { MadeOfParts } from "../by/over-all";
import type { TotalCells } from "../total-rows";
import type { AuthorityFigures } from "./authority-figures";
import { noteOn, type NationalByTable } from "./over-all-tables";
import type { NationalPlaces } from "./places";
import { noReturnWords } from "./state-words";

interface Parts {
  readonly tables: readonly NationalByTable[];
  readonly figures: readonly AuthorityFigures[];
  readonly totals: TotalCells;
  readonly places: NationalPlaces;
  /** Whether a table of this workbook has such a column. */
  readonly hasColumn: (table: string, column: string) => boolean;
}

/** Tables over all authorities, made of what the returns of each come to. */
export function authoritiesParts(draft: SheetDraft, parts: Parts): MadeOfParts {
  const nationalOf = ({ id }: SummaryByTable): NationalByTable => {
    const found = parts.tables.find(({ table }) => table.id === id);
    if (!found) throw new Error(`authoritiesParts: there is no table ${id}`);
    return found;
  };
  return {
    hasRest: (table) =>
      table.list !== null &&
      parts.figures.some((one) =>
        one.rowsOf(nationalOf(table).of).some(({ row }) => row.id === table.list?.rest.id),
      ),
    drawParts: (table, from) => {
      const { across } = nationalOf(table);
      const listed = {
        title: `${table.title}: authority by authority`,
        intro: `What the returns of each authority come to, worked out from the facts of its summary.${table.list ? " What an authority has nothing of is not listed." : ""} Filter by authority, or by what stands beside it.`,
        head: "Strategic health authority",
        columns: table.columns.filter(({ id }) => !across.has(id)),
        rows: rowsOf(nationalOf(table), parts),
      };
      return drawListed(draft, table, listed, from);
    },
    formulas: (table, choices) => formulasOver(nationalOf(table), choices, parts),
    noteOn,
  };
}

/** Added up over the authorities' rows; what is worked out from columns of its row is worked out anew, unless it is added up apart. */
function formulasOver(
  { table, across }: NationalByTable,
  choices: ChoicePlaces | null,
  { totals, hasColumn }: Parts,
): ByFormula {
  return ({ id, source, apart }, one, row) => {
    if (source.kind === "formula" && (apart === null || across.has(id)))
      return inRow(table, source.expression, row, totals);
    // What no return has a line of is blank, and not nothing.
    if (source.kind === "totals" && !hasColumn(source.table, one.id)) return null;
    return addedUp(choices, id, row);
  };
}

function rowsOf({ of }: NationalByTable, { figures, places }: Parts): readonly ListedRow[] {
  return figures.flatMap((own): ListedRow[] => {
    const { authority } = own;
    const { code, name, summary } = authority;
    const source = places.sourceOf(authority);
    const none = noReturnWords(summary, own.returnsOf(of).length);
    if (none !== null) return [{ code, target: source, name, choice: none, figures: null }];
    const rows = own.rowsOf(of);
    if (rows.length === 0)
      return [{ code, target: source, name, choice: "No return has any", figures: new Map() }];
    return rows.map(({ row, figures: found, made }) => ({
      code,
      target: places.factUnder(authority, made) ?? source,
      name,
      choice: row.label,
      figures: found,
    }));
  });
}
