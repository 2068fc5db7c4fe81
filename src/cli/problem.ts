/** Something that a person has to put right before a command can do its work: one or more plain sentences. */
export class CommandProblem extends Error {
  readonly sentences: readonly string[];

  constructor(...sentences: readonly string[]) {
    super(sentences.join(" "));
    this.sentences = sentences;
  }
}

/** What a command's end means to whoever called it. */
export const EXIT = { nothingLeft: 0, somethingLeft: 1, notDone: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
