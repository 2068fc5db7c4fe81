import type { DefinitionProblem, Path } from "../template";

import type { DemoSource } from "./common";
import type { RoleDefinition } from "./definition";
import type { FillByKind, FillDefinition, GivenDefinition } from "./shapes";

/** Under this name stands what holds for every kind that is not named beside it. */
const OTHERS = "others";

/** What one size of organisation reads of a role's definition. */
export class Kinds {
  readonly #own: readonly string[];
  readonly #known: ReadonlySet<string>;

  constructor(
    written: RoleDefinition,
    size: string,
    private readonly source: DemoSource,
    private readonly problems: DefinitionProblem[],
  ) {
    const kinds = Object.entries(written.kinds ?? {});
    // The narrower name counts before the wider.
    this.#own = [size, ...kinds.flatMap(([kind, sizes]) => (sizes.includes(size) ? [kind] : []))];
    this.#known = new Set([...Object.keys(written.sizes), ...kinds.map(([kind]) => kind)]);
  }

  /** Whether the size is of one of these kinds. */
  isOne(kinds: readonly string[], path: Path): boolean {
    kinds.forEach((kind, at) => {
      this.#tellUnknown(kind, [...path, at]);
    });
    return this.#own.some((kind) => kinds.includes(kind));
  }

  /** What holds for the size where each kind may have its own; undefined where nothing does. */
  own<T extends object | string | number>(
    byKind: Readonly<Record<string, T | null>>,
    path: Path,
  ): T | undefined {
    for (const kind of Object.keys(byKind)) if (kind !== OTHERS) this.#tellUnknown(kind, [...path, kind]);
    const kind = [...this.#own, OTHERS].find((one) => Object.hasOwn(byKind, one));
    return (kind === undefined ? null : byKind[kind]) ?? undefined;
  }

  /** What the size fills in, with all that is meant for others left out. */
  fill(written: FillByKind, path: Path): FillDefinition {
    return Object.fromEntries(
      Object.entries(written).flatMap(([key, given]): (readonly [string, GivenDefinition])[] => {
        const own =
          typeof given === "object" && given !== null
            ? this.own(given, [...path, key])
            : (given ?? undefined);
        return own === undefined ? [] : [[key, own]];
      }),
    );
  }

  #tellUnknown(kind: string, path: Path): void {
    if (!this.#known.has(kind))
      this.problems.push(this.source.problem(path, `There is no kind or size ${kind} in this role.`));
  }
}
