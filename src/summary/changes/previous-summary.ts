import type { RawValue, WorkbookCells } from "../../cells";
import type { Template } from "../../template";

import { FACT_COLUMNS } from "../facts";
import { FINDING_HEADS } from "../finding-heads";
import { tableIn, textUnder, type TableRow } from "./table-in";

/** A return as an earlier summary has it. */
export interface PreviousReturn {
  readonly org: string;
  readonly role: string;
  readonly file: string | null;
  readonly sha256: string | null;
  /** Values by key. */
  readonly values: ReadonlyMap<string, RawValue>;
  /** Keys that stand there twice, with other values: nobody knows which was meant. */
  readonly doubtful: ReadonlySet<string>;
}

/** What an earlier summary says under a code of a sheet of a return. */
export interface PreviousFinding {
  readonly org: string;
  readonly role: string;
  readonly toDo: string;
  readonly code: string;
  readonly sheet: string;
  readonly cells: readonly string[];
  readonly message: string;
}

/** What an earlier summary shows, as far as it can be held against a new one. A part that is not found in it is null. */
export interface PreviousSummary {
  /** By organisation and role, as `returnKey` makes it. */
  readonly returns: ReadonlyMap<string, PreviousReturn> | null;
  readonly findings: readonly PreviousFinding[] | null;
}

export function returnKey(org: string, role: string): string {
  return `${org} ${role}`;
}

/** Reads what an earlier summary shows of the returns, by the heads of its lists, wherever and in whatever order they stand. */
export function previousSummary(workbook: WorkbookCells, templates: readonly Template[]): PreviousSummary {
  const facts = tableIn(workbook, FACT_COLUMNS);
  const findings = tableIn(workbook, Object.values(FINDING_HEADS));
  return {
    returns: facts && returnsIn(facts, templates),
    findings: findings && findings.flatMap((row) => findingIn(row, templates)),
  };
}

interface Reading {
  readonly org: string;
  readonly role: string;
  file: string | null;
  sha256: string | null;
  readonly values: Map<string, RawValue>;
  readonly doubtful: Set<string>;
}

function returnsIn(
  facts: readonly TableRow[],
  templates: readonly Template[],
): ReadonlyMap<string, PreviousReturn> {
  const roles = new Map(templates.map(({ role, year }) => [role, year]));
  const returns = new Map<string, Reading>();
  for (const row of facts) {
    const [org, role, year, key] = ["org", "role", "year", "key"].map((head) => textUnder(row, head));
    // Figures of the year that is set beside this one are those of other returns.
    if (org == null || role == null || key == null || roles.get(role) !== year) continue;
    const at = returnKey(org, role);
    const one: Reading = returns.get(at) ?? {
      ...{ org, role, file: null, sha256: null },
      values: new Map(),
      doubtful: new Set(),
    };
    returns.set(at, one);
    one.file ??= textUnder(row, "file");
    one.sha256 ??= textUnder(row, "sha256");
    const value = row.get("value") ?? null;
    if (one.values.has(key) && one.values.get(key) !== value) one.doubtful.add(key);
    else one.values.set(key, value);
  }
  return returns;
}

function findingIn(row: TableRow, templates: readonly Template[]): readonly PreviousFinding[] {
  const text = (head: keyof typeof FINDING_HEADS) => textUnder(row, FINDING_HEADS[head]);
  const role = templates.find(({ roleLabel }) => roleLabel === text("return"))?.role;
  const [org, code] = [text("org"), text("code")];
  if (org === null || code === null || role === undefined) return [];
  return [
    {
      ...{ org, role, code },
      toDo: text("toDo") ?? "",
      sheet: text("sheet") ?? "",
      cells: (text("cells") ?? "").split(/[,\s]+/).filter((cell) => cell !== ""),
      message: text("found") ?? "",
    },
  ];
}
