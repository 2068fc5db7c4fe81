import { normaliseCode } from "./code";

/** One line of a register; null is unknown, never "none". */
export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  /** The code of its strategic health authority; null for a national body. */
  readonly sha: string | null;
  readonly lhc: string | null;
  readonly foundationTrust: boolean | null;
  readonly email: string | null;
  /** Whoever answers for the returns, and how to reach them. */
  readonly contact: string | null;
  readonly telephone: string | null;
  readonly predecessors: readonly string[] | null;
  readonly lsp: string | null;
}

export interface Register {
  readonly organisations: readonly Organisation[];
  /** Any case, spaces around the code or not. */
  find(code: string): Organisation | undefined;
  /** Those of one SHA in register order, the SHA's own line among them where it names itself. */
  ofSha(sha: string): readonly Organisation[];
}

/** A register over organisations whose codes differ. */
export function makeRegister(organisations: readonly Organisation[]): Register {
  const byCode = new Map(organisations.map((organisation) => [organisation.code, organisation]));
  const bySha = new Map<string, Organisation[]>();
  for (const organisation of organisations) {
    if (organisation.sha === null) continue;
    const members = bySha.get(organisation.sha);
    if (members) members.push(organisation);
    else bySha.set(organisation.sha, [organisation]);
  }
  return {
    organisations,
    find: (code) => byCode.get(normaliseCode(code)),
    ofSha: (sha) => bySha.get(normaliseCode(sha)) ?? [],
  };
}
