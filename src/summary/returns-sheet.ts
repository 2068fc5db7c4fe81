import type { RawValue } from "../cells";
import type { LayoutSheet } from "../layout";
import { isOpen, type Finding } from "../return";

import type { Frame } from "./frame";
import { listSheet, type ListColumn } from "./list-sheet";
import { namedOnCover, submissionOf, type Collection, type ReturnedFile, type SummaryRow } from "./returned";

const STATE_WORDS = { final: "Received, final", draft: "Received, draft", blank: "Sent blank" } as const;

function stateWords(row: SummaryRow): string {
  if (row.status !== null) return STATE_WORDS[row.status];
  if (row.state === "refused") return "Refused";
  return row.organisation.foundationTrust === true
    ? "Not received (voluntary: foundation trust)"
    : "Not received";
}

function counts(findings: readonly Finding[]): readonly number[] {
  const open = (level: Finding["level"]) =>
    findings.filter((finding) => finding.level === level && (level === "note" || isOpen(finding))).length;
  const explained = findings.filter(({ level, reason }) => level === "explain" && reason !== null).length;
  return [open("fix"), open("explain"), explained, open("note")];
}

/** Each organisation of the register: received, refused or not received; then files that belong to none of them. */
export function returnsSheet(frame: Frame): LayoutSheet {
  const { collection } = frame;
  const columns: readonly ListColumn[] = [
    { label: "Code", width: 9 },
    { label: "Organisation", width: 34 },
    { label: "Type", width: 24 },
    { label: "State", width: 24 },
    { label: "Submission", width: 12, figure: true },
    { label: "To put right", width: 12, figure: true },
    { label: "To explain", width: 11, figure: true },
    { label: "Explained", width: 11, figure: true },
    { label: "To note", width: 9, figure: true },
    { label: "File", width: 26 },
    { label: "Remark", width: 40 },
  ];
  const rows = [...collection.rows.flatMap(organisationRows), ...otherFiles(collection)];
  const missing = (at: number, column: number) =>
    column === 3 && isMissing(rows[at]?.[3]) ? ("missing" as const) : null;
  const intro =
    "Every organisation of the register from which a return is expected, and every file that was given.";
  return listSheet("Returns", columns, rows, frame, intro, { roles: missing, wrap: true });
}

function isMissing(state: RawValue | undefined): boolean {
  return typeof state === "string" && state.startsWith("Not received");
}

function organisationRows(row: SummaryRow): readonly (readonly RawValue[])[] {
  const { organisation, counted } = row;
  const start = [organisation.code, organisation.name, organisation.type];
  const main: RawValue[] = counted
    ? [
        ...start,
        stateWords(row),
        submissionOf(counted.reading.found),
        ...counts(counted.reading.findings),
        counted.file,
        "",
      ]
    : [...start, stateWords(row), ...UNCOUNTED, row.refused[0]?.file ?? "", refusalOf(row.refused[0])];
  const superseded = row.superseded.map((file): RawValue[] => [
    ...start,
    "Does not count",
    submissionOf(file.reading.found),
    ...counts(file.reading.findings),
    file.file,
    `Another return of the organisation counts instead: ${counted?.file ?? ""}.`,
  ]);
  const others = counted ? row.refused : row.refused.slice(1);
  const refused = others.map((file) => refusedRow(start, file));
  return [main, ...superseded, ...refused];
}

/** A file that can't be read has no submission number and no findings to count. */
const UNCOUNTED: readonly RawValue[] = [null, null, null, null, null];

function refusedRow(start: readonly string[], file: ReturnedFile): readonly RawValue[] {
  return [...start, "Refused", ...UNCOUNTED, file.file, refusalOf(file)];
}

function refusalOf(file: ReturnedFile | undefined): string {
  return file?.reading.kind === "refused" ? file.reading.message : "";
}

function otherFiles(collection: Collection): readonly (readonly RawValue[])[] {
  const strangers = collection.strangers.map((file): RawValue[] => [
    "",
    namedOnCover(file.reading.found),
    "",
    "Not expected; in no total",
    submissionOf(file.reading.found),
    ...counts(file.reading.findings),
    file.file,
    "The cover names no organisation from which this return is expected. Correct its code, or add it to the register.",
  ]);
  const unread = collection.unread.map((file) => refusedRow(["", "", ""], file));
  return [...strangers, ...unread];
}
