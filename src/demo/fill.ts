import type { RawValue } from "../cells";
import { formatText } from "../formula";
import type { Path, Template } from "../template";

import { RIGHT, result, rightValue } from "./formula";
import { drawing } from "./random";
import type { Assignment, FilingScript, Operation, OrganisationScript, RowNames, Script } from "./script";
import { drawn } from "./worths";

/** Says what turned out wrong only when figures were worked out, with its place in the definition. */
export type Tell = (path: Path, message: string) => void;

export type Names = ReadonlyMap<string, RawValue>;
export type Entries = ReadonlyMap<string, RawValue>;

/** What is needed to fill a return in. */
export interface Filler {
  readonly template: Template;
  readonly names: Names;
  /** What one row of a list knows by name. */
  readonly namesOfRow: (row: RowNames) => Names;
  readonly tell: Tell;
  /** The figures of another return that this one has a place for. */
  readonly taken: (from: Extract<Operation, { kind: "take" }>) => Entries;
}

/** Names of one return: who its people are, its draws, and the figures made of them. */
export function namesOf(
  { seed }: Script,
  { organisation, people }: OrganisationScript,
  { role, ranges, worths, fills: { figures } }: FilingScript,
  tell: Tell,
): Names {
  const words = `${organisation.code} ${role}`;
  const draw = drawing(seed, words);
  const names = new Map<string, RawValue>(people);
  for (const [name, worth] of worths) names.set(name, drawn(worth, seed, `${words} ${name}`));
  for (const [name, [least, most]] of ranges) names.set(name, least + draw() * (most - least));
  for (const { name, formula, path } of figures) {
    names.set(name, result(formula, names, new Map(), (message) => tell(path, message)) ?? null);
  }
  return names;
}

/** Names that only a row of a list knows, drawn once for each row of an organisation. */
export function rowNamesOf(
  { seed }: Script,
  { organisation }: OrganisationScript,
  { role }: FilingScript,
): (names: RowNames) => Names {
  const known = new Map<string, Names>();
  return ({ row, worths }) => {
    const words = `${organisation.code} ${role} ${row}`;
    const names =
      known.get(row) ??
      new Map([...worths].map(([name, worth]) => [name, drawn(worth, seed, `${words} ${name}`)]));
    known.set(row, names);
    return names;
  };
}

/** The entries with each assignment made in turn, so that one may read those before it. */
export function filled(
  assignments: readonly Assignment[],
  entries: Entries,
  { template, names, namesOfRow, tell }: Omit<Filler, "taken">,
): Entries {
  const after = new Map(entries);
  for (const { key, given, path, names: ofRow } of assignments) {
    if (given.kind === "value") {
      after.set(key, given.value);
      continue;
    }
    const own = ofRow ? namesOfRow(ofRow) : [];
    const withRight = new Map([...names, ...own, [RIGHT, rightValue(template, key, after)]]);
    const value = result(given.formula, withRight, after, (message) => tell(path, message));
    // A formula may decide that nothing stands there.
    if (value === "") after.delete(key);
    else if (value !== undefined) after.set(key, value);
  }
  return after;
}

/** The entries after what happened to them. */
export function happened(operations: readonly Operation[], entries: Entries, filler: Filler): Entries {
  return operations.reduce<Entries>((before, operation) => {
    if (operation.kind === "fill") return filled(operation.assignments, before, filler);
    if (operation.kind === "take") return new Map([...before, ...filler.taken(operation)]);
    return moved(operation, before);
  }, entries);
}

function moved(operation: Exclude<Operation, { kind: "fill" | "take" }>, before: Entries): Entries {
  const after = new Map(before);
  switch (operation.kind) {
    case "move":
      for (const { from, to } of operation.moves) after.set(to, before.get(from) ?? null);
      break;
    case "blank":
      for (const key of operation.keys) after.delete(key);
      break;
    case "times":
      for (const key of operation.keys) {
        const value = before.get(key);
        // A 0 that is turned round would be written as -0.
        if (typeof value === "number" && value !== 0) after.set(key, value * operation.by);
      }
      break;
    case "text":
      for (const key of operation.keys) {
        const value = before.get(key);
        // The sign is for brackets, or whatever else stands around the amount, to say.
        if (typeof value === "number")
          after.set(key, operation.as.replace("#", formatText(Math.abs(value), "#,##0") ?? ""));
      }
  }
  return after;
}
