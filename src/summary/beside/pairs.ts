import { countedValue, valueOf, type Return } from "../../return";
import {
  fieldKey,
  readKeys,
  type BesideState,
  type Field,
  type SummaryBeside,
  type Template,
} from "../../template";

import { isFilled, type Collection, type SummaryRow } from "../collection";
import { standingOf, type EarlierBody, type Standing } from "./earlier";

/** Two figures of one line: of the earlier year one for each body that is added up, and of this year; null where there is none. */
export interface PairedFigure {
  readonly earlier: readonly number[] | null;
  readonly now: number | null;
  /** True where no entry lacks that the figure is made of: a sum over a blank is none to compare with. */
  readonly whole: { readonly earlier: boolean; readonly now: boolean };
  /** True where the return takes no figure. */
  readonly closed: boolean;
}

/** One line of an organisation in both years, in the order of the columns that are set side by side. */
export interface PairedLine {
  readonly row: SummaryRow;
  readonly bodies: readonly EarlierBody[];
  /** What is lacking, in a few words behind those of the state; null where those say it. */
  readonly lacks: string | null;
  /** Whether the returns that are set side by side are there. */
  readonly isThere: { readonly earlier: boolean; readonly now: boolean };
  readonly figures: readonly PairedFigure[];
  /** Why the two can't be held against each other; null where they can. */
  readonly why: BesideState | null;
}

/** The lines of the table that returns of this role have, with their words, in the order of the definition. */
export function linesIn(
  { lines, table }: SummaryBeside,
  { sheets }: Template,
): readonly { readonly id: string; readonly number: number | null; readonly label: string }[] {
  const block = sheets.flatMap(({ blocks }) => blocks).find(({ id }) => id === table);
  const there = block && block.kind !== "checks" ? block.lines : [];
  return lines.flatMap((line) => there.find(({ id }) => id === line) ?? []);
}

/** The field of a line and column; undefined where the return takes no figure there. */
export function openField(
  template: Template,
  { table }: SummaryBeside,
  line: string,
  column: string,
): Field | undefined {
  const field = template.fields.get(fieldKey({ kind: "table", id: table }, line, column));
  return field?.source.kind === "closed" ? undefined : field;
}

export function pairedLine(
  collection: Collection,
  beside: SummaryBeside,
  row: SummaryRow,
  line: string,
): PairedLine {
  const standing = standingOf(collection, row);
  const bodies = standing.kind === "none" ? [] : standing.bodies;
  const found = isFilled(row) ? row.counted.reading.found : null;
  const figures = beside.columns.map(({ earlier, now }): PairedFigure => {
    const inReturn = (of: Return, column: string) =>
      figureIn(of, openField(of.template, beside, line, column));
    const then =
      standing.kind === "whole"
        ? bodies.map(({ counted }) => inReturn(counted.reading.found, earlier))
        : [NO_FIGURE];
    const today = found ? inReturn(found, now) : NO_FIGURE;
    const before = then.map(({ value }) => value);
    return {
      earlier: before.every((value) => value !== null) ? before : null,
      now: today.value,
      whole: { earlier: then.every(({ whole }) => whole), now: today.whole },
      closed: !openField(row.template, beside, line, now),
    };
  });
  const isThere = { earlier: standing.kind === "whole", now: found !== null };
  const why = whyNot(standing, found !== null, figures);
  const lacks =
    why === "part_earlier" && standing.kind === "part"
      ? `nothing of ${standing.lacks.join(", ")}`
      : why === "no_figure"
        ? `in ${yearsLacking(figures, beside.yearLabel, row.template.yearLabel).join(" and ")}`
        : null;
  return { row, bodies, lacks, isThere, figures, why };
}

interface Figure {
  readonly value: number | null;
  readonly whole: boolean;
}

const NO_FIGURE: Figure = { value: null, whole: false };

/** A figure of a return, and whether each entry that is due and that it is made of is there. */
function figureIn(found: Return, field: Field | undefined): Figure {
  const value = field ? valueOf(found, field) : null;
  if (!field || typeof value !== "number") return NO_FIGURE;
  if (field.source.kind !== "calculated") return { value, whole: true };
  const { fields } = found.template;
  const lacking = [...readKeys(field.source.expanded)].some((key) => {
    const source = fields.get(key)?.source;
    const isDue = source?.kind === "entered" && source.answer === "due";
    return isDue && typeof countedValue(found, key) !== "number";
  });
  return { value, whole: !lacking };
}

function yearsLacking(figures: readonly PairedFigure[], then: string, now: string): readonly string[] {
  const open = figures.filter(({ closed }) => !closed);
  return [
    ...(open.every(({ whole }) => whole.earlier) ? [] : [then]),
    ...(open.every(({ whole }) => whole.now) ? [] : [now]),
  ];
}

function whyNot({ kind }: Standing, returned: boolean, figures: readonly PairedFigure[]): BesideState | null {
  if (!returned) return kind === "whole" ? "no_now" : "neither";
  if (kind === "none") return "no_earlier";
  if (kind === "blank") return "blank_earlier";
  if (kind === "part") return "part_earlier";
  const whole = figures.every(({ whole: complete, closed }) => closed || (complete.earlier && complete.now));
  return whole ? null : "no_figure";
}
