import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const PROJECT = join(__dirname, "..", "..");
/** How often whoever waits looks whether it is there, in milliseconds. */
const LOOK = 200;
/** What was made of files as they were is kept so long, in milliseconds. */
const KEPT = 24 * 60 * 60 * 1_000;

export interface MakeOnce {
  /** Small letters, digits and hyphens. */
  readonly name: string;
  /** Every file and folder that has a say in what is made: a changed byte in one of them, and it is made anew. */
  readonly from: readonly string[];
  /** Fills an empty folder. */
  readonly make: (folder: string) => Promise<void>;
  /** Where it is kept; the folder for temporary files, unless a test of this says otherwise. */
  readonly kept?: string;
}

/** What every drawn workbook hangs on: the program, its definitions, and the versions of its libraries. */
export const PROGRAM: readonly string[] = ["src", "templates", "package-lock.json"].map((name) =>
  join(PROJECT, name),
);

/**
 * A folder that is filled once for all test files, though they run side by side and one after the other. Its name holds the digest of
 * everything that it was made from, so what an earlier state of the program made is never found; and it gets that name once it is whole.
 */
export async function madeOnce({ name, from, make, kept = tmpdir() }: MakeOnce): Promise<string> {
  const folder = join(kept, `made-${name}-${digestOf(from)}`);
  const lock = `${folder}.lock`;
  mkdirSync(kept, { recursive: true });
  while (!existsSync(folder)) {
    if (!locked(lock)) {
      freeIfLeft(lock);
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      continue;
    }
    try {
      // It may have come while the lock was taken.
      if (!existsSync(folder)) await makeWhole(folder, make);
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  removeOld(kept, name, folder);
  return folder;
}

async function makeWhole(folder: string, make: MakeOnce["make"]): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  await make(unfinished);
  renameSync(unfinished, folder);
}

/** Takes the lock, unless somebody has it. */
function locked(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

/** A lock whose process has ended is nobody's. */
function freeIfLeft(lock: string): void {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
  } catch (problem) {
    // No instanceof: errors of Node are made outside of the world in which a test runs.
    if ((problem as NodeJS.ErrnoException).code === "ESRCH") rmSync(lock, { force: true });
  }
}

function removeOld(kept: string, name: string, own: string): void {
  const old = Date.now() - KEPT;
  for (const other of readdirSync(kept)) {
    const path = join(kept, other);
    if (!new RegExp(`^made-${name}-[0-9a-f]{64}`).test(other) || path === own) continue;
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? old) < old)
      rmSync(path, { recursive: true, force: true });
  }
}

/** One digest for all these files, by name and content. */
export function digestOf(paths: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths)
    for (const file of filesIn(path)) {
      const content = readFileSync(file);
      hash.update(`\n${relative(PROJECT, file)} ${content.length}\n`).update(content);
    }
  return hash.digest("hex");
}

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
