/** So many of these words, one after the other, and how many more there are. */
export function someNamed(words: readonly string[], most: number): string {
  const more = words.length - most;
  return `${words.slice(0, most).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
