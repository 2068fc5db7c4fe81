import packageFile from "../../package.json";

import { run } from "./run";

const write = (stream: NodeJS.WriteStream) => (line: string) => {
  stream.write(`${line}\n`);
};

// A reader that has seen enough (imt check … | head) is no fault.
process.stdout.on("error", (problem: NodeJS.ErrnoException) => {
  process.exit(problem.code === "EPIPE" ? 0 : 2);
});

run(
  process.argv.slice(2),
  { say: write(process.stdout), remark: write(process.stderr) },
  packageFile.version,
).then(
  (code) => {
    process.exitCode = code;
  },
  (problem: unknown) => {
    process.stderr.write(
      `This is a fault of the program, not of your files. Please report it with these lines:\n${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`,
    );
    process.exitCode = 2;
  },
);
