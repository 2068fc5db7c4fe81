import { DAYS_BETWEEN_EPOCHS, serialOfDay } from "../../../src/cells";
import { whole } from "../protocol/arguments";
import { invalidArgument } from "../protocol/errors";
import { hostObject, type Kind } from "../protocol/host-object";
import type { Host } from "./cells";

const RESULT_KIND: Kind<number> = {
  type: "FunctionResult<T>",
  properties: { Value: { get: (value) => value }, Error: { get: () => null } },
};

/** Excel's functions as an add-in calls them, as far as one does: the number of a day, counted as the workbook counts. */
export const FUNCTIONS_KIND: Kind<Host> = {
  type: "Functions",
  methods: {
    Date: ({ book }, year, month, day) => {
      const [y, m, d] = [whole(year, 1900), whole(month, 1, 12), whole(day, 1, 31)];
      const serial = serialOfDay(`${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);
      if (serial === undefined) throw invalidArgument();
      return hostObject(RESULT_KIND, book.date1904 ? serial - DAYS_BETWEEN_EPOCHS : serial);
    },
  },
};
