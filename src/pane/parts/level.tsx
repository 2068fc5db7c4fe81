import type { Level } from "../../template";

import { LevelIcon } from "./icons";

/** What each level asks for, in the words that stand beside its sign. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  fix: "Put right",
  explain: "Explain",
  note: "Note",
};

/** A level: sign, word and colour together. `count` says of how many findings. */
export function LevelMark({ level, count }: { readonly level: Level; readonly count?: number }) {
  return (
    <span class={`level ${level}`}>
      <LevelIcon level={level} />
      {count === undefined ? LEVEL_WORDS[level] : `${count} to ${LEVEL_WORDS[level].toLowerCase()}`}
    </span>
  );
}
