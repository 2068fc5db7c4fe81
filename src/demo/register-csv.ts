import type { Organisation } from "../register";

const HEADINGS = ["code", "name", "type", "sha", "ft"] as const;

/** The demo's register as people keep one: the SHA's own line, then its organisations. */
export function registerCsv(
  sha: { readonly code: string; readonly name: string; readonly type: string },
  organisations: readonly Organisation[],
): string {
  const rows = [
    HEADINGS,
    [sha.code, sha.name, sha.type, sha.code, ""],
    ...organisations.map(({ code, name, type, sha: own, foundationTrust }) => {
      return [code, name, type, own ?? "", foundationTrust === true ? "yes" : "no"];
    }),
  ];
  return rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
