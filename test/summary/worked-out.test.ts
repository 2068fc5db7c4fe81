import { formatAddress, parseAddress, type Cell, type WorkbookCells } from "../../src/cells";
import { layoutTemplate } from "../../src/layout";
import { findingsOf } from "../../src/return";
import type { ReturnFile } from "../../src/summary";
import { layoutCells } from "../support/layout-cells";
import { returnIn } from "../support/saved";
import { rowsOf, tableBelow, values } from "./sheets";
import { REGISTER, entriesOf, roomsOf, sent, summaryOf, year } from "./wards";

/** 31 March 2001 as Excel counts days; agreeing was due on it. */
const DUE = 36_981;

const files = [
  sent(
    "W01",
    "ward",
    roomsOf([
      ["North", "Open", 12, 300, DUE],
      ["South", "Open", 8, 250, DUE + 1],
      ["East", "Planned", 20, 400, DUE + 30],
    ]),
  ),
  sent("W02", "ward", roomsOf([["Hall", "Shut", "1,0", 90]])),
  sent("W03", "ward", roomsOf([["Long room", null as unknown as string, null, null]])),
];

const rooms = (layout: Parameters<typeof tableBelow>[0]) => tableBelow(layout, "Wards", "Rooms");
const rowOf = (layout: Parameters<typeof tableBelow>[0], code: string) =>
  values(rooms(layout).rows.get(code)!).slice(3, 9);

describe("a column that is worked out of the whole return", () => {
  const { layout } = summaryOf(files);

  test("counts and adds up the rows of a list that a test is true of", () => {
    // North and South are open, with 12 and 8 beds; South and East were agreed too late; 950 over 40 beds.
    expect(rowOf(layout, "W01")).toEqual([2, 1, 20, 2, 23.75, null]);
  });

  test("is 0 where rows are there and none fits, and takes an untidy figure as what it counts as", () => {
    expect(rowOf(layout, "W02").slice(0, 4)).toEqual([0, 0, 0, 0]);
    // "1,0" is meant for 10 by nobody for certain, so it is no figure.
    expect(rowOf(layout, "W02")[4]).toBe(0);
    const tidy = summaryOf([sent("W02", "ward", roomsOf([["Hall", "Open", "1,200", 600]]))]).layout;
    expect(rowOf(tidy, "W02").slice(0, 5)).toEqual([1, 0, 1_200, 0, 0.5]);
  });

  test("is blank where nothing of what it reads was entered", () => {
    const blank = summaryOf([sent("W01", "ward", roomsOf([["", "", null, null]].map(() => nothing)))]).layout;
    expect(rowOf(blank, "W01")).toEqual([null, null, null, null, null, null]);
  });

  test("adds up over the organisations where it says so, and shows no total where it does not", () => {
    const total = values(rooms(layout).total).slice(3, 9);
    expect(total).toEqual([2, 1, 20, 2, null, null]);
    expect(rooms(layout).total[3]!.formula).toMatch(/^SUM\(/);
  });

  test("leads to the first of the facts that it reads, and says in the hidden row how it is worked out", () => {
    expect(rooms(layout).keys[0]).toBe('worked out: COUNTROWS(beds,[@state]="Open")');
    const [, row] = /#Facts!A(\d+)"/.exec(rooms(layout).rows.get("W01")![0]!.formula!)!;
    const fact = values(rowsOf(layout, "Facts")[Number(row) - 1]!);
    expect([fact[0], fact[4]]).toEqual(["W01", "beds.r01[name]"]);
  });

  test("sees rows that were added below a list, however long the template draws it", () => {
    const many = Array.from({ length: 4 }, (_, at) => [`Room ${at + 1}`, "Open", 2, 10] as const);
    const { layout: longer } = summaryOf([withRowBelow("W01", roomsOf(many))]);
    expect(rowOf(longer, "W01").slice(0, 3)).toEqual([5, 0, 4 * 2 + 7]);
  });
});

const nothing = [null as unknown as string, null as unknown as string, null, null] as const;

/** A return in whose list a fifth row was filled below the four that are drawn. */
function withRowBelow(code: string, changes: ReturnType<typeof roomsOf>): ReturnFile {
  const filling = {
    entries: entriesOf(code, "ward", changes),
    prefilled: new Set<string>(),
    organisation: null,
  };
  const workbook = layoutCells(layoutTemplate(year.templates.get("ward")!, filling));
  const found = returnIn(addedBelow(workbook), year);
  const file = `${code}.xlsx`;
  const findings = findingsOf(found, { register: REGISTER, fileName: file, day: null });
  return { file, sha256: file, modified: null, reading: { kind: "return", found, findings } };
}

function addedBelow(workbook: WorkbookCells): WorkbookCells {
  const sheets = workbook.sheets.map((sheet) => {
    const last = [...sheet.cells].find(([, { value }]) => value === "beds.r04")?.[0];
    if (last === undefined) return sheet;
    const { row } = parseAddress(last)!;
    const cells = new Map<string, Cell>(sheet.cells);
    for (const [address, { value }] of sheet.cells) {
      const at = parseAddress(address)!;
      const added = new Map<unknown, string | number>([
        ["Room 4", "Room 5"],
        ["Open", "Open"],
        [2, 7],
        [10, 10],
      ]).get(value);
      if (at.row === row && added !== undefined)
        cells.set(formatAddress({ ...at, row: row + 1 }), { value: added, formula: null });
    }
    return { ...sheet, cells };
  });
  return { ...workbook, sheets };
}
