import { isVoluntary, type Collection, type ReturnedFile, type SummaryRow } from "../summary";
import type { LettersTemplate } from "../template";

import { filled, listed, type Holes } from "./filled";
import type { Ask, Counts, LetterReturn, LetterSection, Point } from "./letter";
import { pointsOf } from "./points";

type Words = LettersTemplate["words"];
const ASKS: readonly Ask[] = ["fix", "explain", "query"];

/** What a letter says of the return of one role. */
export function letterReturn(
  row: SummaryRow,
  collection: Collection,
  template: LettersTemplate,
  holes: Holes,
): LetterReturn {
  const { words } = template;
  const { role, roleLabel } = row.template;
  // What is missing in a blank return is everything, and a sentence says so.
  const points = row.status === "blank" ? { grouped: [], single: [] } : pointsOf(row, collection, template);
  const own: Holes = { ...holes, return: roleLabel, file: row.counted ? bareName(row.counted.file) : "" };
  const sections = ASKS.flatMap((ask): LetterSection[] => {
    const those = points.grouped.filter((point) => point.ask === ask);
    if (those.length === 0) return [];
    const { title, intro } = words.sections[ask];
    return [{ ask, title, intro: filled(intro, own), points: bySheet(those) }];
  });
  return {
    role,
    roleLabel,
    heading: filled(words.heading, own),
    states: [...stateOf(row, words, own, countsOf(points.single)), ...besides(row, words, own)],
    sections,
    points: ASKS.flatMap((ask) => bySheet(points.single.filter((point) => point.ask === ask))),
  };
}

export function countsOf(points: readonly Point[]): Counts {
  const count = (ask: Ask) => points.filter((point) => point.ask === ask).length;
  return { fix: count("fix"), explain: count("explain"), query: count("query") };
}

/** "3 points to put right and 1 to explain" */
function tally(counts: Counts, words: Words): string {
  const parts = ASKS.filter((ask) => counts[ask] > 0).map((ask) => {
    const { one, several } = words.counts[ask];
    return counts[ask] === 1 ? one : filled(several, { count: String(counts[ask]) });
  });
  return parts.length === 0 ? words.counts.nothing : listed(parts);
}

function stateOf(
  row: SummaryRow,
  { states, ...words }: Words,
  holes: Holes,
  counts: Counts,
): readonly string[] {
  if (row.status === "blank") return [filled(states.blank, holes)];
  if (row.counted) {
    const { draft, final } = row.template.states;
    const status = row.status === "final" ? final : draft;
    const read = filled(states.read, { ...holes, status, tally: tally(counts, { states, ...words }) });
    return row.status === "draft" ? [read, filled(states.draft, holes)] : [read];
  }
  const [first] = row.refused;
  if (first)
    return [filled(states.refused, { ...holes, file: bareName(first.file), why: whyRefused(first) })];
  return [filled(isVoluntary(row) ? states.voluntary : states.missing, holes)];
}

/** Files of the same return that do not count. */
function besides(row: SummaryRow, { states }: Words, holes: Holes): readonly string[] {
  const superseded = row.superseded.map(({ file, because }) =>
    filled(states.superseded, { ...holes, other: bareName(file.file), why: because }),
  );
  const refused = (row.counted ? row.refused : row.refused.slice(1)).map((file) =>
    filled(states.refused_too, { ...holes, other: bareName(file.file), why: whyRefused(file) }),
  );
  return [...superseded, ...refused];
}

function whyRefused({ reading }: ReturnedFile): string {
  return reading.kind === "refused" ? reading.message : "";
}

/** The folders in which the authority keeps a file are nothing to its sender. */
function bareName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

/** Points of a sheet together, sheets in the order in which they first come. */
function bySheet(points: readonly Point[]): readonly Point[] {
  const sheets = [...new Set(points.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) => points.filter((point) => point.sheet === sheet));
}
