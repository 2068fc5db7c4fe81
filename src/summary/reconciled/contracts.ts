import type { ContractState, SummaryContracts } from "../../template";

import type { Collection } from "../collection";
import { plannedRows, type Planned } from "./planned";
import { quarterOf, quarterWords, type Quarter } from "./quarter";
import { wordsKey } from "./words";

/** So many deployments of a product are contracted with an LSP in a quarter. */
export interface Contracted {
  readonly lsp: string;
  readonly product: string;
  readonly quarter: Quarter;
  readonly contracted: number;
}

type Part = "name" | "lsp" | "product";

/** A product of an LSP in a quarter: what is contracted, and the deployments that are planned. */
export interface ContractLine {
  readonly lsp: string;
  readonly product: string;
  /** Null for deployments whose go-live is not known. */
  readonly quarter: Quarter | null;
  /** Null where nothing is said of it in the contracts. */
  readonly contracted: number | null;
  readonly planned: readonly Planned<Part>[];
  readonly state: ContractState;
}

/** Every combination of LSP, product and quarter that is contracted or planned, in that order. */
export function heldAgainstContracts(
  collection: Collection,
  part: SummaryContracts,
  contracts: readonly Contracted[],
): readonly ContractLine[] {
  const lines = new Map<string, Omit<ContractLine, "state" | "planned"> & { planned: Planned<Part>[] }>();
  for (const one of contracts) lines.set(keyOf(one.lsp, one.product, one.quarter), { ...one, planned: [] });
  // The same LSP or product is written alike wherever it stands: as the contracts have it, else as the first plan.
  const spelling = new Map<string, string>();
  const spelt = (text: string) => {
    const known = spelling.get(wordsKey(text)) ?? text;
    spelling.set(wordsKey(text), known);
    return known;
  };
  for (const one of contracts) for (const text of [one.lsp, one.product]) spelt(text);
  for (const row of plannedRows<Part>(collection, part, ["name", "lsp", "product"])) {
    if (!row.marked) continue;
    const [lsp, product] = [spelt(row.texts.lsp ?? ""), spelt(row.texts.product ?? "")];
    const quarter = row.goLive === null ? null : (quarterOf(row.goLive) ?? null);
    const key = keyOf(lsp, product, quarter);
    const line = lines.get(key) ?? { lsp, product, quarter, contracted: null, planned: [] };
    line.planned.push(row);
    lines.set(key, line);
  }
  const span = spanOf(contracts);
  return [...lines.values()]
    .map((line): ContractLine => ({
      ...line,
      lsp: spelt(line.lsp),
      product: spelt(line.product),
      state: stateOf(line, span),
    }))
    .sort((a, b) => compare(a.lsp, b.lsp) || compare(a.product, b.product) || order(a) - order(b));
}

/** The same LSP, product and quarter, however they are written. */
export function keyOf(lsp: string, product: string, quarter: Quarter | null): string {
  return [wordsKey(lsp), wordsKey(product), quarter ? quarterWords(quarter) : ""].join(" | ");
}

/** From which quarter to which contracts say something at all; null where there is none. */
function spanOf(contracts: readonly Contracted[]): { readonly from: number; readonly to: number } | null {
  const quarters = contracts.map(({ quarter }) => orderOf(quarter));
  return quarters.length === 0 ? null : { from: Math.min(...quarters), to: Math.max(...quarters) };
}

function stateOf(
  { contracted, planned, quarter }: Omit<ContractLine, "state">,
  span: ReturnType<typeof spanOf>,
): ContractState {
  if (quarter === null) return "no_date";
  if (contracted === null) {
    const at = orderOf(quarter);
    return span && (at < span.from || at > span.to) ? "outside" : "not_contracted";
  }
  if (planned.length === contracted) return "as_contracted";
  return planned.length > contracted ? "more" : "fewer";
}

function order({ quarter }: ContractLine): number {
  return quarter === null ? Infinity : orderOf(quarter);
}

function orderOf({ year, number }: Quarter): number {
  return 4 * year + number;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
