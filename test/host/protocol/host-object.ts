import { notImplemented } from "./errors";
import type { Wire } from "./wire";

/** What a method is given: a value, or another object of the host. */
export type Argument = Wire | HostObject | undefined;
/** What a method gives: a value, an object, or nothing. */
export type Result = Wire | HostObject | undefined;

export interface Property<S> {
  readonly get: (self: S) => Wire;
  /** Missing where it can only be read. */
  readonly set?: (self: S, value: Wire) => void;
}

/** What is done with the thing; one that gives nothing gives void. */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- so that methods for their effect need no return
export type Method<S> = (self: S, ...args: Argument[]) => Result | void;

/** One of Excel's classes: its members by the names that travel, each given the thing that it is about. */
export interface Kind<S> {
  /** The client's name of the class. */
  readonly type: string;
  readonly properties?: Readonly<Record<string, Property<S>>>;
  readonly objects?: Readonly<Record<string, (self: S) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, Method<S>>>;
  /** The members of a collection, in order. */
  readonly children?: (self: S) => readonly HostObject[];
  /** The member of a collection with this key; null where there is none. */
  readonly child?: (self: S, ...keys: Argument[]) => HostObject | null;
}

/** An object of the host as the engine sees it. */
export interface HostObject {
  readonly type: string;
  readonly self: unknown;
  /** By which the client finds it again in later requests, once it asked for that. */
  reference: string | null;
  has(name: string): boolean;
  read(name: string): Wire;
  write(name: string, value: Wire): void;
  object(name: string): HostObject | null | undefined;
  /** Undefined where the class has no such method. */
  method(name: string): ((...args: Argument[]) => Result) | undefined;
  children(): readonly HostObject[] | undefined;
  child(keys: readonly Argument[]): HostObject | null | undefined;
}

/** The object of that class for this thing. */
export function hostObject<S>(kind: Kind<S>, self: S): HostObject {
  return new Bound(kind, self);
}

/** The thing behind an object of that class; undefined for any other argument. */
export function selfOf<S>(kind: Kind<S>, argument: Argument): S | undefined {
  // Whoever has this very kind was bound to an S.
  return argument instanceof Bound && argument.kind === kind ? (argument.self as S) : undefined;
}

export function isHostObject(value: unknown): value is HostObject {
  return value instanceof Bound;
}

class Bound<S> implements HostObject {
  reference: string | null = null;

  constructor(
    readonly kind: Kind<S>,
    readonly self: S,
  ) {}

  get type(): string {
    return this.kind.type;
  }

  has(name: string): boolean {
    return own(this.kind.properties, name) !== undefined;
  }

  read(name: string): Wire {
    const property = own(this.kind.properties, name);
    if (!property) throw notImplemented(`${this.type}.${name}`);
    return property.get(this.self);
  }

  write(name: string, value: Wire): void {
    const property = own(this.kind.properties, name);
    if (!property?.set) throw notImplemented(`${this.type}.${name} that can be set`);
    property.set(this.self, value);
  }

  object(name: string): HostObject | null | undefined {
    return own(this.kind.objects, name)?.(this.self);
  }

  method(name: string): ((...args: Argument[]) => Result) | undefined {
    const method = own(this.kind.methods, name);
    return method && ((...args) => method(this.self, ...args) ?? null);
  }

  children(): readonly HostObject[] | undefined {
    return this.kind.children?.(this.self);
  }

  child(keys: readonly Argument[]): HostObject | null | undefined {
    return this.kind.child?.(this.self, ...keys);
  }
}

function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
