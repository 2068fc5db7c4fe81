import { Utilities } from "@microsoft/office-js-helpers";

/** What Microsoft's helpers find out about the program around the pane: the only thing that they are used for. */
export function surroundingProgram(): string {
  return [Utilities.host, Utilities.platform].map((word) => word || "unknown").join(", ");
}
