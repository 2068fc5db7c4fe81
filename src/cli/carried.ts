import type { RawValue, WorkbookCells } from "../cells";
import type { Return } from "../return";
import type { Field, ReturnFault } from "../template";

import { leftBehind } from "./left-behind";

/** What a returned workbook hands on to a fresh one. */
export interface Carried {
  /** Its entries by key, as they stand, right or wrong. */
  readonly entries: ReadonlyMap<string, RawValue>;
  /** Entered fields that it has no cell for, because a row or column was deleted or it is older than they are. */
  readonly lost: readonly Field[];
  /** Entered fields that hold a formula without a result. */
  readonly unworked: readonly Field[];
  /** Fields that are not entered, and that something was typed into. */
  readonly typedOver: readonly Field[];
}

/** The entries of a return, and what of it can't be carried over. */
export function carriedFrom(found: Return): Carried {
  const entries = new Map<string, RawValue>();
  const lost: Field[] = [];
  const unworked: Field[] = [];
  const typedOver: Field[] = [];
  for (const field of found.template.fields.values()) {
    const there = found.fields.get(field.key);
    const entered = field.source.kind === "entered";
    if (!there) {
      // Rows of a list come and go; every other entry has a cell.
      if (entered && field.row === null) lost.push(field);
      continue;
    }
    const { value, formula } = there;
    if (entered) {
      if (value !== null) entries.set(field.key, value);
      else if (formula !== null) unworked.push(field);
    } else {
      const own = field.source.kind === "constant" ? field.source.value : null;
      if (value !== null && formula === null && value !== own) typedOver.push(field);
    }
  }
  return { entries, lost, unworked, typedOver };
}

/** What is noticed of values that belong to no field, and of fields that stand in the workbook again. */
const STRAY: ReadonlySet<ReturnFault> = new Set<ReturnFault>(["row_inserted", "outside_entry"]);
const TWICE: ReadonlySet<ReturnFault> = new Set<ReturnFault>(["found_twice", "sheet_copied_differs"]);

/** What a person has to know of the returned workbook: everything in it that is not in the new one. */
export function carryingRemarks(
  file: string,
  found: Return,
  workbook: WorkbookCells,
  carried: Carried,
  given: ReadonlySet<string>,
): readonly string[] {
  const { template, version, noticed } = found;
  const open = (fields: readonly Field[]) =>
    fields.filter(({ key }) => !given.has(key)).map(({ label }) => label);
  const remark = (things: readonly string[], sentence: string) =>
    things.length === 0 ? [] : [`${sentence}: ${few(things)}.`];
  const strays = noticed
    .filter(({ kind }) => STRAY.has(kind))
    .flatMap(({ sheet, cells }) => cells.map((cell) => ({ sheet, cell })));
  const gone = new Set(
    [...leftBehind(workbook, template), ...strays].map(({ sheet, cell }) => `${sheet} ${cell}`),
  );
  const twice = noticed.filter(({ kind }) => TWICE.has(kind)).flatMap(({ labels }) => labels);
  return [
    ...(version === template.version
      ? []
      : [
          `${file} was made as version ${version} of the return; the new workbook is version ${template.version}.`,
        ]),
    ...remark(
      open(carried.lost),
      `${file} has no cells for these entries, which are blank in the new workbook`,
    ),
    ...remark(
      open(carried.unworked),
      `${file} has formulas here that were never worked out, so these entries are blank in the new workbook`,
    ),
    ...remark(
      carried.typedOver.map(({ label }) => label),
      `${file} has something typed here that is not carried over, because the workbook works these cells out or does not use them`,
    ),
    ...remark(
      [...gone],
      `${file} holds values here that belong to no entry of the return and are not carried over`,
    ),
    ...remark(
      [...new Set(twice)],
      `${file} holds these more than once, and only the first of each was taken`,
    ),
  ];
}

const FEW = 8;

function few(things: readonly string[]): string {
  const shown = things.slice(0, FEW).join("; ");
  return things.length > FEW ? `${shown}; and ${things.length - FEW} more` : shown;
}
