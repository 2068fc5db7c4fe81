import { HostError, invalidArgument, itemNotFound, notImplemented } from "./errors";
import { isHostObject, type Argument, type HostObject, type Result } from "./host-object";
import { identity, load } from "./load";
import { serverName, type Surface } from "./surface";
import {
  ACTION,
  PATH,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type RequestBody,
  type ResponseBody,
  type Wire,
} from "./wire";

/** What the engine asks of whoever has the objects. */
export interface ObjectSource {
  readonly surface: Surface;
  /** The object behind `context.workbook`. */
  readonly root: HostObject;
  /** Objects that the client makes by the name of their class; undefined where there is none. */
  newObject(type: string): HostObject | undefined;
  /** An object's events were asked for, or are no longer wanted; `event` is the middle of _RegisterDataChangedEvent. */
  listens(object: HostObject, event: string, wanted: boolean): void;
}

const OR_NULL = "OrNullObject";

/** Answers requests of Microsoft's client. It knows how objects are reached and used, and nothing of Excel. */
export class Engine {
  /** Objects that the client keeps from one request to the next. */
  readonly kept = new Map<string, HostObject>();
  private references = 0;

  constructor(private readonly source: ObjectSource) {}

  /** Actions run in their order up to the first that is refused; what was done before it stays. */
  process(body: RequestBody): ResponseBody {
    const reached = new Map<number, HostObject | null>();
    const results: { ActionId: number; Value: Wire }[] = [];
    const traces: number[] = [];
    for (const [at, action] of body.Actions.entries()) {
      try {
        if (action.ActionType === ACTION.trace) {
          traces.push(action.Id);
          results.push({ ActionId: action.Id, Value: null });
          continue;
        }
        const object = this.reach(action.ObjectPathId, body, reached);
        results.push({ ActionId: action.Id, Value: this.act(action, object, body, reached) });
      } catch (problem) {
        if (!(problem instanceof HostError)) throw problem;
        const path = body.ObjectPaths[action.ObjectPathId];
        const Error = {
          ActionIndex: at,
          Code: problem.code,
          Message: problem.message,
          HttpStatusCode: problem.status,
          Location: locationOf(action, path, body),
        };
        return { Results: results, TraceIds: traces, Error };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  private reach(id: number, body: RequestBody, reached: Map<number, HostObject | null>): HostObject | null {
    const before = reached.get(id);
    if (before !== undefined) return before;
    const path = body.ObjectPaths[id];
    if (!path) throw invalidArgument(`There is no object path ${id}.`);
    const parentId = path.ParentObjectPathId ?? 0;
    const parent = parentId === 0 ? undefined : this.reach(parentId, body, reached);
    // Whatever lies below an object that is not there is not there either.
    const object = parent === null ? null : this.follow(path, parent, body, reached);
    reached.set(id, object);
    return object;
  }

  private follow(
    path: ObjectPath,
    parent: HostObject | undefined,
    body: RequestBody,
    reached: Map<number, HostObject | null>,
  ): HostObject | null {
    const args = () => this.args(path.ArgumentInfo, body, reached);
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.source.root;
      case PATH.nullObject:
        return null;
      case PATH.newObject: {
        const made = this.source.newObject(path.Name);
        if (!made) throw notImplemented(`object ${path.Name}`);
        return made;
      }
      case PATH.reference: {
        const kept = this.kept.get(path.Name);
        if (!kept)
          throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
        return kept;
      }
    }
    if (!parent) throw invalidArgument(`${path.Name} has no parent.`);
    switch (path.ObjectPathType) {
      case PATH.property: {
        const object = parent.object(path.Name);
        if (object === undefined) throw notImplemented(`${parent.type}.${path.Name}`);
        return object;
      }
      case PATH.indexer:
        return found(parent, args());
      case PATH.method: {
        const result = this.call(parent, path.Name, args());
        return isHostObject(result) ? result : null;
      }
    }
    throw notImplemented(`object path of type ${path.ObjectPathType}`);
  }

  private args(
    info: ArgumentInfo | undefined,
    body: RequestBody,
    reached: Map<number, HostObject | null>,
  ): readonly Argument[] {
    const given = info?.Arguments ?? [];
    const paths = info?.ReferencedObjectPathIds;
    if (!paths) return given;
    return given.map((argument, at) => {
      const id = paths[at] ?? 0;
      if (typeof id !== "number") throw notImplemented("list of objects as an argument");
      return id === 0 ? argument : this.reach(id, body, reached);
    });
  }

  private call(object: HostObject, name: string, args: readonly Argument[]): Result {
    const method = object.method(name);
    if (method) return method(...args);
    if (name === "_KeepReference") return this.keep(object);
    if (name === "_RemoveReference") {
      if (typeof args[0] === "string") this.kept.delete(args[0]);
      return null;
    }
    const [, register, event] = /^_(Register|Unregister)(?:Event)?(\w+?)(?:Event)?$/.exec(name) ?? [];
    if (register !== undefined && event !== undefined) {
      this.source.listens(object, event, register === "Register");
      return null;
    }
    if (name.endsWith(OR_NULL)) return this.callOrNull(object, name.slice(0, -OR_NULL.length), args);
    const children = object.children();
    if (name === "GetItem" && children) return found(object, args);
    if (name === "GetCount" && children) return children.length;
    if (name === "GetItemAt" && children) {
      const child = typeof args[0] === "number" ? children[args[0]] : undefined;
      if (!child) throw invalidArgument(`${object.type} has no such item.`);
      return child;
    }
    throw notImplemented(`${object.type}.${name}`);
  }

  private callOrNull(object: HostObject, name: string, args: readonly Argument[]): Result {
    try {
      return this.call(object, name, args) ?? null;
    } catch (problem) {
      if (problem instanceof HostError && problem.code === "ItemNotFound") return null;
      throw problem;
    }
  }

  private keep(object: HostObject): null {
    if (object.reference === null) {
      this.references += 1;
      object.reference = `{${this.references}}`;
    }
    this.kept.set(object.reference, object);
    return null;
  }

  private act(
    action: Action,
    object: HostObject | null,
    body: RequestBody,
    reached: Map<number, HostObject | null>,
  ): Wire {
    const { surface } = this.source;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && identity(object, surface);
      case ACTION.query:
      case ACTION.queryAsJson:
        return load(object, action.QueryInfo ?? {}, surface);
      case ACTION.method: {
        if (!object) return null;
        const result = this.call(object, action.Name, this.args(action.ArgumentInfo, body, reached));
        return isHostObject(result) ? identity(result, surface) : (result ?? null);
      }
      case ACTION.setProperty: {
        const [value] = this.args(action.ArgumentInfo, body, reached);
        if (isHostObject(value)) throw notImplemented(`object as the value of ${action.Name}`);
        object?.write(action.Name, value ?? null);
        return null;
      }
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          object?.write(serverName(name), value);
        return null;
    }
    throw notImplemented(`action of type ${action.ActionType}`);
  }
}

function found(collection: HostObject, keys: readonly Argument[]): HostObject {
  const child = collection.child(keys);
  if (child === undefined) throw notImplemented(`${collection.type}.getItem`);
  if (child === null) throw itemNotFound();
  return child;
}

/** "Worksheet.GetRange": the class, where the client sends it, and the member. */
function locationOf(action: Action, path: ObjectPath | undefined, body: RequestBody): string {
  const parent =
    path?.ParentObjectPathId === undefined ? undefined : body.ObjectPaths[path.ParentObjectPathId];
  const member = action.Name === "" ? (path?.Name ?? "") : action.Name;
  return [(action.Name === "" ? parent : path)?.T ?? "", member].filter((part) => part !== "").join(".");
}
