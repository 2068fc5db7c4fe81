import { invalidArgument } from "./errors";
import type { HostObject } from "./host-object";
import { serverName, type Surface } from "./surface";
import type { QueryInfo, Wire } from "./wire";

/** What is asked of an object: each member with what is asked of it in turn. */
type Tree = Map<string, Tree>;

/** A load: the values that were asked for, by the names that travel; the members of collections under _Items. */
export function load(object: HostObject | null, query: QueryInfo, surface: Surface): Wire {
  if (!object) return null;
  const tree: Tree = new Map();
  const asked = [...(query.Select ?? []), ...(query.Expand ?? []).map((path) => `${path}/*`)];
  for (const path of asked) {
    let branch = tree;
    for (const step of path.split("/")) {
      const next: Tree = branch.get(step) ?? new Map<string, Tree>();
      branch.set(step, next);
      branch = next;
    }
  }
  return answer(object, tree.size > 0 ? tree : everything(), query, surface);
}

function everything(): Tree {
  return new Map<string, Tree>([["*", new Map<string, Tree>()]]);
}

function answer(object: HostObject, tree: Tree, query: QueryInfo, surface: Surface): Wire {
  const children = object.children();
  if (!children) return values(object, tree, surface);
  const own: Tree = new Map();
  const ofItems: Tree = new Map(tree.get("items"));
  for (const [name, branch] of tree) {
    if (name === "items") continue;
    // The client sends "name" for "items/name"; only what the collection itself has is its own.
    const isOwn = Object.hasOwn(surface[object.type]?.scalars ?? {}, name);
    (isOwn ? own : ofItems).set(name, branch);
  }
  const wanted = tree.has("items") || ofItems.size > 0;
  if (!wanted) return values(object, own, surface);
  const from = query.Skip ?? 0;
  const to = query.Top === undefined ? undefined : from + query.Top;
  const items = children
    .slice(from, to)
    .map((child) => values(child, ofItems.size > 0 ? ofItems : everything(), surface));
  return { ...values(object, own, surface), _Items: items };
}

function values(object: HostObject, tree: Tree, surface: Surface): Record<string, Wire | undefined> {
  const known = surface[object.type] ?? { scalars: {}, objects: [] };
  const found = identity(object, surface);
  for (const [name, branch] of tree) {
    if (name === "$none") continue;
    if (name === "*") {
      for (const sent of Object.values(known.scalars)) if (object.has(sent)) found[sent] = object.read(sent);
      continue;
    }
    const sent = Object.hasOwn(known.scalars, name) ? known.scalars[name] : undefined;
    if (sent === "_ReferenceId") continue;
    if (sent !== undefined) found[sent] = object.read(sent);
    else if (known.objects.includes(serverName(name))) {
      const inner = reach(object, serverName(name));
      found[serverName(name)] = inner && answer(inner, branch.size > 0 ? branch : everything(), {}, surface);
    } else throw invalidArgument(`${object.type} has no property ${name}.`);
  }
  return found;
}

function reach(object: HostObject, name: string): HostObject | null {
  const inner = object.object(name);
  // Reading it says what is missing.
  if (inner === undefined) object.read(name);
  return inner ?? null;
}

/**
 * By what the client finds an object again, and nothing more: a value that nobody loaded would otherwise read as loaded, and hide
 * the mistake that real Excel shows.
 */
export function identity(object: HostObject, surface: Surface): Record<string, Wire | undefined> {
  const found: Record<string, Wire | undefined> = {};
  if (object.reference !== null) found["_ReferenceId"] = object.reference;
  const sent = Object.values(surface[object.type]?.scalars ?? {});
  for (const name of ["Id", "_Id"])
    if (sent.includes(name) && object.has(name)) found[name] = object.read(name);
  return found;
}
