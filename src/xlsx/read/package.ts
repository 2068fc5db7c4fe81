import type { Meter, ReadBudget } from "./budget";
import { inflateEntry } from "./inflate";
import { Refusal } from "./refusal";
import { startXml, type XmlListener } from "./xml";
import { partKey, readZipDirectory } from "./zip";

/** The zip as a package of parts. */
export interface Package {
  readonly budget: ReadBudget;
  has(part: string): boolean;
  /** Reads a part as XML; `what` names it in a refusal. */
  read(part: string, what: string, listener: XmlListener): void;
}

export function openPackage(bytes: Uint8Array, meter: Meter): Package {
  const entries = readZipDirectory(bytes, meter.budget);
  return {
    budget: meter.budget,
    has: (part) => entries.has(partKey(part)),
    read(part, what, listener) {
      const entry = entries.get(partKey(part));
      if (!entry) throw new Refusal("missing_part", what);
      const xml = startXml(what, listener);
      inflateEntry(bytes, entry, meter, (piece) => xml.push(piece));
      xml.end();
    },
  };
}
