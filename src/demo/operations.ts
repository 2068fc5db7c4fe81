import type * as v from "valibot";

import { fieldKey, type Path } from "../template";

import { readFill, readKeyList, readTyped, type Reading } from "./assignments";
import { RIGHT } from "./formula";
import { HAPPENING_SHAPES, type ColumnsDefinition } from "./happening-shapes";
import type { Assignment, Operation } from "./script";
import type { FillDefinition } from "./shapes";

/** What is known beside the fields when it is read what happened to a return. */
export interface HappeningReading extends Reading {
  readonly code: string;
  readonly role: string;
  /** What every organisation fills in, by key. */
  readonly entries: readonly Assignment[];
  /** What makes a return final. */
  readonly final: readonly Assignment[];
  /** Organisation → the roles in which it files. */
  readonly filing: ReadonlyMap<string, ReadonlySet<string>>;
}

const NAMES = [
  "scale",
  "set",
  "typed",
  "blank",
  "copy",
  "swap",
  "refill",
  "leave_out",
  "figures_of",
  "type_over",
  "text",
  "negative",
  "reason",
  "final",
] as const;
type OperationName = (typeof NAMES)[number];

export function isOperation(name: string): name is OperationName {
  return (NAMES as readonly string[]).includes(name);
}

/** One thing that is done to entries; undefined where it can't be understood, which is told. */
export function readOperation(
  name: OperationName,
  part: unknown,
  path: Path,
  reading: HappeningReading,
): Operation | undefined {
  const as = <S extends v.GenericSchema>(shape: S): v.InferOutput<S> | undefined =>
    reading.source.partAs(part, path, shape, reading.problems);
  switch (name) {
    case "scale": {
      const to = as(HAPPENING_SHAPES.scale);
      return to && { kind: "times", keys: moneyOf(to.blocks, [...path, "blocks"], reading), by: to.by };
    }
    case "negative": {
      const keys = as(HAPPENING_SHAPES.negative);
      return keys && { kind: "times", keys: readKeyList(keys, path, reading), by: -1 };
    }
    case "blank": {
      const keys = as(HAPPENING_SHAPES.blank);
      return keys && { kind: "blank", keys: readKeyList(keys, path, reading) };
    }
    case "text": {
      const to = as(HAPPENING_SHAPES.text);
      return to && { kind: "text", keys: readKeyList(to.keys, [...path, "keys"], reading), as: to.as };
    }
    case "copy":
    case "swap": {
      const columns = as(HAPPENING_SHAPES[name]);
      return columns && { kind: "move", moves: movesOf(columns, name === "swap", path, reading) };
    }
    case "refill": {
      const blocks = as(HAPPENING_SHAPES.refill);
      return blocks && fill(filledIn(blocks, path, reading));
    }
    case "set": {
      const to = as(HAPPENING_SHAPES.set);
      return to && fill(readFill(to, path, reading));
    }
    case "typed": {
      const to = as(HAPPENING_SHAPES.typed);
      return to && fill(readTyped(to, path, reading));
    }
    case "leave_out": {
      const rows = as(HAPPENING_SHAPES.leave_out);
      return rows && { kind: "blank", keys: keysOfRows(rows, path, reading) };
    }
    case "figures_of": {
      const of = as(HAPPENING_SHAPES.figures_of);
      const blocks = of?.blocks && knownBlocks(of.blocks, [...path, "blocks"], reading);
      return of && takenFrom(of.code ?? reading.code, of.role ?? reading.role, blocks ?? null, path, reading);
    }
    case "type_over": {
      const to = as(HAPPENING_SHAPES.type_over);
      const withRight = { ...reading, names: new Set([...reading.names, RIGHT]) };
      return to && fill(readFill(to, path, withRight, "calculated"));
    }
    case "final": {
      const to = as(HAPPENING_SHAPES.final);
      const { identity, states } = reading.template;
      const own = to && readFill({ ...to, [identity.status]: states.final }, path, reading);
      return own && fill([...reading.final, ...own]);
    }
    case "reason": {
      const to = as(HAPPENING_SHAPES.reason);
      return to && fill(readFill(reasonFor(to.for, to.says, path, reading), path, reading));
    }
  }
}

