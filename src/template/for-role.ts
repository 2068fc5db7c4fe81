import type { Path } from "./source";

/** A definition as one role reads it, and the way back to where each part stands in the file. */
export interface RoleReading {
  readonly content: unknown;
  /** The path in the file of what stands at a path of the content. */
  readonly origin: (path: Path) => Path;
}

/** Says what is wrong with a part that is meant for some roles only; the path is the file's own. */
export type TellRole = (path: Path, message: string) => void;

/** Where members of a list, or a chosen text, came from. */
type Origins = Map<object, readonly (string | number)[]>;

/**
 * What one role sees of a definition: a part with `roles: [a, b]` stands only for those, and where a value is given as
 * `by_role: { a: …, b: … }` the role's own is taken.
 */
export function readForRole(
  content: unknown,
  role: string,
  roles: ReadonlySet<string>,
  tell: TellRole,
): RoleReading {
  const members: Origins = new Map();
  const chosen = new Map<object, Map<string | number, Path>>();
  const reading = { role, roles, tell, members, chosen };
  const result = selected(content, [], reading);
  return { content: result, origin: (path) => originOf(result, path, members, chosen) };
}

interface Reading {
  readonly role: string;
  readonly roles: ReadonlySet<string>;
  readonly tell: TellRole;
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
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const at = [...path, name];
    if (name === "roles" || !isMeant(part, at, reading)) continue;
    const given = isRecord(part) ? part["by_role"] : undefined;
    if (!isRecord(given)) {
      result[name] = selected(part, at, reading);
      continue;
    }
    for (const other of Object.keys(given)) tellUnknown(other, [...at, "by_role", other], reading);
    const own = given[reading.role];
    if (own === undefined) continue;
    const origin = [...at, "by_role", reading.role];
    result[name] = selected(own, origin, reading);
    const known = reading.chosen.get(result) ?? new Map<string | number, Path>();
    reading.chosen.set(result, known.set(name, ["by_role", reading.role]));
  }
  return result;
}

function isMeant(value: unknown, path: Path, reading: Reading): boolean {
  const roles = isRecord(value) ? value["roles"] : undefined;
  if (roles === undefined) return true;
  if (!Array.isArray(roles)) {
    reading.tell([...path, "roles"], "The roles that this is for are written as a list: [role, role].");
    return true;
  }
  roles.forEach((role: unknown, at) => {
    tellUnknown(String(role), [...path, "roles", at], reading);
  });
  return roles.includes(reading.role);
}

function tellUnknown(role: string, path: Path, { roles, tell }: Reading): void {
  if (!roles.has(role)) tell(path, `There is no role ${role} in this year.`);
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
