import { SaxesParser } from "saxes";

/** An element of a manifest as it was read; names are without their prefix. */
export interface Element {
  readonly name: string;
  readonly space: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open extends Element {
  readonly children: Element[];
  text: string;
}

/** The root of a document; what is not well formed is thrown. */
export function readXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const around: Open[] = [];
  let root: Element | undefined;
  parser.on("error", (problem) => {
    throw problem;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const element: Open = {
      name: local,
      space: uri,
      attributes: new Map(Object.values(attributes).map(({ local: name, value }) => [name, value])),
      children: [],
      text: "",
    };
    around.at(-1)?.children.push(element);
    root ??= element;
    around.push(element);
  });
  parser.on("text", (piece) => {
    const inner = around.at(-1);
    if (inner) inner.text += piece;
  });
  parser.on("closetag", () => void around.pop());
  parser.write(text).close();
  if (!root) throw new Error("There is no element.");
  return root;
}

/** Everything of that name in an element, itself among it, in the order of the document. */
export function all(element: Element, name: string): readonly Element[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => all(child, name)),
  ];
}

/** The one element of that name. */
export function only(element: Element, name: string): Element {
  const [first, ...more] = all(element, name);
  if (!first || more.length > 0) throw new Error(`There are ${more.length + (first ? 1 : 0)} of ${name}.`);
  return first;
}

export function everything(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(everything)];
}

export function attribute(element: Element, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw new Error(`${element.name} has no ${name}.`);
  return value;
}
