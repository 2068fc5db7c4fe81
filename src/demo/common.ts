import {
  readYaml,
  type DefinitionFile,
  type DefinitionProblem,
  type LocatedSource,
  type Path,
} from "../template";

import {
  COMMON,
  commonDefinition,
  type CommonDefinition,
  type DemoDefinition,
  type WrittenDemo,
} from "./definition";
import type { GivenByKind, RangeDefinition } from "./shapes";

/** Tells a problem by file and line, whichever of the demo's files it stands in. */
export type DemoSource = Pick<LocatedSource, "problem" | "partAs">;

/** What the demos of several years have alike, and where it stands. */
interface Common {
  readonly written: CommonDefinition;
  readonly source: LocatedSource;
}

/** Reads what the demos have in common; undefined where anything in it is wrong, which is told by line. */
export function readCommon(file: DefinitionFile, problems: DefinitionProblem[]): Common | undefined {
  const source = readYaml(file, problems);
  const written = source?.as(commonDefinition, problems);
  return source && written && { written, source };
}

/** A demo with what it takes from the common file in its place; undefined where it takes what is not there. */
export function withCommon(
  written: WrittenDemo,
  own: LocatedSource,
  common: Common | null,
  problems: DefinitionProblem[],
): { readonly written: DemoDefinition; readonly source: DemoSource } | undefined {
  const before = problems.length;
  const origins = new Map<string, Path>();
  const put = <Written, T extends Written>(
    part: "draws" | "entries",
    role: string,
    said: Readonly<Record<string, Written>>,
    isOwn: (given: Written, name: string) => given is T,
    known: Readonly<Record<string, Readonly<Record<string, T>>>> = {},
  ): Record<string, T> => {
    const path: Path = ["roles", role, part];
    return Object.fromEntries(
      Object.entries(said).flatMap(([name, given]): (readonly [string, T])[] => {
        if (isOwn(given, name)) return [[name, given]];
        const taken = Object.entries(known[name] ?? {});
        if (taken.length === 0)
          problems.push(own.problem([...path, name], `Nothing called ${name} is common to the demos here.`));
        for (const [key] of taken) origins.set(placeOf([...path, key]), [part, name, key]);
        return taken;
      }),
    );
  };
  const roles = Object.fromEntries(
    Object.entries(written.roles).map(([role, { draws, entries, ...more }]) => [
      role,
      {
        ...more,
        draws: put("draws", role, draws, isRange, common?.written.draws),
        entries: put("entries", role, entries, isEntry, common?.written.entries),
      },
    ]),
  );
  const email = written.email ?? common?.written.email;
  const surnames = written.surnames ?? common?.written.surnames;
  for (const [name, given] of Object.entries({ email, surnames }))
    if (given === undefined) problems.push(own.problem([], `“${name}” is missing.`));
  if (email === undefined || surnames === undefined || problems.length > before) return undefined;
  return {
    written: { ...written, email, surnames, roles },
    source: {
      problem: (path, message) => {
        const origin = origins.get(placeOf(path.slice(0, DEPTH)));
        return common && origin
          ? common.source.problem([...origin, ...path.slice(DEPTH)], message)
          : own.problem(path, message);
      },
      partAs: (part, base, schema, told) => own.partAs(part, base, schema, told),
    },
  };
}

/** How far down a draw or an entry of a role stands: roles, its name, which of the two, the key. */
const DEPTH = 4;

type WrittenRole = WrittenDemo["roles"][string];

function isRange(given: WrittenRole["draws"][string]): given is RangeDefinition {
  return given !== COMMON;
}

/** A key of a return has a dot, so its text may be any. */
function isEntry(given: GivenByKind, name: string): given is GivenByKind {
  return given !== COMMON || name.includes(".");
}

function placeOf(path: Path): string {
  return JSON.stringify(path);
}
