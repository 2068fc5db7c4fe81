import type { Sheet } from "../model/sheet";
import { isMissing, text, truthOr } from "../protocol/arguments";
import { hostObject, type Kind } from "../protocol/host-object";
import type { Host } from "./cells";
import { WORKSHEET_KIND } from "./worksheet";

function shown({ book }: Host, visibleOnly: boolean): readonly Sheet[] {
  return visibleOnly ? book.sheets.filter(({ visibility }) => visibility === "Visible") : book.sheets;
}

function end(host: Host, at: number, visibleOnly: boolean) {
  const sheet = shown(host, visibleOnly).at(at) ?? host.book.active;
  return hostObject(WORKSHEET_KIND, { host, sheet });
}

export const WORKSHEETS_KIND: Kind<Host> = {
  type: "WorksheetCollection",
  children: (host) => host.book.sheets.map((sheet) => hostObject(WORKSHEET_KIND, { host, sheet })),
  child: (host, key) => {
    const sheet = host.book.sheetWith(text(key));
    return sheet ? hostObject(WORKSHEET_KIND, { host, sheet }) : null;
  },
  methods: {
    Add: (host, name) => {
      const sheet = host.book.addSheet(isMissing(name) || name === "" ? null : text(name));
      return hostObject(WORKSHEET_KIND, { host, sheet });
    },
    GetActiveWorksheet: (host) => hostObject(WORKSHEET_KIND, { host, sheet: host.book.active }),
    GetFirst: (host, visibleOnly) => end(host, 0, truthOr(visibleOnly, false)),
    GetLast: (host, visibleOnly) => end(host, -1, truthOr(visibleOnly, false)),
    GetCount: (host, visibleOnly) => shown(host, truthOr(visibleOnly, false)).length,
  },
};
