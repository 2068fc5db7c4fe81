import { load, YAMLException } from "js-yaml";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from "yaml";

import { LocatedSource, type DefinitionFile, type DefinitionProblem, type Path } from "./source";

/**
 * Blank keys, explicit ones, tags, tabs and single carriage returns: what the two readers below take in different ways, or only one of them.
 * No definition needs them.
 */
const UNUSUAL = /^[ -]*[:?]|[[{,\s][!?]|[[{,]\s*:|^[!?]|\t|\r(?!\n)/m;

/** A text that was read by the reader that knows where everything stands. */
interface Parsed {
  readonly document: Document.Parsed;
  /** The line of an offset in the text. */
  readonly lineAt: (at: number) => number;
}

/** Reads a definition as people write it, in YAML; every fault of its writing, a key given twice among them, is a problem. */
export function readYaml(file: DefinitionFile, problems: DefinitionProblem[]): LocatedSource | undefined {
  const content = quicklyRead(file.text);
  if (content === undefined) return carefullyRead(file, problems);
  // Where things stand takes about four times as long to find out: it is asked where there is something to say.
  let parsed: Parsed | undefined;
  return new LocatedSource(file.name, content, (path) => lineOf((parsed ??= parse(file.text)), path));
}

/** What the text holds, where it is written as definitions usually are and without a fault. */
function quicklyRead(text: string): unknown {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return load(text, { maxAliases: 0 }) ?? undefined;
  } catch (fault) {
    if (fault instanceof YAMLException) return undefined;
    throw fault;
  }
}

/** As `readYaml`, by the reader that says what is wrong and where. */
export function carefullyRead(
  file: DefinitionFile,
  problems: DefinitionProblem[],
): LocatedSource | undefined {
  const parsed = parse(file.text);
  const { document, lineAt } = parsed;
  const before = problems.length;
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
  return new LocatedSource(file.name, document.toJS(), (path) => lineOf(parsed, path));
}

function parse(text: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    // What is wrong is said in the project's own words, and by nobody else.
    logLevel: "error",
  });
  return { document, lineAt: (at) => lines.linePos(at).line };
}

function lineOf({ document, lineAt }: Parsed, path: Path): number {
  return lineAt(startOf(document.contents, path));
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
