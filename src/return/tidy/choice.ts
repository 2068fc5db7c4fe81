import { typed } from "./typed";

/** What is typed for short, or comes of a tick box, where the choices are Yes and No. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["y", "yes"],
  ["n", "no"],
]);

/**
 * The one choice from which a text differs only by case, spaces, a full stop at the end or the shape of an apostrophe; Yes and No for
 * Y and N. null where there is no such choice, or several, or the text is one as it stands.
 */
export function choiceOf(text: string, choices: readonly string[]): string | null {
  if (choices.includes(text)) return null;
  const wanted = folded(text);
  if (wanted === null) return null;
  const full = SHORT.get(wanted);
  return onlyOne(wanted, choices) ?? (full === undefined ? null : yesOrNo(full, choices));
}

/** The choice that TRUE or FALSE stands for: Yes or No, where both are among the choices; otherwise null. */
export function choiceOfTruth(truth: boolean, choices: readonly string[]): string | null {
  return yesOrNo(truth ? "yes" : "no", choices);
}

function yesOrNo(wanted: string, choices: readonly string[]): string | null {
  const both = [...SHORT.values()].every((each) => onlyOne(each, choices) !== null);
  return both ? onlyOne(wanted, choices) : null;
}

function onlyOne(wanted: string, choices: readonly string[]): string | null {
  const [first, ...others] = new Set(choices.filter((choice) => folded(choice) === wanted));
  return first === undefined || others.length > 0 ? null : first;
}

/** A text without all that a choice may differ by. */
function folded(text: string): string | null {
  const plain = typed(text)?.replace(/ ?\.$/, "").replace(/ {2,}/g, " ").replace(/[‘’]/g, "'").toLowerCase();
  return plain ?? null;
}
