/** The members of one of the client's classes that hold a value. */
export interface SurfaceClass {
  /** As an add-in writes them → as they travel. */
  readonly scalars: Readonly<Record<string, string>>;
  /** Members that lead to another object and may be loaded through, as they travel. */
  readonly objects: readonly string[];
}

/** What the client's own classes say about themselves, by class. It is read when tests start, and kept nowhere. */
export type Surface = Readonly<Record<string, SurfaceClass>>;

/** Reads the classes of the `Excel` that Microsoft's client has put into this realm. */
export function surfaceOf(excel: object): Surface {
  const classes: Record<string, SurfaceClass> = {};
  for (const candidate of Object.values(excel) as unknown[]) {
    if (typeof candidate !== "function") continue;
    const prototype: unknown = candidate.prototype;
    if (typeof prototype !== "object" || prototype === null) continue;
    const name: unknown = member(prototype, "_className");
    if (typeof name !== "string") continue;
    const names = texts(member(prototype, "_scalarPropertyNames"));
    const sent = texts(member(prototype, "_scalarPropertyOriginalNames"));
    classes[name] = {
      scalars: Object.fromEntries(names.map((one, at) => [one, sent[at] ?? serverName(one)])),
      objects: texts(member(prototype, "_navigationPropertyNames")).map(serverName),
    };
  }
  return classes;
}

/** A member's name as it travels. */
export function serverName(name: string): string {
  return name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

function member(prototype: object, name: string): unknown {
  try {
    return Reflect.get(prototype, name) as unknown;
  } catch {
    // Some getters work on instances only.
    return undefined;
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
