import { invalidArgument } from "./errors";
import { isHostObject, type Argument } from "./host-object";
import type { Wire } from "./wire";

/** What the client leaves out travels as null, or not at all. */
export function isMissing(argument: Argument): argument is null | undefined {
  return argument === null || argument === undefined;
}

export function text(argument: Argument): string {
  if (typeof argument !== "string") throw invalidArgument("A text is wanted.");
  return argument;
}

export function textOr(argument: Argument, otherwise: string): string {
  return isMissing(argument) ? otherwise : text(argument);
}

export function number(argument: Argument): number {
  if (typeof argument !== "number" || !Number.isFinite(argument))
    throw invalidArgument("A number is wanted.");
  return argument;
}

/** A whole number within these limits. */
export function whole(argument: Argument, least: number, most = Number.MAX_SAFE_INTEGER): number {
  const value = number(argument);
  if (!Number.isInteger(value) || value < least || value > most)
    throw invalidArgument(`A whole number from ${least} is wanted.`);
  return value;
}

export function truth(argument: Argument): boolean {
  if (typeof argument !== "boolean") throw invalidArgument("True or false is wanted.");
  return argument;
}

export function truthOr(argument: Argument, otherwise: boolean): boolean {
  return isMissing(argument) ? otherwise : truth(argument);
}

/** One of these words, as Excel writes them. */
export function word<T extends string>(argument: Argument, words: readonly T[]): T {
  const found = words.find((one) => one === argument);
  if (found === undefined) throw invalidArgument(`One of ${words.join(", ")} is wanted.`);
  return found;
}

/** Named values; members that are null count as left out. */
export function record(argument: Argument): ReadonlyMap<string, Wire> {
  if (typeof argument !== "object" || argument === null || Array.isArray(argument) || isHostObject(argument))
    throw invalidArgument("An object with named values is wanted.");
  return new Map(
    Object.entries(argument).flatMap(([name, value]): [string, Wire][] =>
      value === undefined || value === null ? [] : [[name, value as Wire]],
    ),
  );
}

export function isList(value: Argument): value is readonly Wire[] {
  return Array.isArray(value);
}
