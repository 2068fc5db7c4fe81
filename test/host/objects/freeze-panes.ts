import { LAST_COLUMN, LAST_ROW } from "../../../src/cells";
import { areaOf } from "../model/area";
import { whole } from "../protocol/arguments";
import { itemNotFound } from "../protocol/errors";
import { hostObject, selfOf, type Kind } from "../protocol/host-object";
import { areaAt } from "./address";
import { Cells } from "./cells";
import type { SheetOf } from "./protection";
import { RANGE_KIND } from "./range";
import { text } from "../protocol/arguments";

function freeze({ host, sheet }: SheetOf, rows: number, columns: number): void {
  sheet.freeze = rows + columns === 0 ? null : { rows, columns };
  host.book.emit({ kind: "look", sheet });
}

export const FREEZE_PANES_KIND: Kind<SheetOf> = {
  type: "WorksheetFreezePanes",
  methods: {
    FreezeAt: (self, frozen) => {
      const area = selfOf(RANGE_KIND, frozen)?.area ?? areaAt(self.host, self.sheet, text(frozen));
      // Whole columns leave every row free, and whole rows every column.
      freeze(self, area.bottom === LAST_ROW ? 0 : area.bottom, area.right === LAST_COLUMN ? 0 : area.right);
    },
    FreezeRows: (self, count) => freeze(self, whole(count, 0, LAST_ROW), 0),
    FreezeColumns: (self, count) => freeze(self, 0, whole(count, 0, LAST_COLUMN)),
    Unfreeze: (self) => freeze(self, 0, 0),
    GetLocation: ({ host, sheet }) => {
      if (!sheet.freeze) throw itemNotFound();
      const { rows, columns } = sheet.freeze;
      const area = areaOf(1, 1, rows || LAST_ROW, columns || LAST_COLUMN);
      return hostObject(RANGE_KIND, new Cells(host, sheet, [area]));
    },
  },
};
