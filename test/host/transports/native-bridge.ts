import type { ExcelHost } from "../excel-host";
import { later } from "../later";
import { isOfTheClient } from "../request-log";
import type { RequestBody } from "../protocol/wire";

/** What the client and a host in the same process hand each other texts by. */
export interface NativeBridge {
  sendMessageToHost?: (text: string) => void;
  /** Put there by the client. */
  onMessageFromHost?: (text: string) => void;
}

const RESPONSE = 2;
const EVENT = 3;

interface BridgeRequest {
  readonly id: number;
  readonly message: { readonly body: RequestBody };
}

/** The requests of the client in this process, and events on their way to it. */
export interface BridgeTraffic {
  /** Sends the events that wait, after the answer to whatever is being asked. */
  flush(): void;
  /** Requests that are not answered yet; those that a test holds are left out. */
  readonly underWay: number;
}

/** Lets a client in the same process talk to the host: JSON texts in both directions, never before the caller has gone on. */
export function attachNativeBridge(bridge: NativeBridge, host: ExcelHost): BridgeTraffic {
  let underWay = 0;
  const send = (message: object) => bridge.onMessageFromHost?.(JSON.stringify(message));
  const flush = () =>
    later(() => {
      // A request that came in the meantime is answered first, and then flushes itself.
      if (underWay > 0 || !host.events.hasWaiting) return;
      send({ type: EVENT, message: { entries: host.takeEvents() } });
    });
  bridge.sendMessageToHost = (text) => {
    underWay += 1;
    later(() => {
      // What the client sends is a request of this shape.
      const { id, message } = JSON.parse(text) as BridgeRequest;
      host.inTurn(message.body, () => {
        const body = host.answer(message.body, text.length);
        const { meanwhile } = host;
        if (meanwhile && !isOfTheClient(message.body)) {
          host.meanwhile = undefined;
          meanwhile();
          send({ type: EVENT, message: { entries: host.takeEvents() } });
        }
        underWay -= 1;
        // The answer is a text already, and may be a large one.
        bridge.onMessageFromHost?.(
          `{"id":${id},"type":${RESPONSE},"message":{"statusCode":200,"headers":{},"body":${body}}}`,
        );
        flush();
      });
    });
  };
  return {
    flush,
    get underWay() {
      return underWay - host.held;
    },
  };
}
