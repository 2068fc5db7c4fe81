import { isCellError, parseAddress, type RawValue, type SheetCells, type WorkbookCells } from "../cells";

import { FACTS_SHEET } from "./fact-places";
import { FACT_COLUMNS, type Fact } from "./facts";

export type FactsResult =
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  /** One sentence that goes on after a colon. */
  | { readonly kind: "refused"; readonly message: string };

type FactColumn = (typeof FACT_COLUMNS)[number];

/** The list of facts on a sheet: below which row it stands, and what each column of the sheet holds. */
interface FactsList {
  readonly sheet: SheetCells;
  readonly head: number;
  readonly columns: ReadonlyMap<number, FactColumn>;
}

/**
 * The facts of a summary's workbook. The list is found by its headings, so its rows may have been sorted, filtered or hidden, its columns
 * moved and its sheet renamed. What stands below it and is no fact, as a total that somebody added, is passed over.
 */
export function readFacts(workbook: WorkbookCells): FactsResult {
  const lists = workbook.sheets.flatMap((sheet) => factsListIn(sheet) ?? []);
  const [list, ...others] = lists.length > 1 ? lists.filter(isOwn) : lists;
  if (!list || others.length > 0) {
    const message =
      lists.length > 1
        ? `its facts stand on several sheets (${lists.map(({ sheet }) => sheet.name).join(", ")}). Delete those that are copies.`
        : `it has no sheet ${FACTS_SHEET} with the headings ${FACT_COLUMNS.join(", ")}. Have the summary made anew.`;
    return { kind: "refused", message };
  }
  return factsIn(list);
}

function isOwn({ sheet }: FactsList): boolean {
  return sheet.name === FACTS_SHEET;
}

function factsListIn(sheet: SheetCells): FactsList | null {
  const known = new Map<RawValue, FactColumn>(FACT_COLUMNS.map((column) => [column, column]));
  const rows = new Map<number, Map<number, FactColumn>>();
  for (const [text, { value }] of sheet.cells) {
    const column = known.get(value);
    const at = column === undefined ? undefined : parseAddress(text);
    if (column === undefined || !at) continue;
    const columns = rows.get(at.row) ?? new Map<number, FactColumn>();
    rows.set(at.row, columns.set(at.column, column));
    if (new Set(columns.values()).size === known.size) return { sheet, head: at.row, columns };
  }
  return null;
}

type FactRow = ReadonlyMap<FactColumn, RawValue>;

function factsIn({ sheet, head, columns }: FactsList): FactsResult {
  const rows = new Map<number, Map<FactColumn, RawValue>>();
  for (const [text, { value }] of sheet.cells) {
    const at = parseAddress(text);
    const column = at && at.row > head ? columns.get(at.column) : undefined;
    if (!at || column === undefined) continue;
    const row = rows.get(at.row) ?? new Map<FactColumn, RawValue>();
    rows.set(at.row, row.set(column, value));
  }
  const facts: Fact[] = [];
  const rowOf = new Map<string, number>();
  for (const [number, row] of rows) {
    const gone = NAMES.filter((column) => textOf(row, column) === "");
    const says = SAYS.has(textOf(row, "counts"));
    if (gone.length > 0 && !says) continue;
    const refuse = (message: string): FactsResult => ({
      kind: "refused",
      message: `row ${number} of its sheet ${sheet.name} ${message} Have the summary made anew.`,
    });
    if (gone.length > 0)
      return refuse(`is no fact any more: ${gone.join(" and ")} ${gone.length === 1 ? "is" : "are"} gone.`);
    if (!says) return refuse("does not say whether its value counts.");
    const fact = factOf(row);
    if (fact.counts && typeof fact.value !== "number")
      return refuse("says that its value counts, and it is no figure.");
    const about = NAMES.map((column) => fact[column]).join(" ");
    const before = rowOf.get(about);
    if (before !== undefined)
      return refuse(`is about the same as row ${before}: ${fact.org}, ${fact.role}, ${fact.key}.`);
    rowOf.set(about, number);
    facts.push(fact);
  }
  return { kind: "facts", facts };
}

const SAYS: ReadonlySet<string> = new Set(["yes", "no"]);
/** What a fact is about: no two of a summary have all of these alike. */
const NAMES = ["org", "role", "year", "key"] as const satisfies readonly FactColumn[];

function factOf(row: FactRow): Fact {
  const text = (column: FactColumn) => textOf(row, column);
  const value = row.get("value") ?? null;
  return {
    org: text("org"),
    role: text("role"),
    year: text("year"),
    version: text("version"),
    key: text("key"),
    value: typeof value === "number" || value === null ? value : text("value"),
    counts: text("counts") === "yes",
    file: text("file"),
    sheet: text("sheet"),
    cell: text("cell"),
    sha256: text("sha256"),
  };
}

function textOf(row: FactRow, column: FactColumn): string {
  const value = row.get(column) ?? null;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return isCellError(value) ? value.error : String(value);
}
