import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** Names of the elements that stand in the root itself, in order. */
export function childrenOf(xml: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  const parser = new SaxesParser();
  parser.on("error", (problem) => {
    throw problem;
  });
  parser.on("opentag", ({ name }) => {
    if (depth === 1) names.push(name);
    depth += 1;
  });
  parser.on("closetag", () => {
    depth -= 1;
  });
  parser.write(xml).close();
  return names;
}
