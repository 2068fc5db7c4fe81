import { serialOfDay } from "../cells";
import type { DefinitionProblem, Field, Path } from "../template";

import type { DemoSource } from "./common";
import { keyOf, understood, type Scope } from "./formula";
import type { Assignment, Given } from "./script";
import type { FillDefinition } from "./shapes";
import { spelledOut, type SpelledOut } from "./spelled-out";

/** What is needed to understand a part of the definition and to say what is wrong with it. */
export interface Reading extends Scope {
  readonly source: DemoSource;
  readonly problems: DefinitionProblem[];
}

/** What is written under keys, as assignments; a key that no such field has is a problem. */
export function readFill(
  fill: FillDefinition,
  path: Path,
  reading: Reading,
  kind: "entered" | "calculated" = "entered",
): readonly Assignment[] {
  return spelledOut(fill).flatMap((one) => readOne(one, [...path, one.from], reading, kind));
}

/** What is written under one key; nothing where it can't be understood, which is told. */
export function readOne(
  { key, written }: Omit<SpelledOut, "from">,
  path: Path,
  reading: Reading,
  kind: "entered" | "calculated" = "entered",
): readonly Assignment[] {
  const field = readKey(key, path, reading, kind);
  const given = field && readGiven(written, field, path, reading);
  return field && given ? [{ key: field.key, given, path }] : [];
}

/** Values that stay as they are written, whatever their fields want. */
export function readTyped(fill: FillDefinition, path: Path, reading: Reading): readonly Assignment[] {
  return Object.entries(fill).flatMap(([key, value]): Assignment[] => {
    const at = [...path, key];
    const field = readKey(key, at, reading);
    return field ? [{ key: field.key, given: { kind: "value", value }, path: at }] : [];
  });
}

/** The field of a key, where it is of the kind that can be meant. */
export function readKey(
  key: string,
  path: Path,
  reading: Reading,
  kind: "entered" | "calculated" = "entered",
): Field | undefined {
  const { template, source, problems } = reading;
  const meant = keyOf(key, reading);
  const field = template.fields.get(meant);
  if (!field) problems.push(source.problem(path, `There is no ${meant} in this return.`));
  else if (field.source.kind !== kind) {
    const why = kind === "entered" ? "nobody enters anything there" : "it is not worked out";
    problems.push(source.problem(path, `${meant} can't stand here: ${why}.`));
  } else return field;
  return undefined;
}

export function readKeyList(keys: readonly string[], path: Path, reading: Reading): readonly string[] {
  return keys.flatMap((key, at) => readKey(key, [...path, at], reading)?.key ?? []);
}

function readGiven(written: string | number, field: Field, path: Path, reading: Reading): Given | undefined {
  const tell = (message: string) => reading.problems.push(reading.source.problem(path, message));
  if (typeof written === "number") return { kind: "value", value: written };
  if (written.startsWith("=")) {
    const formula = understood(written, reading, tell);
    return formula && { kind: "formula", formula };
  }
  if (field.type.kind !== "date") return { kind: "value", value: written };
  const value = serialOfDay(written);
  if (value !== undefined) return { kind: "value", value };
  tell(`${written} is no day; a day is written like 1999-12-31.`);
  return undefined;
}
