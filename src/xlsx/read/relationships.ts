import { checkDeclared } from "./budget";
import type { Package } from "./package";

export interface Relationship {
  /** The last step of its type, in lower case: the same in the transitional and the strict format. */
  readonly type: string;
  /** The part's name in the package, or undefined where it lies outside the file. */
  readonly part: string | undefined;
}

/** The relationships of a part by id; none where it has no list of them. `""` stands for the package itself. */
export function readRelationships(from: Package, part: string): ReadonlyMap<string, Relationship> {
  const found = new Map<string, Relationship>();
  const list = relationshipsPart(part);
  if (!from.has(list)) return found;
  from.read(list, "the list of its parts", {
    open(name, depth, attributes) {
      if (depth !== 2 || name !== "Relationship") return;
      const type = attributes["Type"] ?? "";
      const target = attributes["Target"];
      const outside = attributes["TargetMode"] === "External" || target === undefined;
      found.set(attributes["Id"] ?? "", {
        type: type.slice(type.lastIndexOf("/") + 1).toLowerCase(),
        part: outside ? undefined : resolveTarget(from, part, target),
      });
      checkDeclared(found.size, 0, from.budget);
    },
  });
  return found;
}

function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A target's part name: absolute from the package's root, else from the folder of the part that names it. */
function resolveTarget(from: Package, part: string, target: string): string {
  const plain = (target.split("#")[0] ?? "").replaceAll("\\", "/");
  const steps = plain.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of plain.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  const resolved = steps.join("/");
  return from.has(resolved) ? resolved : withoutEscapes(resolved);
}

/** Part names may be written with %20 in a target and a space in the zip. */
function withoutEscapes(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
