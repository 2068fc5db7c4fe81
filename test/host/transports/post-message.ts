import type { ExcelHost, Platform } from "../excel-host";
import { later } from "../later";
import type { RequestBody } from "../protocol/wire";
import type { BridgeTraffic } from "./native-bridge";

/** The frame of an add-in, as far as a host on the same page needs it. */
export interface PaneFrame {
  /** Sends a text to the frame's page. */
  post(text: string): void;
  /** Calls back with every text that the frame's page sends. */
  listen(take: (text: string) => void): void;
}

export interface PostMessageOptions {
  /** The origin of the page that plays Excel on the web. */
  readonly origin: string;
  readonly conversation: string;
  readonly addin: string;
  /** Claimed requirement sets, versions as texts. */
  readonly sets: Readonly<Record<string, string>>;
  readonly language: string;
  /** The keyboard has left the pane, by Ctrl+F6 or beyond its last control. */
  readonly leavesPane?: () => void;
}

/** Office.js' own messages between an add-in's frame and Excel on the web. */
interface FrameMessage {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

const REQUEST = 0;
const ANSWER = 1;
const REGISTERS = 1;
const UNREGISTERS = 2;

/** Numbers of the calls that Office.js makes. */
const SAVE_SETTINGS = 76;
const RICH_API_REQUEST = 93;
const COMMAND_COMPLETED = 94;
/** What host and frame tell each other of the keyboard: it comes in at Ctrl+F6, and leaves at these. */
const COMES_IN = 4;
const LEAVES: ReadonlySet<unknown> = new Set([5, 6, 13, 14]);
/** Such words to the frame have a conversation of their own. */
const NOTIFIES = "_ntf";
/** Excel on the web, among Microsoft's programs. */
const EXCEL_ON_WEB = 16;
const NOT_SUPPORTED = 5_000;

export const WEB_PLATFORM: Platform = "OfficeOnline";

/** The window name by which Office.js in the frame finds the host; it has to be set before the frame is on the page. */
export function frameName({ origin, conversation, addin, language }: PostMessageOptions): string {
  return JSON.stringify({
    baseFrameName: "pane",
    // Without the last word it would load telemetry.
    hostInfo: `Excel|Web|16.00|${language}|workbench||disableLogging`,
    xdmInfo: [conversation, addin, origin].join("|"),
    serializerVersion: "1",
  });
}

export interface PostMessageTraffic extends BridgeTraffic {
  /** Leads the keyboard to the pane's first control. */
  focusPane(): void;
  /** Presses a button of the ribbon that runs this function of the add-in; ends when the add-in says that it is done. */
  pressRibbon(functionName: string): Promise<void>;
}

/** Answers an add-in in a frame as Excel on the web does. */
export function attachPostMessage(
  frame: PaneFrame,
  host: ExcelHost,
  options: PostMessageOptions,
): PostMessageTraffic {
  const registered = new Map<string, FrameMessage>();
  const commands = new Map<string, () => void>();
  let settings: readonly (readonly [string, unknown])[] = [];
  let pressed = 0;
  let notified = 0;

  const send = (to: FrameMessage, kind: 0 | 1, data: unknown) =>
    frame.post(
      JSON.stringify({
        _messageType: ANSWER,
        _actionName: to._actionName,
        _conversationId: to._conversationId,
        _correlationId: to._correlationId,
        _origin: options.origin,
        _serializerVersion: 1,
        _errorCode: 0,
        // An answer to a call, or an event of a registration.
        _responseType: kind,
        _data: data,
      }),
    );
  const flush = () =>
    later(() => {
      const to = registered.get("richApiMessage");
      if (to && host.events.hasWaiting) send(to, 1, { ArrayData: host.takeEvents(), Error: 0 });
    });

  const execute = (message: FrameMessage) => {
    const { ArrayData = [], DdaMethod, DdaSettingsMethod, ...rest } = message._data as ExecuteData;
    switch (DdaMethod.DispatchId) {
      case RICH_API_REQUEST: {
        const text = String(ArrayData[4]);
        // What the client sends is a request of this shape.
        const asked = JSON.parse(text) as RequestBody;
        host.inTurn(asked, () => {
          const body = host.answer(asked, text.length);
          send(message, 0, {
            Error: 0,
            Version: 1,
            Data: [200, ["Content-Type", "application/json"], body],
          });
          flush();
        });
        return;
      }
      case SAVE_SETTINGS:
        settings = DdaSettingsMethod?.Properties ?? [];
        send(message, 0, { Error: 0, Version: 1 });
        return;
      case COMMAND_COMPLETED:
        commands.get(String(rest[0]))?.();
        send(message, 0, { Error: 0, Version: 1 });
        return;
      default:
        send(message, 0, { Error: NOT_SUPPORTED, Version: 1 });
    }
  };

  frame.listen((text) => {
    const message = parsed(text);
    if (message?._messageType !== REQUEST || message._conversationId !== options.conversation) return;
    if (message._actionType === REGISTERS) {
      registered.set(message._actionName, message);
      send(message, 0, { Error: 0 });
    } else if (message._actionType === UNREGISTERS) {
      registered.delete(message._actionName);
      send(message, 0, { Error: 0 });
    } else if (message._actionName === "executeMethod") execute(message);
    else if (message._actionName === "ContextActivationManager_getAppContextAsync")
      send(message, 0, context(options, settings));
    else {
      if (message._actionName === "ContextActivationManager_notifyHost" && leaves(message._data))
        options.leavesPane?.();
      send(message, 0, null);
    }
  });

  return {
    flush,
    underWay: 0,
    focusPane: () => {
      notified += 1;
      frame.post(
        JSON.stringify({
          _messageType: REQUEST,
          _actionType: 0,
          _actionName: "Office_notifyAgave",
          _conversationId: options.conversation + NOTIFIES,
          _correlationId: notified,
          _origin: options.origin,
          _serializerVersion: 1,
          _data: [COMES_IN],
        }),
      );
    },
    pressRibbon: (functionName) =>
      new Promise((resolve, reject) => {
        const to = registered.get("appCommandInvoked");
        if (!to) {
          reject(new Error("the add-in has registered no commands"));
          return;
        }
        pressed += 1;
        const id = `command${pressed}`;
        commands.set(id, resolve);
        send(to, 1, { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: functionName } }) });
      }),
  };
}

interface ExecuteData {
  readonly [number: number]: unknown;
  readonly ArrayData?: readonly unknown[];
  readonly DdaMethod: { readonly DispatchId: number };
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, unknown])[] };
}

/** What is told has the add-in first, and then what it does. */
function leaves(data: unknown): boolean {
  return typeof data === "object" && data !== null && Object.values(data).some((one) => LEAVES.has(one));
}

function parsed(text: string): FrameMessage | undefined {
  try {
    return JSON.parse(text) as FrameMessage;
  } catch {
    // Others may send messages to this page too.
    return undefined;
  }
}

/** What Office.js asks first: who the host is and what it can do. All of it has to be there. */
function context(options: PostMessageOptions, settings: readonly (readonly [string, unknown])[]): object {
  return {
    _id: options.addin,
    _appInstanceId: options.addin,
    _addinName: "workbench",
    _appName: EXCEL_ON_WEB,
    _appVersion: "16.00",
    _appMinorVersion: 1,
    _hostFullVersion: "16.0.0.0",
    _appUILocale: options.language,
    _dataLocale: options.language,
    _docUrl: `${options.origin}/Book1.xlsx`,
    _clientMode: 1,
    _settings: settings,
    _reason: "DocumentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: options.conversation,
    _requirementMatrix: JSON.stringify(options.sets),
  };
}
