import type { Organisation } from "../register";
import { dayWords, isVoluntary, type Collection, type SummaryRow } from "../summary";
import type { LettersTemplate } from "../template";

import { filled, listed, type Holes } from "./filled";
import { hasPoints, type Letter, type LetterKind } from "./letter";
import { countsOf, letterReturn } from "./letter-return";

/** A letter for each organisation that a return is expected from, in the register's order; `day` is the ISO day of the letters. */
export function lettersFor(
  collection: Collection,
  template: LettersTemplate,
  day: string,
): readonly Letter[] {
  const byBody = new Map<string, SummaryRow[]>();
  for (const row of collection.rows)
    byBody.set(row.organisation.code, [...(byBody.get(row.organisation.code) ?? []), row]);
  return [...byBody.values()].flatMap((rows) => {
    const [first] = rows;
    return first ? [letterTo(first, rows, { collection, template, day })] : [];
  });
}

interface Ground {
  readonly collection: Collection;
  readonly template: LettersTemplate;
  readonly day: string;
}

function letterTo(
  { organisation, template: of }: SummaryRow,
  rows: readonly SummaryRow[],
  ground: Ground,
): Letter {
  const { collection, template, day } = ground;
  const { words } = template;
  const { sha } = collection;
  const labels = listed(rows.map((row) => row.template.roleLabel));
  const days: Holes = Object.fromEntries([...template.days].map(([hole, iso]) => [hole, dayWords(iso)]));
  const holes: Holes = {
    ...days,
    organisation: organisation.name,
    code: organisation.code,
    authority: sha.name,
    year: of.yearLabel,
    returns: `${labels} return${rows.length === 1 ? "" : "s"}`,
    answer_by: answerWords(template, day, days),
    due: filled(words.due, days),
  };
  const returns = rows.map((row) => letterReturn(row, collection, template, holes));
  const counts = countsOf(returns.flatMap(({ points }) => points));
  const points = hasPoints({ counts });
  const kind = kindOf(rows, points);
  const { subject, opening } = words.kinds[kind];
  const { contact } = organisation;
  const { salutation, farewell } = words;
  const who = enquiries(collection);
  return {
    kind,
    organisation,
    from: sha,
    day: dayWords(day),
    subject: filled(subject, holes),
    salutation: contact === null ? salutation.unknown : filled(salutation.known, { ...holes, contact }),
    opening: opening.map((paragraph) => filled(paragraph, holes)),
    returns,
    closing: [
      ...(points ? words.closing.map((paragraph) => filled(paragraph, holes)) : []),
      ...(who === null ? [] : [filled(words.enquiries, { ...holes, who })]),
    ],
    farewell: contact === null ? farewell.unknown : farewell.known,
    unknownContact: unknownWords(organisation, collection, words),
    counts,
    holes,
  };
}

/** By when an answer is wanted; once that day has passed, other words. */
function answerWords({ words, replyBy }: LettersTemplate, day: string, days: Holes): string {
  const { in_time: inTime, late } = words.reply;
  return filled(day <= replyBy ? inTime : late, { ...days, reply: dayWords(replyBy) });
}

function kindOf(rows: readonly SummaryRow[], points: boolean): LetterKind {
  if (rows.every(isVoluntary)) return "invitation";
  if (rows.every(({ counted, status }) => counted === null || status === "blank")) return "reminder";
  // A draft is still to be made final, and a return that is not there still to be sent.
  return points || rows.some((row) => row.status !== "final" && !isVoluntary(row)) ? "asks" : "thanks";
}

/** Whom to ask, by the authority's own line in the register; null where it says nobody. */
function enquiries({ sha, register }: Collection): string | null {
  const own = register.find(sha.code);
  const known = [own?.contact, own?.telephone, own?.email].flatMap((part) => part ?? []);
  return known.length === 0 ? null : known.join(", ");
}

/** What the register does not say of the person to write to; a telephone number is missed only where it has others'. */
function unknownWords(
  { contact, email, telephone }: Organisation,
  { register }: Collection,
  { unknown_contact: unknown, contact_parts: parts }: LettersTemplate["words"],
): string | null {
  if (contact === null && email === null && telephone === null) return unknown.all;
  const telephones = register.organisations.some((one) => one.telephone !== null);
  const lacking = [
    ...(contact === null ? [parts.name] : []),
    ...(email === null ? [parts.email] : []),
    ...(telephone === null && telephones ? [parts.telephone] : []),
  ];
  return lacking.length === 0 ? null : filled(unknown.some, { lacking: listed(lacking) });
}
