import type { Organisation } from "../register";
import type { DefinitionProblem, Path } from "../template";

import type { DemoSource } from "./common";
import type { DemoDefinition, FilingDefinition, OrganisationDefinition } from "./definition";
import { readCodes, readSending } from "./happenings";
import { pairRowsOf } from "./pairs";
import { COMMUNITY, peopleOf } from "./people";
import type { ReadRole } from "./read-role";
import type { ReadSize } from "./read-size";
import type { FilingScript, OrganisationScript, Range } from "./script";
import { readWorths } from "./worths";

/** What is known once the rest of the definition was read. */
export interface OrganisationReading {
  readonly written: DemoDefinition;
  readonly roles: ReadonlyMap<string, ReadRole>;
  /** Organisation → the roles in which it files. */
  readonly filing: ReadonlyMap<string, ReadonlySet<string>>;
  readonly source: DemoSource;
  readonly problems: DefinitionProblem[];
}

/** One organisation of the demo: who it is, what is drawn for it, what happens to its returns. */
export function readOrganisation(
  one: OrganisationDefinition,
  path: Path,
  reading: OrganisationReading,
): OrganisationScript {
  const { written, roles, filing, source, problems } = reading;
  const tell = (at: Path, message: string) => problems.push(source.problem([...path, ...at], message));
  const files = [...(filing.get(one.code) ?? [])];
  if (files.length === 0) tell(["type"], `“${one.type}” files no return in this demo.`);
  for (const role of Object.keys(one.files ?? {})) {
    if (files.length > 0 && !files.includes(role))
      tell(["files", role], `“${one.type}” files no ${role} return in this demo.`);
  }
  for (const role of files) {
    if (!roles.get(role)?.sizes.has(one.size))
      tell(["size"], `There is no size ${one.size} for the ${role} return.`);
  }
  const people = peopleOf(written.seed, one.code, written.surnames);
  return {
    organisation: {
      code: one.code,
      name: one.name,
      type: one.type,
      sha: written.sha.code,
      lhc: one.lhc ?? null,
      foundationTrust: one.foundation_trust ?? false,
      email: written.email.replace("{code}", one.code.toLowerCase()),
      contact: people.get("contact") ?? null,
      telephone: null,
      predecessors: one.predecessors ?? null,
      lsp: null,
    } satisfies Organisation,
    people: new Map([...people, [COMMUNITY, one.lhc ?? one.code]]),
    filings: files.flatMap((role): FilingScript[] => {
      const read = roles.get(role);
      const size = read?.sizes.get(one.size);
      return read && size ? [readFiling(one, role, read, size, path, reading)] : [];
    }),
  };
}

/** What is particular to one return of an organisation. */
function readFiling(
  one: OrganisationDefinition,
  role: string,
  { written, draws }: ReadRole,
  { fills, worths, kinds, reading, sometimes, final }: ReadSize,
  organisation: Path,
  { written: demo, filing, source, problems }: OrganisationReading,
): FilingScript {
  const path: Path = [...organisation, "files", role];
  const tell = (at: Path, message: string) => problems.push(source.problem([...path, ...at], message));
  const own: FilingDefinition = one.files?.[role] ?? {};
  const size = written.sizes[one.size] ?? {};
  for (const name of Object.keys(own.draws ?? {})) {
    if (!draws.has(name)) tell(["draws", name], `There is no draw ${name}.`);
  }
  const ownWorths = readWorths(own.with, [...path, "with"], kinds);
  for (const name of ownWorths.keys()) {
    if (!worths.has(name)) tell(["with", name], `There is no name ${name} in this role.`);
  }
  const more = (own.gives ?? []).flatMap((name, at) => {
    const group = sometimes.get(name);
    if (!group) tell(["gives", at], `There are no entries called ${name}.`);
    return group ?? [];
  });
  const pairs = pairRowsOf(one.code, role, demo, reading);
  // First, so that whatever is filled in may read them.
  const entries = [...pairs.assignments, ...fills.entries];
  const rows = new Map([...reading.rows, ...pairs.rows]);
  const happening = { ...reading, rows, code: one.code, role, filing, entries, final };
  return {
    role,
    ranges: new Map<string, Range>(Object.entries({ ...written.draws, ...size, ...own.draws })),
    worths: new Map([...worths, ...ownWorths]),
    fills: { ...fills, entries },
    more,
    lists: own.lists ? readCodes(own.lists, [...path, "lists"], happening) : community(one, demo),
    sending: readSending(own.does ?? [], [...path, "does"], happening),
  };
}

/** Those of the same local health community, the organisation itself first. */
function community(
  { code, lhc }: OrganisationDefinition,
  { organisations }: DemoDefinition,
): readonly string[] {
  if (lhc === undefined) return [];
  const same = organisations.filter((other) => other.lhc === lhc).map((other) => other.code);
  return [code, ...same.filter((other) => other !== code)];
}
