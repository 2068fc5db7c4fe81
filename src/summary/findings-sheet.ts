import { formatRectangle, quoteSheet, type RawValue } from "../cells";
import type { LayoutSheet } from "../layout";
import { grouped } from "../return";

import { FINDING_HEADS } from "./finding-heads";
import { FIRST_ROW, type Frame } from "./frame";
import { toDoWords } from "./levels";
import { listSheet, type ListColumn } from "./list-sheet";
import type { ListedFindings } from "./places";
import { namedOnCover, type ReturnFile } from "./returned-file";

/** Places of columns, from 0 on. */
const [RETURN, TO_DO, REF, OPEN] = [2, 3, 4, 11];
const FINDINGS_SHEET = "Findings";

export interface FindingsSheet {
  readonly sheet: LayoutSheet;
  readonly listed: ListedFindings | null;
}

/** Every finding of every return that was read, cells with the same thing wrong taken together. */
export function findingsSheet(frame: Frame): FindingsSheet {
  const columns: readonly ListColumn[] = [
    { label: FINDING_HEADS.org, width: 9 },
    { label: "Organisation", width: 30 },
    { label: FINDING_HEADS.return, width: 14 },
    { label: FINDING_HEADS.toDo, width: 14 },
    { label: FINDING_HEADS.code, width: 8.5 },
    { label: FINDING_HEADS.sheet, width: 14.5 },
    { label: FINDING_HEADS.cells, width: 16 },
    { label: FINDING_HEADS.found, width: 62 },
    { label: "How to put it right", width: 41 },
    { label: "Explanation given", width: 34 },
    { label: "File", width: 27 },
    // 1 in one row for each return and check: what the authority has to settle is counted on the sheet Explanations instead.
    { label: "open", width: 6, hidden: true },
    { label: "raised", width: 6, hidden: true },
  ];
  const rows = frame.collection.rows.flatMap(({ organisation, counted }) =>
    counted ? findingRows(organisation.code, organisation.name, counted) : [],
  );
  const strangers = frame.collection.strangers.flatMap((file) =>
    findingRows("", namedOnCover(file.reading.found), file),
  );
  const intro =
    "What the returns that count do not meet, organisation by organisation, and what shows only where returns are held against each other. The same thing in several cells of a sheet stands in one row.";
  const all = [...rows, ...strangers];
  const sheet = listSheet(FINDINGS_SHEET, columns, all, frame, intro, { wrap: true, levels: TO_DO + 1 });
  const range = (column: number) =>
    `${quoteSheet(FINDINGS_SHEET)}!${formatRectangle({
      top: FIRST_ROW + 1,
      left: column + 1,
      bottom: FIRST_ROW + all.length,
      right: column + 1,
    })}`;
  const listed =
    all.length === 0
      ? null
      : { codes: range(REF), roles: range(RETURN), open: range(OPEN), raised: range(OPEN + 1) };
  return { sheet, listed };
}

function findingRows(code: string, name: string, file: ReturnFile): readonly (readonly RawValue[])[] {
  const before = new Set<string>();
  return grouped(file.reading.findings).map((finding) => {
    // Bodies that no return is expected from are counted nowhere.
    const counts = code !== "" && finding.level !== "explain" && !before.has(finding.code) ? 1 : 0;
    before.add(finding.code);
    return [
      code,
      name,
      file.reading.found.template.roleLabel,
      toDoWords(finding),
      finding.code,
      finding.sheet,
      finding.cells.join(", "),
      finding.message,
      finding.fix,
      finding.reason ?? "",
      file.file,
      finding.level === "fix" ? counts : 0,
      counts,
    ];
  });
}
