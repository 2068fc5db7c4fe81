import type { Organisation, Register } from "../register";
import {
  foundText,
  foundValue,
  organisationOf,
  statusOf,
  isOpen,
  type Finding,
  type Return,
  type ReturnStatus,
} from "../return";

/** A file that was sent in, and what came of reading it. */
export interface ReturnedFile {
  /** As a person finds it again: the path below the folder that was given. */
  readonly file: string;
  readonly sha256: string;
  /** When the workbook says it was last saved (ISO text); file times change by mail and are not used. */
  readonly modified: string | null;
  readonly reading:
    | { readonly kind: "return"; readonly found: Return; readonly findings: readonly Finding[] }
    | { readonly kind: "refused"; readonly code: string; readonly message: string };
}

/** A file that holds a return. */
export type ReturnFile = ReturnedFile & { readonly reading: { readonly kind: "return" } };

/** Where an organisation of the register stands. */
export type RowState = "received" | "refused" | "not_received";

/** One organisation of the register and what it sent. */
export interface SummaryRow {
  readonly organisation: Organisation;
  readonly state: RowState;
  /** The return that counts; null where there is none. */
  readonly counted: ReturnFile | null;
  readonly status: ReturnStatus | null;
  /** Returns of the same organisation that do not count. */
  readonly superseded: readonly ReturnFile[];
  /** Files that could not be read and are named for the organisation. */
  readonly refused: readonly ReturnedFile[];
}

/** Everything that came in for one SHA, role and year. */
export interface Collection {
  readonly sha: { readonly code: string; readonly name: string };
  readonly rows: readonly SummaryRow[];
  /** Returns of bodies that this SHA does not expect one from; they are in no total. */
  readonly strangers: readonly ReturnFile[];
  /** Files that could not be read and are named for no organisation of the SHA. */
  readonly unread: readonly ReturnedFile[];
}

/** Sorts files to the organisations that returns are expected from. Which of several returns counts is decided by `outranks`. */
export function collect(
  files: readonly ReturnedFile[],
  register: Register,
  shaCode: string,
  expects: readonly string[],
): Collection {
  const expected = register.ofSha(shaCode).filter((organisation) => expects.includes(organisation.type));
  const codes = new Set(expected.map(({ code }) => code));
  const inOrder = [...files].sort((a, b) => a.file.localeCompare(b.file));
  const returns = inOrder.filter(isReturn);
  const refused = inOrder.filter((file) => !isReturn(file));
  const byCode = new Map<string, ReturnFile[]>();
  const strangers: ReturnFile[] = [];
  for (const file of returns) {
    const code = organisationOf(file.reading.found, register)?.code;
    if (code === undefined || !codes.has(code)) strangers.push(file);
    else byCode.set(code, [...(byCode.get(code) ?? []), file]);
  }
  const rows = expected.map((organisation): SummaryRow => {
    const [counted = null, ...superseded] = [...(byCode.get(organisation.code) ?? [])].sort(outranks);
    const named = refused.filter((file) => codeInName(file.file, codes) === organisation.code);
    const state: RowState = counted ? "received" : named.length > 0 ? "refused" : "not_received";
    return {
      organisation,
      state,
      counted,
      status: counted ? statusOf(counted.reading.found) : null,
      superseded,
      refused: named,
    };
  });
  const unread = refused.filter((file) => codeInName(file.file, codes) === null);
  const name = register.find(shaCode)?.name ?? shaCode;
  return { sha: { code: shaCode, name }, rows, strangers, unread };
}

function isReturn(file: ReturnedFile): file is ReturnFile {
  return file.reading.kind === "return";
}

/** The organisation with whose code a file's own name begins. */
function codeInName(file: string, codes: ReadonlySet<string>): string | null {
  const [first = ""] = (file.split(/[\\/]/).at(-1) ?? "").toUpperCase().split(/[^A-Z0-9]+/);
  return codes.has(first) ? first : null;
}

const RANK: Readonly<Record<ReturnStatus, number>> = { final: 2, draft: 1, blank: 0 };

/** Final before draft, then the submission number, then when the workbook was saved, then its digest, so that the order never depends on names. */
function outranks(a: ReturnFile, b: ReturnFile): number {
  const [first, second] = [a.reading.found, b.reading.found];
  return (
    RANK[statusOf(second)] - RANK[statusOf(first)] ||
    submissionOf(second) - submissionOf(first) ||
    (b.modified ?? "").localeCompare(a.modified ?? "") ||
    a.sha256.localeCompare(b.sha256) ||
    a.file.localeCompare(b.file)
  );
}

/** True where nothing in the return that counts is left to put right or to explain: its figures are settled. */
export function isSettled({ counted }: SummaryRow): boolean {
  return counted !== null && !counted.reading.findings.some(isOpen);
}

export function submissionOf(found: Return): number {
  const { submission } = found.template.identity;
  const value = submission === null ? null : foundValue(found, submission);
  return typeof value === "number" ? value : 0;
}

/** The organisation's name on the cover, for files that no register entry stands for. */
export function namedOnCover(found: Return): string {
  const { code, name } = found.template.identity;
  return (
    [foundText(found, code), foundText(found, name)].filter((part) => part !== null).join(" ") ||
    "no organisation named"
  );
}
