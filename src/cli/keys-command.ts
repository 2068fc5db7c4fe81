import { answerWords, typeWord, unitWords } from "../guide";
import type { Field } from "../template";

import { csvText } from "./csv";
import { chosenTemplate, chosenYear, readYears } from "./definitions";
import { writeFile } from "./files";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import type { Terminal } from "./terminal";

export interface KeysOptions {
  readonly year: string | undefined;
  readonly role: string | undefined;
  readonly json: boolean;
  readonly out: string | undefined;
  readonly templates: string | undefined;
}

const COLUMNS = ["key", "label", "type", "unit", "answer"] as const;
type Described = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Lists every field that can be filled in, by its key, for whoever prepares values. */
export function keysCommand(options: KeysOptions, terminal: Terminal): ExitCode {
  const { out, json } = options;
  if (json && out !== undefined)
    throw new CommandProblem("Choose one of --json and --out: lines of JSON here, or a CSV file.");
  if (out !== undefined && !/\.csv$/i.test(out))
    throw new CommandProblem(`The list's name has to end in .csv; ${out} does not.`);
  const template = chosenTemplate(chosenYear(readYears(options.templates), options.year), options.role);
  const fields = [...template.fields.values()]
    .filter(({ source }) => source.kind === "entered")
    .map(describedField);
  if (json) for (const field of fields) terminal.say(JSON.stringify(field));
  else if (out === undefined) for (const line of aligned(fields)) terminal.say(line);
  else {
    const rows = [COLUMNS, ...fields.map((field) => COLUMNS.map((column) => field[column]))];
    // The list is for people: without this mark, Excel takes £ for two other letters.
    writeFile(out, `\uFEFF${csvText(rows)}`);
    terminal.say(
      `${template.title} ${template.yearLabel}, ${template.roleLabel}: ${fields.length} keys in ${out}`,
    );
  }
  return EXIT.nothingLeft;
}

function describedField(field: Field): Described {
  return {
    key: field.key,
    label: field.label,
    type: typeWord(field),
    unit: unitWords(field),
    answer: answerWords(field),
  };
}

/** Columns under each other; the last may be as long as it is. */
function aligned(fields: readonly Described[]): readonly string[] {
  const order = ["key", "label", "type", "answer", "unit"] as const;
  const heading: Described = { key: "key", label: "label", type: "type", unit: "unit", answer: "answer" };
  const rows = [heading, ...fields];
  const widths = new Map(order.map((column) => [column, Math.max(...rows.map((row) => row[column].length))]));
  return rows.map((row) =>
    order
      .map((column) => row[column].padEnd(widths.get(column) ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
