import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { RawValue } from "../../src/cells";
import { run } from "../../src/cli";
import { layoutTemplate } from "../../src/layout";
import { writeWorkbook } from "../../src/xlsx/write";
import { ACUTE, spendEntries } from "../support/provider-return";
import { FIRST_PART, firstPart, TEMPLATES } from "../support/shipped";

export { TEMPLATES };
export const VERSION = "9.8.7";
/** The year that the command's own tests write workbooks of: whole plans go through every command in test/honest. */
export const year = firstPart();
export const template = year.templates.get("provider")!;

export interface Ran {
  readonly code: number;
  readonly said: readonly string[];
  readonly remarked: readonly string[];
}

/** One run of the command in this process. */
export async function imt(...args: readonly string[]): Promise<Ran> {
  const [said, remarked]: [string[], string[]] = [[], []];
  const terminal = {
    say: (line: string) => void said.push(line),
    remark: (line: string) => void remarked.push(line),
  };
  return { code: await run(args, terminal, VERSION), said, remarked };
}

/** The same with the definitions of the repository, which lie beside the program only once it is built. */
export function imtHere(command: string, ...args: readonly string[]): Promise<Ran> {
  return imt(command, ...args, "--templates", TEMPLATES);
}

/** The same with the return as it was before it held the whole plan, which is drawn in a tenth of the time. */
export function imtFirstPart(command: string, ...args: readonly string[]): Promise<Ran> {
  return imt(command, ...args, "--templates", FIRST_PART);
}

export const REGISTER = `code,name,type,sha,ft
Q30,North East Strategic Health Authority,SHA,,
X01,Example Hospital NHS Trust,Acute trust,Q30,no
X02,Lowmoor Primary Care Trust,PCT,Q30,
X03,Fellside NHS Foundation Trust,Acute trust,Q30,yes
X04,Northern Shared Services,Shared service,Q30,
`;

export function registerIn(folder: string, text = REGISTER): string {
  const file = join(folder, "register.csv");
  writeFileSync(file, text);
  return file;
}

/** Writes a filled return of the first part with these changes. */
export async function returnFile(
  folder: string,
  name: string,
  changes: Readonly<Record<string, RawValue>> = {},
): Promise<string> {
  const all = new Map([...spendEntries(ACUTE), ...Object.entries(changes)]);
  const entries = new Map([...all].filter(([, value]) => value !== null));
  const file = join(folder, name);
  writeFileSync(
    file,
    await writeWorkbook(layoutTemplate(template, { entries, prefilled: new Set(), organisation: null })),
  );
  return file;
}

export function digest(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
