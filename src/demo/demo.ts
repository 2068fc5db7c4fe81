import { formatAddress, type RawValue } from "../cells";
import { layoutTemplate, planTemplate, prefilledWith, type Filling, type Layout, type Plan } from "../layout";
import { entriesFor } from "../return";
import type { DefinitionFile, DefinitionProblem, PlanningYear, Template } from "../template";

import { filled, happened, namesOf, type Entries, type Tell } from "./fill";
import { readDemo } from "./read";
import { registerCsv } from "./register-csv";
import type { OrganisationScript, Script, Sending } from "./script";

export interface DemoFile {
  /** The path below the demo's folder; its last part begins with the organisation's code. */
  readonly name: string;
  readonly content:
    { readonly kind: "workbook"; readonly layout: Layout } | { readonly kind: "text"; readonly text: string };
}

/** One entry of a returned workbook, noted when it was filled in: what is read back can be held against it. */
export interface DemoEntry {
  readonly org: string;
  readonly file: string;
  readonly key: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: RawValue;
}

export interface Demo {
  readonly sha: { readonly code: string; readonly name: string };
  readonly registerCsv: string;
  /** The workbooks that were given out, filled in with who each is for. */
  readonly blanks: readonly DemoFile[];
  /** What came back. */
  readonly returns: readonly DemoFile[];
  /** Entries, not totals, of every workbook among the returns. */
  readonly entries: readonly DemoEntry[];
}

export type DemoResult =
  | { readonly kind: "demo"; readonly demo: Demo }
  | { readonly kind: "refused"; readonly problems: readonly DefinitionProblem[] };

/** Makes a fictional SHA as a definition tells it. The same definition always makes the same demo. */
export function makeDemo(file: DefinitionFile, year: PlanningYear): DemoResult {
  const problems: DefinitionProblem[] = [];
  const read = readDemo(file, year, problems);
  if (!read) return { kind: "refused", problems: distinct(problems) };
  const { script, source } = read;
  const told = new Set<string>();
  const sent = script.organisations.map((one) => {
    const { name, code } = one.organisation;
    const tell: Tell = (path, message) => {
      // What can't be worked out for one organisation can't be for most.
      const place = JSON.stringify(path);
      if (!told.has(place)) problems.push(source.problem(path, `${message} It is so for ${name} (${code}).`));
      told.add(place);
    };
    return returnsOf(script, one, tell);
  });
  // Nothing is laid out of figures that could not be worked out.
  if (problems.length > 0) return { kind: "refused", problems: distinct(problems) };
  const plan = planTemplate(script.template);
  const returns = sent.flat();
  const demo: Demo = {
    sha: { code: script.sha.code, name: script.sha.name },
    registerCsv: registerCsv(
      script.sha,
      script.organisations.map(({ organisation }) => organisation),
    ),
    blanks: script.organisations.map((one) => blankOf(script.template, one)),
    returns: returns.map((one) => ({ name: one.name, content: contentOf(one, script.template) })),
    entries: returns.flatMap((one) => entriesOf(one, plan)),
  };
  return { kind: "demo", demo };
}

function distinct(problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** A file that was sent, before it is laid out. */
interface Returned {
  readonly one: OrganisationScript;
  readonly name: string;
  readonly sending: Sending;
  readonly entries: Entries;
}

/** What an organisation sent: an earlier return first, where it sent one. */
function returnsOf(script: Script, one: OrganisationScript, tell: Tell): readonly Returned[] {
  const { template } = script;
  const names = namesOf(script, one, tell);
  const start = entriesFor(template, one.organisation);
  const first = filled([...script.entries, ...one.more], start, names, template, tell);
  const after = (sending: Sending, called: string | null): readonly Returned[] => {
    const { before, operations, file } = sending;
    const earlier = before ? after(before.sending, before.called) : [];
    if (file.kind === "nothing") return earlier;
    const entries = happened(operations, first, names, template, tell);
    return [
      ...earlier,
      {
        one,
        name: `returns/${fileName(template, one, called, file.kind === "text" ? "xls" : "xlsx")}`,
        sending,
        entries,
      },
    ];
  };
  return after(one.sending, null);
}

function fileName(
  template: Template,
  { organisation }: OrganisationScript,
  called: string | null,
  ending: "xlsx" | "xls",
): string {
  const more = called === null ? "" : ` ${called}`;
  return `${organisation.code} ${template.roleLabel} ${template.year}${more}.${ending}`;
}

function prefilled(template: Template, { organisation }: OrganisationScript): Filling {
  return prefilledWith(entriesFor(template, organisation), `${organisation.code} ${organisation.name}`);
}

function blankOf(template: Template, one: OrganisationScript): DemoFile {
  const layout = layoutTemplate(template, prefilled(template, one));
  return {
    name: `templates/${fileName(template, one, null, "xlsx")}`,
    content: { kind: "workbook", layout },
  };
}

function contentOf({ one, sending, entries }: Returned, current: Template): DemoFile["content"] {
  if (sending.file.kind === "text") return sending.file;
  const template = sending.version === null ? current : { ...current, version: sending.version };
  const layout = layoutTemplate(template, { ...prefilled(template, one), entries });
  return { kind: "workbook", layout };
}

function entriesOf({ one, name, sending, entries }: Returned, plan: Plan): readonly DemoEntry[] {
  if (sending.file.kind !== "workbook") return [];
  return [...plan.template.fields.values()].flatMap((field): DemoEntry[] => {
    const value = entries.get(field.key) ?? null;
    const place = plan.placeOf.get(field.key);
    if (field.source.kind !== "entered" || value === null || !place) return [];
    const cell = formatAddress(place.address);
    return [{ org: one.organisation.code, file: name, key: field.key, sheet: place.sheet, cell, value }];
  });
}
