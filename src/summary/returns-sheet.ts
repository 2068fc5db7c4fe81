import { serialOfDay, type RawValue } from "../cells";
import type { LayoutSheet } from "../layout";
import { isOpen, nothingSaid, type Finding } from "../return";

import { earlierRows, strayRows, type EarlierRow } from "./beside/returns-rows";
import { isLate, isVoluntary, receivedDay, type Collection, type SummaryRow } from "./collection";
import { dayWords } from "./day-words";
import type { Frame } from "./frame";
import { listSheet, type ListColumn } from "./list-sheet";
import {
  namedOnCover,
  saysNothingAtAll,
  submissionOf,
  type ReturnFile,
  type ReturnedFile,
} from "./returned-file";

const STATE_WORDS = { final: "Received, final", draft: "Received, draft", blank: "Sent blank" } as const;
const STATE = 4;
const RECEIVED: ListColumn = { label: "Received", width: 13, figure: "date" };

/** Each organisation of the register in each of its roles: received, refused or not received; then files that belong to none of them. */
export function returnsSheet(frame: Frame): LayoutSheet {
  const { collection } = frame;
  const columns: readonly ListColumn[] = [
    { label: "Code", width: 9 },
    { label: "Organisation", width: 34 },
    { label: "Type", width: 24 },
    { label: "Return", width: 14 },
    { label: "State", width: 33 },
    { label: "Submission", width: 12, figure: "whole" },
    { label: "To put right", width: 12, figure: "whole" },
    { label: "To explain", width: 11, figure: "whole" },
    { label: "Explained", width: 11, figure: "whole" },
    { label: "To note", width: 9, figure: "whole" },
    ...(collection.arrivals ? [RECEIVED] : []),
    { label: "File", width: 33 },
    { label: "Remark", width: 44 },
  ];
  const rows = [...collection.rows.flatMap((row) => rowsOf(row, collection)), ...otherFiles(collection)];
  const missing = (at: number, column: number) =>
    column === STATE && isMissing(rows[at]?.[STATE]) ? ("missing" as const) : null;
  const intro =
    "Every return that is expected of an organisation of the register, and every file that was given. A return that does not count says why another one does.";
  return listSheet("Returns", columns, rows, frame, intro, { roles: missing, wrap: true });
}

function isMissing(state: RawValue | undefined): boolean {
  return typeof state === "string" && state.startsWith("Not received");
}

function stateWords(row: SummaryRow): string {
  if (row.status !== null) {
    const nothing = row.counted && saysNothingAtAll(row.counted) ? "; nothing to report" : "";
    return `${STATE_WORDS[row.status]}${nothing}`;
  }
  if (row.state === "refused") return "Refused";
  return isVoluntary(row) ? "Not received (voluntary: foundation trust)" : "Not received";
}

function rowsOf(row: SummaryRow, collection: Collection): readonly (readonly RawValue[])[] {
  const { organisation, template, counted } = row;
  const start = [organisation.code, organisation.name, organisation.type, template.roleLabel];
  const [first] = row.refused;
  const main = counted
    ? returnCells([...start, stateWords(row)], counted, nothingWords(counted), collection)
    : first
      ? refusedCells(start, first, collection)
      : [...start, stateWords(row), ...UNCOUNTED, ...(collection.arrivals ? [null] : []), "", ""];
  const superseded = row.superseded.map(({ file, because }) =>
    returnCells(
      [...start, "Does not count"],
      file,
      `Another return counts instead: ${counted?.file ?? ""}. ${because}`,
      collection,
    ),
  );
  const refused = (counted ? row.refused : row.refused.slice(1)).map((file) =>
    refusedCells(start, file, collection),
  );
  return [
    main,
    ...superseded,
    ...refused,
    ...earlierRows(row, collection).map((one) => earlierCells(one, collection)),
  ];
}

/** What was found in a return of another year was for its own round to settle, and so was when it came. */
function earlierCells(
  { start, submission, file, remark }: EarlierRow,
  collection: Collection,
): readonly RawValue[] {
  const [, ...findings] = UNCOUNTED;
  const received = receivedCells(file, collection);
  return [...start, submission, ...findings, ...received, file.file, remark];
}

/** What the return says it has nothing to report on, in its own words. */
function nothingWords({ reading }: ReturnFile): string {
  return nothingSaid(reading.found)
    .map(
      ({ sheet, reason }) =>
        `Nothing to report${sheet === null ? "" : ` on ${sheet}`}${reason === null ? "." : `: ${reason}`}`,
    )
    .join(" ");
}

/** A file that can't be read has no submission number and no findings to count. */
const UNCOUNTED: readonly RawValue[] = [null, null, null, null, null];

function returnCells(
  start: readonly RawValue[],
  file: ReturnFile,
  remark: string,
  collection: Collection,
): readonly RawValue[] {
  const { found, findings } = file.reading;
  const end = endCells(file, remark, collection);
  return [...start, submissionOf(found), ...counts(findings), ...end];
}

function refusedCells(
  start: readonly string[],
  file: ReturnedFile,
  collection: Collection,
): readonly RawValue[] {
  const why = file.reading.kind === "refused" ? file.reading.message : "";
  return [...start, "Refused", ...UNCOUNTED, ...endCells(file, why, collection)];
}

/** When the file came in, where that was asked for, its name and what there is to say of it. */
function endCells(file: ReturnedFile, remark: string, collection: Collection): readonly RawValue[] {
  const { arrivals } = collection;
  const day = receivedDay(collection, file);
  const late =
    arrivals && day !== null && isLate(collection, file)
      ? `Received ${dayWords(day)}, due ${dayWords(arrivals.due)}.`
      : "";
  return [
    ...receivedCells(file, collection),
    file.file,
    [remark, late].filter((part) => part !== "").join(" "),
  ];
}

function receivedCells(file: ReturnedFile, collection: Collection): readonly RawValue[] {
  if (!collection.arrivals) return [];
  const day = receivedDay(collection, file);
  return [day === null ? "not known" : (serialOfDay(day) ?? day)];
}

function counts(findings: readonly Finding[]): readonly number[] {
  const open = (level: Finding["level"]) =>
    findings.filter((finding) => finding.level === level && (level === "note" || isOpen(finding))).length;
  const explained = findings.filter((finding) => finding.level === "explain" && !isOpen(finding)).length;
  return [open("fix"), open("explain"), explained, open("note")];
}

function otherFiles(collection: Collection): readonly (readonly RawValue[])[] {
  const remark =
    "The cover names no organisation from which this return is expected. Correct its code, or add it to the register.";
  const strangers = collection.strangers.map((file) => {
    const { found } = file.reading;
    const start = ["", namedOnCover(found), "", found.template.roleLabel, "Not expected; in no total"];
    return returnCells(start, file, remark, collection);
  });
  const unread = collection.unread.map((file) => refusedCells(["", "", "", ""], file, collection));
  const strays = strayRows(collection).map((one) => earlierCells(one, collection));
  return [...strangers, ...unread, ...strays];
}
