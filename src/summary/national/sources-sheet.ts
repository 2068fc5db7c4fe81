import { formatAddress, quoteSheet, type RawValue } from "../../cells";
import type { LayoutSheet } from "../../layout";

import { FIRST_ROW, type SheetFrame } from "../frame";
import { listSheet, type ListColumn } from "../list-sheet";
import { filledReturns, rolesReported, type Authority, type National } from "./national";

const SOURCES_SHEET = "Sources";
const STATE = 2;

/** Every authority, the file of its summary with its digest, and what came from it. */
export function sourcesSheet(national: National, frame: SheetFrame): LayoutSheet {
  const { authorities, registered, year } = national;
  const roles = rolesReported(national);
  const counts = (label: string): readonly ListColumn[] => [
    { label: "Received", width: 11, figure: "whole", group: `Returns as ${label}` },
    ...(registered
      ? [{ label: "Expected", width: 11, figure: "whole", group: `Returns as ${label}` } as const]
      : []),
  ];
  const columns: readonly ListColumn[] = [
    { label: "Code", width: 9 },
    { label: "Strategic health authority", width: 40 },
    { label: "State", width: 22 },
    { label: "Summary", width: 34 },
    ...roles.flatMap(([, label]) => counts(label)),
    { label: "Facts", width: 11, figure: "whole" },
    { label: "Facts that count", width: 11, figure: "whole" },
    { label: "Digest of the file (SHA-256)", width: 40 },
    { label: "Remark", width: 44 },
  ];
  const rows = authorities.map((authority): readonly RawValue[] => {
    const { code, name, summary, expected } = authority;
    const facts = summary?.facts.filter((fact) => fact.year === year.id) ?? null;
    return [
      code,
      name,
      summary ? "Rolled up" : "No summary",
      summary?.file ?? null,
      ...roles.flatMap(([role]) => [
        summary ? filledReturns(authority, role).length : null,
        ...(registered ? [expected?.get(role) ?? null] : []),
      ]),
      facts?.length ?? null,
      facts?.filter(({ counts: may }) => may).length ?? null,
      summary?.sha256 ?? null,
      remarkOn(authority, registered),
    ];
  });
  const intro = `The summaries that were rolled up${registered ? ", and the authorities of the register that have none" : "; without a register nobody knows which are missing"}. Received are returns with something in them. Each summary's own sheet Facts names the file, sheet and cell of every value.`;
  return listSheet(SOURCES_SHEET, columns, rows, frame, intro, {
    wrap: true,
    roles: (at, column) =>
      column === STATE && authorities[at]?.summary === null ? ("missing" as const) : null,
  });
}

/** Where an authority stands on the sheet, as the target of a link. */
export function sourceOf({ authorities }: National): (authority: Authority) => string {
  // The groups of columns stand in a row of their own above the heads.
  const first = FIRST_ROW + 2;
  return (authority) =>
    `#${quoteSheet(SOURCES_SHEET)}!${formatAddress({ row: first + authorities.indexOf(authority), column: 1 })}`;
}

function remarkOn({ summary, expected, strangers }: Authority, registered: boolean): string {
  const remarks = [
    registered && expected === null ? "The register has no organisation of this authority that files." : "",
    summary && strangers.length > 0
      ? `Not of this authority in the register, and in its totals all the same: ${strangers.join(", ")}.`
      : "",
  ];
  return remarks.filter((remark) => remark !== "").join(" ");
}