function fill(assignments: readonly Assignment[]): Operation {
  return { kind: "fill", assignments };
}

function takenFrom(
  code: string,
  role: string,
  blocks: readonly string[] | null,
  path: Path,
  { source, problems, filing, ...own }: HappeningReading,
): Operation | undefined {
  const refuse = (message: string) => void problems.push(source.problem(path, message));
  if (!filing.get(code)?.has(role)) refuse(`${code} files no ${role} return here.`);
  else if (code === own.code && role === own.role) refuse("Figures of the return itself can't be taken.");
  else return { kind: "take", code, role, blocks, path };
  return undefined;
}

/** Keys of every amount that is entered in these blocks. */
function moneyOf(blocks: readonly string[], path: Path, reading: Reading): readonly string[] {
  const wanted = new Set(knownBlocks(blocks, path, reading));
  return [...reading.template.fields.values()]
    .filter((field) => wanted.has(field.block) && field.type.kind === "money")
    .filter((field) => field.source.kind === "entered")
    .map((field) => field.key);
}

function filledIn(blocks: readonly string[], path: Path, reading: HappeningReading): readonly Assignment[] {
  const wanted = new Set(knownBlocks(blocks, path, reading));
  return reading.entries.filter(({ key }) => wanted.has(reading.template.fields.get(key)?.block ?? ""));
}

/** Keys of everything that is entered in these rows of lists. */
function keysOfRows(rows: readonly string[], path: Path, { template, rows: ids, ...reading }: Reading) {
  const { source, problems } = reading;
  return rows.flatMap((name, at) => {
    const id = ids.get(name);
    if (id === undefined)
      problems.push(source.problem([...path, at], `There is no row ${name} in this return.`));
    const ofRow = [...template.fields.values()].filter((field) => `${field.block}.${field.line}` === id);
    return ofRow.flatMap(({ key, source: { kind } }) => (kind === "entered" ? [key] : []));
  });
}

function knownBlocks(blocks: readonly string[], path: Path, reading: Reading): readonly string[] {
  return blocks.filter((id, at) => blockNamed(id, [...path, at], reading));
}

function blockNamed(id: string, path: Path, { template, source, problems }: Reading) {
  const block = template.sheets.flatMap((sheet) => sheet.blocks).find((one) => one.id === id);
  if (block && block.kind !== "checks") return block;
  problems.push(source.problem(path, `There is no block ${id} in this return.`));
  return undefined;
}

/** Each line's entries from column to column, where it has one in both; a swap goes back as well. */
function movesOf(
  { block: id, columns }: ColumnsDefinition,
  back: boolean,
  path: Path,
  reading: Reading,
): readonly { readonly from: string; readonly to: string }[] {
  const block = blockNamed(id, [...path, "block"], reading);
  if (!block) return [];
  const entered = (key: string) => reading.template.fields.get(key)?.source.kind === "entered";
  return Object.entries(columns).flatMap(([to, from]) => {
    const missing = [to, from].find((column) => !block.columns.some((one) => one.id === column));
    if (missing !== undefined) {
      const at = [...path, "columns", to];
      reading.problems.push(reading.source.problem(at, `There is no column ${missing} in ${id}.`));
      return [];
    }
    return block.lines.flatMap((line) => {
      const [target, origin] = [fieldKey(block, line.id, to), fieldKey(block, line.id, from)];
      if (!entered(target) || !entered(origin)) return [];
      const there = { from: origin, to: target };
      return back ? [there, { from: target, to: origin }] : [there];
    });
  });
}

/** The explanation of a rule's figure, under the key where the return has its place. */
function reasonFor(code: string, says: string, path: Path, reading: Reading): FillDefinition {
  for (const block of reading.template.sheets.flatMap((sheet) => sheet.blocks)) {
    if (block.kind !== "explanations") continue;
    const line = block.lines.find(({ about }) => about === code);
    const column = block.columns.find(({ shows }) => shows === "fields");
    if (line && column) return { [fieldKey(block, line.id, column.id)]: says };
  }
  const problem = `There is no place for an explanation of ${code} in this return.`;
  reading.problems.push(reading.source.problem([...path, "for"], problem));
  return {};
}
