/** The first of these lines, and how many more there are: a person reads twenty, not two thousand. */
export function atMost(lines: readonly string[], most = 20): readonly string[] {
  return lines.length > most ? [...lines.slice(0, most), `and ${lines.length - most} more`] : lines;
}
