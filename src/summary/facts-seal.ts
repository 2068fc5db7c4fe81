import type { WorkbookCells } from "../cells";

import { fingerprint } from "./entered/fingerprint";
import type { Fact } from "./facts";

/** What a summary keeps beside its facts of each return: how many there are, and a mark of what they say. */
export interface FactsSeal {
  readonly org: string;
  readonly role: string;
  readonly year: string;
  readonly count: number;
  readonly mark: string;
}

/** Seals of a workbook, and how many it says that it has; null where it has none, as before they were made. */
export interface SealsFound {
  readonly seals: readonly FactsSeal[];
  readonly said: number;
}

const WORD = "imt-facts";

/** The seal of each return that facts tell of, in the order in which they come. */
export function sealsOf(facts: readonly Fact[]): readonly FactsSeal[] {
  const byReturn = new Map<string, Fact[]>();
  for (const fact of facts) {
    const known = byReturn.get(returnName(fact));
    if (known) known.push(fact);
    else byReturn.set(returnName(fact), [fact]);
  }
  return [...byReturn.values()].flatMap((those) => {
    const [first] = those;
    if (!first) return [];
    const { org, role, year } = first;
    return [{ org, role, year, count: those.length, mark: markOf(those) }];
  });
}

/** What stands in hidden cells for these facts: how many seals there are, then each of them. */
export function sealTexts(facts: readonly Fact[]): readonly string[] {
  const seals = sealsOf(facts);
  const texts = seals.map(({ org, role, year, count, mark }) =>
    [WORD, org, role, year, String(count), mark].join("|"),
  );
  return [[WORD, String(seals.length)].join("|"), ...texts];
}

/** The seals that a workbook holds, on whatever sheet. */
export function sealsIn({ sheets }: WorkbookCells): SealsFound | null {
  const seals: FactsSeal[] = [];
  let said: number | null = null;
  for (const { cells } of sheets) {
    for (const { value } of cells.values()) {
      if (typeof value !== "string" || !value.startsWith(`${WORD}|`)) continue;
      const [, org, role, year, count, mark] = value.split("|");
      if (role === undefined) said = Number(org);
      else if (org !== undefined && year !== undefined && mark !== undefined)
        seals.push({ org, role, year, count: Number(count), mark });
    }
  }
  return said === null ? null : { seals, said };
}

/** Returns of which these facts are not what was sealed, in words; empty where all are. */
export function brokenSeals(facts: readonly Fact[], { seals, said }: SealsFound): readonly string[] {
  const now = new Map(sealsOf(facts).map((seal) => [returnName(seal), seal]));
  const before = new Set(seals.map(returnName));
  const broken = seals.flatMap((seal) => {
    const { org, role, count, mark } = seal;
    const here = now.get(returnName(seal));
    const which = `${org} (${role})`;
    if (!here) return [`all ${count} facts of ${which} are gone`];
    if (here.count < count) return [`${count - here.count} of the ${count} facts of ${which} are gone`];
    if (here.count > count) return [`${which} has ${here.count} facts and had ${count}`];
    return here.mark === mark ? [] : [`a value of ${which} is not what it was`];
  });
  // With a seal gone too, a return without one says nothing.
  const added =
    seals.length < said
      ? []
      : [...now].flatMap(([name, { org, role }]) =>
          before.has(name) ? [] : [`${org} (${role}) was not in it`],
        );
  return [...broken, ...added];
}

function returnName({ org, role, year }: Pick<Fact, "org" | "role" | "year">): string {
  return `${org} ${role} ${year}`;
}

/** The same whatever order the rows are in, and after any program has saved the workbook again. */
function markOf(facts: readonly Fact[]): string {
  const lines = facts.map(
    ({ key, version, counts, value }) => `${key} ${version} ${String(counts)} ${plain(value)}`,
  );
  return fingerprint(lines.sort().join("\n"));
}

/** Programs save fifteen digits of a figure or all, and line ends and blanks as they please. */
function plain(value: Fact["value"]): string {
  if (typeof value === "number") return String(Number(Number(value.toPrecision(15)).toPrecision(12)) + 0);
  return (value ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
}
