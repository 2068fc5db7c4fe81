import type { RawValue } from "../cells";
import { prefilledWith, type Filling, type Layout } from "../layout";
import { entriesFor, type Return } from "../return";
import type { Template } from "../template";

import type { Places } from "./changed-layout";
import {
  filled,
  happened,
  namesOf,
  rowNamesOf,
  type Entries,
  type Filler,
  type Names,
  type Tell,
} from "./fill";
import { asRead, laidOut, placesIn } from "./laid-out";
import { closedUp, rowAssignments, takenRows, type TakenRows } from "./list-rows";
import type { FilingScript, Operation, OrganisationScript, RoleScript, Script, Sending } from "./script";

/** A file that was sent, filled in. */
export interface Sent {
  readonly organisation: OrganisationScript;
  readonly template: Template;
  /** What it is called beside its usual name; null for the one that is called as usual. */
  readonly called: string | null;
  readonly sending: Sending;
  readonly entries: Entries;
  /** The workbook and where its fields stand in it; null for a file that is none. */
  readonly workbook: { readonly layout: () => Layout; readonly places: Places } | null;
}

/** What a return is made with. */
export interface Making {
  readonly script: Script;
  readonly tell: Tell;
  /** What an organisation sent in a role; nothing where it files nothing, or what it sent would need this very return. */
  readonly others: (code: string, role: string) => readonly Sent[];
}

/** What an organisation sent in a role: an earlier return first, where it sent one. */
export function sentBy(one: OrganisationScript, filing: FilingScript, making: Making): readonly Sent[] {
  const names = namesOf(making.script, one, filing, making.tell);
  const from = (sending: Sending, called: string | null): readonly Sent[] => [
    ...(sending.also ? from(sending.also.sending, sending.also.called) : []),
    ...(sending.file.kind === "nothing" ? [] : [filledIn(one, filing, names, sending, called, making)]),
  ];
  return from(filing.sending, null);
}

/** The workbook that an organisation was given: who it is for, and whom its lists are about. */
export function givenTo(one: OrganisationScript, filing: FilingScript, script: Script): Layout {
  const role = roleOf(filing, script);
  const { template, entries } = rowsFor(role, filing.lists, script, () => null);
  return laidOut(template, prefilledFor(one, template, entries), []);
}

function filledIn(
  organisation: OrganisationScript,
  filing: FilingScript,
  names: Names,
  sending: Sending,
  called: string | null,
  making: Making,
): Sent {
  const { script, tell } = making;
  const listed = sending.lists ?? filing.lists;
  const role = roleOf(filing, script);
  const rows = rowsFor(role, listed, script, (code, other) => returnToTake(code, other, sending, making));
  const { template } = rows;
  const given = prefilledFor(organisation, template, rows.entries);
  const filler: Filler = {
    template,
    names,
    namesOfRow: rowNamesOf(script, organisation, filing),
    tell,
    taken: (operation) => figuresOf(operation, template, making),
  };
  const { fills, more } = filing;
  const assignments = [...fills.entries, ...rowAssignments(fills, listed.length), ...more];
  const after = happened(sending.operations, filled(assignments, given.entries, filler), filler);
  const entries = closedUp(template, after);
  const { version } = sending;
  // One template for all but those of another version: what is drawn of it once serves them all.
  const made = version === null ? template : { ...template, version };
  const workbook: Sent["workbook"] =
    sending.file.kind === "workbook"
      ? {
          layout: () => laidOut(made, { ...given, entries }, sending.changes),
          places: placesIn(template, sending.changes),
        }
      : null;
  return { organisation, template, called, sending, entries, workbook };
}

function roleOf({ role }: FilingScript, { roles }: Script): RoleScript {
  const script = roles.get(role);
  if (!script) throw new Error(`roleOf: there is no role ${role}`);
  return script;
}

function prefilledFor(
  { organisation }: OrganisationScript,
  template: Template,
  rows: ReadonlyMap<string, RawValue>,
): Filling {
  const entries = new Map([...entriesFor(template, organisation), ...rows]);
  return prefilledWith(entries, `${organisation.code} ${organisation.name}`);
}

function rowsFor(
  { template }: RoleScript,
  listed: readonly string[],
  { roles, organisations }: Script,
  found: (code: string, role: string) => Return | null,
): TakenRows {
  const bodies = listed.flatMap(
    (code) => organisations.find(({ organisation }) => organisation.code === code)?.organisation ?? [],
  );
  return takenRows(
    template,
    [...roles.values()].map((role) => role.template),
    bodies,
    found,
  );
}

/** The return that a row's figures were taken from: the last one, or that of which it is said; null where there is none to read. */
function returnToTake(code: string, role: string, { took, path }: Sending, making: Making): Return | null {
  const wanted = took.get(code) ?? null;
  const found = making.others(code, role).find(({ called }) => called === wanted);
  if (wanted !== null && !found) making.tell(path, `${code} sent nothing called ${wanted}.`);
  return found?.workbook ? asRead(found.template, found.entries) : null;
}

const FIGURES: ReadonlySet<string> = new Set(["money", "count", "percent"]);

/** The figures that another return holds and this one has a place for; how often it was sent is none of them. */
function figuresOf(
  { code, role, blocks, path }: Extract<Operation, { kind: "take" }>,
  { fields, identity }: Template,
  { others, tell }: Making,
): Entries {
  const found = others(code, role).at(-1);
  if (!found) tell(path, `${code} sent no ${role} return that figures could be taken of.`);
  return new Map(
    [...(found?.entries ?? [])].filter(([key]) => {
      const field = fields.get(key);
      if (field?.source.kind !== "entered" || !FIGURES.has(field.type.kind)) return false;
      return key !== identity.submission && (blocks?.includes(field.block) ?? true);
    }),
  );
}
