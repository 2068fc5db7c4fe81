/** The messages of Microsoft's client for Excel, as far as this host reads and writes them. */

/** A value as it travels. */
export type Wire =
  null | boolean | number | string | readonly Wire[] | { readonly [name: string]: Wire | undefined };

/** How an object is reached. */
export const PATH = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** What is to be done with an object. */
export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly Wire[];
  /** For each argument the path of the object that it stands for, 0 for none; lists of objects have a list of paths. */
  readonly ReferencedObjectPathIds?: readonly (number | readonly number[])[];
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
  /** The client's name of the object's class. */
  readonly T?: string;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, Wire>>;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ResponseError {
  readonly ActionIndex: number;
  readonly Code: string;
  readonly Message: string;
  readonly HttpStatusCode: number;
  readonly Location: string;
}

export interface ResponseBody {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Wire }[];
  readonly TraceIds: readonly number[];
  readonly Error?: ResponseError;
}

/** An event on its way: category, type, target, arguments as JSON, number. */
export type EventEntry = readonly [category: number, type: number, target: string, args: string, id: string];

export const RICH_API_MESSAGE = 65_536;
