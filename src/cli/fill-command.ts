import { existsSync, realpathSync, statSync } from "node:fs";

import type { RawValue } from "../cells";
import { layoutTemplate, type Filling } from "../layout";
import { findReturn } from "../return";
import type { Template } from "../template";
import { readWorkbook } from "../xlsx/read";

import { carriedFrom, carryingRemarks } from "./carried";
import { readYears } from "./definitions";
import { readBytes, writeFile } from "./files";
import { CommandProblem, EXIT, type ExitCode } from "./problem";
import type { Terminal } from "./terminal";
import { readValues } from "./values-csv";

export interface FillOptions {
  readonly files: readonly string[];
  readonly values: string | undefined;
  readonly out: string | undefined;
  readonly templates: string | undefined;
}

/** Puts the values of a CSV into a fresh workbook, over those that the given one holds. The given file is only read. */
export async function fillCommand(options: FillOptions, terminal: Terminal): Promise<ExitCode> {
  const [file, ...more] = options.files;
  const { values: valuesFile, out } = options;
  if (file === undefined || more.length > 0)
    throw new CommandProblem(
      "Name one workbook to fill in: imt fill FILE.xlsx --values VALUES.csv --out NEW.xlsx.",
    );
  if (valuesFile === undefined)
    throw new CommandProblem(
      "Name the values to put in, a CSV with the columns key,value: --values FILE.csv.",
    );
  if (out === undefined) throw new CommandProblem("Say where to put the workbook: --out FILE.xlsx.");
  if (!/\.xlsx$/i.test(out))
    throw new CommandProblem(`The workbook's name has to end in .xlsx; ${out} does not.`);
  if (isSameFile(file, out))
    throw new CommandProblem(`${file} stays as it is. Give the new workbook another name with --out.`);
  const years = readYears(options.templates);
  const read = readWorkbook(readBytes(file));
  if (read.kind === "refused") throw new CommandProblem(`${file} can't be read.`, read.refusal.message);
  const result = findReturn(read.workbook, years);
  if (result.kind === "refused") throw new CommandProblem(`${file} can't be filled in.`, result.message);
  const { found } = result;
  const given = readValues(valuesFile, found.template);
  const carried = carriedFrom(found);
  const entries = new Map(carried.entries);
  for (const [key, value] of given) {
    if (value === null) entries.delete(key);
    else entries.set(key, value);
  }
  const { writeWorkbook } = await import("../xlsx/write");
  const filling = fillingOf(found.template, entries, new Set(given.keys()));
  writeFile(out, await writeWorkbook(layoutTemplate(found.template, filling)));
  for (const remark of carryingRemarks(file, found, read.workbook, carried, new Set(given.keys())))
    terminal.remark(remark);
  const cleared = [...given].filter(([key, value]) => value === null && carried.entries.has(key)).length;
  const put = [...given.values()].filter((value) => value !== null).length;
  terminal.say(`Put in ${counted(put)}${cleared > 0 ? `, cleared ${cleared}` : ""}: ${out}`);
  terminal.say(`Next: imt check "${out}" says what is still to be filled in or put right.`);
  return EXIT.nothingLeft;
}

function counted(values: number): string {
  return values === 1 ? "1 value" : `${values} values`;
}

/** The organisation that the workbook already names is shown as put in, as in a workbook that was made for it. */
function fillingOf(
  { identity }: Template,
  entries: ReadonlyMap<string, RawValue>,
  given: ReadonlySet<string>,
): Filling {
  const { code, name, type, sha, predecessors } = identity;
  const organisation = [code, name].map((key) => entries.get(key));
  return {
    entries,
    prefilled: new Set(
      [code, name, type, sha, predecessors].flatMap((key) =>
        key !== null && entries.has(key) && !given.has(key) ? [key] : [],
      ),
    ),
    organisation: organisation.every((part) => typeof part === "string") ? organisation.join(" ") : null,
  };
}

/** One file under two names, as letters of another case or a link make it, is one file. */
function isSameFile(file: string, other: string): boolean {
  if (!existsSync(file) || !existsSync(other)) return false;
  if (realpathSync(file) === realpathSync(other)) return true;
  const [one, two] = [file, other].map((path) => statSync(path, { bigint: true }));
  return (
    one !== undefined && two !== undefined && one.ino !== 0n && one.ino === two.ino && one.dev === two.dev
  );
}
