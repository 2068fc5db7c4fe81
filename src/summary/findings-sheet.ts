import type { RawValue } from "../cells";
import type { LayoutSheet } from "../layout";
import { grouped } from "../return";

import type { Frame } from "./frame";
import { LEVEL_WORDS } from "./levels";
import { listSheet, type ListColumn } from "./list-sheet";
import { namedOnCover, type ReturnFile } from "./returned-file";

/** Every finding of every return that was read, cells with the same thing wrong taken together. */
export function findingsSheet(frame: Frame): LayoutSheet {
  const columns: readonly ListColumn[] = [
    { label: "Code", width: 9 },
    { label: "Organisation", width: 30 },
    { label: "Return", width: 14 },
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
    "What the returns that count do not meet, organisation by organisation, and what shows only where returns are held against each other. The same thing in several cells of a sheet stands in one row.";
  return listSheet("Findings", columns, [...rows, ...strangers], frame, intro, { wrap: true, levels: 4 });
}

function findingRows(code: string, name: string, file: ReturnFile): readonly (readonly RawValue[])[] {
  return grouped(file.reading.findings).map((finding) => [
    code,
    name,
    file.reading.found.template.roleLabel,
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
