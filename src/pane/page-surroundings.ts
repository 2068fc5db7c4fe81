import { localDay } from "./local-day";
import type { Surroundings } from "./surroundings";

const REGISTER = "register.csv";

/** What every page of a browser has of what the pane needs: all but what is the workbook's. */
export const PAGE: Omit<Surroundings, "open" | "advice"> = {
  register: async () => {
    // A page of a disk, or a site that answers everything with its first page, has no register.
    const response = await fetch(REGISTER, { credentials: "same-origin" }).catch(() => null);
    if (!response?.ok || /html/i.test(response.headers.get("content-type") ?? "")) return null;
    return new Uint8Array(await response.arrayBuffer());
  },
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
  today: () => localDay(new Date()),
};
