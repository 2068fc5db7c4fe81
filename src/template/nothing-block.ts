import { heading, inside, properties, type BlockDraft, type FieldDraft, type Place } from "./blocks";
import type { NothingDefinition } from "./definition";
import type { ReadSheet } from "./sheets";
import { fieldKey, type Column, type Field, type FieldExpression, type Line, type Nothing } from "./template";

/** The line by which the return as a whole has nothing to report; the others bear the names of their sheets' files. */
const WHOLE = "whole";

/** Where a person says that a sheet, or the whole return, has nothing to report: a line for each sheet that may have nothing. */
export function draftNothing(
  definition: NothingDefinition,
  sheets: readonly ReadSheet[],
  place: Place,
): BlockDraft {
  const written = Object.entries(definition.columns);
  const columns = written.map(([id, { label, width = null }]): Column => {
    return { id, label, group: null, under: null, width, shows: "fields" };
  });
  const line = (id: string, label: string): Line => ({
    id,
    number: null,
    label,
    total: false,
    help: null,
    about: null,
  });
  const lines = [
    line(WHOLE, definition.whole),
    ...sheets.filter(mayHaveNothing).map(({ name, definition: { sheet } }) => line(name, sheet)),
  ];
  const block = {
    kind: "nothing",
    id: definition.nothing,
    unit: null,
    columns,
    lines,
    takes: null,
    ...heading(definition),
  } as const;
  const fields = lines.flatMap((one) =>
    written.map(([id, of], at): FieldDraft => {
      const column = columns[at];
      if (!column) throw new Error(`draftNothing: there is no column ${id}`);
      const type =
        id === "answer" ? ({ type: "choice", answer: "optional" } as const) : ({ type: "text" } as const);
      return {
        block,
        line: one,
        column,
        label: `${one.label}, ${inside(column.label)}`,
        properties: properties({ ...of, ...type }),
        choices: id === "answer" ? [definition.answer] : null,
        serves: [],
        origin: { kind: "entered" },
        ...place,
        path: [...place.path, "columns", id],
      };
    }),
  );
  return { block, fields };
}

/** A sheet with nothing of its own to enter, or that always has something to say, is not asked. */
function mayHaveNothing({ definition }: ReadSheet): boolean {
  return (
    definition.always !== true &&
    definition.blocks.some((block) => ["form", "table", "months", "list"].some((kind) => kind in block))
  );
}

/** What follows for the fields of a return from its being possible to say that a sheet has nothing to report. */
export function withNothing(
  fields: ReadonlyMap<string, Field>,
  drafts: ReadonlyMap<string, FieldDraft>,
  sheets: readonly ReadSheet[],
): { readonly fields: ReadonlyMap<string, Field>; readonly nothing: Nothing | null } {
  const [first] = [...drafts.values()].filter(({ block }) => block.kind === "nothing");
  const answer = first?.choices?.[0];
  if (!first || answer === undefined) return { fields, nothing: null };
  const { block } = first;
  const keyOf = (line: string) => fieldKey(block, line, "answer");
  const whole = keyOf(WHOLE);
  const said = (key: string): FieldExpression => ({
    kind: "binary",
    operator: "=",
    left: { kind: "reference", to: { keys: [key] } },
    right: { kind: "text", value: answer },
  });
  const asked = sheets.filter(({ name }) => block.lines.some(({ id }) => id === name));
  const isNothing = new Map(
    asked.map(({ name, definition }): readonly [string, FieldExpression] => [
      definition.sheet,
      { kind: "call", name: "OR", args: [said(whole), said(keyOf(name))] },
    ]),
  );
  const columns = enteredColumns(fields, drafts);
  const excludes = new Map(
    asked.map(({ name, definition: { sheet } }) => [keyOf(name), columns.get(sheet) ?? []] as const),
  );
  excludes.set(
    whole,
    asked.flatMap(({ definition: { sheet } }) => columns.get(sheet) ?? []),
  );
  const lines = enteredLines(fields);
  return {
    fields: new Map(
      [...fields].map(([key, field]) => {
        const is = isNothing.get(field.sheet);
        const excluded = excludes.get(key);
        if (excluded && field.source.kind === "entered")
          return [key, { ...field, source: { ...field.source, excludes: excluded } }];
        if (!is || field.row !== null) return [key, field];
        return [key, { ...field, nothing: { is, line: lines.get(`${field.block} ${field.line}`) ?? [] } }];
      }),
    ),
    nothing: {
      answer,
      whole,
      keyOf: new Map(asked.map(({ name, definition }) => [definition.sheet, keyOf(name)])),
      is: isNothing,
    },
  };
}

/** By sheet, what is entered there, column by column; what other returns put into a list is not entered by its organisation. */
function enteredColumns(
  fields: ReadonlyMap<string, Field>,
  drafts: ReadonlyMap<string, FieldDraft>,
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const bySheet = new Map<string, Map<string, string[]>>();
  for (const [key, { source, sheet, block, column }] of fields) {
    if (source.kind !== "entered" || drafts.get(key)?.block.takes?.keys.has(column)) continue;
    const columns = bySheet.get(sheet) ?? new Map<string, string[]>();
    bySheet.set(sheet, columns);
    const known = columns.get(`${block} ${column}`);
    if (known) known.push(key);
    else columns.set(`${block} ${column}`, [key]);
  }
  return new Map([...bySheet].map(([sheet, columns]) => [sheet, [...columns.values()]]));
}

function enteredLines(fields: ReadonlyMap<string, Field>): ReadonlyMap<string, readonly string[]> {
  const byLine = new Map<string, string[]>();
  for (const [key, { source, block, line }] of fields) {
    if (source.kind !== "entered") continue;
    const known = byLine.get(`${block} ${line}`);
    if (known) known.push(key);
    else byLine.set(`${block} ${line}`, [key]);
  }
  return byLine;
}
