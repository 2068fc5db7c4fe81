import type { WorkbookCells } from "../../../src/cells";
import {
  collect,
  layoutSummary,
  nationalOf,
  readSummary,
  type AuthoritySummary,
  type National,
  type ReturnFile,
} from "../../../src/summary";
import { layoutCells } from "../../support/layout-cells";
import { REGISTER, roomsOf, sent, summary, year } from "../wards";

/** The cells of a region's summary of these returns. */
export function summaryCells(files: readonly ReturnFile[], sha: string): WorkbookCells {
  return layoutCells(layoutSummary(collect(files, REGISTER, sha, year), summary).layout);
}

/** Money of wards from 360 to 440, three rooms open with 25 beds, one of them agreed in May 2001; money of the office from 180 to 200. */
export const NORTH = summaryCells(
  [
    sent("W01", "ward", {
      "money.staff[next]": 150,
      ...roomsOf([
        ["Long room", "Open", 12, 300],
        ["Short room", "Open", 8, 100, 37_012],
        ["New room", "Planned", 4, 90],
      ]),
    }),
    sent("W02", "ward", roomsOf([["Small room", "Open", 5, 50]])),
    sent("W03", "office"),
  ],
  "Y01",
);

/** Money of wards from 180 to 170, one room open with 7 beds. */
export const SOUTH = summaryCells(
  [
    sent("V01", "ward", {
      "cover.region": "Y02",
      "money.drugs[next]": 60,
      ...roomsOf([["Sea room", "Open", 7, 70]]),
    }),
  ],
  "Y02",
);

export function readIn(cells: WorkbookCells, file: string): AuthoritySummary {
  const result = readSummary(cells, { file, sha256: `digest of ${file}` }, year);
  if (result.kind === "summary") return result.summary;
  throw new Error(result.message);
}

export function together(
  summaries: readonly AuthoritySummary[],
  register: typeof REGISTER | null = REGISTER,
): National {
  const result = nationalOf(summaries, year, register);
  if (result.kind === "national") return result.national;
  throw new Error(result.messages.join("\n"));
}
