import type { SheetDraft } from "../layout";
import { isOpen, type Finding } from "../return";

import type { Collection, SummaryRow } from "./collection";
import { EXPLAINED, LEVEL_WORDS, VERDICT_WORDS, markLevels } from "./levels";
import { GRID, drawAcross, drawTitle } from "./overview-grid";
import { codesByRole } from "./role-words";

const SPANS = { title: 2, level: 2, count: 1, which: GRID.columns - 5 } as const;
const ORDER: readonly Finding["level"][] = ["fix", "explain", "note"];

/** A check that some return does not meet, with the returns in which it is open, that explain it, and whose explanation was accepted. */
interface Unmet {
  readonly finding: Finding;
  readonly open: Set<SummaryRow>;
  readonly explained: Set<SummaryRow>;
  readonly accepted: Set<SummaryRow>;
}

/** Each check that some return does not meet, the gravest and the most frequent first. */
export function drawFindings(draft: SheetDraft, collection: Collection, from: number): number {
  drawTitle(draft, from, "What does not fit, in the returns that count");
  drawAcross(draft, from + 1, [
    [SPANS.title, { value: "What is expected", role: "head_text" }],
    [SPANS.level, { value: "To do", role: "head_text" }],
    [SPANS.count, { value: "Returns", role: "head_small" }],
    [SPANS.which, { value: "Which", role: "head_text" }],
  ]);
  const all = unmet(collection);
  let row = from + 2;
  for (const one of all) {
    const { finding, open, explained, accepted } = one;
    const [level, those] =
      open.size > 0
        ? [LEVEL_WORDS[finding.level], open]
        : explained.size > 0
          ? [EXPLAINED, explained]
          : [VERDICT_WORDS.accepted, accepted];
    drawAcross(draft, row, [
      [SPANS.title, { value: `${finding.code}  ${finding.title}`, role: "text" }],
      [SPANS.level, { value: level, role: "text" }],
      [SPANS.count, { value: those.size, role: "figure_list", format: "whole" }],
      [SPANS.which, { value: which(collection, one), role: "text" }],
    ]);
    row += 1;
  }
  if (all.length === 0) drawAcross(draft, row, [[GRID.columns, { value: "Everything fits.", role: "text" }]]);
  else markLevels(draft, { top: from + 2, bottom: row - 1, column: SPANS.title + 1 });
  return row;
}

function unmet({ rows }: Collection): readonly Unmet[] {
  const byCode = new Map<string, Unmet>();
  for (const row of rows) {
    for (const finding of row.counted?.reading.findings ?? []) {
      const known = byCode.get(finding.code) ?? {
        finding,
        open: new Set(),
        explained: new Set(),
        accepted: new Set(),
      };
      if (isOpen(finding) || finding.level === "note") known.open.add(row);
      else (finding.verdict ? known.accepted : known.explained).add(row);
      byCode.set(finding.code, known);
    }
  }
  return [...byCode.values()].sort(
    (a, b) =>
      ORDER.indexOf(a.finding.level) - ORDER.indexOf(b.finding.level) ||
      b.open.size - a.open.size ||
      (a.finding.code < b.finding.code ? -1 : 1),
  );
}

/** "X01, X02. Explained by 2: X03, X04. Accepted from 1: X05"; what stands first needs no words. */
function which(collection: Collection, { open, explained, accepted }: Unmet): string {
  const parts = [
    ["", open],
    ["Explained by", explained],
    ["Accepted from", accepted],
  ] as const;
  return parts
    .filter(([, rows]) => rows.size > 0)
    .map(([words, rows], at) => {
      const codes = codesByRole(collection, [...rows]);
      return at === 0 ? codes : `${words} ${rows.size}: ${codes}`;
    })
    .join(". ");
}
