import { parseAddress, type RawValue, type SheetCells, type WorkbookCells } from "../../cells";
import type { SummaryTemplate, Template } from "../../template";

import { FACT_COLUMNS } from "../facts";
import { rowKey } from "../row-key";

/** A return that counted in the earlier summary, as far as its facts are set beside those of now. */
export interface LastReturn {
  readonly file: string;
  readonly sha256: string;
  /** By key. */
  readonly values: ReadonlyMap<string, RawValue>;
}

/** By organisation and role, as `rowKey` writes them. */
export type LastReturns = ReadonlyMap<string, LastReturn>;

/** The returns of an earlier summary, from its facts: what tells a resubmission, and the days that may have moved since. */
export function lastReturns(
  { sheets }: WorkbookCells,
  { summary, templates }: { readonly summary: SummaryTemplate; readonly templates: readonly Template[] },
): LastReturns {
  const year = templates[0]?.year ?? "";
  const wanted = wantedKeys(summary, templates);
  const found = new Map<string, { file: string; sha256: string; values: Map<string, RawValue> }>();
  for (const sheet of sheets)
    for (const fact of factsIn(sheet)) {
      const [org, role, of, key, file, sha256] = (
        ["org", "role", "year", "key", "file", "sha256"] as const
      ).map((column) => textOf(fact.get(column)));
      if (!org || !role || !key || of !== year) continue;
      const at = rowKey({ code: org }, { role });
      const known = found.get(at) ?? { file: file ?? "", sha256: sha256 ?? "", values: new Map() };
      found.set(at, known);
      if (wanted(key)) known.values.set(key, fact.get("value") ?? null);
    }
  return found;
}

type FactColumn = (typeof FACT_COLUMNS)[number];

/** The rows below headings that are those of facts; where the sheet has none, nothing. */
function* factsIn({ cells }: SheetCells): Iterable<ReadonlyMap<FactColumn, RawValue>> {
  const known = new Map<number, Map<FactColumn, number>>();
  for (const [text, { value }] of cells) {
    const column = FACT_COLUMNS.find((one) => one === value);
    const at = column && parseAddress(text);
    if (at) known.set(at.row, (known.get(at.row) ?? new Map<FactColumn, number>()).set(column, at.column));
  }
  const head = [...known].find(([, columns]) => columns.size === FACT_COLUMNS.length);
  if (!head) return;
  const columnAt = new Map([...head[1]].map(([name, column]) => [column, name]));
  const rows = new Map<number, Map<FactColumn, RawValue>>();
  for (const [text, { value }] of cells) {
    const at = parseAddress(text);
    const column = at && at.row > head[0] ? columnAt.get(at.column) : undefined;
    if (at && column)
      rows.set(at.row, (rows.get(at.row) ?? new Map<FactColumn, RawValue>()).set(column, value));
  }
  yield* rows.values();
}

/** Names and days of lists that have a timeline, and what a cover says of the state of its return. */
function wantedKeys({ sheets }: SummaryTemplate, templates: readonly Template[]): (key: string) => boolean {
  const covers = new Set(templates.flatMap(({ identity }) => [identity.status, identity.submission]));
  const columns = sheets.flatMap((sheet) =>
    sheet.kind === "list" && sheet.timeline
      ? [sheet.naming, sheet.timeline.day].map(({ id }) => [`${sheet.list}.`, `[${id}]`] as const)
      : [],
  );
  return (key) =>
    covers.has(key) || columns.some(([start, end]) => key.startsWith(start) && key.endsWith(end));
}

function textOf(value: RawValue | undefined): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : null;
}
