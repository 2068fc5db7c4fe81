import * as v from "valibot";

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

/** A definition's content whose values know their lines. */
export class LocatedSource {
  readonly #lineOf: (path: Path) => number;
  readonly #reading: ChosenReading;

  /** `lineOf` gives the line of the value at a path, or of the nearest thing around it that is there. */
  constructor(
    readonly name: string,
    content: unknown,
    lineOf: (path: Path) => number,
    origin: (path: Path) => Path = (path) => path,
  ) {
    this.#lineOf = lineOf;
    this.#reading = { content, origin };
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
    return new LocatedSource(this.name, content, this.#lineOf, (path) => this.#reading.origin(origin(path)));
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
}

function describe(issue: v.BaseIssue<unknown>, path: Path): string {
  const last = String(path.at(-1) ?? "the file");
  if (issue.type === "strict_object" && issue.expected === "never") return `“${last}” is not known here.`;
  if (issue.type === "strict_object" && issue.received === "undefined") return `“${last}” is missing.`;
  const sentence = issue.message.startsWith("Invalid") ? "this is not what is wanted here" : issue.message;
  return `“${last}”: ${sentence}.`;
}
