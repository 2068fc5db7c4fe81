import { buildYear } from "./read";
import { LocatedSource } from "./source";
import type { Template } from "./template";

/** A definition file that was read when the program was bundled: its content as plain data. */
export interface CompiledFile {
  readonly name: string;
  readonly content: unknown;
}

/** What the returns of a planning year are made of. What the guidance asks for and what a summary shows are left out. */
export interface CompiledYear {
  readonly checks: CompiledFile;
  readonly year: CompiledFile;
  readonly sheets: Readonly<Record<string, CompiledFile>>;
  readonly common: Readonly<Record<string, CompiledFile>>;
}

/**
 * The return of one role, from definitions that came with the program: without a parser of YAML, and without the other roles. They
 * were found right before they were bundled, so a fault in them is the program's own and is thrown.
 */
export function templateFromCompiled({ checks, year, sheets, common }: CompiledYear, role: string): Template {
  const result = buildYear<CompiledFile>(
    {
      checks,
      year,
      sheets: new Map(Object.entries(sheets)),
      common: new Map(Object.entries(common)),
      obligations: null,
      summary: null,
    },
    ({ name, content }) => new LocatedSource(name, content, () => 0),
    role,
  );
  if (result.kind === "refused")
    throw new Error(result.problems.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  const template = result.year.templates.get(role);
  if (!template) throw new Error(`${year.name} has no role ${role}.`);
  return template;
}
