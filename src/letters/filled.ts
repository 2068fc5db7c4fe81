/** What stands in the braces of a text, by name. */
export type Holes = Readonly<Record<string, string>>;

/** A text with its holes filled. Which holes it may have was checked when its definition was read. */
export function filled(words: string, holes: Holes): string {
  const values = new Map(Object.entries(holes));
  return words.replace(/\{([^{}]*)\}/g, (_, hole: string) => {
    const value = values.get(hole);
    if (value === undefined) throw new Error(`filled: nothing is given for {${hole}}`);
    return value;
  });
}

/** "a", "a and b", "a, b and c" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
