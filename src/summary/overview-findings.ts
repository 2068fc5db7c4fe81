import type { SheetDraft } from "../layout";
import { isOpen, type Finding } from "../return";

import type { Collection, SummaryRow } from "./collection";
import { EXPLAINED, LEVEL_WORDS, VERDICT_WORDS, markLevels } from "./levels";
import { GRID, drawAcross, drawTitle, heightAcross, type Across } from "./overview-grid";
import { someCodesByRole } from "./role-words";

const SPANS = { title: 2, level: 2, count: 1, which: GRID.columns - 5 } as const;
/** So many returns of a check are named here; the others stand on the sheets of findings. */
const MOST_NAMED = 8;
const ROW = 15;
const ORDER: readonly Finding["level"][] = ["fix", "explain", "note"];

/** A check that some return does not meet, with the returns in which it is open, that explain it, and whose explanation was accepted. */
interface Unmet {
  readonly finding: Finding;
  readonly open: Set<SummaryRow>;
  readonly explained: Set<SummaryRow>;
  readonly accepted: Set<SummaryRow>;
}

/**
 * Checks that some return does not meet, the gravest and the most frequent first: as many as find room in so many points, one at least.
 * How many more there are is said below them.
 */
export function drawFindings(draft: SheetDraft, collection: Collection, from: number, room: number): number {
  drawTitle(draft, from, "What does not fit, in the returns that count");
  drawAcross(draft, from + 1, [
    [SPANS.title, { value: "What is expected", role: "head_text" }],
    [SPANS.level, { value: "To do", role: "head_text" }],
    [SPANS.count, { value: "Returns", role: "head_small" }],
    [SPANS.which, { value: "Which", role: "head_text" }],
  ]);
  const all = unmet(collection).map((one) => lineOf(collection, one));
  const first = from + 2;
  if (all.length === 0) {
    drawAcross(draft, first, [[GRID.columns, { value: "Everything fits.", role: "text" }]]);
    return first + 1;
  }
  const heights = all.map((line) => heightAcross(draft, line));
  const shown = asManyAs(heights, room - draft.heightOf(from) - draft.heightOf(from + 1));
  all.slice(0, shown).forEach((line, at) => {
    drawAcross(draft, first + at, line);
  });
  const end = first + shown;
  markLevels(draft, { top: first, bottom: end - 1, column: SPANS.title + 1 });
  if (shown === all.length) return end;
  const rest = all.length - shown;
  const value = `${rest} more ${rest === 1 ? "check is" : "checks are"} not met: the sheets Explanations and Findings have them all, return by return.`;
  drawAcross(draft, end, [[GRID.columns, { value, role: "label" }]]);
  return end + 1;
}

/** How many of these heights have room; one row is kept for the words that there are more. */
function asManyAs(heights: readonly number[], room: number): number {
  let left = room;
  let shown = 0;
  for (const height of heights) {
    left -= height;
    const kept = shown === heights.length - 1 ? 0 : ROW;
    if (left < kept) break;
    shown += 1;
  }
  return Math.max(1, shown);
}

/** A check that is not met as a row: what is expected, what is to be done, in how many returns, in which. */
function lineOf(collection: Collection, one: Unmet): Across {
  const { finding, open, explained, accepted } = one;
  const [level, those] =
    open.size > 0
      ? [LEVEL_WORDS[finding.level], open]
      : explained.size > 0
        ? [EXPLAINED, explained]
        : [VERDICT_WORDS.accepted, accepted];
  return [
    [SPANS.title, { value: `${finding.code}  ${finding.title}`, role: "text" }],
    [SPANS.level, { value: level, role: "text" }],
    [SPANS.count, { value: those.size, role: "figure_list", format: "whole" }],
    [SPANS.which, { value: which(collection, one), role: "text" }],
  ];
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
      const codes = someCodesByRole(collection, [...rows], MOST_NAMED);
      return at === 0 ? codes : `${words} ${rows.size}: ${codes}`;
    })
    .join(". ");
}
