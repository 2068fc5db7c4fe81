import {
  collect,
  layoutNational,
  layoutSummary,
  nationalOf,
  readSummary,
  type AuthoritySummary,
  type ReturnFile,
} from "../../../src/summary";
import { registerOf } from "../../return/registers";
import { layoutCells } from "../../support/layout-cells";
import { SUMMARY, repairs, taken, ward, yearWith } from "../by/repairs";
import { REGISTER, REGISTER_TEXT, roomsOf } from "../wards";

/** Charts of tables over all returns, of means, and of what single wards have. */
const CHARTS = `charts:
  - chart: rooms
    on: Rooms
    below: by_state
    kind: bars
    type: count
    title: "{by_state.lesser|0} is the lesser, {COUNTSAME(levels[level],\\"High\\")|0} wards stand high"
    says: Beds and cost by state.
    rows: { table: by_state, by: beds, most: 2 }
    series:
      - { label: Beds, look: accent, column: beds }
  - chart: money
    on: Lines
    kind: bars
    type: money
    title: "Money by line"
    says: Money by line.
    rows: { table: by_line }
    series:
      - { label: Next year, look: accent, column: next }
  - chart: taken
    on: Taken
    below: taken
    kind: lines
    type: percent
    title: "{COUNT(taken[apr])|0} wards; {IF(ISNUMBER(held.fund[now]),\\"entered\\",\\"not entered\\")}"
    says: "By beds."
    points: [Apr, Jun]
    series:
      - { label: Mean, look: accent, is: ["=taken.apr", "=taken.jun"] }
      - { label: Lowest, look: explain, is: ["=MIN(taken[apr])", "=MIN(taken[jun])"] }
      - { label: Highest, look: beside, is: ["=MAX(taken[apr])", "=MAX(taken[jun])"] }
`;

const read = yearWith(SUMMARY + CHARTS);
if (read.kind !== "year") throw new Error(JSON.stringify(read.problems));
export const { year } = read;
export const summary = year.summary!;

/** 40 beds and 14 of the wards that plan, 3 of one that plans nothing. */
export const NORTH: readonly ReturnFile[] = [
  ward("W01", {
    ...roomsOf([
      ["North", "Open", 12, 30],
      ["South", "Open", 8, 2],
      ["East", "Planned", 20, 40],
    ]),
    ...repairs([
      ["Roof", "north ", "High", 40],
      ["Wall", "Cellar", "Low", 5],
    ]),
    ...taken([
      ["apr", 0.4],
      ["may", 0.6],
    ]),
    "cover.level": "High",
    "money.staff[next]": 160,
  }),
  ward("W02", { ...roomsOf([["Hall", "Open", 14, 9]]), ...taken([["apr", 0.1]]), "cover.level": "High" }),
  ward("W04", { ...roomsOf([["Attic", null as unknown as string, 3, 10]]), "cover.level": "Low" }),
];

/** 10 beds and 50, more cost than beds among the open ones. */
export const SOUTH: readonly ReturnFile[] = [
  ward("V01", {
    "cover.region": "Y02",
    ...roomsOf([
      ["Sea", "Open", 10, 90],
      ["Sky", "Shut", 50, 8],
    ]),
    ...repairs([["Lamp", "Sea", "High", 2]]),
    ...taken([
      ["apr", 0.9],
      ["jun", 0.25],
    ]),
    "cover.level": "Middle",
  }),
];

/** A register in which everybody is of one region. */
const ONE_REGION = registerOf(
  REGISTER_TEXT.replace("Far Hospital,Hospital,Y02", "Far Hospital,Hospital,Y01"),
);

const layoutOf = (files: readonly ReturnFile[], sha: string, register = REGISTER) =>
  layoutSummary(collect(files, register, sha, year), summary).layout;

/** The summaries of each, and the one of all of them as if they were one region's. */
export const ofNorth = layoutOf(NORTH, "Y01");
export const ofSouth = layoutOf(SOUTH, "Y02");
export const ofBoth = layoutOf([...NORTH, ...SOUTH], "Y01", ONE_REGION);

function readIn(layout: typeof ofNorth, file: string): AuthoritySummary {
  const result = readSummary(layoutCells(layout), { file, sha256: `digest of ${file}` }, year);
  if (result.kind === "summary") return result.summary;
  throw new Error(result.message);
}

const MOST_FACTS = 10_000;

/** These summaries rolled up; with a register, regions without a summary are known. */
function national(summaries: readonly AuthoritySummary[]) {
  const result = nationalOf(summaries, year, REGISTER);
  if (result.kind === "refused") throw new Error(result.messages.join("\n"));
  return layoutNational(result.national, summary, MOST_FACTS).layout;
}

const [north, south] = [readIn(ofNorth, "north.xlsx"), readIn(ofSouth, "south.xlsx")];
export const together = national([north, south]);
export const northAlone = national([north]);
