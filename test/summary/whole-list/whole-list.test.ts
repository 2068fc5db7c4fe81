import { layoutSummary, readPrevious, withEntered } from "../../../src/summary";
import type { SummaryList, SummaryTemplate } from "../../../src/template";
import { layoutCells, sheetOf } from "../../support/layout-cells";
import { rowsOf, values } from "../sheets";
import { OF, collected, roomsOf, sent, summary } from "../wards";

/** 5 May, 31 May, 1 June and 2 July 2001, 3 March 2003. */
const DAYS = { may5: 37_016, may31: 37_042, june1: 37_043, july2: 37_074, march2003: 37_683 };

const column = (id: string, label: string, type: SummaryList["naming"]["type"]) => ({
  ...{ id, label, type },
  group: null,
  width: 14,
});
const LIST: SummaryList = {
  ...{ kind: "list", name: "Rooms", intro: "Every room.", list: "beds" },
  naming: column("name", "Room", { kind: "text", most: 60 }),
  columns: [
    column("state", "State", { kind: "choice", choices: ["Open", "Planned"] }),
    column("number", "Beds", { kind: "count", decimals: 0 }),
  ],
  // From May 2001 on.
  timeline: { day: column("agreed", "Agreed", { kind: "date" }), before: null, from: 37_020, months: 3 },
};
const withList: SummaryTemplate = { ...summary, sheets: [...summary.sheets, LIST] };

const FILES = [
  sent(
    "W01",
    "ward",
    roomsOf([
      ["Long room", "Open", 12, 300, DAYS.may31],
      ["Attic", "Planned", 4, 90, DAYS.june1],
    ]),
  ),
  sent(
    "W02",
    "ward",
    roomsOf([
      ["Hall", "Open", 20, 500, DAYS.march2003],
      ["Cellar", "Planned", 2, 10, null],
    ]),
  ),
];
const collection = collected(FILES);
const { layout, facts } = layoutSummary(collection, withList);
const sheet = sheetOf(layout, "Rooms");
const rows = rowsOf(layout, "Rooms");

/** The rows below the heads as they are seen: from the second column on. */
function seen(of: typeof rows) {
  const head = of.findIndex((row) => row[1]?.value === "Code");
  return of.slice(head).map((row) => values(row).slice(1));
}

describe("a list of the returns in one table", () => {
  test("has every row of every return that counts, and every return that has not come", () => {
    const [heads, ...body] = seen(rows);
    expect(heads).toEqual([
      ...["Code", "Organisation", "Return", "Room", "State", "Beds", "Agreed"],
      ...["Before", "May 2001", "Jun 2001", "Jul 2001", "Later", null],
    ]);
    expect(body.map((row) => row.slice(0, 7))).toEqual([
      ["W01", "Ashmere Hospital", "ward", "Long room", "Open", 12, DAYS.may31],
      ["W01", "Ashmere Hospital", "ward", "Attic", "Planned", 4, DAYS.june1],
      ["W02", "Wend Hospital", "ward", "Hall", "Open", 20, DAYS.march2003],
      ["W02", "Wend Hospital", "ward", "Cellar", "Planned", 2, null],
      ["W03", "Fellside House", "ward", "Not received", null, null, null],
      ["W04", "Harrow Hospital", "ward", "Not received", null, null, null],
    ]);
  });

  test("marks the month in which the day of a row lies, worked out from the day itself", () => {
    const months = seen(rows)
      .slice(1)
      .map((row) => row.slice(7, 12));
    expect(months).toEqual([
      ["", "●", "", "", ""],
      ["", "", "●", "", ""],
      ["", "", "", "", "●"],
      ["", "", "", "", ""],
      [null, null, null, null, null],
      [null, null, null, null, null],
    ]);
    const [, first] = rows.filter((row) => row[4]?.value === "Long room" || row[1]?.value === "Code");
    expect(first![9]!.formula).toMatch(/\$H9/);
  });

  test("counts rows and months, and leads each row to its facts", () => {
    expect(rows[4]![1]!.value).toBe("Listed: 4");
    expect(values(rows[4]!).slice(8, 13)).toEqual([0, 1, 1, 0, 1]);
    const link = rows.find((row) => row[4]?.value === "Hall")![1]!.formula!;
    const row = Number(/!A(\d+)/.exec(link)![1]);
    expect(facts[row - 6]).toMatchObject({ org: "W02", key: "beds.r01[name]", value: "Hall" });
  });

  test("can be filtered by what it lists, keeps names and heads in sight and on each page", () => {
    expect(sheet.filter).toBe("B8:H14");
    expect(sheet.freeze).toEqual({ rows: 8, columns: 5 });
    expect(sheet.titleRows).toEqual([6, 8]);
  });

  test("shows by how many days a row moved since the last summary, though its row is another one now", () => {
    const read = readPrevious(layoutCells(layout), { ...OF, summary: withList });
    if (read.kind === "refused") throw new Error(read.message);
    const now = [
      // The rooms have changed places; the attic moved from 1 June to 2 July, the long room from 31 May to 5 May.
      sent(
        "W01",
        "ward",
        roomsOf([
          ["Attic", "Planned", 4, 90, DAYS.july2],
          ["Long room", "Open", 12, 300, DAYS.may5],
        ]),
      ),
      sent("W02", "ward", roomsOf([["New room", "Open", 20, 500, DAYS.june1]])),
    ];
    const later = layoutSummary(withEntered(collected(now), read.entered), withList).layout;
    const [heads, ...body] = seen(rowsOf(later, "Rooms"));
    expect(heads!.slice(6, 9)).toEqual(["Agreed", "In the last summary", "Days later"]);
    expect(body.slice(0, 3).map((row) => row.slice(3, 4).concat(row.slice(6, 14)))).toEqual([
      ["Attic", DAYS.july2, DAYS.june1, 31, "", "", "○", "●", ""],
      ["Long room", DAYS.may5, DAYS.may31, -26, "", "●", "", "", ""],
      ["New room", DAYS.june1, null, "", "", "", "●", "", ""],
    ]);
    expect(rowsOf(later, "Rooms")[4]![1]!.value).toBe("Listed: 3 · later than “In the last summary”: 1");
  });
});
