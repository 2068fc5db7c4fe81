import type { Path } from "../template";

import type { DemoDefinition, OrganisationDefinition } from "./definition";
import { readSending } from "./happenings";
import type { HappeningReading } from "./operations";
import type { Assignment, OrganisationScript, Range } from "./script";

/** What is known once the rest of the definition was read. */
export interface OrganisationReading extends HappeningReading {
  readonly written: DemoDefinition;
  /** Entries that not every organisation gives, by the name of their group. */
  readonly sometimes: ReadonlyMap<string, readonly Assignment[]>;
}

/** One organisation of the demo: who it is, what is drawn for it, what happens to its return. */
export function readOrganisation(
  one: OrganisationDefinition,
  path: Path,
  reading: OrganisationReading,
): OrganisationScript {
  const { written, template } = reading;
  const tell = (at: Path, message: string) =>
    reading.problems.push(reading.source.problem([...path, ...at], message));
  if (!template.files.includes(one.type)) {
    tell(["type"], `“${one.type}” files no ${template.roleLabel} return this year.`);
  }
  const size = written.sizes[one.size];
  if (!size) tell(["size"], `There is no size ${one.size}.`);
  for (const name of Object.keys(one.draws ?? {})) {
    if (!reading.names.has(name) || Object.hasOwn(written.figures, name))
      tell(["draws", name], `There is no draw ${name}.`);
  }
  const more = (one.gives ?? []).flatMap((name, at) => {
    const group = reading.sometimes.get(name);
    if (!group) tell(["gives", at], `There are no entries called ${name}.`);
    return group ?? [];
  });
  return {
    organisation: {
      code: one.code,
      name: one.name,
      type: one.type,
      sha: written.sha.code,
      lhc: null,
      foundationTrust: one.foundation_trust ?? false,
      email: null,
      contact: null,
      predecessors: null,
      lsp: null,
    },
    ranges: new Map<string, Range>(Object.entries({ ...written.draws, ...size, ...one.draws })),
    more,
    sending: readSending(one.does ?? [], [...path, "does"], reading),
    path,
  };
}
