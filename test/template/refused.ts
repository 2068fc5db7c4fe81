import { changed, problemsOf, type Change, type SmallFile } from "./small-year";

/** A definition with one trouble: the piece that is replaced, and what the refusal says. */
export interface Trouble {
  readonly file: SmallFile;
  readonly old: string;
  readonly by: string;
  /** The file that is named, where it is another than the one that is changed. */
  readonly named?: SmallFile;
  /** Words of the line that is named; without it, the line where the new piece begins. */
  readonly at?: string;
  readonly says: string;
  /** Further changes without which the trouble could not be. */
  readonly with?: readonly Change[];
}

/** A test for each trouble: it is the one problem, with its file, its line and a sentence. */
export function refuses(troubles: Readonly<Record<string, Trouble>>): void {
  test.each(Object.entries(troubles))("%s", (_, trouble) => {
    const changes: readonly Change[] = [...(trouble.with ?? []), trouble];
    const file = trouble.named ?? trouble.file;
    const text = changed(...changes)[file];
    expect(problemsOf(...changes)).toEqual([
      {
        file,
        line: lineOf(text, trouble.at ?? trouble.by),
        message: expect.stringContaining(trouble.says) as unknown,
      },
    ]);
    for (const { message } of problemsOf(...changes)) expect(message).toMatch(/^\S.*[.]$/);
  });
}

/** The number of the one line that holds the words. */
function lineOf(text: string, words: string): number {
  const before = text.split(words);
  if (before.length !== 2) throw new Error(`${words} does not stand there once`);
  return before[0]!.split("\n").length;
}
