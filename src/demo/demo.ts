import { formatAddress, isoDay, type RawValue } from "../cells";
import type { Layout } from "../layout";
import type { DefinitionFile, DefinitionProblem, PlanningYear, Template } from "../template";

import type { DemoSource } from "./common";
import { arrivalOf } from "./arrival";
import { extractCsv } from "./extract";
import type { Tell } from "./fill";
import { readDemo } from "./read";
import { receivedCsv } from "./received-csv";
import { registerCsv } from "./register-csv";
import type { OrganisationScript, Script } from "./script";
import { givenTo, sentBy, type Sent } from "./sent";

export interface DemoFile {
  /** The path below the demo's folder; its last part begins with the organisation's code. */
  readonly name: string;
  readonly content:
    /** A workbook is laid out when it is wanted: all of them at once are a heap. */
    | { readonly kind: "workbook"; readonly layout: () => Layout }
    | { readonly kind: "text"; readonly text: string };
}

/** One entry of a returned workbook, noted when it was filled in: what is read back can be held against it. */
export interface DemoEntry {
  readonly org: string;
  readonly role: string;
  readonly file: string;
  readonly key: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: RawValue;
}

export interface Demo {
  readonly sha: { readonly code: string; readonly name: string };
  readonly registerCsv: string;
  /** When each return came in. */
  readonly receivedCsv: string;
  /** What others have on their books of the same, by the name of the file: "commitments". */
  readonly extracts: ReadonlyMap<string, string>;
  /** The day by which returns were wanted: "2007-03-31". */
  readonly due: string;
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

/**
 * Makes a fictional SHA as a definition tells it, and what it takes from the file that demos have in common. The same definition
 * always makes the same demo.
 */
export function makeDemo(
  file: DefinitionFile,
  year: PlanningYear,
  common: DefinitionFile | null = null,
): DemoResult {
  const problems: DefinitionProblem[] = [];
  const read = readDemo(file, common, year, problems);
  if (!read) return { kind: "refused", problems: distinct(problems) };
  const { script, source } = read;
  const told = new Set<string>();
  const tellFor = ({ organisation: { name, code } }: OrganisationScript): Tell => {
    return (path, message) => {
      // What can't be worked out for one organisation can't be for most.
      const place = JSON.stringify(path);
      if (!told.has(place)) problems.push(source.problem(path, `${message} It is so for ${name} (${code}).`));
      told.add(place);
    };
  };
  const sent = allSent(script, tellFor);
  const extracts =
    problems.length > 0 ? new Map<string, string>() : extractsOf(script, sent, source, problems);
  if (problems.length > 0) return { kind: "refused", problems: distinct(problems) };
  const returns = sent.flatMap(filesOf);
  const { sha, due } = script;
  const demo: Demo = {
    sha: { code: sha.code, name: sha.name },
    registerCsv: registerCsv(
      sha,
      script.organisations.map(({ organisation }) => organisation),
    ),
    receivedCsv: receivedCsv(
      returns.map((one) => ({ name: bareName(one.name), arrived: arrivalOf(one.sent, script) })),
    ),
    extracts,
    due: isoDay(due) ?? "",
    blanks: script.organisations.flatMap((one) => blanksOf(one, script)),
    returns: returns.map(({ name, content }) => ({ name, content })),
    entries: returns.flatMap(entriesOf),
  };
  return { kind: "demo", demo };
}

/** What others have on their books of the returns that count. */
function extractsOf(
  { extracts }: Script,
  sent: readonly Sent[],
  source: DemoSource,
  problems: DefinitionProblem[],
): ReadonlyMap<string, string> {
  const counted = sent.filter(({ called, sending }) => called === null && sending.file.kind === "workbook");
  const tell: Tell = (path, message) => problems.push(source.problem(path, message));
  return new Map([...extracts].map(([name, one]) => [name, extractCsv(one, counted, tell)]));
}

function distinct(problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** Everything that came in, in the order of the organisations. Where a return builds upon others, those are made first. */
function allSent(script: Script, tellFor: (one: OrganisationScript) => Tell): readonly Sent[] {
  const made = new Map<string, readonly Sent[]>();
  const of = (code: string, role: string): readonly Sent[] => {
    const name = `${code} ${role}`;
    const known = made.get(name);
    if (known) return known;
    const one = script.organisations.find(({ organisation }) => organisation.code === code);
    const filing = one?.filings.find((each) => each.role === role);
    if (!one || !filing) return [];
    // While it is made it is not there: a return that is wanted for making itself is missed by whoever wants it.
    made.set(name, []);
    const sent = sentBy(one, filing, { script, tell: tellFor(one), others: of });
    made.set(name, sent);
    return sent;
  };
  return script.organisations.flatMap(({ organisation, filings }) =>
    filings.flatMap(({ role }) => of(organisation.code, role)),
  );
}

interface Returned extends DemoFile {
  readonly sent: Sent;
}

/** The files in which a return came, two where it was sent twice. */
function filesOf(sent: Sent): readonly Returned[] {
  const { organisation, template, called, sending } = sent;
  const ending = sending.file.kind === "text" ? "xls" : "xlsx";
  const content: DemoFile["content"] | null =
    sending.file.kind === "text"
      ? sending.file
      : sent.workbook && { kind: "workbook", layout: sent.workbook.layout };
  if (!content) return [];
  const names = sending.twice === null ? [called] : [called, sending.twice];
  return names.map((more) => ({
    name: `returns/${fileName(organisation, template, more, ending)}`,
    content,
    sent,
  }));
}

function fileName(
  { organisation }: OrganisationScript,
  template: Template,
  called: string | null,
  ending: "xlsx" | "xls",
): string {
  const more = called === null ? "" : ` ${called}`;
  return `${organisation.code} ${template.roleLabel} ${template.year}${more}.${ending}`;
}

function bareName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function blanksOf(one: OrganisationScript, script: Script): readonly DemoFile[] {
  return one.filings.flatMap((filing): DemoFile[] => {
    const template = script.roles.get(filing.role)?.template;
    if (!template) return [];
    const layout = () => givenTo(one, filing, script);
    return [
      { name: `templates/${fileName(one, template, null, "xlsx")}`, content: { kind: "workbook", layout } },
    ];
  });
}

function entriesOf({ name, sent }: Returned): readonly DemoEntry[] {
  const { organisation, template, entries } = sent;
  const places = sent.workbook?.places;
  if (!places) return [];
  return [...template.fields.values()].flatMap((field): DemoEntry[] => {
    const value = entries.get(field.key) ?? null;
    const place = places.get(field.key);
    if (field.source.kind !== "entered" || value === null || !place) return [];
    return [
      {
        org: organisation.organisation.code,
        role: template.role,
        file: name,
        key: field.key,
        sheet: place.sheet,
        cell: formatAddress(place.address),
        value,
      },
    ];
  });
}
