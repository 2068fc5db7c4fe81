/** Where a command writes: results to one side, progress and problems to the other. */
export interface Terminal {
  /** A line of the result. */
  readonly say: (line: string) => void;
  /** A line beside the result: progress, remarks, problems. */
  readonly remark: (line: string) => void;
}

/** Says how far long work has come, now and then, with a number. */
export function progress(terminal: Terminal, what: string, total: number): (done: number) => void {
  const step = Math.max(10, Math.ceil(total / 10));
  return (done) => {
    if (total >= 20 && (done % step === 0 || done === total)) terminal.remark(`${what}: ${done} of ${total}`);
  };
}
