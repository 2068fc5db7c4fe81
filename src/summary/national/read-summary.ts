import { isCellError, type WorkbookCells } from "../../cells";
import type { PlanningYear } from "../../template";

import { stampsIn } from "../entered/stamp";
import type { Fact } from "../facts";
import { brokenSeals, sealsIn } from "../facts-seal";
import { readFacts } from "../read-facts";
import { changedTotals } from "./changed-totals";
import { reportedReturns, type ReportedReturn } from "./reported-return";
import { someNamed } from "./some-named";

/** The summary of one authority, as far as it is rolled up. */
export interface AuthoritySummary {
  readonly sha: { readonly code: string; readonly name: string };
  /** As a person finds it again, and the digest of its bytes. */
  readonly file: string;
  readonly sha256: string;
  readonly facts: readonly Fact[];
  /** Sentences on what somebody has to know who reads its figures. */
  readonly remarks: readonly string[];
}

export type SummaryReading =
  | { readonly kind: "summary"; readonly summary: AuthoritySummary }
  /** A sentence that goes on after the name of the file. */
  | { readonly kind: "refused"; readonly message: string };

/** The summary in a workbook; one of another year, or of returns that this program does not know, is refused. */
export function readSummary(
  workbook: WorkbookCells,
  { file, sha256 }: Pick<AuthoritySummary, "file" | "sha256">,
  year: PlanningYear,
): SummaryReading {
  const refuse = (message: string): SummaryReading => ({ kind: "refused", message });
  const [stamp, ...others] = stampsIn(workbook);
  if (!stamp)
    return refuse("it is no summary made by this program. Name summaries made with imt consolidate --sha.");
  if (others.length > 0) {
    const all = [stamp, ...others].map((one) => `${one.sha} for ${one.year}`).join(" and ");
    return refuse(`it holds sheets of several summaries (${all}). Take out those that were copied into it.`);
  }
  if (stamp.year !== year.id)
    return refuse(
      `it is the summary of ${stamp.sha} for ${stamp.year}, and years are not mixed in a total. Leave it out here, or roll up that year with --year ${stamp.year}.`,
    );
  const read = readFacts(workbook);
  if (read.kind === "refused") return read;
  const { facts } = read;
  const seals = sealsIn(workbook);
  const broken = seals ? brokenSeals(facts, seals) : [];
  if (broken.length > 0)
    return refuse(
      `its sheet Facts is not as it was made: ${someNamed(broken, MOST_NAMED)}. Take the workbook as it was made, or have it made anew; what is wrong in a return is put right in the return.`,
    );
  const unknown = facts.find((fact) => fact.year === year.id && !year.templates.has(fact.role));
  if (unknown)
    return refuse(
      `it holds a ${unknown.role} return, which ${year.label} does not have. Use the definitions that it was made with (--templates FOLDER).`,
    );
  const returns = reportedReturns(year)(facts);
  const strange = returns.flatMap(({ template, facts: byKey }) =>
    [...byKey.values()].filter(({ key }) => !template.fields.has(key)),
  );
  const [one] = strange;
  if (one)
    return refuse(
      `${strange.length === 1 ? "one of its facts is" : `${strange.length} of its facts are`} under keys that the definitions of ${year.label} here do not have, as ${one.key} of ${one.org} (${one.role}, version ${one.version}). It was made with others: use those (--templates FOLDER), or the newest version of this program.`,
    );
  const sha = { code: stamp.sha, name: nameIn(workbook, stamp.sha) };
  const remarks = [
    ...(seals === null || seals.seals.length < seals.said ? [UNSEALED] : []),
    ...unknownVersions(returns, year),
    ...changedTotals(workbook, returns, year),
  ];
  return { kind: "summary", summary: { sha, file, sha256, facts, remarks } };
}

const UNSEALED =
  "It does not say how many facts it was made with, as a newer one does on its sheet Sources, so nobody can tell whether some were deleted.";

/** So many changes are named. */
const MOST_NAMED = 5;

/** Returns of a version that the definitions don't have are read as of the current one. */
function unknownVersions(returns: readonly ReportedReturn[], { templates, earlier }: PlanningYear) {
  const byVersion = new Map<string, number>();
  for (const { template, facts } of returns) {
    const [first] = facts.values();
    if (!first) continue;
    const { role, version } = first;
    if (templates.get(role)?.version === version || earlier(role, version)) continue;
    const name = `version ${version} of the ${template.roleLabel} return`;
    byVersion.set(name, (byVersion.get(name) ?? 0) + 1);
  }
  return [...byVersion].map(
    ([name, count]) =>
      `${count === 1 ? "One return is" : `${count} returns are`} of ${name}, which the definitions here do not have; read as of the version that they have.`,
  );
}

/** How the bands of a summary's sheets name its authority; its code where they don't. */
function nameIn({ sheets }: WorkbookCells, code: string): string {
  const end = ` (${code})`;
  for (const { cells } of sheets) {
    for (const [address, { value }] of cells) {
      if (!/^[A-Z]+2$/.test(address) || value === null || isCellError(value)) continue;
      const text = String(value);
      if (text.endsWith(end)) return text.slice(0, -end.length);
    }
  }
  return code;
}
