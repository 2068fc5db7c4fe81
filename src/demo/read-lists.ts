import { rowId, type Path, type ValueBlock } from "../template";

import { readOne, type Reading } from "./assignments";
import type { ListDefinition, RoleDefinition } from "./definition";
import type { Kinds } from "./kinds";
import type { Assignment } from "./script";
import type { FillByKind, WorthsDefinition } from "./shapes";
import { spelledOut, type SpelledOut } from "./spelled-out";
import { readWorths, type Worths } from "./worths";

/** One row of a list as a size of organisation fills it in, before it is understood what its columns hold. */
export interface ListRow {
  /** As the definition names it, list.name; as the return does, list.r03, where it has no name. */
  readonly name: string;
  readonly id: string;
  /** True for the row that stands for all that are put in from others' returns. */
  readonly taken: boolean;
  readonly list: ValueBlock;
  readonly worths: Worths;
  /** What each column holds and where that is said, each after those of the row that it reads. */
  readonly columns: readonly ListCell[];
}

/** A row that the definition names, without the kinds that it is for. */
interface NamedRow {
  readonly name: string;
  readonly worths: WorthsDefinition | undefined;
  readonly columns: FillByKind;
}

export interface ListCell extends SpelledOut {
  readonly path: Path;
}

/** The rows of lists that organisations of a size have. */
export function rowsOf(
  { lists = {} }: RoleDefinition,
  role: Path,
  kinds: Kinds,
  reading: Omit<Reading, "rows">,
): readonly ListRow[] {
  return Object.entries(lists).flatMap(([id, list]): readonly ListRow[] => {
    const path = [...role, "lists", id];
    const tell = (message: string) => void reading.problems.push(reading.source.problem(path, message));
    const block = listNamed(id, reading);
    if (!block) tell(`There is no list ${id} in this return.`);
    else if ((block.takes === null) !== (list.rows !== undefined))
      tell(
        block.takes
          ? `The rows of ${id} are put in from others' returns; say only what stands in each.`
          : `It has to be said which rows ${id} has.`,
      );
    else {
      const rows = Object.entries(list.rows ?? {}).flatMap(
        ([name, { for: meant, with: worths, ...columns }]): NamedRow[] =>
          meant === undefined || kinds.isOne(meant, [...path, "rows", name, "for"])
            ? [{ name, worths, columns }]
            : [],
      );
      if (rows.length > block.lines.length)
        tell(`${id} is drawn with ${block.lines.length} rows, and ${rows.length} are wanted.`);
      return block.takes
        ? [rowOf(block, 0, list, null, path, kinds)]
        : rows.slice(0, block.lines.length).map((row, at) => rowOf(block, at, list, row, path, kinds));
    }
    return [];
  });
}

function listNamed(id: string, { template }: Pick<Reading, "template">): ValueBlock | undefined {
  const blocks = template.sheets.flatMap((sheet) => sheet.blocks);
  return blocks.find((block): block is ValueBlock => block.kind === "list" && block.id === id);
}

function rowOf(
  list: ValueBlock,
  at: number,
  { with: forEach, each = {} }: ListDefinition,
  row: NamedRow | null,
  path: Path,
  kinds: Kinds,
): ListRow {
  const id = `${list.id}.${rowId(at + 1)}`;
  const there = [...path, "rows", row?.name ?? ""];
  const given = new Map<string, ListCell>();
  const put = (fill: FillByKind, from: Path) => {
    for (const [written, value] of Object.entries(fill)) {
      const meant = kinds.fill({ [written]: value }, from);
      // Nothing is an answer too, and takes away what stands in each row.
      for (const one of spelledOut(value === null ? { [written]: 0 } : meant))
        if (value === null) given.delete(one.key);
        else given.set(one.key, { ...one, path: [...from, written] });
    }
  };
  put(each, [...path, "each"]);
  put(row?.columns ?? {}, there);
  return {
    name: row === null ? id : `${list.id}.${row.name}`,
    id,
    taken: row === null,
    list,
    worths: new Map([
      ...readWorths(forEach, [...path, "with"], kinds),
      ...readWorths(row?.worths, [...there, "with"], kinds),
    ]),
    columns: inOrder(given),
  };
}

/** Each cell of a row after those that its formula reads; two that read each other stay as they stand. */
function inOrder(cells: ReadonlyMap<string, ListCell>): readonly ListCell[] {
  const ordered = new Set<ListCell>();
  const seen = new Set<ListCell>();
  const place = (cell: ListCell) => {
    if (seen.has(cell)) return;
    seen.add(cell);
    for (const [, column = ""] of isFormula(cell) ? String(cell.written).matchAll(/\[@(\w+)\]/g) : []) {
      const read = cells.get(column);
      if (read) place(read);
    }
    ordered.add(cell);
  };
  for (const cell of cells.values()) place(cell);
  return [...ordered];
}

function isFormula({ written }: ListCell): boolean {
  return typeof written === "string" && written.startsWith("=");
}

/**
 * What is filled in in rows. Texts and figures that are said outright come first, so that every formula may read those of any row;
 * of what formulas give, it may read what stands in its own row and in those above.
 */
export function readRows(
  rows: readonly ListRow[],
  reading: Reading,
  done: (key: string) => void,
): readonly (readonly [row: ListRow, read: readonly Assignment[]])[] {
  return [false, true].flatMap((formulas) =>
    rows.map((row) => [row, readRow(row, formulas, reading, done)] as const),
  );
}

function readRow(
  { name, id, worths, columns }: ListRow,
  formulas: boolean,
  reading: Reading,
  done: (key: string) => void,
): readonly Assignment[] {
  const inRow = { ...reading, row: id, names: new Set([...reading.names, ...worths.keys()]) };
  return columns.flatMap((cell) => {
    const { key, written, path } = cell;
    if (isFormula(cell) !== formulas) return [];
    const read = readOne({ key: `[${key}]`, written }, path, inRow);
    done(`${id}[${key}]`);
    return read.map((one) => (worths.size === 0 ? one : { ...one, names: { row: name, worths } }));
  });
}
