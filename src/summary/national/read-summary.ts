import { isCellError, type WorkbookCells } from "../../cells";
import type { PlanningYear } from "../../template";

import { stampsIn } from "../entered/stamp";
import type { Fact } from "../facts";
import { readFacts } from "../read-facts";

/** The summary of one authority, as far as it is rolled up. */
export interface AuthoritySummary {
  readonly sha: { readonly code: string; readonly name: string };
  /** As a person finds it again, and the digest of its bytes. */
  readonly file: string;
  readonly sha256: string;
  readonly facts: readonly Fact[];
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
  const unknown = read.facts.find((fact) => fact.year === year.id && !year.templates.has(fact.role));
  if (unknown)
    return refuse(
      `it holds a ${unknown.role} return, which ${year.label} does not have. Use the definitions that it was made with (--templates FOLDER).`,
    );
  const sha = { code: stamp.sha, name: nameIn(workbook, stamp.sha) };
  return { kind: "summary", summary: { sha, file, sha256, facts: read.facts } };
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
