/** How two names of organisations compare. */
export type Likeness = "same" | "nearly" | "different";

/** What bodies put behind their name or leave out, longest first. */
const ENDINGS: readonly string[] = [
  " strategic health authority",
  " primary care trust",
  " foundation trust",
  " care trust",
  " trust",
  " nhs",
  " pct",
  " sha",
  " ft",
];

/**
 * "same" where only case, spaces, accents, punctuation or & for and differ; "nearly" where also an ending such as NHS Trust, or
 * the word "the".
 */
export function sameName(a: string, b: string): Likeness {
  const first = plain(a);
  const second = plain(b);
  if (first === second) return "same";
  const core = withoutEnding(first);
  return core !== "" && core === withoutEnding(second) ? "nearly" : "different";
}

/** Small letters and digits, single spaces. A name that has none of these stays as it is. */
function plain(name: string): string {
  const words = name
    // "King's" is "Kings", not two words.
    .replace(/['’‘`´]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[&+]/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return words === "" ? name.trim() : words;
}

function withoutEnding(name: string): string {
  let core = ` ${name}`.replace(/ the(?= |$)/g, "");
  for (let ending; (ending = ENDINGS.find((each) => core.endsWith(each))) !== undefined;) {
    core = core.slice(0, -ending.length);
  }
  return core.trim();
}
