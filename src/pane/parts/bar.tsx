/** A bar with its number beside it in words; `label` says to those who listen what it is of. */
export function Bar({
  label,
  done,
  all,
}: {
  readonly label: string;
  readonly done: number;
  readonly all: number;
}) {
  return <progress class="bar" aria-label={label} value={done} max={Math.max(all, 1)} />;
}

/** "42%": rounded down, so that only all is everything. */
export function percent(done: number, all: number): string {
  return `${Math.floor((100 * done) / Math.max(all, 1))}%`;
}
