import { SaxesParser } from "saxes";
import { startText } from "./decode";
import { Refusal } from "./refusal";

export type Attributes = Readonly<Record<string, string | undefined>>;

/** What a part's reader wants to hear; the root stands at depth 1. */
export interface XmlListener {
  /** The name without the root's own prefix; elements with another prefix keep theirs. */
  open?(name: string, depth: number, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string, depth: number): void;
}

/** No part of a workbook nests or lists anything like this; a parser that follows pays in memory. */
const DEEPEST = 100;
const MOST_ATTRIBUTES = 1_000;
/** A cell holds 32,767 characters, each of them perhaps written as &#x1F600; so nothing between two tags is longer. */
const LONGEST_TEXT = 1024 * 1024;
/** Small enough to look for tags piece by piece; one piece of packed bytes may unpack to 16 MB. */
const PIECE = 64 * 1024;

export interface XmlStream {
  push(bytes: Uint8Array): void;
  end(): void;
}

/** Reads XML bytes as they come. `what` names the part in a refusal. */
export function startXml(what: string, listener: XmlListener): XmlStream {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoded = startText();
  let depth = 0;
  let attributes = 0;
  let prefix = "";
  let untagged = 0;
  const nameOf = (raw: string): string => {
    if (prefix === "") return raw;
    return raw.startsWith(prefix) ? raw.slice(prefix.length) : `:${raw}`;
  };
  parser.on("error", () => {
    throw new Refusal("broken_xml", what);
  });
  parser.on("doctype", () => {
    throw new Refusal("doctype", what);
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw new Refusal("broken_xml", what);
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    attributes = 0;
    if (depth > DEEPEST) throw new Refusal("broken_xml", what);
    if (depth === 1) prefix = tag.name.slice(0, tag.name.indexOf(":") + 1);
    listener.open?.(nameOf(tag.name), depth, tag.attributes);
  });
  parser.on("closetag", (tag) => {
    listener.close?.(nameOf(tag.name), depth);
    depth -= 1;
  });
  if (listener.text) {
    const text = listener.text.bind(listener);
    parser.on("text", text);
    parser.on("cdata", text);
  }
  const decode = (step: () => string): string => {
    try {
      return step();
    } catch {
      throw new Refusal("broken_xml", what);
    }
  };
  return {
    push(bytes) {
      for (let at = 0; at < bytes.length; at += PIECE) {
        const text = decode(() => decoded.push(bytes.subarray(at, at + PIECE)));
        const tag = text.lastIndexOf("<");
        untagged = tag < 0 ? untagged + text.length : text.length - tag;
        if (untagged > LONGEST_TEXT) {
          throw new Refusal("too_large", `${what} has a text longer than a cell can hold`);
        }
        parser.write(text);
      }
    },
    end() {
      parser.write(decode(() => decoded.end())).close();
    },
  };
}

/** An xsd:boolean attribute. */
export function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}
