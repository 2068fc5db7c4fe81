import { valueOf } from "../../return";
import { fieldKey, type SummaryBeside } from "../../template";

import type { Collection } from "../collection";
import { factOf, type Fact } from "../facts";
import { bodiesOf } from "./earlier";
import { linesIn } from "./pairs";

/** What of the earlier returns stands beside this year's figures, under the codes that their bodies had; none of it counts in a total. */
export function earlierFacts(collection: Collection, beside: SummaryBeside): readonly Fact[] {
  return collection.rows.flatMap((row) =>
    bodiesOf(collection, row).flatMap(({ code, counted }) => {
      const { found } = counted.reading;
      return linesIn(beside, row.template).flatMap(({ id }) =>
        beside.columns.flatMap(({ earlier }): Fact[] => {
          const key = fieldKey({ kind: "table", id: beside.table }, id, earlier);
          const field = found.template.fields.get(key);
          if (!field || field.source.kind === "closed") return [];
          const place = found.fields.get(key)?.place ?? null;
          return [
            { ...factOf(code, counted, { key, field, value: valueOf(found, field), place }), counts: false },
          ];
        }),
      );
    }),
  );
}
