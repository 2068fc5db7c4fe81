import { spawn } from "node:child_process";

export interface RunOptions {
  readonly input?: string;
  /** After so many milliseconds the command and all that it started are killed. */
  readonly timeout?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. Rejects only where it did not start, was killed or took too long; a bad exit code is a result. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const timeout = options.timeout ?? 60_000;
  return new Promise((resolve, reject) => {
    // A group of its own: soffice is a script whose child would outlive it.
    const child = spawn(command, args, { detached: true, env: { ...process.env, ...options.env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      killGroup(child.pid);
    }, timeout);
    const fail = (why: string): void => reject(new Error(`${command} ${why}\n${text(err)}`.trim()));
    child.stdout.on("data", (data: Buffer) => out.push(data));
    child.stderr.on("data", (data: Buffer) => err.push(data));
    child.on("error", (error) => {
      clearTimeout(timer);
      fail(`did not start: ${error.message}`);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (late) fail(`took longer than ${timeout / 1000} s and was stopped`);
      else if (code === null) fail(`was stopped by ${signal}`);
      else resolve({ code, stdout: text(out), stderr: text(err) });
    });
    // A command may end without reading its input.
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
  });
}

/** Runs a command that has to succeed, and gives what it printed. */
export async function succeed(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ended with code ${code}\n${stderr || stdout}`.trim());
  return stdout;
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended in the meantime.
  }
}
