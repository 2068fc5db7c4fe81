import { formatRectangle, type RawValue } from "../cells";
import { SheetDraft, heightFor, type LayoutSheet, type StyleRole } from "../layout";
import { grouped, isOpen, type Finding } from "../return";

import { FACT_COLUMNS, type Fact } from "./facts";
import { FIRST_ROW, drawFrame, finished, type Frame } from "./frame";
import { LEVEL_WORDS, markLevels } from "./levels";
import { namedOnCover, submissionOf, type Collection, type ReturnFile, type SummaryRow } from "./returned";

interface ListColumn {
  readonly label: string;
  readonly width: number;
  readonly figure?: true;
}

/** A list with headings that filter it, one row each. */
function listSheet(
  name: string,
  columns: readonly ListColumn[],
  rows: readonly (readonly RawValue[])[],
  frame: Frame,
  intro: string,
  look: {
    readonly roles?: (row: number, column: number) => StyleRole | null;
    readonly wrap?: boolean;
    readonly levels?: number;
  } = {},
): LayoutSheet {
  const draft = new SheetDraft(name);
  columns.forEach(({ width }, at) => draft.column(at + 1, { width, hidden: false }));
  drawFrame(draft, frame, columns.length, null, intro);
  const head = FIRST_ROW;
  columns.forEach(({ label, figure }, at) =>
    draft.set(head, at + 1, { value: label, role: figure ? "head" : "head_text" }),
  );
  draft.row(head, { height: 20 });
  rows.forEach((values, at) => {
    const row = head + 1 + at;
    values.forEach((value, column) => {
      const figure = columns[column]?.figure;
      const role =
        look.roles?.(at, column) ??
        (figure ? (look.wrap ? "figure_list" : "figure") : look.wrap ? "text" : "label");
      draft.set(row, column + 1, { value, role, format: figure ? "whole" : "general" });
    });
    if (!look.wrap) return;
    const heights = values.map((value, column) =>
      heightFor(typeof value === "string" ? value : "", (columns[column]?.width ?? 10) - 2),
    );
    draft.row(row, { height: Math.max(...heights) });
  });
  const bottom = head + Math.max(1, rows.length);
  if (look.levels !== undefined) markLevels(draft, { top: head + 1, bottom, column: look.levels });
  const filter = formatRectangle({ top: head, left: 1, bottom, right: columns.length });
  return finished(draft, frame, { freeze: { rows: head, columns: 2 }, filter, titleRows: [head, head] });
}

const STATE_WORDS = { final: "Received, final", draft: "Received, draft", blank: "Sent blank" } as const;

function stateWords(row: SummaryRow): string {
  if (row.status !== null) return STATE_WORDS[row.status];
  if (row.state === "refused") return "Refused";
  return row.organisation.foundationTrust === true
    ? "Not received (foundation trust, voluntary)"
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
    { label: "State", width: 22 },
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
    : [
        ...start,
        stateWords(row),
        null,
        null,
        null,
        null,
        null,
        row.refused[0]?.file ?? "",
        refusalOf(row.refused[0]),
      ];
  const superseded = row.superseded.map((file): RawValue[] => [
    ...start,
    "Does not count",
    submissionOf(file.reading.found),
    ...counts(file.reading.findings),
    file.file,
    `Another return of the organisation counts instead: ${counted?.file ?? ""}.`,
  ]);
  const refused = (counted ? row.refused : row.refused.slice(1)).map((file): RawValue[] => [
    ...start,
    "Refused",
    null,
    null,
    null,
    null,
    null,
    file.file,
    refusalOf(file),
  ]);
  return [main, ...superseded, ...refused];
}

function refusalOf(file: SummaryRow["refused"][number] | undefined): string {
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
  const unread = collection.unread.map((file): RawValue[] => [
    "",
    "",
    "",
    "Refused",
    null,
    null,
    null,
    null,
    null,
    file.file,
    refusalOf(file),
  ]);
  return [...strangers, ...unread];
}

/** Every finding of every return that was read, cells with the same thing wrong taken together. */
export function findingsSheet(frame: Frame): LayoutSheet {
  const columns: readonly ListColumn[] = [
    { label: "Code", width: 9 },
    { label: "Organisation", width: 30 },
    { label: "To do", width: 14 },
    { label: "Ref", width: 7 },
    { label: "Sheet", width: 13 },
    { label: "Cells", width: 16 },
    { label: "What was found", width: 62 },
    { label: "How to put it right", width: 42 },
    { label: "Explanation given", width: 34 },
    { label: "File", width: 28 },
  ];
  const rows = frame.collection.rows.flatMap(({ organisation, counted }) =>
    counted ? findingRows(organisation.code, organisation.name, counted) : [],
  );
  const strangers = frame.collection.strangers.flatMap((file) =>
    findingRows("", namedOnCover(file.reading.found), file),
  );
  const intro =
    "What the returns that count do not meet, organisation by organisation. The same thing in several cells of a sheet stands in one row.";
  return listSheet("Findings", columns, [...rows, ...strangers], frame, intro, { wrap: true, levels: 3 });
}

function findingRows(code: string, name: string, file: ReturnFile): readonly (readonly RawValue[])[] {
  return grouped(file.reading.findings).map((finding) => [
    code,
    name,
    finding.level === "explain" && finding.reason !== null ? "▲ Explained" : LEVEL_WORDS[finding.level],
    finding.code,
    finding.sheet,
    finding.cells.join(", "),
    finding.message,
    finding.fix,
    finding.reason ?? "",
    file.file,
  ]);
}

const FACT_WIDTHS: Readonly<Record<(typeof FACT_COLUMNS)[number], number>> = {
  org: 8,
  role: 11,
  year: 10,
  version: 9,
  key: 36,
  value: 16,
  counts: 8,
  file: 32,
  sheet: 14,
  cell: 8,
  sha256: 24,
};

/** Every value with its source, for whoever works on with the figures. */
export function factsSheet(facts: readonly Fact[], frame: Frame): LayoutSheet {
  const columns = FACT_COLUMNS.map((label): ListColumn => ({ label, width: FACT_WIDTHS[label] }));
  const rows = facts.map((fact): RawValue[] =>
    FACT_COLUMNS.map((column): RawValue =>
      column === "counts" ? (fact.counts ? "yes" : "no") : fact[column],
    ),
  );
  const intro =
    "Every value of the returns that count, with the file, sheet and cell it came from. Only figures marked “yes” may be added up over organisations.";
  return listSheet("Facts", columns, rows, frame, intro);
}
