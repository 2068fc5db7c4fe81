import { SaxesParser } from "saxes";

/** An element of a page that was read again: its name, its attributes, what stands in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Reads a page as an XML reader does, which forgives nothing: an end that is missing or a sign that is not escaped is thrown. */
export function parsed(page: string): Element {
  const parser = new SaxesParser();
  const open: { name: string; attributes: Record<string, string>; children: (Element | string)[] }[] = [
    { name: "", attributes: {}, children: [] },
  ];
  parser.on("error", (problem) => {
    throw problem;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => void open.at(-1)!.children.push(text));
  parser.on("closetag", () => void open.pop());
  parser.write(page).close();
  const [root, ...others] = elementsIn(open[0]!.children);
  if (!root || others.length > 0) throw new Error("a page has one root");
  return root;
}

function elementsIn(children: Element["children"]): readonly Element[] {
  return children.filter((child): child is Element => typeof child !== "string");
}

/** The element itself and everything below it, in the order of the page. */
export function all(element: Element, name?: string): readonly Element[] {
  const found = [element, ...elementsIn(element.children).flatMap((child) => all(child))];
  return name === undefined ? found : found.filter((one) => one.name === name);
}

/** Elements that stand in a line with what is beside them. */
const INLINE: ReadonlySet<string> = new Set(["a", "b", "code", "span", "wbr"]);

/** What a person reads of it; blanks in a row count as one, and so does the end of a paragraph or cell. */
export function textOf(element: Element): string {
  const raw = (one: Element): string => {
    const inside = one.children.map((child) => (typeof child === "string" ? child : raw(child))).join("");
    return INLINE.has(one.name) ? inside : ` ${inside} `;
  };
  return raw(element).replace(/\s+/g, " ").trim();
}

export function byId(root: Element, id: string): Element {
  const [found, ...others] = all(root).filter(({ attributes }) => attributes["id"] === id);
  if (!found || others.length > 0) throw new Error(`${id} stands there ${found ? "twice" : "not at all"}`);
  return found;
}

export function directly(element: Element, name: string): readonly Element[] {
  return elementsIn(element.children).filter((child) => child.name === name);
}
