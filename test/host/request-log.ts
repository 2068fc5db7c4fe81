import { ACTION, type RequestBody, type ResponseBody } from "./protocol/wire";

/** What one request of the add-in cost. */
export interface RequestRecord {
  /** Loads of values. */
  readonly reads: number;
  /** Properties that were set, and methods that changed something. */
  readonly writes: number;
  readonly actions: number;
  /** Characters of what was asked, and of the answer. */
  readonly asked: number;
  readonly answered: number;
  /** Whether the workbook was changed. */
  readonly changed: boolean;
  /** The code with which it was refused. */
  readonly error: string | null;
}

/** Every request since it was last forgotten, but for those that the client makes for itself. */
export class RequestLog {
  private records: RequestRecord[] = [];

  get list(): readonly RequestRecord[] {
    return this.records;
  }

  get count(): number {
    return this.records.length;
  }

  /** Requests that changed nothing. */
  get reading(): number {
    return this.records.filter(({ changed }) => !changed).length;
  }

  /** Requests that changed something. */
  get writing(): number {
    return this.records.filter(({ changed }) => changed).length;
  }

  forget(): void {
    this.records = [];
  }

  note(
    body: RequestBody,
    response: ResponseBody,
    sizes: { readonly asked: number; readonly answered: number },
    changed: boolean,
  ): void {
    if (isOfTheClient(body)) return;
    const count = (...types: readonly number[]) =>
      body.Actions.filter(({ ActionType }) => types.includes(ActionType)).length;
    const methods = body.Actions.filter(
      ({ ActionType, Name }) => ActionType === ACTION.method && !Name.startsWith("_"),
    ).length;
    this.records.push({
      reads: count(ACTION.query, ACTION.queryAsJson),
      writes: count(ACTION.setProperty, ACTION.update) + (changed ? methods : 0),
      actions: body.Actions.length,
      ...sizes,
      changed,
      error: response.Error?.Code ?? null,
    });
  }
}

/** What the client asks for itself: it lets go of ranges, and tells Excel that it is there. */
const OWN = ["_RemoveReference", "NotifyActionHandlerReady"];

/** Whether the client only does what no add-in has asked for. */
export function isOfTheClient({ Actions }: RequestBody): boolean {
  return Actions.every(({ ActionType, Name }) => ActionType === ACTION.instantiate || OWN.includes(Name));
}
