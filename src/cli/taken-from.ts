import type { RawValue } from "../cells";
import type { Organisation, Register } from "../register";
import { listsFrom, takenEntries, type TakenFrom } from "../return";
import { collect, type Collection } from "../summary";
import type { PlanningYear, Template } from "../template";

import { givenFiles } from "./files";
import { checkDay } from "./day";
import { CommandProblem } from "./problem";
import { readReturned } from "./returned";
import { progress, type Terminal } from "./terminal";

/** What lists of a return are filled with, one row for each body of an organisation's community. */
export interface Community {
  /** Drawn longer where the community has more bodies than the list has rows. */
  readonly template: Template;
  readonly entries: ReadonlyMap<string, RawValue>;
  /** What a person has to know about it, a sentence each. */
  readonly remarks: readonly string[];
}

/** Fills lists for one organisation after another from the same returns. */
export type CommunityOf = (template: Template, organisation: Organisation) => Community;

/** Whether a return has lists that are filled from returns of the year. */
export function takesRows(template: Template, { templates }: PlanningYear): boolean {
  return [...templates.keys()].some((role) => listsFrom(template, role).length > 0);
}

/** Reads the returns of a folder once, to put them into the lists of those that take their rows from them. */
export function communitiesFrom(
  folder: string,
  years: ReadonlyMap<string, PlanningYear>,
  year: PlanningYear,
  register: Register,
  terminal: Terminal,
): CommunityOf {
  const files = givenFiles([folder]);
  if (files.length === 0) throw new CommandProblem(`There is no workbook in ${folder}.`);
  const day = checkDay(undefined);
  const tell = progress(terminal, "Read", files.length);
  const returned = files.map((file, at) => {
    const read = readReturned(file, years, register, day);
    tell(at + 1);
    return read;
  });
  const collections = new Map<string, Collection>();
  const collectionOf = (sha: string) => {
    const known = collections.get(sha) ?? collect(returned, register, sha, year);
    collections.set(sha, known);
    return known;
  };
  return (template, organisation) => {
    let community: Community = { template, entries: new Map(), remarks: [] };
    for (const other of year.templates.values()) {
      if (listsFrom(template, other.role).length === 0) continue;
      const rows = organisation.sha === null ? [] : collectionOf(organisation.sha).rows;
      const { bodies, remarks } = bodiesOf(organisation, rows, other, folder);
      const taken = takenEntries(community.template, other, bodies);
      community = {
        template: taken.template,
        entries: new Map([...community.entries, ...taken.entries]),
        remarks: [...community.remarks, ...remarks],
      };
    }
    return community;
  };
}

/** The bodies of an organisation's local health community; where the register does not say, those whose returns are there. */
function bodiesOf(
  { name, lhc }: Organisation,
  rows: Collection["rows"],
  other: Template,
  folder: string,
): { readonly bodies: readonly TakenFrom[]; readonly remarks: readonly string[] } {
  const ofRole = rows.filter(({ template }) => template.role === other.role);
  const own =
    lhc === null
      ? ofRole.filter(({ counted }) => counted !== null)
      : ofRole.filter((row) => row.organisation.lhc === lhc);
  const bodies = own.map(({ organisation, counted }) => ({
    organisation,
    found: counted?.reading.found ?? null,
  }));
  if (lhc === null) {
    const remark = `The register does not say to which community ${name} belongs (column lhc): it was given a row for each ${other.roleLabel} return in ${folder}, ${bodies.length} in all.`;
    return { bodies, remarks: [remark] };
  }
  const missing = bodies
    .filter(({ found }) => found === null)
    .map(({ organisation }) => `${organisation.code} ${organisation.name}`);
  const remark = `${name}: no ${other.roleLabel} return in ${folder} from ${missing.join(", ")}. Their rows have code and name only.`;
  return { bodies, remarks: missing.length > 0 ? [remark] : [] };
}
