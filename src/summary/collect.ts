import type { Register } from "../register";
import { organisationOf } from "../return";
import type { PlanningYear } from "../template";

import { earlierReturns, isEarlier } from "./beside/earlier-returns";
import type { Arrivals, Collection, SummaryRow } from "./collection";
import { crossChecked } from "./cross-checks/cross-checked";
import { NOTHING_ENTERED } from "./entered/entered";
import { outranks, whyFirst } from "./ranking";
import { refusedByRow } from "./refused-files";
import { isReturn, statusOfFile, type ReturnFile, type ReturnedFile } from "./returned-file";
import { rowKey } from "./row-key";

/**
 * Sorts files to the returns that are expected: one of each organisation of the SHA in each role that its type files. Which of
 * several counts is decided by `outranks`. Then the returns are held against each other. Those of the year that is set beside this one
 * are kept apart. `arrivals`: null where nothing is known of when files came in.
 */
export function collect(
  files: readonly ReturnedFile[],
  register: Register,
  shaCode: string,
  year: PlanningYear,
  arrivals: Arrivals | null = null,
): Collection {
  const templates = [...year.templates.values()];
  const expected = register
    .ofSha(shaCode)
    .flatMap((organisation) =>
      templates
        .filter((template) => template.files.includes(organisation.type))
        .map((template) => ({ organisation, template })),
    );
  const wanted = new Set(expected.map((one) => rowKey(one.organisation, one.template)));
  const beside = year.summary?.beside ?? null;
  const byName = [...files].sort((a, b) => a.file.localeCompare(b.file, "en"));
  const before = beside ? byName.filter((file) => isEarlier(file, beside)) : [];
  const apart = new Set<ReturnedFile>(before);
  const inOrder = byName.filter((file) => !apart.has(file)).map((file) => ofThisYear(file, year));
  const byRow = new Map<string, ReturnFile[]>();
  const strangers: ReturnFile[] = [];
  for (const file of inOrder.filter(isReturn)) {
    const { found } = file.reading;
    const organisation = organisationOf(found, register);
    const key = organisation && rowKey(organisation, found.template);
    if (key === null || !wanted.has(key)) strangers.push(file);
    else byRow.set(key, [...(byRow.get(key) ?? []), file]);
  }
  const sorted = expected.map((one) => {
    const [counted = null, ...others] = [...(byRow.get(rowKey(one.organisation, one.template)) ?? [])].sort(
      outranks,
    );
    return { ...one, counted, others };
  });
  const refused = inOrder.filter((file) => !isReturn(file));
  const named = refusedByRow(refused, sorted);
  const rows = sorted.map((one): SummaryRow => {
    const { organisation, template, counted, others } = one;
    const ofRow = named.get(one) ?? [];
    return {
      organisation,
      template,
      counted,
      state: counted ? "received" : ofRow.length > 0 ? "refused" : "not_received",
      status: counted && statusOfFile(counted),
      superseded: counted ? others.map((file) => ({ file, because: whyFirst(counted, file) })) : [],
      refused: ofRow,
    };
  });
  const put = new Set([...named.values()].flat());
  const unread = refused.filter((file) => !put.has(file));
  const sha = { code: shaCode, name: register.find(shaCode)?.name ?? shaCode };
  const entered = NOTHING_ENTERED;
  const earlier = beside && earlierReturns(before, beside, register, rows);
  return crossChecked({ sha, register, templates, rows, strangers, unread, earlier, arrivals, entered });
}

/** A return of another year is named and left out: years are never mixed in a total. */
function ofThisYear(file: ReturnedFile, year: PlanningYear): ReturnedFile {
  if (!isReturn(file)) return file;
  const { template } = file.reading.found;
  if (template.year === year.id && year.templates.has(template.role)) return file;
  const message = `This is the ${template.roleLabel} return for ${template.yearLabel}, which is not part of this summary.`;
  return { ...file, reading: { kind: "refused", code: "other_return", message } };
}
