import type { Cell, WorkbookCells } from "../cells";
import { calculated, layoutTemplate, planTemplate, type Filling, type Layout, type Plan } from "../layout";
import { findReturn, type Return } from "../return";
import type { PlanningYear, Template } from "../template";

import { changed, type Places } from "./changed-layout";
import type { LayoutChange } from "./script";

/** A workbook as plain data, and where its fields stand in it. */
export interface LaidOut {
  readonly layout: Layout;
  readonly places: Places;
}

/** A workbook of a template that was filled in, after what was done to it besides. */
export function laidOut(template: Template, filling: Filling, changes: readonly LayoutChange[]): LaidOut {
  const layout = layoutTemplate(template, filling);
  const { placeOf } = planned(template);
  if (changes.length === 0) return { layout, places: placeOf };
  const after = changes.reduce(changed, { layout, places: placeOf });
  return { ...after, layout: calculated(after.layout) };
}

const plans = new WeakMap<Template["fields"], Plan>();

/** Where everything stands hangs on the fields alone, so it is worked out once for all organisations of a role. */
function planned(template: Template): Plan {
  const plan = plans.get(template.fields) ?? planTemplate(template);
  plans.set(template.fields, plan);
  return plan;
}

/** A workbook as whoever receives it reads it. */
export function readBack({ layout }: LaidOut, year: PlanningYear): Return | null {
  const workbook: WorkbookCells = {
    sheets: layout.sheets.map(({ name, visibility, cells }) => ({
      name,
      visibility,
      cells: new Map(
        [...cells].flatMap(([address, { value, formula }]): (readonly [string, Cell])[] =>
          value === null && formula === null ? [] : [[address, { value, formula }]],
        ),
      ),
    })),
    date1904: false,
    modified: null,
  };
  const result = findReturn(workbook, new Map([[year.id, year]]));
  return result.kind === "return" ? result.found : null;
}
