import { changedText, DEMO_NAME, problemsOf, type Change } from "./shipped-demo";

/** One trouble with the demo's definition. */
export interface Trouble {
  /** What is replaced, and by what. */
  readonly change: Change;
  /** Without which the trouble could not be. */
  readonly with?: readonly Change[];
  /** Words of the line where it is named; without them, those that were put in. */
  readonly at?: string;
  readonly says: string;
}

/** The definition with this trouble is refused for it alone, by its line. */
export function expectRefused(trouble: Trouble): void {
  const { change, at = change[1], says } = trouble;
  const changes = [...(trouble.with ?? []), change];
  const problems = problemsOf(...changes);
  expect(problems).toEqual([
    {
      file: DEMO_NAME,
      line: lineOf(changedText(...changes), at),
      message: expect.stringContaining(says) as unknown,
    },
  ]);
  for (const { message } of problems) expect(message).toMatch(/^\S.*[.]$/);
}

/** The number of the line where the words begin that stand there once; of several, the last, where a repetition is seen. */
function lineOf(text: string, words: string): number {
  const at = text.lastIndexOf(words);
  if (at < 0) throw new Error(`${words} does not stand there`);
  return text.slice(0, at).split("\n").length;
}
