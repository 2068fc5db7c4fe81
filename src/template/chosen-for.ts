import type { Path } from "./source";

/** A definition as one role or year reads it, and the way back to where each part stands in the file. */
export interface ChosenReading {
  readonly content: unknown;
  /** The path in the file of what stands at a path of the content. */
  readonly origin: (path: Path) => Path;
}

/** Says what is wrong with a part that is meant for some only; the path is the file's own. */
export type TellChoice = (path: Path, message: string) => void;

/** Where members of a list, or a chosen text, came from. */
type Origins = Map<object, readonly (string | number)[]>;

/** For whom a definition is read, and by which words its parts say for whom they are. */
export interface Choice {
  /** The role, or the year. */
  readonly own: string;
  /** `roles`: a part with `roles: [a, b]` stands only for those. */
  readonly among: string;
  /** `by_role`: where a value is given as `by_role: { a: …, b: … }` the own one is taken. */
  readonly by: string;
  /** What is wrong with a name that is none; null where it is one. */
  readonly unknown: (name: string) => string | null;
  /** What is to be said where `among` is no list. */
  readonly noList: string;
}

/** A role of a planning year that has these. */
export const choiceOfRole = (role: string, roles: ReadonlySet<string>): Choice => ({
  own: role,
  among: "roles",
  by: "by_role",
  unknown: (name) => (roles.has(name) ? null : `There is no role ${name} in this year.`),
  noList: "The roles that this is for are written as a list: [role, role].",
});

/** A year, in a definition that serves several. Which others there are is not known here. */
export const choiceOfYear = (year: string): Choice => ({
  own: year,
  among: "years",
  by: "by_year",
  unknown: (name) =>
    /^\d{4}-\d{2}$/.test(name)
      ? null
      : `${name} is no planning year: that is four digits, a hyphen and two digits.`,
  noList: "The planning years that this is for are written as a list: [year, year].",
});

/** What one role, or one year, sees of a definition. */
export function readChosen(content: unknown, choice: Choice, tell: TellChoice): ChosenReading {
  const members: Origins = new Map();
  const chosen = new Map<object, Map<string | number, Path>>();
  const result = selected(content, [], { choice, tell, members, chosen });
  return { content: result, origin: (path) => originOf(result, path, members, chosen) };
}

interface Reading {
  readonly choice: Choice;
  readonly tell: TellChoice;
  readonly members: Origins;
  readonly chosen: Map<object, Map<string | number, Path>>;
}

function selected(value: unknown, path: Path, reading: Reading): unknown {
  if (Array.isArray(value)) {
    const kept: unknown[] = [];
    const places: number[] = [];
    value.forEach((one: unknown, at) => {
      if (!isMeant(one, [...path, at], reading)) return;
      kept.push(selected(one, [...path, at], reading));
      places.push(at);
    });
    reading.members.set(kept, places);
    return kept;
  }
  if (!isRecord(value)) return value;
  const { own: whom, among, by } = reading.choice;
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const at = [...path, name];
    if (name === among || !isMeant(part, at, reading)) continue;
    const given = isRecord(part) ? part[by] : undefined;
    if (!isRecord(given)) {
      result[name] = selected(part, at, reading);
      continue;
    }
    for (const other of Object.keys(given)) tellUnknown(other, [...at, by, other], reading);
    const own = given[whom];
    if (own === undefined) continue;
    const origin = [...at, by, whom];
    result[name] = selected(own, origin, reading);
    const known = reading.chosen.get(result) ?? new Map<string | number, Path>();
    reading.chosen.set(result, known.set(name, [by, whom]));
  }
  return result;
}

function isMeant(value: unknown, path: Path, reading: Reading): boolean {
  const { own, among, noList } = reading.choice;
  const named = isRecord(value) ? value[among] : undefined;
  if (named === undefined) return true;
  if (!Array.isArray(named)) {
    reading.tell([...path, among], noList);
    return true;
  }
  named.forEach((name: unknown, at) => {
    tellUnknown(String(name), [...path, among, at], reading);
  });
  return named.includes(own);
}

function tellUnknown(name: string, path: Path, { choice, tell }: Reading): void {
  const wrong = choice.unknown(name);
  if (wrong !== null) tell(path, wrong);
}

function originOf(content: unknown, path: Path, members: Origins, chosen: Reading["chosen"]): Path {
  const origin: (string | number)[] = [];
  let part = content;
  for (const step of path) {
    if (Array.isArray(part)) {
      origin.push(members.get(part)?.[Number(step)] ?? step);
      part = part[Number(step)] as unknown;
    } else {
      origin.push(step, ...(isRecord(part) ? (chosen.get(part)?.get(step) ?? []) : []));
      part = isRecord(part) ? part[step] : undefined;
    }
  }
  return origin;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
