import * as v from "valibot";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from "yaml";

import {
  choiceOfRole,
  choiceOfVersion,
  choiceOfYear,
  readChosen,
  type Choice,
  type ChosenReading,
} from "./chosen-for";

/** A definition file as it was read: its name as a person knows it, and its text. */
export interface DefinitionFile {
  readonly name: string;
  readonly text: string;
}

/** Why a definition is refused: where, and one sentence. */
export interface DefinitionProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** The way from a file's root to one of its values: names of keys and positions in lists. */
export type Path = readonly (string | number)[];

/** A definition file whose values know their lines. */
export class LocatedSource {
  readonly #document: Document;
  readonly #lines: LineCounter;

  readonly #reading: ChosenReading;

  private constructor(
    readonly name: string,
    document: Document,
    lines: LineCounter,
    reading: ChosenReading = { content: document.toJS(), origin: (path) => path },
  ) {
    this.#document = document;
    this.#lines = lines;
    this.#reading = reading;
  }

  /** Reads YAML; every fault of its writing, a key given twice among them, is a problem. */
  static read(file: DefinitionFile, problems: DefinitionProblem[]): LocatedSource | undefined {
    const lines = new LineCounter();
    const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, strict: true });
    const before = problems.length;
    const refuse = (at: number, message: string) =>
      problems.push({ file: file.name, line: lines.linePos(at).line, message });
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
    return problems.length > before ? undefined : new LocatedSource(file.name, document, lines);
  }

  /** The file as one of these roles reads it: what is meant for others is left out, what is said by role is chosen. */
  forRole(role: string, roles: ReadonlySet<string>, problems: DefinitionProblem[]): LocatedSource {
    return this.#chosen(choiceOfRole(role, roles), problems);
  }

  /** A file that serves several planning years as one of them reads it. */
  forYear(year: string, problems: DefinitionProblem[]): LocatedSource {
    return this.#chosen(choiceOfYear(year), problems);
  }

  /** What one of the versions of a return asks, of those that there were. */
  forVersion(version: string, versions: readonly string[], problems: DefinitionProblem[]): LocatedSource {
    return this.#chosen(choiceOfVersion(version, versions), problems);
  }

  #chosen(choice: Choice, problems: DefinitionProblem[]): LocatedSource {
    const { content, origin } = readChosen(this.#reading.content, choice, (path, message) =>
      problems.push(this.problem(path, message)),
    );
    return new LocatedSource(this.name, this.#document, this.#lines, {
      content,
      origin: (path) => this.#reading.origin(origin(path)),
    });
  }

  /** The file's content in the given shape; each departure from the shape is a problem with its line. */
  as<S extends v.GenericSchema>(schema: S, problems: DefinitionProblem[]): v.InferOutput<S> | undefined {
    return this.partAs(this.#reading.content, [], schema, problems);
  }

  /** As `as`, for a part of the file that stands at `base`. */
  partAs<S extends v.GenericSchema>(
    part: unknown,
    base: Path,
    schema: S,
    problems: DefinitionProblem[],
  ): v.InferOutput<S> | undefined {
    const result = v.safeParse(schema, part);
    if (result.success) return result.output;
    for (const issue of result.issues) {
      const path = [...base, ...(issue.path ?? []).map((step) => step.key as string | number)];
      problems.push(this.problem(path, describe(issue, path)));
    }
    return undefined;
  }

  problem(path: Path, message: string): DefinitionProblem {
    return { file: this.name, line: this.#lineOf(this.#reading.origin(path)), message };
  }

  /** The line of the value at the path, or of the nearest thing around it that is there. */
  #lineOf(path: Path): number {
    let node: unknown = this.#document.contents;
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
    return this.#lines.linePos(offset).line;
  }
}

function rangeStart(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function describe(issue: v.BaseIssue<unknown>, path: Path): string {
  const last = String(path.at(-1) ?? "the file");
  if (issue.type === "strict_object" && issue.expected === "never") return `“${last}” is not known here.`;
  if (issue.type === "strict_object" && issue.received === "undefined") return `“${last}” is missing.`;
  const sentence = issue.message.startsWith("Invalid") ? "this is not what is wanted here" : issue.message;
  return `“${last}”: ${sentence}.`;
}
