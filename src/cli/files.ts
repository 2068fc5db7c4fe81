import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";

import { decodeText, readRegister, type Register } from "../register";

import { CommandProblem } from "./problem";

/** A file that a person named, or that lies in a folder that was named. */
export interface GivenFile {
  readonly path: string;
  /** As it is shown: the path below the folder that was given, with forward slashes. */
  readonly name: string;
}

const SPREADSHEET = /\.(xlsx|xlsm|xls|xlsb|ods)$/i;

/** The spreadsheets behind these names: files as they are, folders searched through, in an order that does not depend on the machine. */
export function givenFiles(names: readonly string[]): readonly GivenFile[] {
  const found = names.flatMap((name): GivenFile[] => {
    if (!existsSync(name)) throw new CommandProblem(`There is no file or folder ${name}.`);
    if (!statSync(name).isDirectory()) return [{ path: name, name: basename(name) }];
    return filesBelow(name).map((path) => ({ path, name: relative(name, path).split(sep).join("/") }));
  });
  const byPath = new Map(found.map((file) => [realpathSync(file.path), file]));
  return [...byPath.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.path < b.path ? -1 : 1,
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    // Excel leaves a small lock file beside a workbook that is open.
    return SPREADSHEET.test(entry.name) && !entry.name.startsWith("~$") ? [path] : [];
  });
}

/** True where two paths lead to one file, which is there. */
export function isSameFile(path: string, other: string | undefined): boolean {
  return other !== undefined && existsSync(other) && realpathSync(path) === realpathSync(other);
}

export function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (problem) {
    throw new CommandProblem(`The file ${path} can't be read: ${reasonOf(problem)}.`);
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Writes a file whole or not at all: it is finished under another name first. */
export function writeFile(path: string, content: Uint8Array | string): void {
  const unfinished = `${path}.unfinished`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, path);
  } catch (problem) {
    if (existsSync(unfinished)) rmSync(unfinished);
    throw new CommandProblem(
      `The file ${path} can't be written: ${reasonOf(problem)}. If it is open in Excel, close it first.`,
    );
  }
}

function reasonOf(problem: unknown): string {
  const code = problem instanceof Error && "code" in problem ? String(problem.code) : "";
  const known = new Map([
    ["ENOENT", "it is not there"],
    ["EACCES", "you are not allowed to"],
    ["EPERM", "you are not allowed to"],
    ["EBUSY", "another program is using it"],
    ["EISDIR", "it is a folder"],
    ["ENOSPC", "the disk is full"],
    ["ENOTDIR", "a part of its path is a file, not a folder"],
  ]);
  return known.get(code) ?? (problem instanceof Error ? problem.message : String(problem));
}

/** Reads a register of organisations; every broken line is told by its number. */
export function registerAt(path: string): Register {
  const result = readRegister(decodeText(readBytes(path)));
  if (result.kind === "register") return result.register;
  throw new CommandProblem(
    `The register ${path} can't be used.`,
    ...result.problems.map(({ message }) => message),
  );
}
