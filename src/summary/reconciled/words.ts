/** A text as it is compared: its words in any case and order, whatever stands between them. */
export function wordsKey(text: string): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return [...new Set(words)].sort().join(" ");
}

/** A reference as it is compared: blanks around it and capitals say nothing. */
export function referenceKey(text: string | null): string | null {
  const key = (text ?? "").trim().replace(/\s+/g, " ").toLowerCase();
  return key === "" ? null : key;
}
