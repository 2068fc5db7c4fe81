/** How a source of a definition is shown: “guidance s2.1” becomes the name of “guidance”, a comma, “s2.1”; null for an unknown one. */
export function sourceNames(
  ...known: readonly Readonly<Record<string, string>>[]
): (source: string) => string | null {
  const names = new Map(known.flatMap((sources) => Object.entries(sources)));
  return (source) => {
    const [id = "", ...rest] = source.split(" ");
    const name = names.get(id);
    return name === undefined ? null : [name, ...(rest.length > 0 ? [rest.join(" ")] : [])].join(", ");
  };
}
