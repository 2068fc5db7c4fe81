import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..", ".made");

/**
 * A fresh, empty folder for the workbooks that a test writes. They stay there, so that a later step can judge every one. Each
 * test file takes a name of its own: files run side by side, and whoever asks for a name empties its folder.
 */
export function made(name: string): string {
  // The folder is deleted first: no name may lead out of it.
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(`a name has small letters, digits and single hyphens, not: ${JSON.stringify(name)}`);
  }
  const folder = join(ROOT, name);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  mkdirSync(folder, { recursive: true });
  return folder;
}
