import type { OrganisationHead } from "./state";

const MOST = 30;

/** Organisations that what was typed may mean: by the beginning of their code first, then by the beginnings of words of their name. */
export function suggestions(
  organisations: readonly OrganisationHead[],
  typed: string,
): readonly OrganisationHead[] {
  const wanted = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (wanted.length === 0) return organisations.slice(0, MOST);
  const byCode = (one: OrganisationHead) =>
    wanted.length === 1 && one.code.toLowerCase().startsWith(wanted[0] ?? "");
  const byName = ({ code, name }: OrganisationHead) => {
    const words = `${code} ${name}`.toLowerCase().split(/[^\p{L}\p{N}&]+/u);
    return wanted.every((word) => words.some((each) => each.startsWith(word)));
  };
  const first = organisations.filter(byCode);
  const rest = organisations.filter((one) => !byCode(one) && byName(one));
  return [...first, ...rest].slice(0, MOST);
}
