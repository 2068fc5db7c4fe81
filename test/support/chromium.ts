import { chromium, type Browser } from "playwright-core";

import { onPath, pathOf, type Tool } from "./tool";

/** The distribution's own browser, by the name that it has on the PATH. */
export const chromiumBrowser: Tool = { available: onPath("chromium"), name: "Chromium" };

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: pathOf("chromium") ?? "chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
}
