/** Why a register is refused: the line of the file where the trouble begins, and a sentence that names it too. */
export interface RegisterProblem {
  readonly line: number;
  readonly message: string;
}

/** The sentence begins with its line, so that it can stand alone. */
export function problem(line: number, sentence: string): RegisterProblem {
  return { line, message: `Line ${line}: ${sentence}` };
}

const LONGEST = 40;

/** A value as a message shows it: on one line and not too long. */
export function shown(value: string): string {
  const flat = [...value.replace(/\s+/g, " ")];
  return `"${flat.length > LONGEST ? `${flat.slice(0, LONGEST).join("")}…` : flat.join("")}"`;
}
