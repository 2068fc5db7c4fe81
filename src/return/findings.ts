import { serialOfDay } from "../cells";
import { evaluate, formatText } from "../formula";
import { asksForEntry, levelOn, type Rule, type RuleCase } from "../template";

import { entryFindings } from "./entry-findings";
import { byLevel, type Finding } from "./finding";
import { codeThatBecameNumber, identityFindings, type Circumstances } from "./identity";
import { foundValue, statusOf, type Return } from "./return";
import { reasonFor, standingFinding } from "./standing";
import { reading, type Entries } from "./state";
import { said } from "./words";
import { worked, type Worked } from "./worked";

/** Everything that there is to say about a return, the gravest first; of what was `worked` out already, where it was. */
export function findingsOf(
  found: Return,
  circumstances: Circumstances,
  work: Worked = worked(found),
): readonly Finding[] {
  const entries: Entries = (key) => foundValue(found, key);
  const becameNumber = codeThatBecameNumber(found, circumstances.register);
  const told = new Set(becameNumber === null ? [] : [found.template.identity.code]);
  return byLevel([
    ...wholeReturn(found),
    ...(becameNumber === null ? [] : [becameNumber]),
    ...identityFindings(found, circumstances),
    ...lostEntries(found),
    ...noticedFindings(found),
    ...entryFindings(found, entries, told, work),
    ...ruleFindings(
      found,
      entries,
      work,
      circumstances.day === null ? null : (serialOfDay(circumstances.day) ?? null),
    ),
  ]);
}

function wholeReturn(found: Return): readonly Finding[] {
  return statusOf(found) === "blank"
    ? [standingFinding(found, "nothing_entered", {}, null)]
    : emptySheets(found);
}

/** Sheets of lists on which nothing stands, and nobody says that there is nothing: elsewhere a blank is missed by itself. */
function emptySheets(found: Return): readonly Finding[] {
  const { nothing, sheets, fields } = found.template;
  if (!nothing) return [];
  const place = fields.get(nothing.whole)?.sheet ?? "";
  return sheets.flatMap((sheet) => {
    const is = nothing.is.get(sheet.name);
    if (!is || !sheet.blocks.every(({ kind }) => kind === "list")) return [];
    const answered =
      evaluate(
        is,
        reading((key) => foundValue(found, key)),
      ) === true;
    const empty = [...fields.values()].every(
      ({ sheet: of, source, key }) =>
        of !== sheet.name || source.kind !== "entered" || foundValue(found, key) === null,
    );
    if (answered || !empty) return [];
    const facts = { sheet: sheet.name, expected: place };
    return [{ ...standingFinding(found, "nothing_listed", facts, null), sheet: sheet.name }];
  });
}

function lostEntries(found: Return): readonly Finding[] {
  return found.lost.map((key) =>
    standingFinding(found, "lost_entry", { label: found.template.fields.get(key)?.label ?? key }, key),
  );
}

/** What was noticed while the return was read, with the words that stand for it. */
function noticedFindings(found: Return): readonly Finding[] {
  return found.noticed.map(({ kind, facts, sheet, cells, labels }) => ({
    ...standingFinding(found, kind, facts, null),
    sheet,
    cells,
    labels,
  }));
}

function ruleFindings(
  found: Return,
  entries: Entries,
  { outcomes }: Worked,
  day: number | null,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { rule, cases } of outcomes.values()) {
    cases.forEach((state, at) => {
      const one = rule.cases[at];
      if (state === "fails" && one) findings.push(ruleFinding(found, rule, one, entries, day));
    });
  }
  return findings;
}

function ruleFinding(
  found: Return,
  rule: Rule,
  one: RuleCase,
  entries: Entries,
  day: number | null,
): Finding {
  const level = levelOn(rule, day);
  const blank = one.at.filter((key) => !asksForEntry(one, key) || entries(key) === null);
  const at = blank.length > 0 ? blank : one.at;
  const places = at.flatMap((key) => found.fields.get(key)?.place ?? []);
  const sheet = places[0]?.sheet ?? rule.sheet;
  const there = at.filter((key) => found.fields.get(key)?.place.sheet === sheet);
  return {
    code: rule.code,
    level,
    title: rule.title,
    sheet,
    cells: there.flatMap((key) => found.fields.get(key)?.place.cell ?? []),
    labels: there.flatMap((key) => found.template.fields.get(key)?.label ?? []),
    message: said(one.says, entries),
    fix:
      level === rule.level
        ? rule.fix
        : `Advisory until ${advisoryDay(rule)}; from then on it is asked for. ${rule.fix}`,
    source: rule.source,
    reason: rule.level === "explain" ? reasonFor(found, rule.code) : null,
  };
}

function advisoryDay({ advisoryUntil }: Rule): string {
  return (advisoryUntil === null ? null : formatText(advisoryUntil, "dd mmm yyyy")) ?? "";
}
