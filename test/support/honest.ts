import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

import { serialOfDay, type RawValue } from "../../src/cells";
import { rowId, type Field, type Template } from "../../src/template";

const RETURNS = join(__dirname, "..", "fixtures", "returns");

/**
 * The entries of a whole return as somebody wrote it down: values.csv by key, and a file for each list, a line a row. Dates stand as
 * dd/mm/yyyy, percentages as 45%.
 */
export function writtenReturn(name: string, template: Template): Map<string, RawValue> {
  const entries = new Map<string, RawValue>();
  for (const [key, text] of writtenLines(name)) {
    const field = template.fields.get(key);
    if (field?.source.kind !== "entered") throw new Error(`${name}: ${key} is nothing that is entered`);
    if (entries.has(key)) throw new Error(`${name}: ${key} stands twice`);
    entries.set(key, valueOf(field, text));
  }
  return entries;
}

/** The same as texts, key by key, without what was left blank. */
export function writtenLines(name: string): readonly (readonly [string, string])[] {
  const folder = join(RETURNS, name);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const rows = parse<Record<string, string>>(readFileSync(join(folder, file), "utf8"), {
        columns: true,
        skip_empty_lines: true,
        comment: "#",
        comment_no_infix: true,
      });
      const list = file.replace(/\.csv$/, "");
      if (list === "values") return rows.map(({ key = "", value = "" }) => [key, value] as const);
      return rows.flatMap((row, at) =>
        Object.entries(row).map(([column, text]) => [`${list}.${rowId(at + 1)}[${column}]`, text] as const),
      );
    })
    .filter(([, text]) => text !== "");
}

function valueOf({ key, type }: Field, text: string): RawValue {
  switch (type.kind) {
    case "text":
    case "code":
    case "choice":
      return text;
    case "date": {
      const [day = "", month = "", year = ""] = text.split("/");
      const serial = serialOfDay(`${year}-${month}-${day}`);
      if (serial === undefined) throw new Error(`${key}: ${text} is no day`);
      return serial;
    }
    case "percent":
      if (!/^\d+(\.\d+)?%$/.test(text)) throw new Error(`${key}: ${text} is no percentage`);
      return Number(text.slice(0, -1)) / 100;
    case "money":
    case "count":
      if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`${key}: ${text} is no figure`);
      return Number(text);
  }
}
