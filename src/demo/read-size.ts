import { fieldKey, rowId, type Block, type Path } from "../template";

import { readFill, readOne, type Reading } from "./assignments";
import type { RoleDefinition } from "./definition";
import { keyOf, understood } from "./formula";
import type { Kinds } from "./kinds";
import { readRows, rowsOf, type ListRow } from "./read-lists";
import { tableCells } from "./read-tables";
import type { Assignment, Figure, Fills } from "./script";
import type { FillDefinition } from "./shapes";
import { spelledOut } from "./spelled-out";
import { readWorths, type Worths } from "./worths";

/** What organisations of one size fill in, and what is known for reading what happens to their returns. */
export interface ReadSize {
  readonly fills: Fills;
  readonly worths: Worths;
  readonly reading: Reading;
  readonly kinds: Kinds;
  /** Entries that not every organisation gives, by the name of their group. */
  readonly sometimes: ReadonlyMap<string, readonly Assignment[]>;
  /** What makes a return final. */
  readonly final: readonly Assignment[];
}

/** Reads a role's definition as organisations of one size follow it. */
export function readSize(
  written: RoleDefinition,
  path: Path,
  kinds: Kinds,
  {
    drawn,
    ...of
  }: Pick<Reading, "source" | "problems" | "template"> & { readonly drawn: ReadonlySet<string> },
): ReadSize {
  const worths = readWorths(written.with, [...path, "with"], kinds);
  const given = new Set([...drawn, ...worths.keys()]);
  const nothing = { ...of, names: given, later: new Set<string>(), row: null };
  const listRows = rowsOf(written, path, kinds, nothing);
  const rows = new Map(listRows.map(({ name, id }) => [name, id]));
  const entries = kinds.fill(written.entries, [...path, "entries"]);
  const cells = tableCells(written, path, kinds);
  const known = { rows, row: null };
  const keysOf = (fill: FillDefinition) => spelledOut(fill).map(({ key }) => keyOf(key, known));
  const said = [
    ...keysOf(entries),
    ...listRows.flatMap(({ id, columns }) => columns.map(({ key }) => `${id}[${key}]`)),
    ...cells.map(({ key }) => key),
  ];
  // A formula may read what stands above it: what has been read is taken out as reading goes on.
  const later = new Set(said);
  const reading: Reading = {
    ...of,
    ...known,
    names: new Set([...given, ...Object.keys(written.figures)]),
    later,
  };
  const figures = readFigures(written, path, { ...reading, names: given });
  const filled = Object.entries(entries).flatMap(([from, value]) => {
    const read = readFill({ [from]: value }, [...path, "entries"], reading);
    for (const key of keysOf({ [from]: value })) later.delete(key);
    return read;
  });
  const inRows = readRows(listRows, reading, (key) => later.delete(key));
  const inTables = cells.flatMap((cell) => {
    later.delete(cell.key);
    return readOne(cell, cell.path, reading);
  });
  tellMissing(said, listRows, path, reading);
  const fill = (part: FillDefinition, at: Path) => readFill(part, [...path, ...at], reading);
  return {
    fills: {
      figures,
      entries: [...filled, ...inRows.flatMap(([row, read]) => (row.taken ? [] : read)), ...inTables],
      taken: new Map(
        listRows.flatMap((row) =>
          row.taken ? [[row.list.id, inRows.flatMap(([of, read]) => (of === row ? read : []))] as const] : [],
        ),
      ),
    },
    worths,
    reading,
    kinds,
    sometimes: new Map(
      Object.entries(written.sometimes ?? {}).map(([name, part]) => [name, fill(part, ["sometimes", name])]),
    ),
    final: fill(written.final, ["final"]),
  };
}

function readFigures(written: RoleDefinition, role: Path, reading: Reading): readonly Figure[] {
  const names = new Set(reading.names);
  return Object.entries(written.figures).flatMap(([name, text]): Figure[] => {
    const path: Path = [...role, "figures", name];
    const tell = (message: string) => reading.problems.push(reading.source.problem(path, message));
    if (names.has(name)) tell(`${name} is drawn already; give the figure another name.`);
    const formula = understood(text, { ...reading, names: new Set(names) }, tell);
    names.add(name);
    return formula ? [{ name, formula, path }] : [];
  });
}

/** An answer that is due is filled in for everyone; what faults do to it comes after. */
function tellMissing(
  said: readonly string[],
  listRows: readonly ListRow[],
  role: Path,
  { template, source, problems }: Reading,
): void {
  const { code, name, type, sha } = template.identity;
  const blocks = template.sheets.flatMap((sheet) => sheet.blocks);
  const known = new Set([code, name, type, sha, ...said, ...blocks.flatMap(takenKeys)]);
  const rows = new Set(listRows.map(({ id }) => id));
  for (const list of blocks) if (list.kind === "list" && list.takes) rows.add(`${list.id}.${rowId(1)}`);
  for (const field of template.fields.values()) {
    if (field.source.kind !== "entered" || field.source.answer !== "due" || known.has(field.key)) continue;
    // A row in which nothing stands owes no answer.
    if (field.row !== null && !rows.has(`${field.block}.${field.line}`)) continue;
    const part = field.row === null ? ["entries"] : ["lists", field.block];
    problems.push(
      source.problem([...role, ...part], `Nothing is said of ${field.key}, where an answer is due.`),
    );
  }
}

function takenKeys(block: Block): readonly string[] {
  if (block.kind === "checks" || !block.takes) return [];
  return [...block.takes.keys.keys()].map((column) => fieldKey(block, rowId(1), column));
}
