import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Node } from "yaml";

import { LocatedSource, type DefinitionFile, type DefinitionProblem, type Path } from "./source";

/** Reads a definition as people write it, in YAML; every fault of its writing, a key given twice among them, is a problem. */
export function readYaml(file: DefinitionFile, problems: DefinitionProblem[]): LocatedSource | undefined {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, strict: true });
  const before = problems.length;
  const lineAt = (at: number) => lines.linePos(at).line;
  const refuse = (at: number, message: string) =>
    problems.push({ file: file.name, line: lineAt(at), message });
  const unreadable = document.errors.find(({ code }) => code !== "DUPLICATE_KEY");
  // What stands behind the first place that can't be read is read wrongly: it is no fault of its own.
  for (const fault of unreadable ? [unreadable] : document.errors) {
    refuse(
      fault.pos[0],
      unreadable
        ? `This can't be read: ${fault.message}.`.replace(/\.\.$/, ".")
        : "This key is used twice in the same place; give each its own name.",
    );
  }
  visit(document, {
    Alias: (_, alias) => {
      refuse(rangeStart(alias) ?? 0, `*${alias.source} can't be used here: write the value itself.`);
    },
  });
  if (problems.length > before) return undefined;
  return new LocatedSource(file.name, document.toJS(), (path) => lineAt(startOf(document.contents, path)));
}

/** Where the value at the path begins, or the nearest thing around it that is there. */
function startOf(contents: unknown, path: Path): number {
  let node = contents;
  let offset = rangeStart(node) ?? 0;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      offset = rangeStart(pair?.key) ?? offset;
      next = pair?.value;
    } else if (isSeq(node)) {
      next = node.items[Number(step)];
      offset = rangeStart(next) ?? offset;
    }
    if (next === undefined) break;
    node = next;
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
