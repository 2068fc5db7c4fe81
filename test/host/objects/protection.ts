import { PROTECTION_OPTIONS, type ProtectionOption } from "../model/protection";
import type { Sheet } from "../model/sheet";
import { isMissing, record, textOr, truth, word } from "../protocol/arguments";
import { accessDenied, notImplemented } from "../protocol/errors";
import type { Argument, Kind } from "../protocol/host-object";
import type { Host } from "./cells";

export interface SheetOf {
  readonly host: Host;
  readonly sheet: Sheet;
}

const MODES = ["Normal", "Unlocked", "None"] as const;

/** What Excel allows where nothing is said: not even the filters. */
function protectionOf(given: Argument, password: string) {
  const members = isMissing(given) ? new Map<string, never>() : record(given);
  const options = new Set<ProtectionOption>();
  let selectionMode: (typeof MODES)[number] = "Normal";
  for (const [name, value] of members) {
    if (name === "selectionMode") {
      selectionMode = word(value, MODES);
      continue;
    }
    const option = PROTECTION_OPTIONS.find((one) => one === name);
    if (!option) throw notImplemented(`protection option ${name}`);
    if (truth(value)) options.add(option);
  }
  return { options, selectionMode, password };
}

export const PROTECTION_KIND: Kind<SheetOf> = {
  type: "WorksheetProtection",
  properties: {
    Protected: { get: ({ sheet }) => sheet.protection !== null },
    Options: {
      get: ({ sheet: { protection } }) =>
        protection && {
          ...Object.fromEntries(PROTECTION_OPTIONS.map((option) => [option, protection.options.has(option)])),
          selectionMode: protection.selectionMode,
        },
    },
  },
  methods: {
    Protect: ({ host, sheet }, options, password) => {
      if (sheet.protection) throw accessDenied(`${sheet.name} is protected already.`);
      sheet.protection = protectionOf(options, textOr(password, ""));
      host.book.emit({ kind: "protection", sheet, author: host.book.author });
    },
    Unprotect: ({ host, sheet }, password) => {
      if (!sheet.protection) return;
      if (sheet.protection.password !== textOr(password, "")) throw accessDenied("That is not the password.");
      sheet.protection = null;
      host.book.emit({ kind: "protection", sheet, author: host.book.author });
    },
  },
};
