import { columnLetters, type RawValue } from "../../cells";
import { formatOf, type NumberFormat } from "../../layout";
import type { ListedColumn, SummaryList } from "../../template";

import type { ListCell } from "../list-sheet";
import { plainCell } from "../listed-rows";
import type { ListEntry } from "./entries";

/** Places of the columns that every such sheet has; the first is hidden and has the keys of rows. */
export const START = { key: 1, code: 2, organisation: 3, role: 4, name: 5 } as const;
const START_WIDTHS = { code: 8, organisation: 25, role: 13, name: 27 } as const;
const DAY_WIDTH = 13;
const DAYS_WIDTH = 9;

/** A column behind the names. */
export interface EntryColumn {
  readonly label: string;
  readonly group: string | null;
  readonly width: number;
  readonly figure: NumberFormat | null;
  readonly cell: (entry: ListEntry) => ListCell;
}

/** Where days of a row stand, and by how many days they moved. */
export interface DayPlaces {
  readonly day: number;
  /** What the day was, as the return says and as the earlier summary had it. */
  readonly before: readonly number[];
  /** Words for each of these, and the column of days by which the row is later. */
  readonly moved: readonly { readonly words: string; readonly column: number }[];
}

export interface SheetColumns {
  readonly names: readonly { readonly label: string; readonly width: number }[];
  readonly entries: readonly EntryColumn[];
  /** Null where the list has no timeline. */
  readonly days: DayPlaces | null;
  readonly lastColumn: number;
}

/** The columns of a list: names, what the returns have, and the days with what they were before. */
export function columnsOf(of: SummaryList, hasLast: boolean): SheetColumns {
  const names = [
    { label: "Code", width: START_WIDTHS.code },
    { label: "Organisation", width: START_WIDTHS.organisation },
    { label: "Return", width: START_WIDTHS.role },
    { label: of.naming.label, width: START_WIDTHS.name },
  ];
  const entries: EntryColumn[] = of.columns.map(entryColumn);
  const { timeline } = of;
  if (!timeline) return { names, entries, days: null, lastColumn: START.name + entries.length };
  const next = () => START.name + entries.length + 1;
  const group = timeline.day.group ?? timeline.day.label;
  const day = next();
  entries.push({ ...entryColumn(timeline.day), group, width: DAY_WIDTH });
  const before: number[] = [];
  const moved: { words: string; column: number }[] = [];
  const add = (label: string, cell: EntryColumn["cell"]) => {
    const [was, column] = [next(), next() + 1];
    before.push(was);
    moved.push({ words: label, column });
    entries.push({ label, group, width: DAY_WIDTH, figure: "date", cell });
    entries.push({
      label: "Days later",
      group,
      width: DAYS_WIDTH,
      figure: "whole",
      cell: () => apart(day, was),
    });
  };
  const { before: earlier } = timeline;
  if (earlier) add(earlier.label, (entry) => plainCell(entry.valueIn(earlier.id)));
  if (hasLast) add("In the last summary", ({ lastDay }) => lastDay);
  return { names, entries, days: { day, before, moved }, lastColumn: next() - 1 };
}

function entryColumn({ id, label, group, width, type }: ListedColumn): EntryColumn {
  const figure = ["money", "count", "percent", "date"].includes(type.kind) ? formatOf(type) : null;
  return { label, group, width, figure, cell: (entry): RawValue => plainCell(entry.valueIn(id)) };
}

/** By how many days one day is later than another; empty where one of them is not there. */
function apart(day: number, was: number): (row: number) => string {
  const [a, b] = [columnLetters(day), columnLetters(was)];
  return (row) => `IF(COUNT($${a}${row},$${b}${row})<2,"",$${a}${row}-$${b}${row})`;
}
