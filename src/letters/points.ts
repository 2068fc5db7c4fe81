import { explanationKey, grouped, isOpen, type Finding, type Return } from "../return";
import { authoritySaid, type Collection, type SummaryRow } from "../summary";
import type { LettersTemplate } from "../template";

import { filled } from "./filled";
import type { Ask, Point } from "./letter";

export interface Points {
  /** Alike on a sheet together. */
  readonly grouped: readonly Point[];
  /** One for each thing that was found. */
  readonly single: readonly Point[];
}

/** What is open in the return of a row: what was accepted is not asked again, and notes ask for nothing. */
export function pointsOf(row: SummaryRow, collection: Collection, { words }: LettersTemplate): Points {
  if (!row.counted) return { grouped: [], single: [] };
  const { found, findings } = row.counted.reading;
  const open = findings.filter(isOpen);
  const pointOf = (finding: Finding): Point => {
    const { code, sheet, cells, labels, message, fix } = finding;
    const ask = askOf(finding);
    return {
      ...{ ask, code, sheet, cells, labels },
      found: message,
      mend: ask === "explain" ? `${fix} ${whereExplained(finding, found, words)}` : fix,
      said: ask === "query" ? asked(finding, authoritySaid(collection, row, code), words) : [],
    };
  };
  return { grouped: grouped(open).map(pointOf), single: open.map(pointOf) };
}

/** An explanation that was given is asked about where the authority is not content with it. */
function askOf({ level, reason, verdict }: Finding): Ask {
  if (level !== "explain") return "fix";
  return verdict === undefined && reason === null ? "explain" : "query";
}

function whereExplained({ code }: Finding, found: Return, words: LettersTemplate["words"]): string {
  const key = explanationKey(found.template, code);
  const place = key === null ? undefined : found.fields.get(key)?.place;
  return place ? filled(words.explain.at, { ...place }) : words.explain.here;
}

function asked(
  { reason, verdict }: Finding,
  comment: string | null,
  { query }: LettersTemplate["words"],
): readonly string[] {
  const given = reason === null ? query.none_given : filled(query.given, { reason });
  if (verdict === "changed") return [given, query.changed];
  return [given, comment === null ? query.unsaid : filled(query.said, { comment })];
}
