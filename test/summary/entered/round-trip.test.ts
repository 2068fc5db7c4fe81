import { join } from "node:path";

import type { RawValue } from "../../../src/cells";
import { calculate, libreOffice } from "../../support/libreoffice";
import { made } from "../../support/made";
import { openpyxl, python } from "../../support/openpyxl";
import { cellsIn, saved } from "../../support/saved";
import { scratch } from "../../support/scratch";
import { describeWith } from "../../support/skipping";
import { FILES } from "../assurance/wards-in-order";
import { entryAt, entryIn, rowWith, summaryOf, type Row } from "../wards";

const ENTRIES: readonly (readonly [Row, string, string, RawValue])[] = [
  ["judgements", "enough", "judgement", "Not assured"],
  ["judgements", "enough", "by", "Ünal & Søn"],
  ["own_spend", "rent", "next", 12],
  ["verdicts", "W02.ward.WD01", "verdict", "Accepted"],
  ["verdicts", "W02.ward.WD01", "date", 37_060],
  ["verdicts", "W03.office.WD01", "verdict", "Queried"],
  ["verdicts", "W03.office.WD01", "comment", "=1+1 is no answer"],
];

/** Puts values into cells, dates as dates, a row above each list, and another name on a sheet. */
const ENTER = `
import json, sys, datetime, openpyxl
given = json.load(sys.stdin)
book = openpyxl.load_workbook(given["from"])
for place, value in given["entries"]:
    sheet, address = place.split("!")
    cell = book[sheet][address]
    if isinstance(value, (int, float)) and cell.is_date:
        value = datetime.datetime(1899, 12, 30) + datetime.timedelta(days=value)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
book["Explanations"].insert_rows(given["row"])
book["Assurance"].title = "Assurance of June"
book.save(given["to"])
print("{}")
`;

describeWith(
  { available: libreOffice.available && openpyxl.available, name: "LibreOffice or openpyxl" },
  "a summary that was filled in by other programs",
  () => {
    const folder = made("summary-entered");
    const out = scratch();
    const { layout } = summaryOf(FILES);
    let byOpenpyxl = "";
    let byLibreOffice = "";

    beforeAll(async () => {
      const from = await saved(layout, folder, "summary");
      byOpenpyxl = join(out, "entered.xlsx");
      await python(ENTER, {
        from,
        to: byOpenpyxl,
        entries: ENTRIES.map(([block, key, column, value]) => [entryAt(layout, block, key, column), value]),
        row: rowWith(layout, "Explanations", "verdicts.W02.ward.WD01"),
      });
      byLibreOffice = (await calculate([byOpenpyxl], join(out, "calculated")))[0]!;
    }, 120_000);

    const kept = (file: string) => {
      const again = summaryOf(FILES, cellsIn(file)).layout;
      return ENTRIES.map(([block, key, column]) => [block, key, column, entryIn(again, block, key, column)]);
    };

    test("keeps every entry when it is made again", () => {
      expect(kept(byOpenpyxl)).toEqual(ENTRIES);
      expect(kept(byLibreOffice)).toEqual(ENTRIES);
    });

    test("has the figures that LibreOffice works out, with the entries in it", async () => {
      const { layout: again } = summaryOf(FILES, cellsIn(byLibreOffice));
      const file = await saved(again, folder, "made again", { results: "none" });
      const [counted] = await calculate([file], join(out, "counted"));
      const workbook = cellsIn(counted!);
      let compared = 0;
      for (const name of ["Assurance", "Explanations"]) {
        const there = workbook.sheets.find((sheet) => sheet.name === name)!;
        for (const [address, { formula, value }] of again.sheets.find((sheet) => sheet.name === name)!
          .cells) {
          if (formula === null) continue;
          const result = there.cells.get(address)?.value ?? "";
          const expected = typeof value === "number" ? (expect.closeTo(value, 9) as number) : (value ?? "");
          expect([name, address, result]).toEqual([name, address, expected]);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(40);
    }, 120_000);
  },
);
