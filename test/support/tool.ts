import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Something that a test needs and that not every machine has. */
export interface Tool {
  readonly available: boolean;
  readonly name: string;
}

/** True where every one of these commands stands on the PATH. */
export function onPath(...commands: readonly string[]): boolean {
  return commands.every((command) => pathOf(command) !== undefined);
}

/** Where a command stands on the PATH. */
export function pathOf(command: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, command)).find(executable);
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
