import {
  columnLabel,
  heading,
  inside,
  properties,
  written,
  type BlockDraft,
  type FieldDraft,
  type Place,
} from "./blocks";
import type { ListDefinition } from "./definition";
import type { DefinitionProblem } from "./source";
import type { Column, Line, ListSource, ValueBlock } from "./template";

/** The name of a list's row by its number, 7 → "r07"; it is the same in every workbook. */
export function rowId(number: number): string {
  return `r${String(number).padStart(2, "0")}`;
}

/** The number of a list's row by its name; undefined where it is no such name. */
export function rowNumber(id: string): number | undefined {
  const [, digits] = /^r([0-9]{2,4})$/.exec(id) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A list: as many rows as it is drawn with, each with the same columns. */
export function draftList(
  definition: ListDefinition,
  place: Place,
  problems: DefinitionProblem[],
): BlockDraft {
  const columns = Object.entries(definition.columns).map(([id, column]): Column => {
    const { label, group = null, under = null, width = null } = column;
    return { id, label, group, under, width, shows: "fields" };
  });
  const lines = Array.from({ length: definition.rows }, (_, at): Line => {
    const number = at + 1;
    return {
      id: rowId(number),
      number,
      label: `${definition.row} ${number}`,
      total: false,
      help: null,
      about: null,
    };
  });
  const block: ValueBlock = {
    kind: "list",
    id: definition.list,
    unit: definition.unit ?? null,
    columns,
    lines,
    takes: sourceOf(definition, place, problems),
    ...heading(definition),
  };
  for (const [id, column] of Object.entries(definition.columns)) {
    if (column.answer === "zero") {
      const path = [...place.path, "columns", id, "answer"];
      problems.push(place.source.problem(path, "In a list a blank is no 0: say due or optional."));
    }
  }
  const fields = lines.flatMap((line) =>
    columns.map((column): FieldDraft => {
      const of = written(definition.columns, column.id);
      const path = [...place.path, "columns", column.id];
      return {
        block,
        line,
        column,
        label: `${line.label}, ${inside(columnLabel(column))}`,
        properties: properties(of),
        serves: of.serves ?? [],
        origin: of.is === undefined ? { kind: "entered" } : { kind: "formula", text: of.is },
        ...place,
        path,
      };
    }),
  );
  return { block, fields };
}

function sourceOf(
  { from, columns }: ListDefinition,
  place: Place,
  problems: DefinitionProblem[],
): ListSource | null {
  const written = Object.entries(columns);
  const keys = new Map(
    written.flatMap(([id, of]) => (of.from === undefined ? [] : [[id, of.from] as const])),
  );
  const agrees = new Map(
    written.flatMap(([id, of]) => (of.agrees_with === undefined ? [] : [[id, of.agrees_with] as const])),
  );
  const vouches = new Map(
    written.flatMap(([id, of]) => (of.vouches === undefined ? [] : [[id, of.vouches] as const])),
  );
  const refuse = (part: string, message: string) =>
    problems.push(place.source.problem([...place.path, part], message));
  if (!from) {
    if (keys.size + agrees.size + vouches.size > 0) {
      const message =
        keys.size > 0
          ? "A column is put in from other returns only where the list says from which role."
          : "A column is held against other returns only where the list says from which role.";
      refuse("columns", message);
    }
    return null;
  }
  if (!keys.has(from.code)) refuse("from", `The column ${from.code} has to say from which key it is put in.`);
  return { role: from.role, code: from.code, keys, agrees, vouches, whole: from.whole ?? false };
}
