import type { Workbook } from "./model/workbook";
import { Gate } from "./gate";
import type { Cells, Host } from "./objects/cells";
import { Events } from "./objects/events";
import { WORKBOOK_KIND } from "./objects/workbook";
import { RANGE_AREAS_KIND } from "./objects/range-areas";
import { RANGE_KIND } from "./objects/range";
import { Engine } from "./protocol/engine";
import { hostObject, selfOf, type HostObject, type Kind } from "./protocol/host-object";
import type { Surface } from "./protocol/surface";
import type { EventEntry, RequestBody, ResponseBody } from "./protocol/wire";
import { isOfTheClient, RequestLog } from "./request-log";

/** The most that a request or its answer may weigh in Excel on the web. */
const MOST_BYTES_ON_WEB = 5 * 1024 * 1024;

/** Where the add-in runs, in the words of Office.js. */
export type Platform = "PC" | "OfficeOnline" | "Mac" | "iOS" | "Android" | "Universal";

/** A request that is to be refused, whatever it asks. */
export interface Refusal {
  readonly code: string;
  /** How many requests come before it; none without it. */
  readonly after?: number;
  /** How many of its actions are done before it is refused; none without it. */
  readonly actions?: number;
  /** How many requests one after the other are refused so; one without it. */
  readonly times?: number;
}

/** An object that the client makes when it starts, and tells that it is ready. */
const ADDIN_SERVICE: Kind<null> = {
  type: "AddinInternalService",
  methods: { NotifyActionHandlerReady: () => null },
};

/** A workbook behind Microsoft's client: answers its requests and has events for it. Transports carry both. */
export class ExcelHost {
  readonly requests = new RequestLog();
  readonly events: Events;
  /** Done once, when the next request was answered and its answer is still on its way; the events of it overtake the answer. */
  meanwhile: (() => void) | undefined;
  /** Refusals that are still to come. */
  refusals: readonly Refusal[] = [];
  private readonly gate = new Gate();
  private readonly host: Host;
  private readonly engine: Engine;

  constructor(
    readonly book: Workbook,
    /** What the client says of its classes; asked for when the first request has come. */
    surface: () => Surface,
    private readonly platform: Platform,
  ) {
    const isWeb = platform === "OfficeOnline";
    this.host = { book, inUse: new Set(), ofEvents: new Map(), isWeb, runtime: { enableEvents: true } };
    this.events = new Events(this.host);
    let known: Surface | undefined;
    this.engine = new Engine({
      get surface() {
        known ??= surface();
        return known;
      },
      root: hostObject(WORKBOOK_KIND, this.host),
      newObject: (type) =>
        type === "Microsoft.InternalService.AddinInternalService"
          ? hostObject(ADDIN_SERVICE, null)
          : undefined,
      listens: (object, event, wanted) => this.events.listens(object, event, wanted),
    });
  }

  /** Keeps the add-in waiting, behind so many of its requests that are still to come, until it is let go. */
  holds(after: number): void {
    this.gate.shut(after);
  }

  letsGo(): void {
    this.gate.open();
  }

  /** How many requests of the add-in wait to be let go. */
  get held(): number {
    return this.gate.held;
  }

  /** Calls back when it is a request's turn to be answered: at once, or when it is let go. */
  inTurn(body: RequestBody, answer: () => void): void {
    // What the client does for itself nobody waits for.
    if (isOfTheClient(body)) answer();
    else this.gate.pass(answer);
  }

  /** Answers a request, as a text; `size` is that of the request's own. */
  answer(body: RequestBody, size: number): string {
    const { book, engine } = this;
    const before = book.revision;
    const isTooLarge = this.platform === "OfficeOnline" && size > MOST_BYTES_ON_WEB;
    const response = isTooLarge
      ? refused("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.")
      : (this.refusedOnPurpose(body) ?? book.as("addIn", () => engine.process(body)));
    this.letGo();
    const text = JSON.stringify(response);
    const changed = book.revision !== before;
    // Below ExcelApi 1.19 whatever an add-in writes takes away what the user could undo.
    if (changed) book.undo.clear();
    const isAnswerTooLarge = this.platform === "OfficeOnline" && text.length > MOST_BYTES_ON_WEB;
    const given = isAnswerTooLarge
      ? refused("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.")
      : response;
    this.requests.note(body, given, { asked: size, answered: text.length }, changed);
    return isAnswerTooLarge ? JSON.stringify(given) : text;
  }

  /** The answer to a request that a test wants refused. */
  private refusedOnPurpose(body: RequestBody): ResponseBody | undefined {
    if (isOfTheClient(body)) return undefined;
    const due = this.refusals.find(({ after = 0 }) => after === 0);
    this.refusals = this.refusals.flatMap((one): readonly Refusal[] => {
      if (one !== due) return [{ ...one, after: Math.max(0, (one.after ?? 0) - 1) }];
      const { times = 1 } = one;
      return times > 1 ? [{ ...one, times: times - 1 }] : [];
    });
    if (!due) return undefined;
    const Actions = body.Actions.slice(0, due.actions ?? 0);
    this.book.as("addIn", () => this.engine.process({ ...body, Actions }));
    return refused(due.code, "The request was refused on purpose.");
  }

  takeEvents(): readonly EventEntry[] {
    return this.events.take();
  }

  /** What the objects of the API share, for the user of the tests and the grid. */
  get shared(): Host {
    return this.host;
  }

  /** Ranges that the client does not keep are forgotten with their request. */
  private letGo(): void {
    const kept = new Set<Cells>([...this.engine.kept.values()].flatMap((object) => cellsOf(object) ?? []));
    for (const cells of this.host.ofEvents.values()) kept.add(cells);
    for (const cells of this.host.inUse) if (!kept.has(cells)) this.host.inUse.delete(cells);
  }
}

function cellsOf(object: HostObject): Cells | undefined {
  return selfOf(RANGE_KIND, object) ?? selfOf(RANGE_AREAS_KIND, object);
}

function refused(code: string, message: string): ResponseBody {
  const Error = { ActionIndex: 0, Code: code, Message: message, HttpStatusCode: 413, Location: "" };
  return { Results: [], TraceIds: [], Error };
}
