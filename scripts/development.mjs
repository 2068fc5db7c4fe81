// What the committed manifest says of the add-in while it is developed: its Id and version, and where its pane is served.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const MANIFEST = fileURLToPath(new URL("../manifest.xml", import.meta.url));

const text = readFileSync(MANIFEST, "utf8");

function found(pattern) {
  const [, value] = pattern.exec(text) ?? [];
  if (value === undefined) throw new Error(`manifest.xml has nothing like ${pattern}.`);
  return value;
}

export const ID = found(/<Id>([^<]+)<\/Id>/);
export const VERSION = found(/<Version>([^<]+)<\/Version>/);
export const PAGE = new URL(found(/<SourceLocation DefaultValue="([^"]+)"/));
