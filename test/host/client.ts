import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { surfaceOf, type Surface } from "./protocol/surface";
import type { NativeBridge } from "./transports/native-bridge";

/** What Microsoft's client leaves in the realm in which it runs, as far as the tests need it. */
export interface ExcelClient {
  readonly surface: Surface;
  /** Starts it anew behind this bridge: nothing is left of handlers that were registered before. */
  connect(bridge: NativeBridge): void;
}

interface Extension {
  readonly HostBridge: { init(bridge: NativeBridge): void };
  readonly GenericEventRegistration: { s_genericEventRegistrations: object };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
}

const CLIENT = "excel-web-16.00.js";

let loaded: ExcelClient | undefined;

/**
 * Microsoft's own client, unchanged, from node_modules. It is evaluated in the realm of the tests, because it tells plain objects and
 * dates by their prototypes; and once, because it can't be loaded twice.
 */
export function excelClient(): ExcelClient {
  loaded ??= load();
  return loaded;
}

function load(): ExcelClient {
  giveSurroundings();
  const folder = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
  evaluate(readFileSync(join(folder, CLIENT), "utf8"));
  // Checked by every test that uses it: what is missing here fails at once.
  const extension = Reflect.get(globalThis, "OfficeExtension") as unknown as Extension;
  const excel = Reflect.get(globalThis, "Excel") as object;
  // The client itself refuses members of sets that are not claimed.
  extension.CommonUtility._doApiNotSupportedCheck = true;
  return {
    surface: surfaceOf(excel),
    connect: (bridge) => {
      extension.GenericEventRegistration.s_genericEventRegistrations = {};
      extension.HostBridge.init(bridge);
    },
  };
}

/** In the realm of whoever calls, and not of this module alone. */
const evaluate = globalThis.eval;

/** The few things of a browser that the client looks at when it starts. It is given nothing that is there already. */
function giveSurroundings(): void {
  const element = () => ({
    setAttribute: () => undefined,
    appendChild: () => undefined,
    getElementsByTagName: () => [],
    addEventListener: () => undefined,
    style: {},
  });
  const location = {
    href: "https://localhost/",
    origin: "https://localhost",
    protocol: "https:",
    host: "localhost",
    hostname: "localhost",
    pathname: "/",
    search: "",
    hash: "",
  };
  const surroundings = {
    window: globalThis,
    self: globalThis,
    location,
    navigator: { userAgent: "node", appVersion: "node" },
    name: "",
    external: {},
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    document: {
      // It waits for no page.
      readyState: "loading",
      URL: location.href,
      location,
      domain: location.hostname,
      cookie: "",
      createElement: element,
      getElementById: () => null,
      getElementsByTagName: () => [element()],
      addEventListener: () => undefined,
      head: element(),
      body: element(),
    },
    _richApiNativeBridge: {},
  };
  for (const [name, value] of Object.entries(surroundings))
    if (Reflect.get(globalThis, name) === undefined)
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
