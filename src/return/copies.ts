import { formatAddress } from "../cells";
import type { Line, Template, ValueBlock } from "../template";

import { cellAt, crossing, type BlockPlace } from "./block-place";
import type { Noticed } from "./noticed";
import type { FoundField } from "./return";

/** A block as it counts, and the other sheets that hold it too. */
export interface CopiedBlock {
  readonly place: BlockPlace;
  readonly others: readonly BlockPlace[];
}

/** Lines, columns and whole sheets that stand in the workbook more than once. */
export function copiesOf(
  blocks: readonly CopiedBlock[],
  fields: ReadonlyMap<string, FoundField>,
  template: Template,
): readonly Noticed[] {
  const whole = blocks.map(({ place, others }) => ({ place, others: others.filter(isWhole) }));
  return [
    ...blocks.flatMap(({ place }) => doubled(place)),
    ...blocks.flatMap(({ place, others }) =>
      others.filter((other) => !isWhole(other)).flatMap((other) => linesElsewhere(place, other)),
    ),
    ...copiedSheets(whole, fields, template),
  ];
}

/** A block of which only some rows were copied to another sheet is no copy of its sheet. */
function isWhole({ block, rows, columns }: BlockPlace): boolean {
  return columns.size > 0 && rows.size >= block.lines.length / 2;
}

/** A line as a person names it; a row of a list has its number in its label. */
function nameOf({ number, label }: Line, { kind }: ValueBlock): string {
  return number === null || kind === "list" ? label : `${number} ${label}`;
}

/** Lines that stand on another sheet too, where somebody copied their rows. */
function linesElsewhere(place: BlockPlace, other: BlockPlace): readonly Noticed[] {
  const { name } = other.sheet.sheet;
  const { block } = place;
  return block.lines.flatMap((line): Noticed[] => {
    const at = other.rows.get(line.id) ?? [];
    const [first] = place.rows.get(line.id) ?? [];
    if (at.length === 0 || first === undefined) return [];
    const label = nameOf(line, block);
    const facts = {
      label,
      expected: `row ${first}`,
      found: at.map((row) => `row ${row} of ${name}`).join(", "),
      sheet: place.sheet.sheet.name,
    };
    const filled = at.flatMap((row) =>
      [...other.sheet.sheet.cells.keys()].filter((cell) => cell.replace(/^[A-Z]+/, "") === String(row)),
    );
    return [{ kind: "found_twice", facts, sheet: name, cells: filled, labels: [label] }];
  });
}

/** Lines and columns of one sheet whose key stands there again; the first is the one that counts. */
function doubled(place: BlockPlace): readonly Noticed[] {
  const { block, sheet, rows, columns, keyColumn, keyRow } = place;
  const name = sheet.sheet.name;
  const lines = block.lines.flatMap((line): Noticed[] => {
    const [first, ...again] = rows.get(line.id) ?? [];
    if (first === undefined || again.length === 0) return [];
    const label = nameOf(line, block);
    const facts = {
      label,
      expected: `row ${first}`,
      found: again.map((row) => `row ${row}`).join(", "),
      sheet: name,
    };
    const cells = again.map((row) => formatAddress({ row, column: keyColumn ?? 1 }));
    return [
      {
        kind: "found_twice",
        facts,
        sheet: name,
        cells: [...cells, ...valueCells(place, again)],
        labels: [label],
      },
    ];
  });
  const across = block.columns.flatMap((column): Noticed[] => {
    const [first, ...again] = columns.get(column.id) ?? [];
    if (first === undefined || again.length === 0) return [];
    const label = [column.group, column.label || block.title].filter((part) => part !== null).join(", ");
    const letters = (at: number) => formatAddress({ row: 1, column: at }).slice(0, -1);
    const facts = {
      label,
      expected: `column ${letters(first)}`,
      found: again.map((at) => `column ${letters(at)}`).join(", "),
      sheet: name,
    };
    const all = [...rows.values()].flatMap(([row]) => row ?? []);
    const cells = again.flatMap((at) =>
      [keyRow ?? 1, ...all].map((row) => formatAddress({ row, column: at })),
    );
    return [{ kind: "found_twice", facts, sheet: name, cells, labels: [label] }];
  });
  return [...lines, ...across];
}

function valueCells({ columns }: BlockPlace, rows: readonly number[]): readonly string[] {
  const at = [...columns.values()].flatMap(([first]) => first ?? []);
  return rows.flatMap((row) => at.map((column) => formatAddress({ row, column })));
}

/** Sheets that hold a block again: a copy that says the same is noted, one that does not has to go. */
function copiedSheets(
  blocks: readonly CopiedBlock[],
  fields: ReadonlyMap<string, FoundField>,
  template: Template,
): readonly Noticed[] {
  const sheets = new Map<
    string,
    { readonly of: string; readonly differing: Set<string>; readonly cells: Set<string> }
  >();
  for (const { place, others } of blocks) {
    for (const other of others) {
      const name = other.sheet.sheet.name;
      const copy = sheets.get(name) ?? { of: place.sheet.sheet.name, differing: new Set(), cells: new Set() };
      sheets.set(name, copy);
      for (const field of template.fields.values()) {
        if (field.block !== place.block.id || field.source.kind !== "entered") continue;
        const at = crossing(other, field.line, field.column);
        if (!at) continue;
        const there = cellAt(other, at)?.value ?? null;
        const counted = fields.get(field.key);
        // Values are compared as they stand in both, before anything about them is tidied.
        if (counted && JSON.stringify(there) !== JSON.stringify(counted.raw)) {
          copy.differing.add(field.label);
          copy.cells.add(counted.place.cell);
        }
      }
    }
  }
  return [...sheets].map(([name, { of, differing, cells }]): Noticed => ({
    kind: differing.size === 0 ? "sheet_copied" : "sheet_copied_differs",
    facts: { sheet: of, found: name, label: shortened([...differing]) },
    sheet: differing.size === 0 ? name : of,
    cells: [...cells],
    labels: [...differing],
  }));
}

const MOST_NAMED = 3;

function shortened(labels: readonly string[]): string {
  const shown = labels.slice(0, MOST_NAMED).join("; ");
  return labels.length > MOST_NAMED ? `${shown}; and ${labels.length - MOST_NAMED} more` : shown;
}
