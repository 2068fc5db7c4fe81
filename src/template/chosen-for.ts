import type { Path } from "./source";

/** A definition as one role, year or version reads it, and the way back to where each part stands in the file. */
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
  /** Words of a part that say for whom it is: `roles`, `years`, `since`, `before`. */
  readonly markers: readonly string[];
  /** Whether it is such a word, by what stands under it: a field may have the same name. */
  readonly isMarker: (said: unknown) => boolean;
  /** Whether a part is meant, by what it says under one of these words. */
  readonly isMeant: (said: unknown, marker: string, path: Path, tell: TellChoice) => boolean;
  /** `by_role`: where a value is given as `by_role: { a: …, b: … }` the own one is taken. */
  readonly by: string;
  /** Which of these is the own one; undefined where none is. */
  readonly taken: (names: readonly string[]) => string | undefined;
  /** What is wrong with a name that is none; null where it is one. */
  readonly unknown: (name: string) => string | null;
}

/** A role of a planning year that has these: a part with `roles: [a, b]` stands only for those. */
export const choiceOfRole = (role: string, roles: ReadonlySet<string>): Choice =>
  choiceAmong(role, {
    marker: "roles",
    by: "by_role",
    unknown: (name) => (roles.has(name) ? null : `There is no role ${name} in this year.`),
    noList: "The roles that this is for are written as a list: [role, role].",
  });

/** A year, in a definition that serves several. Which others there are is not known here. */
export const choiceOfYear = (year: string): Choice =>
  choiceAmong(year, {
    marker: "years",
    by: "by_year",
    unknown: (name) =>
      /^\d{4}-\d{2}$/.test(name)
        ? null
        : `${name} is no planning year: that is four digits, a hyphen and two digits.`,
    noList: "The planning years that this is for are written as a list: [year, year].",
  });

/**
 * A version of a return that came in these, the first one first: a part with `since: "1.1"` is asked from that version on, one with
 * `before: "1.1"` in those before it; of what is said `by_version:` the last that had come stands.
 */
export const choiceOfVersion = (version: string, versions: readonly string[]): Choice => {
  const at = (name: string) => versions.indexOf(name);
  const unknown = (name: string) =>
    at(name) >= 0 ? null : `There is no version ${name} of this return; there are ${versions.join(", ")}.`;
  return {
    markers: ["since", "before"],
    by: "by_version",
    unknown,
    isMarker: (said) => typeof said === "string",
    isMeant: (said, marker, path, tell) => {
      const wrong = unknown(String(said));
      if (wrong !== null) tell(path, wrong);
      return marker === "since" ? at(version) >= at(String(said)) : at(version) < at(String(said));
    },
    taken: (names) =>
      versions
        .slice(0, at(version) + 1)
        .filter((name) => names.includes(name))
        .at(-1),
  };
};

function choiceAmong(
  own: string,
  words: {
    readonly marker: string;
    readonly by: string;
    readonly unknown: (name: string) => string | null;
    readonly noList: string;
  },
): Choice {
  const { marker, by, unknown, noList } = words;
  return {
    markers: [marker],
    by,
    unknown,
    isMarker: () => true,
    isMeant: (said, _, path, tell) => {
      if (!Array.isArray(said)) {
        tell(path, noList);
        return true;
      }
      said.forEach((name: unknown, at) => {
        const wrong = unknown(String(name));
        if (wrong !== null) tell([...path, at], wrong);
      });
      return said.includes(own);
    },
    taken: (names) => names.find((name) => name === own),
  };
}

/** What one role, one year or one version sees of a definition. */
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
  const { choice } = reading;
  const { by } = choice;
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const at = [...path, name];
    if (isMarker(name, part, choice) || !isMeant(part, at, reading)) continue;
    const given = isRecord(part) ? part[by] : undefined;
    if (!isRecord(given)) {
      result[name] = selected(part, at, reading);
      continue;
    }
    for (const other of Object.keys(given)) tellUnknown(other, [...at, by, other], reading);
    const own = choice.taken(Object.keys(given));
    if (own === undefined) continue;
    const origin = [...at, by, own];
    result[name] = selected(given[own], origin, reading);
    const known = reading.chosen.get(result) ?? new Map<string | number, Path>();
    reading.chosen.set(result, known.set(name, [by, own]));
  }
  return result;
}

function isMeant(value: unknown, path: Path, { choice, tell }: Reading): boolean {
  if (!isRecord(value)) return true;
  return choice.markers.every((marker) => {
    const said = value[marker];
    return !isMarker(marker, said, choice) || choice.isMeant(said, marker, [...path, marker], tell);
  });
}

function isMarker(name: string, said: unknown, choice: Choice): boolean {
  return said !== undefined && choice.markers.includes(name) && choice.isMarker(said);
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
