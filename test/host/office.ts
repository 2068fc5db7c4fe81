import type { Platform } from "./excel-host";

/** Requirement sets by name, with the newest version that is claimed of each: texts, because 1.10 is more than 1.9. */
export type RequirementSets = Readonly<Record<string, string>>;

/** The newest set that the project may ask for, and what comes with it. */
export const USUAL_SETS: RequirementSets = {
  ExcelApi: "1.14",
  DialogApi: "1.1",
  ImageCoercion: "1.1",
  AddinCommands: "1.1",
};

export interface OfficeOptions {
  readonly platform: Platform;
  readonly sets: RequirementSets;
  readonly language: string;
}

/**
 * The part of Office.js around Excel's own API, for add-ins whose page is not loaded by Office.js itself: `Office.onReady` and
 * `Office.context`. In Chromium the real one is used.
 */
export function giveOffice({ platform, sets, language }: OfficeOptions): void {
  const settings = new Map<string, unknown>();
  const info = { host: "Excel", platform };
  const isSetSupported = (name: string, version = "0") => isAtLeast(ofName(sets, name), version);
  const done = (callback: unknown) => {
    if (typeof callback === "function")
      (callback as (result: object) => void)({ status: "succeeded", value: undefined });
  };
  const Office = {
    HostType: { Excel: "Excel" },
    PlatformType: {
      PC: "PC",
      OfficeOnline: "OfficeOnline",
      Mac: "Mac",
      iOS: "iOS",
      Android: "Android",
      Universal: "Universal",
    },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    EventType: {
      DocumentSelectionChanged: "documentSelectionChanged",
      OfficeThemeChanged: "officeThemeChanged",
    },
    onReady: async (callback?: (given: typeof info) => unknown) => {
      await callback?.(info);
      return info;
    },
    context: {
      host: "Excel",
      platform,
      displayLanguage: language,
      contentLanguage: language,
      diagnostics: { host: "Excel", platform, version: "16.0.0.0" },
      requirements: { isSetSupported },
      document: {
        mode: "readWrite",
        url: "https://localhost/Book.xlsx",
        settings: {
          get: (name: string) => settings.get(name) ?? null,
          set: (name: string, value: unknown) => void settings.set(name, value),
          remove: (name: string) => void settings.delete(name),
          saveAsync: done,
        },
      },
    },
    actions: { associate: () => undefined },
  };
  Object.defineProperty(globalThis, "Office", { value: Office, configurable: true, writable: true });
}

function ofName(sets: RequirementSets, name: string): string | undefined {
  return Object.entries(sets).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
}

function isAtLeast(claimed: string | undefined, wanted: string): boolean {
  if (claimed === undefined) return false;
  const [a, b] = [claimed, wanted].map((version) => version.split(".").map(Number));
  const [major = 0, minor = 0] = a ?? [];
  const [wantedMajor = 0, wantedMinor = 0] = b ?? [];
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
