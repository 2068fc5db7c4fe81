/** A piece of a page that is written already: everything in it that came from elsewhere is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What stands inside an element: texts are escaped, nothing else makes markup of them. */
export type Child = Markup | string | number | null | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | null>>;

/** Elements without an end of their own. */
const EMPTY: ReadonlySet<string> = new Set(["meta", "br", "wbr", "hr", "col", "img"]);
/** Elements after which a new line makes the file readable as it is. */
const OWN_LINE: ReadonlySet<string> = new Set(
  "html head meta title style body header main nav footer section article div p h1 h2 h3 h4 ul ol li dl dt dd table caption thead tbody tfoot tr".split(
    " ",
  ),
);

/** One element. What it writes is HTML that an XML reader takes too. An attribute that is null is left out. */
export function h(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const inside = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join("");
  const end = OWN_LINE.has(name) ? "\n" : "";
  if (EMPTY.has(name)) return new Markup(`<${name}${inside} />${end}`);
  return new Markup(`<${name}${inside}>${written(children)}</${name}>${end}`);
}

/** The text of these pieces, one behind the other. */
export function written(child: Child): string {
  if (child === null) return "";
  if (child instanceof Markup) return child.text;
  if (typeof child === "object") return child.map(written).join("");
  return escaped(String(child));
}

/** Pieces with something between them. */
export function joined(parts: readonly Child[], between: Child): readonly Child[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [between, part]));
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** A text as it stands in markup; characters that no markup may hold become the sign for one that is lost. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"']/g, (sign) => ENTITIES.get(sign) ?? sign);
}
