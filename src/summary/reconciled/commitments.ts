import type { Organisation } from "../../register";
import type { CommitmentState, SummaryCommitments } from "../../template";

import { isFilled, type Collection } from "../collection";
import { missingWords } from "../figure-row";
import { paired, type Known, type Pair } from "./paired";
import { listIn, plannedRows, type Planned } from "./planned";
import { referenceKey, wordsKey } from "./words";

/** One commitment as the database has it. */
export interface DatabaseCommitment {
  readonly org: string;
  readonly product: string;
  /** Empty where the database has none. */
  readonly supplier: string;
  readonly reference: string;
  /** The day as Excel counts them. */
  readonly goLive: number;
}

type Part = "name" | "product" | "supplier" | "reference";
const PARTS: readonly Part[] = ["name", "product", "supplier", "reference"];
type PlannedCommitment = Planned<Part> & Known;
type Recorded = DatabaseCommitment & Known;

/** A commitment, wherever it stands. */
export interface Commitment {
  readonly code: string;
  readonly organisation: string;
  readonly state: CommitmentState;
  readonly plan: Planned<Part> | null;
  readonly database: DatabaseCommitment | null;
  readonly by: Pair<unknown, unknown>["by"] | null;
  /** What there is to say of it besides, in sentences. */
  readonly remarks: readonly string[];
}

/** An organisation, and what the plan and the database have of it. */
interface Body {
  readonly code: string;
  readonly organisation: Organisation | undefined;
  readonly plans: PlannedCommitment[];
  readonly databases: Recorded[];
}

/** Every commitment of the plans and of the database, organisation by organisation: first what plans have, then the rest. */
export function reconciled(
  collection: Collection,
  part: SummaryCommitments,
  extract: readonly DatabaseCommitment[],
): readonly Commitment[] {
  const rows = plannedRows(collection, part, PARTS).map((row): PlannedCommitment => ({
    ...row,
    ...known(row.texts.reference, row.texts.product, row.texts.supplier),
    later: row.later,
  }));
  return bodiesOf(collection, rows, extract).flatMap((body) => ofBody(body, collection, part, rows));
}

function known(
  reference: string | null,
  product: string | null,
  supplier: string | null,
): Omit<Known, "later"> {
  const words = [product, supplier].map((text) => wordsKey(text ?? ""));
  return {
    byReference: referenceKey(reference),
    byWords: words.includes("") ? null : words.join(" | "),
  };
}

/** Bodies in the register's order, then those that are not expected to file here or unknown, by code. */
function bodiesOf(
  { rows, register }: Collection,
  planned: readonly PlannedCommitment[],
  extract: readonly DatabaseCommitment[],
): readonly Body[] {
  const bodies = new Map<string, Body>();
  const bodyOf = (organisation: Organisation | undefined, code: string): Body => {
    const body = bodies.get(code) ?? { code, organisation, plans: [], databases: [] };
    bodies.set(code, body);
    return body;
  };
  for (const { organisation } of rows) bodyOf(organisation, organisation.code);
  const expected = bodies.size;
  for (const row of planned) {
    const { organisation } = row.by;
    if (row.marked) bodyOf(organisation, organisation.code).plans.push(row);
  }
  for (const one of extract) {
    const code = one.org.trim().toUpperCase();
    const organisation = register.find(code) ?? successorOf(code, register.organisations);
    const record = { ...one, ...known(one.reference, one.product, one.supplier), later: false };
    bodyOf(organisation, organisation?.code ?? code).databases.push(record);
  }
  const all = [...bodies.values()];
  const others = all.slice(expected).sort((a, b) => (a.code < b.code ? -1 : 1));
  return [...all.slice(0, expected), ...others];
}

/** The organisation that a body with this code is now part of, where there is but one. */
function successorOf(code: string, all: readonly Organisation[]): Organisation | undefined {
  const found = all.filter(({ predecessors }) => predecessors?.includes(code));
  return found.length === 1 ? found[0] : undefined;
}

