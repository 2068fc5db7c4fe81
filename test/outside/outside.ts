import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

import type { Tool } from "../support/tool";

/** The folder of data that lies beside this project and is none of its own: named by IMT_OUTSIDE, or else shared. */
const FOLDER = resolve(process.env["IMT_OUTSIDE"] ?? join(__dirname, "..", "..", "..", "shared"));

/** A file or folder in it, and whether it is there. */
export function outside(...path: readonly string[]): { readonly path: string; readonly tool: Tool } {
  const full = join(FOLDER, ...path);
  return { path: full, tool: { available: existsSync(full), name: path.join("/") } };
}
