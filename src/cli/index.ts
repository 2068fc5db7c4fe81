/** The imt command: templates out, returns checked, summaries made. Here alone are files, the terminal and exit codes. */
export { run } from "./run";
export { EXIT, type ExitCode } from "./problem";
export type { Terminal } from "./terminal";
