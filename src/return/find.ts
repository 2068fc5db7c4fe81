import type { WorkbookCells } from "../cells";
import { each, part, toEnd, type InTurn } from "../in-turn";
import { widened, type PlanningYear, type Sheet, type Template, type ValueBlock } from "../template";

import { placesOfBlocks, type BlockPlace } from "./block-place";
import { copiesOf } from "./copies";
import { enteredColumns } from "./filled";
import { labelChanges } from "./labels";
import { listRows } from "./list-rows";
import type { Noticed } from "./noticed";
import { readFields } from "./read-fields";
import type { Return } from "./return";
import { sheetChanges } from "./sheet-changes";
import { textsOf, type SheetTexts } from "./sheet-texts";
import { stampIn } from "./stamp";
import { insertedRows, outsideEntries } from "./strays";

export type FindResult =
  | { readonly kind: "return"; readonly found: Return }
  | {
      readonly kind: "refused";
      readonly code: "no_return" | "unknown_year" | "unknown_role";
      readonly message: string;
    };

/** Finds a return in a workbook: its template by the stamp, its fields by the hidden keys, never by where they should stand. */
export function findReturn(workbook: WorkbookCells, years: ReadonlyMap<string, PlanningYear>): FindResult {
  return toEnd(findInTurn(workbook, years));
}

/** The same in steps. */
export function* findInTurn(
  workbook: WorkbookCells,
  years: ReadonlyMap<string, PlanningYear>,
): InTurn<FindResult> {
  const sheets = workbook.sheets.map(textsOf);
  const stamp = stampIn(sheets);
  if (!stamp) {
    const names = workbook.sheets.map((sheet) => sheet.name).slice(0, 5);
    return {
      kind: "refused",
      code: "no_return",
      message: `This workbook is not a return made by this program; its sheets are ${names.join(", ")}. Copy the figures into a workbook that was made for the organisation.`,
    };
  }
  const year = years.get(stamp.year);
  if (!year) {
    return {
      kind: "refused",
      code: "unknown_year",
      message: `This is a return for the planning year ${stamp.year}, which this version of the program does not know. It knows ${[...years.keys()].join(", ")}.`,
    };
  }
  const current = year.templates.get(stamp.role);
  if (!current) {
    return {
      kind: "refused",
      code: "unknown_role",
      message: `This is a ${stamp.role} return, which the planning year ${year.label} does not have.`,
    };
  }
  // What an earlier version did not ask can't be missing from it.
  const template = year.earlier(stamp.role, stamp.version) ?? current;
  const found = yield* foundIn(workbook, sheets, template, stamp.version);
  return { kind: "return", found: { ...found, current: current.version } };
}

function* foundIn(
  workbook: WorkbookCells,
  sheets: readonly SheetTexts[],
  template: Template,
  version: string,
): InTurn<Omit<Return, "current">> {
  const noticed: Noticed[] = [];
  const places = new Map<string, BlockPlace>();
  const copies: { readonly place: BlockPlace; readonly others: readonly BlockPlace[] }[] = [];
  let long = template;
  const place = ({ name, blocks }: Sheet) => {
    const values = blocks.filter((block) => block.kind !== "checks");
    const found = placesOfBlocks(values, name, sheets);
    for (const [at, block] of values.entries()) {
      const [first, ...others] = found[at] ?? [];
      if (!first) continue;
      if (block.kind !== "list") {
        places.set(block.id, first);
        copies.push({ place: first, others });
        continue;
      }
      const rows = listRows(first, enteredColumns(first, template));
      noticed.push(...rows.noticed);
      long = widened(long, block.id, rows.highest);
      const place = { ...first, block: longBlock(long, block), rows: rows.rows };
      places.set(block.id, place);
      copies.push({ place, others });
    }
  };
  yield* part(each(template.sheets, place), 0, 0.5);
  const whole = withColumnsOfNeighbours(places);
  const { fields, lost, noticed: ofFields } = yield* part(readFields(workbook, long, whole), 0.5, 1);
  const order = sheets.map(({ sheet }) => sheet.name);
  const taken = new Map<SheetTexts, Set<number>>();
  for (const { sheet, rows } of whole.values()) {
    const of = taken.get(sheet) ?? new Set<number>();
    taken.set(sheet, of);
    for (const row of [...rows.values()].flat()) of.add(row);
  }
  noticed.push(...sheetChanges(long, whole, order));
  for (const place of whole.values()) {
    noticed.push(...mendedKeys(place), ...labelChanges(place));
    noticed.push(...insertedRows(place, enteredColumns(place, long), taken.get(place.sheet) ?? new Set()));
  }
  noticed.push(...copiesOf(copies, fields, long), ...ofFields);
  const claimed = new Map<string, Set<string>>();
  const claim = (sheet: string, cells: readonly string[]) => {
    const of = claimed.get(sheet) ?? new Set<string>();
    claimed.set(sheet, of);
    for (const cell of cells) of.add(cell);
  };
  for (const { place } of fields.values()) claim(place.sheet, [place.cell]);
  for (const { sheet, cells } of noticed) claim(sheet, cells);
  noticed.push(...outsideEntries([...whole.values()], claimed));
  const added = new Set([...long.fields.keys()].filter((key) => !template.fields.has(key)));
  return { template: long, version, fields, lost, added, noticed };
}

function longBlock(template: Template, block: ValueBlock): ValueBlock {
  const found = template.sheets.flatMap((sheet) => sheet.blocks).find(({ id }) => id === block.id);
  return found && found.kind !== "checks" ? found : block;
}

/** Columns of the same name on a sheet share a place, so a block whose own are lost is read by its neighbour's. */
function withColumnsOfNeighbours(places: ReadonlyMap<string, BlockPlace>): ReadonlyMap<string, BlockPlace> {
  return new Map(
    [...places].map(([id, place]) => {
      const found = new Map(place.columns);
      const mended: string[] = [];
      for (const column of place.block.columns) {
        if (found.has(column.id) || column.shows !== "fields") continue;
        const neighbour = [...places.values()].find(
          (other) => other.sheet === place.sheet && other.columns.has(column.id),
        );
        const at = neighbour?.columns.get(column.id);
        if (!at) continue;
        found.set(column.id, at);
        mended.push(column.label === "" ? place.block.title : column.label);
      }
      return [id, { ...place, columns: found, mended: [...place.mended, ...mended] }];
    }),
  );
}

function mendedKeys({ block, sheet, mended }: BlockPlace): readonly Noticed[] {
  if (mended.length === 0) return [];
  const name = sheet.sheet.name;
  const facts = { sheet: name, label: mended.join(", "), found: block.title };
  return [{ kind: "key_mended", facts, sheet: name, cells: [], labels: mended }];
}
