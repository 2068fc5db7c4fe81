import { evaluate } from "../../formula";
import { entryFault, foundValue, type Entries, type Return } from "../../return";
import type { Field, Sheet } from "../../template";

import { askedByRules } from "./asked-by-rules";
import type { CellPlace, Measure } from "./reading";

/** How far a sheet is, and where to go on it. */
export interface SheetMeasure {
  readonly measure: Measure;
  readonly go: CellPlace | null;
  /** The sheet's name in the workbook; null where nothing of it was found. */
  readonly name: string | null;
}

/**
 * Measures each sheet by the very checks of its entries. An answer is due where its blank would be missed, by itself or by a rule that
 * asks for it: not in a row of a list that nobody began, nor where there is said to be nothing. It is given where something stands that
 * the checks take.
 */
export function measuresOf(found: Return): ReadonlyMap<string, SheetMeasure> {
  const { template, fields } = found;
  const entries: Entries = (key) => foundValue(found, key);
  const asked = askedByRules(template, entries);
  const bySheet = new Map<string, Field[]>(template.sheets.map(({ name }) => [name, []]));
  for (const field of template.fields.values()) bySheet.get(field.sheet)?.push(field);
  return new Map(
    template.sheets.map((sheet) => {
      const entered = (bySheet.get(sheet.name) ?? []).filter(({ source }) => source.kind === "entered");
      const there = entered.filter(({ key }) => fields.has(key));
      const missing: string[] = [];
      let given = 0;
      for (const field of there) {
        const state = answerState(field, asked.has(field.key), entries);
        if (state === "given") given += 1;
        if (state === "missing") missing.push(field.key);
      }
      const go = fields.get(missing[0] ?? there[0]?.key ?? "")?.place ?? null;
      const due = given + missing.length;
      const measure = measureOf(sheet, found, { entered, there, given, due }, entries);
      return [sheet.name, { measure, go, name: go?.sheet ?? null }];
    }),
  );
}

type AnswerState = "given" | "missing" | "not_due";

function answerState(field: Field, asked: boolean, entries: Entries): AnswerState {
  const { source, row, key } = field;
  if (source.kind !== "entered" || !(asked || source.answer === "due")) return "not_due";
  const blank = entries(key) === null;
  if (blank && asked) return "missing";
  if (blank && row?.every((other) => entries(other) === null)) return "not_due";
  const fault = entryFault(field, entries);
  if (blank) return fault === "blank" ? "missing" : "not_due";
  return fault === null ? "given" : "missing";
}

interface Answers {
  readonly entered: readonly Field[];
  readonly there: readonly Field[];
  readonly given: number;
  readonly due: number;
}

function measureOf(
  { name, blocks }: Sheet,
  { template }: Return,
  { entered, there, given, due }: Answers,
  entries: Entries,
): Measure {
  if (entered.length === 0) return { kind: "no_entries" };
  if (there.length === 0) return { kind: "gone" };
  if (due > 0) return { kind: "answers", given, due };
  const nothing = template.nothing?.is.get(name);
  if (nothing && evaluate(nothing, ({ keys }) => ({ rows: keys.map((key) => [entries(key)]) })) === true)
    return { kind: "nothing_to_report" };
  const lists = blocks.length > 0 && blocks.every(({ kind }) => kind === "list");
  return { kind: lists && there.every(({ key }) => entries(key) === null) ? "empty_list" : "none_due" };
}
