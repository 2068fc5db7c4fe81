import { formatAddress, formatRectangle, quoteSheet, type RawValue } from "../../cells";
import type { LayoutSheet } from "../../layout";

import { FIRST_ROW, type SheetFrame } from "../frame";
import { listSheet, type ListColumn } from "../list-sheet";
import type { MadeOf } from "../sources/made-of";
import { filledReturns, remarksOn, rolesReported, type Authority, type National } from "./national";

const SOURCES_SHEET = "Sources";
const STATE = 2;
/** So many columns stand before the counts of returns. */
const BEFORE_COUNTS = 4;
/** The groups of columns stand in a row of their own above the heads. */
const FIRST_LINE = FIRST_ROW + 2;

/** Every authority, the file of its summary with its digest, and what came from it. */
export function sourcesSheet(national: National, madeOf: MadeOf, frame: SheetFrame): LayoutSheet {
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
      remarksOn(authority, national).join(" "),
    ];
  });
  const intro = `The summaries that were rolled up${registered ? ", and the authorities of the register that have none" : "; without a register nobody knows which are missing"}. Received are returns with something in them. Each summary's own sheet Facts names the file, sheet and cell of every value.${madeWords(madeOf)}`;
  return listSheet(SOURCES_SHEET, columns, rows, frame, intro, {
    wrap: true,
    roles: (at, column) =>
      column === STATE && authorities[at]?.summary === null ? ("missing" as const) : null,
  });
}

function madeWords({ tool, others }: MadeOf): string {
  const made = tool === null ? "" : ` Made by ${tool}.`;
  return `${made}${others.map(({ file, as, sha256 }) => ` The ${as} was ${file} (SHA-256 ${sha256}).`).join("")}`;
}

/** Where an authority stands on the sheet, as the target of a link. */
export function sourceOf({ authorities }: National): (authority: Authority) => string {
  return (authority) =>
    `#${quoteSheet(SOURCES_SHEET)}!${formatAddress({ row: FIRST_LINE + authorities.indexOf(authority), column: 1 })}`;
}

/** `received role` and `expected role` → the sum of the column in which the returns of each authority are counted. */
export function returnsCounted(national: National): ReadonlyMap<string, string> {
  const { authorities, registered } = national;
  const [top, bottom] = [FIRST_LINE, FIRST_LINE + authorities.length - 1];
  const sum = (column: number) =>
    `SUM(${quoteSheet(SOURCES_SHEET)}!${formatRectangle({ top, bottom, left: column, right: column })})`;
  const counts = registered ? (["received", "expected"] as const) : (["received"] as const);
  return new Map(
    rolesReported(national).flatMap(([role], at) =>
      counts.map((which, place) => [`${which} ${role}`, sum(BEFORE_COUNTS + at * counts.length + place + 1)]),
    ),
  );
}
