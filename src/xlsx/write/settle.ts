import { unzipSync, zipSync, type Zippable } from "fflate";

/** No clock in a file: the earliest day that a zip can hold. */
const ZIP_DAY = new Date(1980, 0, 1, 0, 0, 0);

/** The same parts with the same dates, so that one layout always gives the same bytes. */
export function settled(bytes: Uint8Array): Uint8Array {
  const parts: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes)))
    parts[name] = [content, { mtime: ZIP_DAY, level: 6 }];
  return zipSync(parts);
}
