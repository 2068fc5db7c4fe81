import type { Organisation, Register } from "../register";
import { isOpen, type ReturnStatus } from "../return";
import type { Template } from "../template";

import type { Earlier } from "./beside/earlier";
import type { Entered } from "./entered/entered";
import type { ReturnFile, ReturnedFile } from "./returned-file";

/** Where an organisation of the register stands with one of its returns. */
export type RowState = "received" | "refused" | "not_received";

/** A return that does not count, and in plain words why the other one does. */
export interface Superseded {
  readonly file: ReturnFile;
  readonly because: string;
}

/** One organisation of the register in one role, and what it sent. */
export interface SummaryRow {
  readonly organisation: Organisation;
  /** The return that is expected, as the year defines it. */
  readonly template: Template;
  readonly state: RowState;
  /** The return that counts; null where there is none. */
  readonly counted: ReturnFile | null;
  readonly status: ReturnStatus | null;
  /** Returns of the same organisation and role that do not count, the nearest first. */
  readonly superseded: readonly Superseded[];
  /** Files that could not be read and are named for the organisation. */
  readonly refused: readonly ReturnedFile[];
}

/** A row whose return has figures in it. */
export type FilledRow = SummaryRow & { readonly counted: ReturnFile };

/** When files came in, by their names as they are shown, and by when they were due: ISO days. */
export interface Arrivals {
  readonly due: string;
  readonly received: ReadonlyMap<string, string>;
}

/** Everything that came in for one SHA and year. */
export interface Collection {
  readonly sha: { readonly code: string; readonly name: string };
  readonly register: Register;
  /** The returns of the year by role, as it defines them. */
  readonly templates: readonly Template[];
  /** Organisation by organisation in the register's order, each with a row for every role that it files in. */
  readonly rows: readonly SummaryRow[];
  /** Returns of bodies that this SHA does not expect one from; they are in no total. */
  readonly strangers: readonly ReturnFile[];
  /** Files that could not be read and are named for no organisation of the SHA. */
  readonly unread: readonly ReturnedFile[];
  /** Returns of the year that is set beside this one; null where the year sets none beside it. */
  readonly earlier: Earlier | null;
  /** Null where nothing was said of when files came in. */
  readonly arrivals: Arrivals | null;
  /** What the authority entered in an earlier summary. */
  readonly entered: Entered;
}

export function rowsOfRole({ rows }: Collection, role: string): readonly SummaryRow[] {
  return rows.filter(({ template }) => template.role === role);
}

/** The roles that some organisation of the SHA files in, in the year's order. */
export function rolesFiled(collection: Collection): readonly Template[] {
  const filed = new Set(collection.rows.map(({ template }) => template));
  return collection.templates.filter((template) => filed.has(template));
}

/** True where a return with something in it counts: a blank one has no figures to show. */
export function isFilled(row: SummaryRow): row is FilledRow {
  return row.counted !== null && row.status !== "blank";
}

/** True where nothing in the return that counts is left to put right or to explain: its figures are settled. */
export function isSettled({ counted }: SummaryRow): boolean {
  return counted !== null && !counted.reading.findings.some(isOpen);
}

/** A foundation trust's return is voluntary. */
export function isVoluntary({ state, organisation }: SummaryRow): boolean {
  return state === "not_received" && organisation.foundationTrust === true;
}

/** The ISO day on which a file came in; null where it is not known. */
export function receivedDay({ arrivals }: Collection, file: ReturnedFile): string | null {
  return arrivals?.received.get(file.file) ?? null;
}

/** True where a file is known to have come in after the day it was due. */
export function isLate(collection: Collection, file: ReturnedFile): boolean {
  const day = receivedDay(collection, file);
  return collection.arrivals !== null && day !== null && day > collection.arrivals.due;
}
