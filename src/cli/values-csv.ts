import type { RawValue } from "../cells";
import type { Field, Template } from "../template";

import { csvProblem, csvRows, quoted, type CsvFault } from "./csv-rows";
import { entryOf } from "./entry-of";
import { wantedWords } from "./field-words";
import { CommandProblem } from "./problem";

/** The entries of a CSV with the columns key and value, by key; null clears one. Any line that is wrong refuses the whole. */
export function readValues(path: string, template: Template): ReadonlyMap<string, RawValue> {
  const { rows, faults: broken } = csvRows(path, ["key", "value"]);
  const faults: CsvFault[] = [...broken];
  const values = new Map<string, RawValue>();
  const lineOf = new Map<string, number>();
  for (const { line, under } of rows) {
    const key = under("key").trim();
    const text = under("value");
    const refuse = (sentence: string) => faults.push({ line, sentence });
    const field = template.fields.get(key);
    const first = lineOf.get(key);
    if (first !== undefined) refuse(`${key} already stands in line ${first}. Keep one of the two.`);
    else if (!field) refuse(unknown(key, text, template));
    else if (field.source.kind !== "entered") refuse(notEntered(field));
    else if (text.trim() === "") values.set(key, null);
    else {
      const entry = entryOf(field, text);
      if (entry === undefined)
        refuse(`${quoted(text)} does not fit ${key} (${field.label}). Wanted is ${wantedWords(field)}.`);
      else values.set(key, entry);
    }
    if (key !== "" && first === undefined) lineOf.set(key, line);
  }
  if (faults.length > 0) throw csvProblem(path, faults);
  if (rows.length === 0) throw new CommandProblem(`${path} holds no values, only headings.`);
  return values;
}

function unknown(key: string, text: string, { year, role, roleLabel }: Template): string {
  return key === ""
    ? `${quoted(text)} has no key before it. Give its key, or remove the line.`
    : `the ${roleLabel} return has no key ${quoted(key)}. imt keys --year ${year} --role ${role} lists those that it has.`;
}

function notEntered({ key, label, source }: Field): string {
  const why =
    source.kind === "calculated"
      ? "is worked out by the workbook"
      : source.kind === "constant"
        ? "is the same in every return"
        : "is not used: nothing is entered there";
  return `${key} (${label}) ${why}. Remove the line.`;
}
