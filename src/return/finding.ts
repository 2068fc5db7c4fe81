import type { Level } from "../template";

/** What an authority made of a finding that is or has to be explained; changed: it accepted what is no longer so. */
export type Verdict = "accepted" | "queried" | "changed";

/** One thing to say about a return: where, what was found, how to put it right, and by what source. */
export interface Finding {
  readonly code: string;
  readonly level: Level;
  /** What is expected, in a few words. */
  readonly title: string;
  readonly sheet: string;
  /** Addresses on the sheet, "D14"; none where the thing is not one of cells. */
  readonly cells: readonly string[];
  /** The cells as a person names them: line and column. */
  readonly labels: readonly string[];
  readonly message: string;
  readonly fix: string;
  readonly source: string;
  /** The explanation that the return gives; null where there is none or none is asked for. */
  readonly reason: string | null;
  /** What the authority made of it, once it has. */
  readonly verdict?: Verdict;
}

const ORDER: Readonly<Record<Level, number>> = { fix: 0, explain: 1, note: 2 };

/** Findings in the order of their gravity, otherwise as they were found. */
export function byLevel(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}

/** True while a finding has to be dealt with: put right, or explained. A verdict of the authority stands over the explanation. */
export function isOpen({ level, reason, verdict }: Finding): boolean {
  if (level !== "explain") return level === "fix";
  return verdict === undefined ? reason === null : verdict !== "accepted";
}

const QUOTED_IN_FULL = 3;

/** Findings of the same thing on one sheet, together. */
export function alike(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.sheet, finding.level, finding.reason, finding.verdict]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/** One finding for many cells of a sheet with the same thing wrong, so that a list stays readable. No cell is left out. */
export function grouped(findings: readonly Finding[]): readonly Finding[] {
  return alike(findings).flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const shown = group.slice(0, QUOTED_IN_FULL).map((finding) => finding.message);
    const more = group.length - shown.length;
    const rest = more > 0 ? [`And ${more} more like ${shown.length === 1 ? "this" : "these"}.`] : [];
    return [
      {
        ...first,
        cells: group.flatMap((finding) => finding.cells),
        labels: group.flatMap((finding) => finding.labels),
        message: [...shown, ...rest].join(" "),
      },
    ];
  });
}
