import packageFile from "../../../package.json";
import type { Failure } from "../state";
import type { About } from "../surroundings";

import { surroundingProgram } from "./office-helpers";

/** What went wrong and where, in lines. No message of an error is in it, because it might quote the return. */
export function reportOf({ sentence, error }: Failure, about: About | null): string {
  return [
    sentence,
    `Add-in: ${packageFile.version}`,
    `Program: ${about?.host ?? "unknown"} (${surroundingProgram()})`,
    `Browser: ${navigator.userAgent}`,
    `Error: ${error.name}${error.code === null ? "" : `, code ${error.code}`}`,
    ...error.steps,
  ].join("\n");
}