function ofBody(
  body: Body,
  collection: Collection,
  part: SummaryCommitments,
  rows: readonly PlannedCommitment[],
): readonly Commitment[] {
  const { pairs, plans, databases } = paired(body.plans, body.databases);
  const start = {
    code: body.code,
    organisation: body.organisation?.name ?? "",
    plan: null,
    database: null,
    by: null,
  };
  const ofPlan = body.plans.map((plan): Commitment => {
    const pair = pairs.find((one) => one.plan === plan);
    if (!pair) {
      const why = plans.get(plan);
      const state = plan.later ? "later" : "only_plan";
      return { ...start, state, plan, remarks: [...dateless(plan), ...(why ? [why] : [])] };
    }
    const { database, by } = pair;
    const remarks = [...former(database, body), ...dateless(plan), ...differences(plan, database)];
    return { ...start, state: stateOf(pair, part), plan, database, by, remarks };
  });
  const rest = [...databases].map(([database, why]): Commitment => {
    const { state, because } = stateOfMissing(body, collection, part);
    const elsewhere = state === "only_database" ? standsElsewhere(database, body, rows) : [];
    const remarks = [...former(database, body), ...because, ...(why === null ? [] : [why]), ...elsewhere];
    return { ...start, state, database, remarks };
  });
  return [...ofPlan, ...rest];
}

function stateOf(
  { plan, database, by }: Pair<PlannedCommitment, Recorded>,
  { days }: SummaryCommitments,
): CommitmentState {
  if (plan.goLive !== null && Math.abs(plan.goLive - database.goLive) > days) return "apart";
  return by === "reference" ? "in_both" : "by_words";
}

/** Why a commitment of the database is in no plan: while a return that could have it is missing, nobody can say that it is in none. */
function stateOfMissing(
  { organisation, code }: Body,
  { rows }: Collection,
  { list }: SummaryCommitments,
): { readonly state: CommitmentState; readonly because: readonly string[] } {
  if (!organisation)
    return { state: "not_registered", because: [`The register has no organisation ${code}.`] };
  const own = rows.filter((row) => row.organisation === organisation && listIn(row.template, list));
  if (own.length === 0) {
    const words =
      organisation.sha === null ? "is of no authority" : `is registered under ${organisation.sha}`;
    return { state: "not_expected", because: [`It ${words} as “${organisation.type}”.`] };
  }
  const missing = own.filter((row) => !isFilled(row));
  if (missing.length === 0) return { state: "only_database", because: [] };
  const because = missing.map(
    (row) => `Its ${row.template.roleLabel} return: ${missingWords(row).toLowerCase()}.`,
  );
  return { state: "not_returned", because };
}

/** Where a reference of the database stands that no commitment of the organisation's plan has. */
function standsElsewhere(
  { byReference }: Recorded,
  { code }: Body,
  rows: readonly PlannedCommitment[],
): readonly string[] {
  if (byReference === null) return [];
  return rows.flatMap((row): string[] => {
    const { organisation, counted } = row.by;
    if (row.byReference !== byReference) return [];
    const cell = row.place ? ` (${row.place.sheet} ${row.place.cell})` : "";
    if (organisation.code !== code) return [`The reference stands in ${counted.file}${cell}.`];
    return row.marked ? [] : [`The plan has the reference in an entry that is no commitment${cell}.`];
  });
}

function former({ org }: Recorded, { code }: Body): readonly string[] {
  const written = org.trim().toUpperCase();
  return written === code ? [] : [`The database has it under the former code ${written}.`];
}

function dateless({ goLive }: PlannedCommitment): readonly string[] {
  return goLive === null ? ["The plan has no go-live date."] : [];
}

/** What the plan has otherwise than the database. */
function differences({ texts }: PlannedCommitment, database: Recorded): readonly string[] {
  const parts = (["product", "supplier", "reference"] as const).flatMap((part) => {
    const [own, other] = [texts[part] ?? "", database[part]];
    if (wordsKey(own) === wordsKey(other)) return [];
    return [own === "" ? `no ${part}` : `the ${part} ${own}`];
  });
  return parts.length === 0 ? [] : [`The plan has ${parts.join(", ")}.`];
}
