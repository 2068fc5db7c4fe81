import { isCellError, type CellError } from "../cells";
import { single, type SheetFunction } from "./sheet-function";
import { formatText } from "./text-format";
import { textOf, toNumber, type Operand, type Scalar } from "./value";

const VALUE_ERROR: CellError = { error: "#VALUE!" };

/** TEXT(value, format). */
function text(args: readonly Operand[]): Scalar {
  const value = single(args[0]);
  const format = single(args[1]);
  if (isCellError(value)) return value;
  if (typeof format !== "string") return VALUE_ERROR;
  if (typeof value === "string") return value;
  const number = toNumber(value);
  return isCellError(number) ? number : (formatText(number, format) ?? VALUE_ERROR);
}

/** A function of the texts of its parts: any error among them is its result. */
function ofTexts(of: (texts: readonly string[]) => Scalar): SheetFunction["run"] {
  return (args) => {
    const texts: string[] = [];
    for (const arg of args) {
      const value = single(arg);
      if (isCellError(value)) return value;
      texts.push(textOf(value));
    }
    return of(texts);
  };
}

/** MID(text, first, count) and LEFT(text, count): what lies beyond the end is left out. */
function part(words: Operand | undefined, first: Operand | undefined, count: Operand | undefined): Scalar {
  const whole = single(words);
  if (isCellError(whole)) return whole;
  const from = toNumber(single(first));
  if (isCellError(from)) return from;
  const length = toNumber(single(count));
  if (isCellError(length)) return length;
  if (from < 1 || length < 0) return VALUE_ERROR;
  const start = Math.trunc(from) - 1;
  return textOf(whole).slice(start, start + Math.trunc(length));
}

/** What reads, cuts and changes texts. */
export const TEXT_FUNCTIONS: readonly (readonly [string, SheetFunction])[] = [
  ["LEN", { least: 1, most: 1, run: ofTexts(([whole = ""]) => whole.length) }],
  ["TEXT", { least: 2, most: 2, run: text }],
  ["LEFT", { least: 2, most: 2, run: ([words, count]) => part(words, 1, count) }],
  ["MID", { least: 3, most: 3, run: ([words, first, count]) => part(words, first, count) }],
  [
    // Case counts, unlike in a comparison.
    "FIND",
    {
      least: 2,
      most: 2,
      run: ofTexts(([sought = "", within = ""]) => {
        const at = within.indexOf(sought);
        return at < 0 ? VALUE_ERROR : at + 1;
      }),
    },
  ],
  [
    "SUBSTITUTE",
    {
      least: 3,
      most: 3,
      run: ofTexts(([whole = "", old = "", by = ""]) =>
        old === "" ? whole : whole.replaceAll(old, () => by),
      ),
    },
  ],
];
