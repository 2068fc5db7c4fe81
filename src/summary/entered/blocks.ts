import type { OwnSpend, SummaryAssurance, SummaryHeld, SummaryTemplate, Template } from "../../template";

import type { EntryBlock } from "./entry-block";
import { TRACE } from "./entry-row";

/** What an authority may make of the explanation of a finding. */
export const VERDICTS = { accepted: "Accepted", queried: "Queried" } as const;

/** What an authority may judge of a thing that it has to assure itself of. */
export const JUDGEMENTS = { met: "Assured", partly: "Partly assured", unmet: "Not assured" } as const;

const WHO_AND_WHEN = [
  ["comment", "Comment"],
  ["by", "By whom"],
  ["date", "Date"],
] as const;
const DAYS: ReadonlySet<string> = new Set(["date"]);

/** Words over the columns of verdicts. */
export const VERDICT_HEADS: ReadonlyMap<string, string> = new Map([
  ["org", "Code"],
  ["organisation", "Organisation"],
  ["return", "Return"],
  ["ref", "Ref"],
  ["found", "What was found"],
  ["verdict", "Verdict"],
  ...WHO_AND_WHEN,
]);

/** The same over verdicts that have no place any more. */
export const GONE_VERDICT_HEADS: ReadonlyMap<string, string> = new Map([
  ...VERDICT_HEADS,
  ["found", "What was found then"],
  ["why", "Why it stands here"],
]);

/** Words over the columns of judgements. */
export const JUDGEMENT_HEADS: ReadonlyMap<string, string> = new Map([
  ["ref", "Ref"],
  ["question", "Question"],
  ["judgement", "Judgement"],
  ...WHO_AND_WHEN,
]);

/** The same over judgements that have no place any more. */
export const GONE_JUDGEMENT_HEADS: ReadonlyMap<string, string> = new Map([
  ...JUDGEMENT_HEADS,
  ["question", "Question then"],
  ["why", "Why it stands here"],
]);

/** The key of a verdict: of which return, and on what. */
export function verdictKey(org: string, role: string, code: string): string {
  return `${org}.${role}.${code}`;
}

export function verdictBlock(templates: readonly Template[]): EntryBlock {
  return verdicts("verdicts", VERDICT_HEADS, templates);
}

export function goneVerdictBlock(templates: readonly Template[]): EntryBlock {
  return verdicts("verdicts_gone", GONE_VERDICT_HEADS, templates);
}

function verdicts(
  id: "verdicts" | "verdicts_gone",
  heads: EntryBlock["heads"],
  templates: readonly Template[],
): EntryBlock {
  const entered = ["verdict", ...WHO_AND_WHEN.map(([column]) => column)];
  return {
    ...{ id, entered, heads, days: DAYS },
    confirms: ["verdict", "date"],
    beside: besides(heads, entered),
    keyOf: (text) => {
      const role = templates.find(({ roleLabel }) => roleLabel === text("return"))?.role;
      const [org, code] = [text("org"), text("ref")];
      return role === undefined || org === null || code === null ? null : verdictKey(org, role, code);
    },
  };
}

export function judgementBlock(assurance: SummaryAssurance | null): EntryBlock {
  return judgements("judgements", JUDGEMENT_HEADS, assurance);
}

export function goneJudgementBlock(): EntryBlock {
  return judgements("judgements_gone", GONE_JUDGEMENT_HEADS, null);
}

function judgements(
  id: "judgements" | "judgements_gone",
  heads: EntryBlock["heads"],
  assurance: SummaryAssurance | null,
): EntryBlock {
  const entered = ["judgement", ...WHO_AND_WHEN.map(([column]) => column)];
  const confirms = ["judgement", "date"];
  const lines = (assurance?.sections ?? []).flatMap((section) => section.lines);
  return {
    ...{ id, entered, confirms, heads, days: DAYS },
    beside: besides(heads, entered),
    keyOf: (text) => lines.find((line) => refOf(line.serves) === text("ref"))?.id ?? null,
  };
}

export function ownSpendBlock(own: OwnSpend | null): EntryBlock {
  const columns = (own?.columns ?? []).map(({ id, label }) => [id, label] as const);
  return {
    id: "own_spend",
    entered: columns.map(([id]) => id),
    heads: new Map([["label", own?.head ?? ""], ...columns]),
    days: new Set(),
    confirms: [],
    beside: ["label"],
    keyOf: (text) => own?.lines.find(({ label }) => label === text("label"))?.id ?? null,
  };
}

/** What the authority enters to hold the returns against: a summary asks for it in one place at most. */
export function heldIn({ sheets }: Pick<SummaryTemplate, "sheets">): SummaryHeld | null {
  return sheets.flatMap((sheet) => (sheet.kind === "tables" && sheet.held ? [sheet.held] : []))[0] ?? null;
}

export function heldBlock(held: SummaryHeld | null): EntryBlock {
  const columns = (held?.columns ?? []).map(({ id, label }) => [id, label] as const);
  return {
    id: "held",
    entered: columns.map(([id]) => id),
    heads: new Map([["label", held?.head ?? ""], ...columns]),
    days: new Set(),
    confirms: [],
    beside: ["label"],
    keyOf: (text) => held?.lines.find(({ label }) => label === text("label"))?.id ?? null,
  };
}

function besides(heads: EntryBlock["heads"], entered: readonly string[]): readonly string[] {
  return [...[...heads.keys()].filter((column) => !entered.includes(column)), ...Object.values(TRACE)];
}

/** How a line is called: by the obligations that it serves, without the year that they begin with. */
export function refOf(serves: readonly string[]): string {
  return serves.map((id) => id.replace(/^\d+-/, "")).join(", ");
}
