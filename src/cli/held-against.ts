import { heldAgainstContracts, reconciled, type Collection, type HeldAgainst } from "../summary";
import type { PlanningYear, SummaryTemplate } from "../template";

import { readCommitmentsCsv } from "./commitments-csv";
import { readLspCsv } from "./lsp-csv";
import { CommandProblem } from "./problem";

/** What --commitments and --lsp name, as far as they were given; refused where the year does not say what it is held against. */
export function heldAgainst(
  { commitments, lsp }: { readonly commitments: string | undefined; readonly lsp: string | undefined },
  { label, summary }: PlanningYear,
): HeldAgainst {
  const lacking = (option: string) =>
    new CommandProblem(`${option} is of no use for ${label}: its summary holds nothing against such a file.`);
  if (commitments !== undefined && !summary?.commitments) throw lacking("--commitments");
  if (lsp !== undefined && !summary?.contracts) throw lacking("--lsp");
  return {
    commitments: commitments === undefined ? null : readCommitmentsCsv(commitments),
    contracts: lsp === undefined ? null : readLspCsv(lsp, label),
  };
}

/** What came of it, in sentences: how many there are of each state. */
export function heldAgainstWords(
  { commitments, contracts }: HeldAgainst,
  summary: SummaryTemplate,
  collection: Collection,
): readonly string[] {
  const lines: string[] = [];
  const say = (
    { sheet, states }: { readonly sheet: string; readonly states: Readonly<Record<string, string>> },
    what: string,
    those: readonly { readonly state: string }[],
  ) => {
    const counts = Object.entries(states).flatMap(([state, words]) => {
      const count = those.filter((one) => one.state === state).length;
      return count === 0 ? [] : [`${words} ${count}`];
    });
    lines.push(`${sheet}: ${[`${those.length} ${what}`, ...counts].join("; ")}.`);
  };
  if (summary.commitments && commitments)
    say(
      summary.commitments,
      "in plans or the database",
      reconciled(collection, summary.commitments, commitments),
    );
  if (summary.contracts && contracts)
    say(
      summary.contracts,
      "products in a quarter",
      heldAgainstContracts(collection, summary.contracts, contracts),
    );
  return lines;
}
