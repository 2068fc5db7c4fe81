import type { DefinitionProblem, LocatedSource, Path } from "./source";
import { listIn } from "./summary-columns";
import type { ListDefinition } from "./summary-list-shape";
import type { Template, ValueType } from "./template";

/** A column of a list as the summary shows it. */
export interface ListedColumn {
  readonly id: string;
  readonly label: string;
  readonly group: string | null;
  readonly width: number;
  readonly type: ValueType;
}

/** Months in which the days of a list's rows are marked. */
export interface SummaryTimeline {
  readonly day: ListedColumn;
  /** What the day was before, as the return itself says; null where it does not say so. */
  readonly before: ListedColumn | null;
  /** A day of the first month, as Excel counts them. */
  readonly from: number;
  readonly months: number;
}

/** Every row of a list of the returns that count, whatever their role, in one table. */
export interface SummaryList {
  readonly kind: "list";
  readonly name: string;
  readonly intro: string | null;
  readonly list: string;
  readonly naming: ListedColumn;
  readonly columns: readonly ListedColumn[];
  readonly timeline: SummaryTimeline | null;
}

/** What a list is read with: where it is written, and the year's returns. */
interface Reading {
  readonly source: LocatedSource;
  readonly templates: ReadonlyMap<string, Template>;
  readonly problems: DefinitionProblem[];
}

const USUAL_WIDTH = 14;

/** Reads a sheet that shows a list of the returns; every return that has the list has to have its columns. */
export function readList(
  written: ListDefinition,
  start: Pick<SummaryList, "name" | "intro">,
  path: Path,
  { source, templates, problems }: Reading,
): SummaryList | undefined {
  const before = problems.length;
  const refuse = (at: Path, message: string) => problems.push(source.problem([...path, ...at], message));
  const { of: list, name, timeline } = written;
  const having = [...templates.values()].filter((template) => listIn(template, list));
  const [first] = having;
  if (!first) {
    refuse(["of"], `There is no list ${list} in this year.`);
    return undefined;
  }
  const column = (id: string, at: Path, days = false): ListedColumn | undefined => {
    for (const template of having) {
      const type = typeIn(template, list, id);
      const where = `The list ${list} of the ${template.roleLabel} return`;
      if (!type) refuse(at, `${where} has no column ${id}.`);
      else if (days && type.kind !== "date") refuse(at, `${where} has no days in ${id}.`);
    }
    const of = listIn(first, list)?.columns.find((one) => one.id === id);
    const type = typeIn(first, list, id);
    return of && type && { id, label: of.label, group: of.group, width: of.width ?? USUAL_WIDTH, type };
  };
  const naming = column(name, ["name"]);
  const columns = Object.entries(written.columns).flatMap(([id, own]): ListedColumn[] => {
    const read = column(id, ["columns", id]);
    if (!read) return [];
    const { label = read.label, group = read.group, width = read.width } = own;
    return [{ ...read, label, group, width }];
  });
  const from = timeline ? first.dates.get(timeline.from) : undefined;
  if (timeline && from === undefined)
    refuse(["timeline", "from"], `There is no day ${timeline.from} among the year's dates.`);
  const day = timeline && column(timeline.day, ["timeline", "day"], true);
  const moved = timeline?.before === undefined ? null : column(timeline.before, ["timeline", "before"], true);
  if (problems.length > before || !naming) return undefined;
  return {
    kind: "list",
    ...start,
    list,
    naming,
    columns,
    timeline:
      timeline && day && from !== undefined
        ? { day, before: moved ?? null, from, months: timeline.months }
        : null,
  };
}

function typeIn({ fields }: Template, list: string, column: string): ValueType | undefined {
  for (const field of fields.values()) if (field.block === list && field.column === column) return field.type;
  return undefined;
}
